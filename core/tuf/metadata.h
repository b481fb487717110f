// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/tuf/signed_document.h"

/// The content of metadata files (TUF 1.0.34, section 4), as values. Reading bounds and checks the form only; whether
/// it is to be believed is TrustedMetadata's matter. Errors are BaseErrc::malformed and name the member.
namespace signalbox::tuf {

/// What every role's metadata says of itself.
struct Header {
    std::int64_t version = 0;
    TimePoint expires;
    boost::json::object extra{};  ///< members of our own, "x-…", that clients of other makes pass over
};

/// What identifies the bytes of a file; hashes by algorithm, lower-case hex.
struct FileFacts {
    std::optional<std::uint64_t> length;
    std::map<std::string, std::string, std::less<>> hashes;
};
/// BaseErrc::corrupt where length or a hash is another; BaseErrc::unsupported where there are hashes of unknown
/// algorithms only.
[[nodiscard]] Result<void> checkFile(const FileFacts& facts, Bytes bytes, std::string_view name);

struct MetaFile : FileFacts {
    std::int64_t version = 0;
};

struct Root : Header {
    bool consistentSnapshot = false;
    Keys keys;
    std::map<std::string, Role, std::less<>> roles;  ///< root, timestamp, snapshot, targets
};

struct Timestamp : Header {
    MetaFile snapshot;
};

struct Snapshot : Header {
    std::map<std::string, MetaFile, std::less<>> files;  ///< by file name, "targets.json"
};

struct Target : FileFacts {
    boost::json::object custom;
};

struct DelegatedRole : Role {
    std::string name;
    bool terminating = false;
    /// Which targets it may speak of: path patterns, or prefixes of the SHA-256 of the path in hex.
    std::vector<std::string> paths;
    std::vector<std::string> pathHashPrefixes;
};

/// Bins by the first bits of the SHA-256 of the path: `prefix`-00 and so on.
struct SuccinctRoles : Role {
    std::uint32_t bitLength = 1;
    std::string prefix;
};

struct Delegations {
    Keys keys;
    std::vector<DelegatedRole> roles;  ///< in order of priority
    std::optional<SuccinctRoles> succinct;
};

struct Targets : Header {
    std::map<std::string, Target, std::less<>> targets;  ///< by path
    Delegations delegations;
};

[[nodiscard]] Result<Root> readRoot(const boost::json::object& content);
[[nodiscard]] Result<Timestamp> readTimestamp(const boost::json::object& content);
[[nodiscard]] Result<Snapshot> readSnapshot(const boost::json::object& content);
[[nodiscard]] Result<Targets> readTargets(const boost::json::object& content);

}  // namespace signalbox::tuf
