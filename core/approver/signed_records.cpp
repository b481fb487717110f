// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/signed_records.h"

#include <algorithm>

namespace signalbox::approver {
namespace {

namespace json = boost::json;

constexpr std::string_view kOwners = "x-signalbox-owners";
constexpr std::string_view kRules = "x-signalbox-rules";
constexpr std::string_view kOwnRequests = "own_requests";
constexpr std::string_view kApprovalDays = "approval_days";
constexpr std::string_view kAudit = "x-signalbox-audit";
constexpr std::size_t kMostName = 64;
constexpr std::size_t kHash = 64;

bool isName(const json::value& value) {
    if (!value.is_string()) return false;
    const std::string_view name = value.get_string();
    return !name.empty() && name.size() <= kMostName && std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

Error badRules(std::string_view product) {
    return makeError(BaseErrc::malformed, std::string(kRules) + ": those of " + std::string(product) + " are none");
}

/// The channels that a role's paths name; none: it may speak of all.
std::vector<std::string> channelsOf(const tuf::DelegatedRole& role, std::string_view product) {
    std::vector<std::string> channels;
    if (role.paths == approverPaths(product, {})) return channels;
    for (const std::string& path : role.paths) {
        const auto begin = path.find('/') + 1;
        const std::string channel = path.substr(begin, path.find('/', begin) - begin);
        if (std::find(channels.begin(), channels.end(), channel) == channels.end()) channels.push_back(channel);
    }
    return channels;
}

}  // namespace

std::vector<std::string> approverPaths(std::string_view product, const std::vector<std::string>& channels) {
    std::vector<std::string> paths;
    for (const std::string& channel : channels.empty() ? std::vector<std::string>{"*"} : channels)
        for (const char* const rest : {"/*", "/*/*"})
            paths.push_back(std::string(product) + "/" + channel + rest);
    return paths;
}

Result<ApprovalRules> approvalRulesOf(const tuf::Targets& content, std::string_view product) {
    ApprovalRules rules;
    for (const tuf::DelegatedRole& role : content.delegations.roles)
        if (role.name == "p-" + std::string(product)) rules.channels = channelsOf(role, product);
    const json::value* const all = content.extra.if_contains(kRules);
    if (!all) return rules;
    if (!all->is_object()) return badRules(product);
    const json::value* const member = all->get_object().if_contains(product);
    if (!member) return rules;
    const json::object* const said = member->if_object();
    const json::value* const own = said ? said->if_contains(kOwnRequests) : nullptr;
    const json::value* const days = said ? said->if_contains(kApprovalDays) : nullptr;
    if (!own || !own->is_bool() || !days || !days->is_int64()) return badRules(product);
    rules.ownRequests = own->get_bool();
    rules.approvalDays = days->get_int64();
    if (rules.approvalDays < 0 || rules.approvalDays > kMostApprovalDays) return badRules(product);
    return rules;
}

std::string textOf(const ApprovalRules& rules) {
    std::string text;
    const auto add = [&text](const std::string& rule) { text += (text.empty() ? "" : "; ") + rule; };
    std::string channels;
    for (const std::string& channel : rules.channels)
        channels += (channels.empty() ? "" : ", ") + channel;
    if (!channels.empty()) add("for the channels " + channels);
    if (!rules.ownRequests) add("who asked for a release may not sign it");
    if (rules.approvalDays > 0) add("an approval holds " + std::to_string(rules.approvalDays) + " days");
    return text;
}

void setApprovalRules(tuf::Targets& content, const std::string& product, const ApprovalRules& rules) {
    json::object all;
    if (const json::value* const known = content.extra.if_contains(kRules); known && known->is_object())
        all = known->get_object();
    all.erase(product);
    if (!rules.ownRequests || rules.approvalDays > 0)
        all[product] = json::object{{kOwnRequests, rules.ownRequests}, {kApprovalDays, rules.approvalDays}};
    content.extra.erase(kRules);
    if (!all.empty()) content.extra[kRules] = std::move(all);
}

Result<KeyOwners> keyOwnersOf(const tuf::Header& content) {
    KeyOwners owners;
    const json::value* const member = content.extra.if_contains(kOwners);
    if (!member) return owners;
    if (!member->is_object()) return makeError(BaseErrc::malformed, std::string(kOwners) + " is no object");
    for (const auto& [id, name] : member->get_object()) {
        if (!isName(name))
            return makeError(BaseErrc::malformed, std::string(kOwners) + ": a name of 1 to 64 bytes is wanted");
        owners.emplace(id, name.get_string());
    }
    return owners;
}

void setKeyOwners(tuf::Header& content, const KeyOwners& owners) {
    content.extra.erase(kOwners);
    if (owners.empty()) return;
    json::object member;
    for (const auto& [id, name] : owners)
        member[id] = name;
    content.extra[kOwners] = std::move(member);
}

std::optional<AuditAnchor> auditAnchorOf(const tuf::Header& content) {
    const json::value* const member = content.extra.if_contains(kAudit);
    if (!member || !member->is_object()) return std::nullopt;
    const json::value* const sequence = member->get_object().if_contains("sequence");
    const json::value* const hash = member->get_object().if_contains("hash");
    if (!sequence || !sequence->is_int64() || sequence->get_int64() < 1) return std::nullopt;
    if (!hash || !hash->is_string() || hash->get_string().size() != kHash) return std::nullopt;
    return AuditAnchor{sequence->get_int64(), std::string(hash->get_string())};
}

void setAuditAnchor(tuf::Header& content, const AuditAnchor& anchor) {
    content.extra[kAudit] = json::object{{"sequence", anchor.sequence}, {"hash", anchor.hash}};
}

void dropAuditAnchor(tuf::Header& content) {
    content.extra.erase(kAudit);
}

}  // namespace signalbox::approver
