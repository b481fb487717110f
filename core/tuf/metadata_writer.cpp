// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/metadata_writer.h"

#include <fmt/chrono.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace signalbox::tuf {
namespace {

namespace json = boost::json;

constexpr const char* kSpecification = "1.0.34";

/// Section 4.2.1 knows whole seconds only.
std::string timeText(TimePoint time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", seconds);
}

json::object headOf(const Header& header, const char* type) {
    json::object content = header.extra;
    content["_type"] = type;
    content["spec_version"] = kSpecification;
    content["version"] = header.version;
    content["expires"] = timeText(header.expires);
    return content;
}

json::object jsonOf(const Role& role) {
    json::object object;
    object["keyids"] = json::array(role.keyIds.begin(), role.keyIds.end());
    object["threshold"] = std::int64_t{role.threshold};
    return object;
}

json::object jsonOf(const Keys& keys) {
    json::object object;
    for (const auto& [id, key] : keys)
        object[id] = key.json();
    return object;
}

json::object jsonOf(const FileFacts& facts) {
    json::object object;
    if (facts.length) object["length"] = static_cast<std::int64_t>(*facts.length);
    if (facts.hashes.empty()) return object;
    json::object hashes;
    for (const auto& [algorithm, hash] : facts.hashes)
        hashes[algorithm] = hash;
    object["hashes"] = std::move(hashes);
    return object;
}

json::object jsonOf(const MetaFile& file) {
    json::object object = jsonOf(static_cast<const FileFacts&>(file));
    object["version"] = file.version;
    return object;
}

json::object jsonOf(const Target& target) {
    json::object object = jsonOf(static_cast<const FileFacts&>(target));
    if (!target.custom.empty()) object["custom"] = target.custom;
    return object;
}

json::object jsonOf(const DelegatedRole& role) {
    json::object object = jsonOf(static_cast<const Role&>(role));
    object["name"] = role.name;
    object["terminating"] = role.terminating;
    if (role.pathHashPrefixes.empty()) {
        object["paths"] = json::array(role.paths.begin(), role.paths.end());
    } else {
        object["path_hash_prefixes"] = json::array(role.pathHashPrefixes.begin(), role.pathHashPrefixes.end());
    }
    return object;
}

json::object jsonOf(const Delegations& delegations) {
    json::object object;
    object["keys"] = jsonOf(delegations.keys);
    if (delegations.succinct) {
        json::object bins = jsonOf(static_cast<const Role&>(*delegations.succinct));
        bins["bit_length"] = std::int64_t{delegations.succinct->bitLength};
        bins["name_prefix"] = delegations.succinct->prefix;
        object["succinct_roles"] = std::move(bins);
        return object;
    }
    json::array roles;
    for (const DelegatedRole& role : delegations.roles)
        roles.push_back(jsonOf(role));
    object["roles"] = std::move(roles);
    return object;
}

}  // namespace

json::object contentOf(const Root& root) {
    json::object content = headOf(root, "root");
    content["consistent_snapshot"] = root.consistentSnapshot;
    content["keys"] = jsonOf(root.keys);
    json::object roles;
    for (const auto& [name, role] : root.roles)
        roles[name] = jsonOf(role);
    content["roles"] = std::move(roles);
    return content;
}

json::object contentOf(const Timestamp& timestamp) {
    json::object content = headOf(timestamp, "timestamp");
    content["meta"] = json::object{{"snapshot.json", jsonOf(timestamp.snapshot)}};
    return content;
}

json::object contentOf(const Snapshot& snapshot) {
    json::object content = headOf(snapshot, "snapshot");
    json::object meta;
    for (const auto& [name, file] : snapshot.files)
        meta[name] = jsonOf(file);
    content["meta"] = std::move(meta);
    return content;
}

json::object contentOf(const Targets& targets) {
    json::object content = headOf(targets, "targets");
    json::object files;
    for (const auto& [path, target] : targets.targets)
        files[path] = jsonOf(target);
    content["targets"] = std::move(files);
    if (!targets.delegations.roles.empty() || targets.delegations.succinct)
        content["delegations"] = jsonOf(targets.delegations);
    return content;
}

std::string documentText(const json::object& content, const std::vector<Signature>& signatures) {
    json::array list;
    for (const Signature& signature : signatures)
        list.push_back(json::object{{"keyid", signature.keyId}, {"sig", signature.hex}});
    return json::serialize(json::object{{"signed", content}, {"signatures", std::move(list)}});
}

MetaFile describe(std::string_view bytes, std::int64_t version) {
    MetaFile file;
    file.version = version;
    file.length = bytes.size();
    file.hashes["sha256"] = sha256Hex(bytesOf(bytes));
    return file;
}

}  // namespace signalbox::tuf
