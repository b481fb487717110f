// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/metadata.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <utility>

#include "core/trust/json_members.h"

namespace signalbox::tuf {
namespace {

namespace json = boost::json;
using trust::arrayMember;
using trust::integerMember;
using trust::stringMember;

constexpr std::size_t kMaxKeys = 1024;
constexpr std::size_t kMaxName = 512;                   // bytes of a role's name
constexpr std::uint32_t kMaxBitLength = 32;             // the first four bytes of the hash choose a bin
constexpr std::string_view kSpecificationMajor = "1.";  // "1.0.34"
constexpr std::string_view kExtra = "x-";
constexpr std::array kTopRoles = {"root", "timestamp", "snapshot", "targets"};

Result<const json::object*> objectMember(const json::object& object, std::string_view name) {
    const json::value* const value = object.if_contains(name);
    if (!value || !value->is_object())
        return makeError(BaseErrc::malformed, std::string(name) + " is missing or no object");
    return &value->get_object();
}

Result<bool> boolMember(const json::object& object, std::string_view name) {
    const json::value* const value = object.if_contains(name);
    if (!value || !value->is_bool())
        return makeError(BaseErrc::malformed, std::string(name) + " is missing or neither true nor false");
    return value->get_bool();
}

Result<std::vector<std::string>> stringsMember(const json::object& object, std::string_view name) {
    TRY(const json::array* const list, arrayMember(object, name));
    std::vector<std::string> strings;
    for (const json::value& item : *list) {
        if (!item.is_string()) return makeError(BaseErrc::malformed, std::string(name) + " holds more than texts");
        strings.emplace_back(item.get_string());
    }
    return strings;
}

Result<Header> readHeader(const json::object& content, std::string_view type) {
    TRY(const std::string is, stringMember(content, "_type"));
    if (is != type) return makeError(BaseErrc::malformed, "_type is '" + is + "', not '" + std::string(type) + "'");
    TRY(const std::string specification, stringMember(content, "spec_version"));
    if (!std::string_view(specification).starts_with(kSpecificationMajor))
        return makeError(BaseErrc::unsupported, "spec_version is " + specification);
    Header header;
    TRY(header.version, integerMember(content, "version"));
    if (header.version < 1) return makeError(BaseErrc::malformed, "version is below 1");
    TRY(const std::string expires, stringMember(content, "expires"));
    TRY(header.expires, fromRfc3339(expires));
    for (const auto& [name, value] : content)
        if (std::string_view(name).starts_with(kExtra)) header.extra[name] = value;
    return header;
}

Result<Role> readRole(const json::object& from) {
    Role role;
    TRY(const std::vector<std::string> ids, stringsMember(from, "keyids"));
    if (ids.size() > kMaxKeys) return makeError(BaseErrc::tooLarge, "keyids: more than 1024");
    role.keyIds.insert(ids.begin(), ids.end());
    if (role.keyIds.size() != ids.size()) return makeError(BaseErrc::malformed, "keyids: one comes twice");
    TRY(const std::int64_t threshold, integerMember(from, "threshold"));
    if (threshold < 1 || threshold > static_cast<std::int64_t>(kMaxKeys))
        return makeError(BaseErrc::malformed, "threshold is not from 1 to 1024");
    role.threshold = static_cast<std::uint32_t>(threshold);
    return role;
}

Result<Keys> readKeys(const json::object& from) {
    TRY(const json::object* const object, objectMember(from, "keys"));
    if (object->size() > kMaxKeys) return makeError(BaseErrc::tooLarge, "keys: more than 1024");
    Keys keys;
    for (const auto& [id, value] : *object) {
        if (!value.is_object()) return makeError(BaseErrc::malformed, "key " + std::string(id) + " is no object");
        auto key = VerificationKey::fromJson(value.get_object());
        if (!key) return std::move(key).error().within("key " + std::string(id));
        keys.emplace(id, std::move(*key));
    }
    return keys;
}

Result<FileFacts> readFacts(const json::object& from, bool needed) {
    FileFacts facts;
    if (needed || from.contains("length")) {
        TRY(const std::int64_t length, integerMember(from, "length"));
        if (length < 0) return makeError(BaseErrc::malformed, "length is negative");
        facts.length = static_cast<std::uint64_t>(length);
    }
    if (!needed && !from.contains("hashes")) return facts;
    TRY(const json::object* const hashes, objectMember(from, "hashes"));
    if (hashes->empty()) return makeError(BaseErrc::malformed, "hashes is empty");
    for (const auto& [algorithm, value] : *hashes) {
        if (!value.is_string()) return makeError(BaseErrc::malformed, "hashes holds more than texts");
        facts.hashes.emplace(algorithm, value.get_string());
    }
    return facts;
}

Result<MetaFile> readMetaFile(const json::object& from) {
    MetaFile file;
    TRY(static_cast<FileFacts&>(file), readFacts(from, false));
    TRY(file.version, integerMember(from, "version"));
    if (file.version < 1) return makeError(BaseErrc::malformed, "version is below 1");
    return file;
}

/// Each member of an object that is an object itself, with its name in errors.
template <class Read>
Result<void> forEachObject(const json::object& object, std::string_view what, const Read& read) {
    for (const auto& [name, value] : object) {
        const std::string where = std::string(what) + " '" + std::string(name) + "'";
        if (!value.is_object()) return makeError(BaseErrc::malformed, where + " is no object");
        if (auto done = read(std::string(name), value.get_object()); !done)
            return std::move(done).error().within(where);
    }
    return {};
}

Result<DelegatedRole> readDelegatedRole(const json::object& from) {
    DelegatedRole role;
    TRY(static_cast<Role&>(role), readRole(from));
    TRY(role.name, stringMember(from, "name"));
    if (role.name.empty() || role.name.size() > kMaxName)
        return makeError(BaseErrc::malformed, "name is empty or above 512 bytes");
    if (std::find(kTopRoles.begin(), kTopRoles.end(), role.name) != kTopRoles.end())
        return makeError(BaseErrc::malformed, "name '" + role.name + "' is a top-level role's");
    TRY(role.terminating, boolMember(from, "terminating"));
    const bool byPath = from.contains("paths");
    if (byPath == from.contains("path_hash_prefixes"))
        return makeError(BaseErrc::malformed, "exactly one of paths and path_hash_prefixes is expected");
    if (byPath) {
        TRY(role.paths, stringsMember(from, "paths"));
    } else {
        TRY(role.pathHashPrefixes, stringsMember(from, "path_hash_prefixes"));
    }
    return role;
}

Result<SuccinctRoles> readSuccinctRoles(const json::object& from) {
    SuccinctRoles roles;
    TRY(static_cast<Role&>(roles), readRole(from));
    TRY(const std::int64_t bits, integerMember(from, "bit_length"));
    if (bits < 1 || bits > kMaxBitLength) return makeError(BaseErrc::malformed, "bit_length is not from 1 to 32");
    roles.bitLength = static_cast<std::uint32_t>(bits);
    TRY(roles.prefix, stringMember(from, "name_prefix"));
    if (roles.prefix.empty() || roles.prefix.size() > kMaxName)
        return makeError(BaseErrc::malformed, "name_prefix is empty or above 512 bytes");
    return roles;
}

Result<Delegations> readDelegations(const json::object& from) {
    Delegations delegations;
    TRY(delegations.keys, readKeys(from));
    if (from.contains("roles") == from.contains("succinct_roles"))
        return makeError(BaseErrc::malformed, "exactly one of roles and succinct_roles is expected");
    if (from.contains("succinct_roles")) {
        TRY(const json::object* const succinct, objectMember(from, "succinct_roles"));
        TRY(delegations.succinct, readSuccinctRoles(*succinct));
        return delegations;
    }
    TRY(const json::array* const roles, arrayMember(from, "roles"));
    std::set<std::string, std::less<>> names;
    for (const json::value& value : *roles) {
        if (!value.is_object()) return makeError(BaseErrc::malformed, "roles holds more than objects");
        TRY(DelegatedRole role, readDelegatedRole(value.get_object()));
        if (!names.insert(role.name).second)
            return makeError(BaseErrc::malformed, "role '" + role.name + "' comes twice");
        delegations.roles.push_back(std::move(role));
    }
    return delegations;
}

}  // namespace

Result<void> checkFile(const FileFacts& facts, Bytes bytes, std::string_view name) {
    if (facts.length && bytes.size() != *facts.length)
        return makeError(BaseErrc::corrupt, std::string(name) + " has " + std::to_string(bytes.size()) +
                                                " bytes, not " + std::to_string(*facts.length));
    bool compared = facts.hashes.empty();
    for (const auto& [algorithm, wanted] : facts.hashes) {
        if (algorithm != "sha256" && algorithm != "sha512") continue;
        Hasher hasher(algorithm == "sha256" ? Hasher::Algorithm::sha256 : Hasher::Algorithm::sha512);
        hasher.update(bytes);
        if (hasher.finishHex() != wanted)
            return makeError(BaseErrc::corrupt, std::string(name) + " has another " + algorithm);
        compared = true;
    }
    if (!compared) return makeError(BaseErrc::unsupported, std::string(name) + ": no hash of a known algorithm");
    return {};
}

Result<Root> readRoot(const json::object& content) {
    Root root;
    TRY(static_cast<Header&>(root), readHeader(content, "root"));
    if (content.contains("consistent_snapshot")) {
        TRY(root.consistentSnapshot, boolMember(content, "consistent_snapshot"));
    }
    TRY(root.keys, readKeys(content));
    TRY(const json::object* const roles, objectMember(content, "roles"));
    CHECK(forEachObject(*roles, "role", [&root](std::string name, const json::object& from) -> Result<void> {
        TRY(Role role, readRole(from));
        root.roles.emplace(std::move(name), std::move(role));
        return {};
    }));
    for (const char* const name : kTopRoles)
        if (!root.roles.contains(name)) return makeError(BaseErrc::malformed, std::string("no role ") + name);
    return root;
}

Result<Timestamp> readTimestamp(const json::object& content) {
    Timestamp timestamp;
    TRY(static_cast<Header&>(timestamp), readHeader(content, "timestamp"));
    TRY(const json::object* const meta, objectMember(content, "meta"));
    TRY(const json::object* const snapshot, objectMember(*meta, "snapshot.json"));
    TRY(timestamp.snapshot, readMetaFile(*snapshot));
    return timestamp;
}

Result<Snapshot> readSnapshot(const json::object& content) {
    Snapshot snapshot;
    TRY(static_cast<Header&>(snapshot), readHeader(content, "snapshot"));
    TRY(const json::object* const meta, objectMember(content, "meta"));
    CHECK(forEachObject(*meta, "meta", [&snapshot](std::string name, const json::object& from) -> Result<void> {
        TRY(MetaFile file, readMetaFile(from));
        snapshot.files.emplace(std::move(name), std::move(file));
        return {};
    }));
    if (!snapshot.files.contains("targets.json")) return makeError(BaseErrc::malformed, "meta: no targets.json");
    return snapshot;
}

Result<Targets> readTargets(const json::object& content) {
    Targets targets;
    TRY(static_cast<Header&>(targets), readHeader(content, "targets"));
    TRY(const json::object* const files, objectMember(content, "targets"));
    CHECK(forEachObject(*files, "target", [&targets](std::string path, const json::object& from) -> Result<void> {
        Target target;
        TRY(static_cast<FileFacts&>(target), readFacts(from, true));
        if (const json::value* const custom = from.if_contains("custom"); custom && custom->is_object())
            target.custom = custom->get_object();
        targets.targets.emplace(std::move(path), std::move(target));
        return {};
    }));
    if (!content.contains("delegations")) return targets;
    TRY(const json::object* const delegations, objectMember(content, "delegations"));
    TRY(targets.delegations, readDelegations(*delegations));
    return targets;
}

}  // namespace signalbox::tuf
