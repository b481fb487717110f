// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/statement.h"

#include <boost/json/array.hpp>

namespace signalbox::approver {
namespace {

namespace json = boost::json;

SignersLine signersLine(std::string role, const tuf::Role& needed, const KeyOwners& owners) {
    SignersLine line{std::move(role), needed.threshold, {needed.keyIds.begin(), needed.keyIds.end()}};
    for (const std::string& id : line.keyIds) {
        const auto owner = owners.find(id);
        line.names.push_back(owner == owners.end() ? std::string() : owner->second);
    }
    return line;
}

Result<std::vector<SignersLine>> signersOf(const tuf::Root& root) {
    TRY(const KeyOwners owners, keyOwnersOf(root));
    std::vector<SignersLine> lines;
    for (const auto& [name, role] : root.roles)
        lines.push_back(signersLine(name, role, owners));
    return lines;
}

Result<std::vector<SignersLine>> signersOf(const tuf::Targets& targets) {
    TRY(const KeyOwners owners, keyOwnersOf(targets));
    std::vector<SignersLine> lines;
    for (const tuf::DelegatedRole& role : targets.delegations.roles) {
        lines.push_back(signersLine(role.name, role, owners));
        if (!role.name.starts_with("p-")) continue;
        TRY(lines.back().rules, approvalRulesOf(targets, std::string_view(role.name).substr(2)));
    }
    return lines;
}

void compareSigners(const std::vector<SignersLine>& before, const std::vector<SignersLine>& after,
                    Statement& statement) {
    const auto find = [](const std::vector<SignersLine>& lines, const std::string& role) -> const SignersLine* {
        for (const SignersLine& line : lines)
            if (line.role == role) return &line;
        return nullptr;
    };
    for (const SignersLine& line : after) {
        const SignersLine* const known = find(before, line.role);
        if (!known || !(*known == line)) statement.signers.push_back(line);
    }
    for (const SignersLine& line : before)
        if (!find(after, line.role)) statement.without.push_back(line.role);
}

void compareReleases(const tuf::Targets* before, const tuf::Targets& after, Statement& statement) {
    for (const auto& [path, target] : after.targets) {
        const ReleaseLine line = lineOf(path, target);
        const auto known = before ? before->targets.find(path) : after.targets.end();
        if (!before || known == before->targets.end()) {
            statement.added.push_back(line);
        } else if (const ReleaseLine was = lineOf(path, known->second); !(was == line)) {
            statement.changed.push_back({was, line});
        } else {
            ++statement.unchanged;
        }
    }
    if (!before) return;
    for (const auto& [path, target] : before->targets)
        if (!after.targets.contains(path)) statement.removed.push_back(lineOf(path, target));
}

Result<Statement> headOf(const std::string& role, const tuf::Header* believed, const tuf::Header& proposed) {
    const std::int64_t next = believed ? believed->version + 1 : 1;
    if (proposed.version != next)
        return makeError(BaseErrc::wrongState, role + " is to be version " + std::to_string(proposed.version) +
                                                   ", and " + std::to_string(next) + " comes next");
    Statement statement;
    statement.role = role;
    statement.version = proposed.version;
    statement.ends = proposed.expires;
    return statement;
}

}  // namespace

ReleaseLine lineOf(const std::string& path, const tuf::Target& target) {
    ReleaseLine line;
    line.path = path;
    if (const auto hash = target.hashes.find("sha256"); hash != target.hashes.end())
        line.digest = "sha256:" + hash->second;
    line.size = target.length.value_or(0);
    const json::value* const counter = target.custom.if_contains("release_counter");
    if (counter && counter->is_int64()) line.counter = counter->get_int64();
    const json::value* const channel = target.custom.if_contains("channel");
    if (channel && channel->is_string()) line.channel = std::string(channel->get_string());
    const json::value* const end = target.custom.if_contains("not_after");
    if (end && end->is_string())
        if (const auto time = fromRfc3339(std::string_view(end->get_string()))) line.approvedUntil = *time;
    const json::value* const hardware = target.custom.if_contains("hw");
    if (!hardware || !hardware->is_array()) return line;
    for (const json::value& platform : hardware->get_array())
        if (platform.is_string()) line.platforms.emplace_back(platform.get_string());
    return line;
}

Result<Statement> statementOf(const tuf::Root* believed, const json::object& proposed) {
    TRY(const tuf::Root content, tuf::readRoot(proposed));
    TRY(Statement statement, headOf("root", believed, content));
    std::vector<SignersLine> before;
    if (believed) {
        TRY(before, signersOf(*believed));
    }
    TRY(const std::vector<SignersLine> after, signersOf(content));
    compareSigners(before, after, statement);
    return statement;
}

Result<Statement> statementOf(const std::string& role, const tuf::Targets* believed, const json::object& proposed) {
    TRY(const tuf::Targets content, tuf::readTargets(proposed));
    TRY(Statement statement, headOf(role, believed, content));
    std::vector<SignersLine> before;
    if (believed) {
        TRY(before, signersOf(*believed));
    }
    TRY(const std::vector<SignersLine> after, signersOf(content));
    compareSigners(before, after, statement);
    statement.audit = auditAnchorOf(content);
    compareReleases(believed, content, statement);
    return statement;
}

}  // namespace signalbox::approver
