// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/delegation.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstdint>

#include "core/base/hash.h"

namespace signalbox::tuf {
namespace {

bool maySpeakOf(const DelegatedRole& role, std::string_view path, std::string_view pathHash) {
    const auto byPath = [path](const std::string& pattern) { return matchesPattern(path, pattern); };
    const auto byHash = [pathHash](const std::string& prefix) { return pathHash.starts_with(prefix); };
    return std::any_of(role.paths.begin(), role.paths.end(), byPath) ||
           std::any_of(role.pathHashPrefixes.begin(), role.pathHashPrefixes.end(), byHash);
}

std::size_t binDigits(const SuccinctRoles& roles) {
    return (roles.bitLength + 3) / 4;
}

std::string binOf(const SuccinctRoles& roles, std::string_view path) {
    const Sha256 hash = sha256(bytesOf(path));
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < 4; ++i)
        first = first << 8 | hash[i];
    const std::uint32_t bin = first >> (32 - roles.bitLength);
    return fmt::format("{}-{:0{}x}", roles.prefix, bin, binDigits(roles));
}

bool isBin(const SuccinctRoles& roles, std::string_view name) {
    if (!name.starts_with(roles.prefix) || name.size() != roles.prefix.size() + 1 + binDigits(roles)) return false;
    const std::string_view number = name.substr(roles.prefix.size());
    if (number.front() != '-') return false;
    std::uint64_t bin = 0;
    for (const char c : number.substr(1)) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(c >= 'a' && c <= 'f')) return false;
        bin = bin * 16 + static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
    }
    return bin < (std::uint64_t{1} << roles.bitLength);
}

}  // namespace

bool matchesPattern(std::string_view path, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;  // the last one, and where what it stands for ends so far
    std::size_t starEnd = 0;
    while (at < path.size()) {
        const bool more = in < pattern.size();
        if (more && pattern[in] == '*') {
            star = in++;
            starEnd = at;
        } else if (more && (pattern[in] == path[at] || (pattern[in] == '?' && path[at] != '/'))) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos && path[starEnd] != '/') {
            in = star + 1;
            at = ++starEnd;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == '*')
        ++in;
    return in == pattern.size();
}

std::vector<Delegate> delegatesFor(const Delegations& delegations, std::string_view path) {
    if (delegations.succinct) return {{binOf(*delegations.succinct, path), true}};
    const std::string pathHash = sha256Hex(bytesOf(path));
    std::vector<Delegate> delegates;
    for (const DelegatedRole& role : delegations.roles) {
        if (!maySpeakOf(role, path, pathHash)) continue;
        delegates.push_back({role.name, role.terminating});
        if (role.terminating) break;
    }
    return delegates;
}

const Role* delegatedRole(const Delegations& delegations, std::string_view name) {
    if (delegations.succinct) return isBin(*delegations.succinct, name) ? &*delegations.succinct : nullptr;
    const auto found = std::find_if(delegations.roles.begin(), delegations.roles.end(),
                                    [name](const DelegatedRole& role) { return role.name == name; });
    return found == delegations.roles.end() ? nullptr : &*found;
}

}  // namespace signalbox::tuf
