// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/offer.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>

#include "core/terminal/json_read.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxChain = 64;
constexpr std::size_t kMaxToken = 16 << 10;
constexpr std::size_t kMaxAuthority = 64 << 10;
constexpr std::size_t kMaxManagers = 16;
constexpr std::size_t kMaxUrl = 2048;
constexpr std::int64_t kLeastBandwidth = 4096;  // slower, and servers take us for dead
constexpr std::int64_t kMostBandwidth = std::int64_t{1} << 40;

std::optional<int> twoDigits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() != 2 || error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

Result<Seconds> parseSleep(std::string_view text) {
    const bool shape = text.size() == 8 && text[2] == ':' && text[5] == ':';
    const auto hours = shape ? twoDigits(text.substr(0, 2)) : std::nullopt;
    const auto minutes = shape ? twoDigits(text.substr(3, 2)) : std::nullopt;
    const auto seconds = shape ? twoDigits(text.substr(6, 2)) : std::nullopt;
    if (!hours || !minutes || !seconds || *minutes > 59 || *seconds > 59)
        return makeError(BaseErrc::malformed, "member 'config.polling.sleep' must have the form HH:MM:SS");
    const Seconds sleep((*hours * 60 + *minutes) * 60 + *seconds);
    return std::clamp(sleep, Seconds(1), Seconds(86400));
}

Result<std::string> linkOf(const json::object& links, std::string_view name) {
    if (!links.contains(name)) return std::string();
    TRY(const json::object* const link, objectMember(links, name));
    return textMember(*link, "href", 2048);
}

Result<std::int64_t> parseId(std::string_view text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size() || id <= 0)
        return makeError(BaseErrc::malformed, "no deployment's number");
    return id;
}

/// A chain's node that is a registry of another maker says so; it may do without TLS, as digests say what is right.
Result<std::optional<registry::ForeignAccess>> readForeign(const json::object& entry, const http::Url& url) {
    const json::value* value = entry.if_contains("registry");
    if (value == nullptr || value->is_null()) return std::optional<registry::ForeignAccess>();
    TRY(const json::object* const told, objectMember(entry, "registry"));
    registry::ForeignAccess access;
    access.registry = url;
    TRY(access.user, optionalTextMember(*told, "user", 256));
    TRY(access.password, optionalTextMember(*told, "password", kMaxToken));
    TRY(access.caPem, optionalTextMember(*told, "ca", kMaxAuthority));
    return std::optional<registry::ForeignAccess>(std::move(access));
}

Result<std::vector<ChainNode>> readChain(const json::object& ours) {
    const json::value* value = ours.if_contains("chain");
    if (value == nullptr || !value->is_array() || value->get_array().empty() || value->get_array().size() > kMaxChain)
        return makeError(BaseErrc::malformed, "member 'chain' must be a list of 1 to 64 nodes");
    std::vector<ChainNode> chain;
    for (const json::value& entry : value->get_array()) {
        const std::string where = "chain[" + std::to_string(chain.size()) + "]";
        if (!entry.is_object()) return makeError(BaseErrc::malformed, where + " must be an object");
        ChainNode node;
        auto name = textMember(entry.get_object(), "node", 256);
        if (!name) return std::move(name).error().within(where);
        auto text = textMember(entry.get_object(), "url", 2048);
        if (!text) return std::move(text).error().within(where);
        auto url = http::parseUrl(*text);
        if (!url) return std::move(url).error().within(where);
        auto foreign = readForeign(entry.get_object(), *url);
        if (!foreign) return std::move(foreign).error().within(where);
        if (url->scheme != "https" && !*foreign) return makeError(BaseErrc::malformed, where + " must be an https URL");
        node.foreign = std::move(*foreign);
        node.name = std::move(*name);
        node.url = std::move(*url);
        chain.push_back(std::move(node));
    }
    return chain;
}

Result<std::optional<Hold>> readHold(const json::object& ours) {
    const json::value* value = ours.if_contains("hold");
    if (value == nullptr || value->is_null()) return std::optional<Hold>();
    TRY(const json::object* const object, objectMember(ours, "hold"));
    Hold hold;
    TRY(hold.reason, optionalTextMember(*object, "reason"));
    TRY(hold.until, optionalTimeMember(*object, "until"));
    return std::optional<Hold>(std::move(hold));
}

