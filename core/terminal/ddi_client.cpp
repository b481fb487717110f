// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/ddi_client.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/log.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxAttributes = 100;  // ddi.md section 1.2: more is answered 429
constexpr std::size_t kMaxAttribute = 128;

Result<void> expectOk(const http::ClientResponse& response, std::string_view what) {
    const int status = response.status;
    if (status == 200) return {};
    std::string context = std::string(what) + " was answered " + std::to_string(status);
    if (!response.body.empty()) context += ": " + printable(response.body, 200);
    if (status == 404 || status == 410) return makeError(BaseErrc::notFound, std::move(context));
    if (status == 401 || status == 403) return makeError(BaseErrc::denied, std::move(context));
    if (status >= 502 && status <= 504) return makeError(BaseErrc::unavailable, std::move(context));
    return makeError(BaseErrc::wrongState, std::move(context));
}

/// DDI takes printable ASCII in attributes only (ddi.md section 1.2).
std::string attributeText(std::string_view text) {
    std::string safe;
    for (const char c : text.substr(0, kMaxAttribute)) {
        const bool taken = c >= 0x20 && c < 0x7f && c != '~' && c != '`';
        safe += taken ? c : '?';
    }
    return safe;
}

std::string configBody(const ConfigData& data) {
    json::object attributes;
    for (const auto& [key, value] : data.attributes)
        if (attributes.size() < kMaxAttributes) attributes[attributeText(key)] = attributeText(value);
    json::object installed;
    for (const auto& [product, version] : data.installed)
        installed[product] = version;
    json::object ours;
    ours["platform"] = data.platform;
    ours["installed"] = std::move(installed);
    json::object body;
    body["mode"] = "replace";
    body["data"] = std::move(attributes);
    body["signalbox"] = std::move(ours);
    return json::serialize(body);
}

}  // namespace

bool meansUnreachable(const Error& error) {
    if (error.code.category() != baseCategory()) return true;
    return error.code == BaseErrc::unavailable || error.code == BaseErrc::timedOut;
}

DdiClient::DdiClient(http::Client& client, Account account) : m_client(client), m_account(std::move(account)) {}

std::string DdiClient::base() const {
    return "/" + m_account.tenant + "/controller/v1/" + http::encodePercent(m_account.controllerId);
}

Task<http::ClientResponse> DdiClient::send(std::string method, http::Url url, std::string body) {
    http::ClientRequest request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers.set("Authorization", "TargetToken " + m_account.token);
    request.headers.set("User-Agent", m_account.userAgent);
    request.headers.set("Accept", "application/json");
    if (!m_authorities.empty()) request.headers.set("Signalbox-Authorities", m_authorities);
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    request.body = std::move(body);
    request.maxBody = kMaxDocument;
    auto response = co_await m_client.send(std::move(request));
    co_return response;
}

Task<std::string> DdiClient::get(std::string link) {
    CO_TRY(http::Url url, http::resolveUrl(m_account.manager, link));
    if (url.origin() != m_account.manager.origin())
        co_return makeError(BaseErrc::denied, "a link leads away from the manager, to " + printable(url.origin(), 200));
    CO_TRY(http::ClientResponse response, co_await send("GET", std::move(url), std::string()));
    CO_CHECK(expectOk(response, printable(link, 200)));
    co_return std::move(response.body);
}

void DdiClient::setAddresses(std::vector<http::Url> addresses) {
    m_addresses = std::move(addresses);
    if (!m_hasPolled && !m_addresses.empty()) m_account.manager = m_addresses.front();
}

Task<PollAnswer> DdiClient::poll() {
    m_hasPolled = true;
    auto body = co_await get(base());
    if (!body && meansUnreachable(body.error())) {
        auto elsewhere = co_await askElsewhere(body.error());
        body = std::move(elsewhere);
    }
    if (!body) co_return std::move(body).error();
    co_return parsePoll(*body);
}

/// The certificate is checked there as everywhere: only the manager that was joined is taken for it.
Task<std::string> DdiClient::askElsewhere(Error error) {
    const http::Url before = m_account.manager;
    const std::vector<http::Url> addresses = m_addresses;
    for (const http::Url& address : addresses) {
        if (address.origin() == before.origin()) continue;
        m_account.manager = address;
        auto body = co_await get(base());
        if (body || !meansUnreachable(body.error())) {
            logInfo("terminal", "the manager is at {} now", printable(address.origin(), 200));
            co_return body;
        }
    }
    m_account.manager = before;
    co_return error;
}

Task<std::string> DdiClient::deploymentDocument(std::string link) {
    CO_TRY(std::string body, co_await get(std::move(link)));
    CO_TRY(const Offer offer, parseOffer(body));
    logDebug("terminal", "deployment {} of {} {}", offer.deployment, offer.product, offer.version);
    co_return std::move(body);
}

Task<std::string> DdiClient::deploymentDocument(std::int64_t deployment) {
    std::string link = base() + "/deploymentBase/" + std::to_string(deployment);
    auto document = co_await deploymentDocument(std::move(link));
    co_return document;
}

Task<std::int64_t> DdiClient::cancelled(std::string link) {
    CO_TRY(const std::string body, co_await get(std::move(link)));
    co_return parseCancel(body);
}

Task<void> DdiClient::sendConfigData(ConfigData data) {
    http::Url url = m_account.manager;
    url.target = base() + "/configData";
    CO_TRY(const http::ClientResponse response, co_await send("PUT", std::move(url), configBody(data)));
    co_return expectOk(response, "configData");
}

Task<void> DdiClient::sendDiagnostics(std::int64_t request, std::string bundle) {
    http::Url url = m_account.manager;
    url.target = base() + "/diagnostics/" + std::to_string(request);
    CO_TRY(const http::ClientResponse response, co_await send("POST", std::move(url), std::move(bundle)));
    if (response.status == 404 || response.status == 410) co_return Result<void>();
    co_return expectOk(response, "diagnostics");
}

Task<FeedbackAnswer> DdiClient::sendFeedback(std::string path, std::int64_t deployment, std::string body) {
    http::Url url = m_account.manager;
    url.target = base() + "/" + path + "/" + std::to_string(deployment) + "/feedback";
    CO_TRY(const http::ClientResponse response, co_await send("POST", std::move(url), std::move(body)));
    if (response.status == 200) co_return FeedbackAnswer::taken;
    // 404 and 410 by the contract; the others say that these very bytes will never be taken, and waiting for them would
    // hold up all that comes after.
    const int status = response.status;
    if (status == 404 || status == 405 || status == 410 || status == 400 || status == 413 || status == 415) {
        logWarning("terminal", "feedback of deployment {} was answered {} and is dropped", deployment, status);
        co_return FeedbackAnswer::dropped;
    }
    CO_CHECK(expectOk(response, "feedback"));
    co_return FeedbackAnswer::taken;
}

}  // namespace signalbox::terminal
