// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_system.h"

namespace signalbox::node {

/// What a manager tells a node that has joined, whenever it changes: where the manager is, and whom to trust.
struct ManagerWord {
    std::string tokenRealm;  ///< "https://host:port/token", where the manager is asked from now on
    std::string caPem;       ///< the authorities to trust from now on, first the one that issues certificates
};
inline constexpr std::size_t kMostWordBytes = 65536;
/// {"tokenRealm","authorities"}; BaseErrc::malformed names the member.
[[nodiscard]] Result<ManagerWord> parseManagerWord(std::string_view json);

/// What the node answers: whom it trusts, and who issued the certificate it has.
struct NodeTrust {
    std::vector<std::string> authorities;  ///< fingerprints, in the manager's order
    std::string certificateAuthority;      ///< fingerprint
};
[[nodiscard]] std::string nodeTrustText(const NodeTrust& trust);

/// Keeps it in the node's folder, durable, where it differs from what is there.
[[nodiscard]] Result<NodeTrust> keepManagerWord(FileSystem& files, const std::filesystem::path& data,
                                                const ManagerWord& word);
/// What becomes of a word, on the thread that writes.
using HearManager = std::function<Result<NodeTrust>(const ManagerWord&)>;

}  // namespace signalbox::node