Result<Offer> readOffer(const json::object& document) {
    Offer offer;
    TRY(const std::string id, textMember(document, "id", 32));
    TRY(offer.deployment, parseId(id));
    TRY(const json::object* const ours, objectMember(document, "signalbox"));
    TRY(offer.attempt, integerMember(*ours, "attempt", 1, UINT32_MAX));
    TRY(offer.product, textMember(*ours, "product", 256));
    if (!isProductName(offer.product))
        return makeError(BaseErrc::malformed, "member 'product' must be usable as a folder's name");
    TRY(offer.version, textMember(*ours, "version", 256));
    TRY(offer.channel, optionalTextMember(*ours, "channel", 256));
    TRY(offer.release, digestMember(*ours, "releaseDigest"));
    TRY(offer.manifest, digestMember(*ours, "manifestDigest"));
    TRY(offer.repository, textMember(*ours, "repository", 512));
    if (offer.repository.empty()) return makeError(BaseErrc::malformed, "member 'repository' must not be empty");
    TRY(offer.chain, readChain(*ours));
    if (ours->contains("unpackedSize")) {
        TRY(const std::int64_t size, integerMember(*ours, "unpackedSize", 0, INT64_MAX));
        offer.unpackedSize = static_cast<std::uint64_t>(size);
    }
    if (ours->contains("bandwidthLimit")) {
        TRY(const std::int64_t limit, integerMember(*ours, "bandwidthLimit", 0, kMostBandwidth));
        offer.bandwidthLimit = limit == 0 ? 0 : static_cast<std::uint64_t>(std::max(limit, kLeastBandwidth));
    }
    TRY(offer.token, optionalTextMember(*ours, "token", kMaxToken));
    TRY(offer.permit, optionalTextMember(*ours, "permit", kMaxToken));
    TRY(offer.metadata, optionalTextMember(*ours, "metadata", 2048));
    TRY(offer.hold, readHold(*ours));
    TRY(offer.now, optionalTimeMember(*ours, "now"));
    if (offer.permit.empty() != offer.hold.has_value())
        return makeError(BaseErrc::malformed, "exactly one of 'permit' and 'hold' must be there");
    return offer;
}

}  // namespace

Result<std::vector<http::Url>> parseManagers(const json::value& value) {
    if (!value.is_array() || value.get_array().empty() || value.get_array().size() > kMaxManagers)
        return makeError(BaseErrc::malformed, "member 'managerUrls' must be a list of 1 to 16 URLs");
    std::vector<http::Url> urls;
    for (const json::value& entry : value.get_array()) {
        const std::string where = "managerUrls[" + std::to_string(urls.size()) + "]";
        if (!entry.is_string() || entry.get_string().size() > kMaxUrl)
            return makeError(BaseErrc::malformed, where + " must be a URL");
        auto url = http::parseUrl(entry.get_string());
        if (!url) return std::move(url).error().within(where);
        if (url->scheme != "https") return makeError(BaseErrc::malformed, where + " must be an https URL");
        url->target = "/";
        urls.push_back(std::move(*url));
    }
    return urls;
}

Result<PollAnswer> parsePoll(std::string_view text) {
    auto document = readObject(text, kMaxDocument);
    if (!document) return std::move(document).error().within("poll answer");
    PollAnswer answer;
    TRY(const json::object* const config, objectMember(*document, "config"));
    TRY(const json::object* const polling, objectMember(*config, "polling"));
    TRY(const std::string sleep, textMember(*polling, "sleep", 64));
    TRY(answer.sleep, parseSleep(sleep));
    if (document->contains("signalbox")) {
        TRY(const json::object* const ours, objectMember(*document, "signalbox"));
        if (const json::value* managers = ours->if_contains("managerUrls")) {
            TRY(answer.managers, parseManagers(*managers));
        }
        TRY(answer.authorities, optionalTextMember(*ours, "authorities", kMaxAuthority));
        if (ours->contains("diagnostics")) {
            TRY(const json::object* const wanted, objectMember(*ours, "diagnostics"));
            TRY(answer.diagnostics, integerMember(*wanted, "request", 1, INT64_MAX));
        }
    }
    if (!document->contains("_links")) return answer;
    TRY(const json::object* const links, objectMember(*document, "_links"));
    TRY(answer.configData, linkOf(*links, "configData"));
    TRY(answer.deploymentBase, linkOf(*links, "deploymentBase"));
    TRY(answer.cancelAction, linkOf(*links, "cancelAction"));
    return answer;
}

Result<std::int64_t> deploymentOfLink(std::string_view link) {
    link = link.substr(0, link.find('?'));
    const auto slash = link.rfind('/');
    return parseId(slash == std::string_view::npos ? link : link.substr(slash + 1));
}

Result<Offer> parseOffer(std::string_view text) {
    auto document = readObject(text, kMaxDocument);
    if (!document) return std::move(document).error().within("deployment document");
    auto offer = readOffer(*document);
    if (!offer) return std::move(offer).error().within("deployment document");
    return offer;
}

Result<std::int64_t> parseCancel(std::string_view text) {
    auto document = readObject(text, kMaxDocument);
    if (!document) return std::move(document).error().within("cancel document");
    TRY(const json::object* const action, objectMember(*document, "cancelAction"));
    TRY(const std::string id, textMember(*action, "stopId", 32));
    return parseId(id);
}

bool isProductName(std::string_view name) {
    if (name.empty() || name.size() > 200 || name.front() == '.') return false;
    return std::none_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
    });
}

}  // namespace signalbox::terminal
