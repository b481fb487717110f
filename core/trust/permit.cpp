// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/permit.h"

#include "core/model/digest.h"
#include "core/trust/json_members.h"
#include "core/trust/jws.h"

namespace signalbox::trust {
namespace {

namespace json = boost::json;

constexpr std::string_view kType = "signalbox-permit+jwt";
constexpr std::size_t kMaxName = 256;

Error malformed(std::string_view name, std::string_view wanted) {
    return makeError(BaseErrc::malformed, "member '" + std::string(name) + "' must be " + std::string(wanted));
}

Result<std::string> nameMember(const json::object& object, std::string_view name) {
    TRY(std::string text, stringMember(object, name));
    if (text.empty() || text.size() > kMaxName) return malformed(name, "1 to 256 bytes long");
    return text;
}

Result<std::int64_t> countMember(const json::object& object, std::string_view name) {
    TRY(const std::int64_t number, integerMember(object, name));
    if (number < 1) return malformed(name, "positive");
    return number;
}

Result<std::string> digestMember(const json::object& object, std::string_view name) {
    TRY(std::string text, stringMember(object, name));
    auto digest = Digest::parse(text);
    if (!digest) return std::move(digest).error().within("member '" + std::string(name) + "'");
    return text;
}

Result<TimePoint> timeMember(const json::object& object, std::string_view name) {
    TRY(const std::string text, stringMember(object, name));
    auto time = fromRfc3339(text);
    if (!time) return std::move(time).error().within("member '" + std::string(name) + "'");
    return time;
}

Result<Permit> permitOf(const json::object& object) {
    Permit permit;
    TRY(permit.deployment, countMember(object, "deployment"));
    TRY(permit.terminal, nameMember(object, "terminal"));
    TRY(permit.product, nameMember(object, "product"));
    TRY(permit.manifestDigest, digestMember(object, "manifest"));
    TRY(permit.releaseDigest, digestMember(object, "release"));
    TRY(permit.sequence, countMember(object, "sequence"));
    TRY(permit.notBefore, timeMember(object, "notBefore"));
    TRY(permit.notAfter, timeMember(object, "notAfter"));
    if (permit.notAfter < permit.notBefore) return malformed("notAfter", "no earlier than notBefore");
    const json::value* offline = object.if_contains("offline");
    if (offline == nullptr || !offline->is_bool()) return malformed("offline", "true or false");
    permit.offline = offline->get_bool();
    return permit;
}

}  // namespace

std::string signPermit(const Permit& permit, const PrivateKey& key) {
    json::object object;
    object["deployment"] = permit.deployment;
    object["terminal"] = permit.terminal;
    object["product"] = permit.product;
    object["manifest"] = permit.manifestDigest;
    object["release"] = permit.releaseDigest;
    object["sequence"] = permit.sequence;
    object["notBefore"] = toRfc3339(permit.notBefore);
    object["notAfter"] = toRfc3339(permit.notAfter);
    object["offline"] = permit.offline;
    return signJws(object, kType, key);
}

Result<Permit> verifyPermit(std::string_view text, const PublicKey& key) {
    auto object = verifyJws(text, kType, key);
    if (!object) return std::move(object).error().within("permit");
    auto permit = permitOf(*object);
    if (!permit) return std::move(permit).error().within("permit");
    return permit;
}

}  // namespace signalbox::trust
