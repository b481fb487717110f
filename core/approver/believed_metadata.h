// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/approver/signed_records.h"
#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/tuf/metadata.h"

namespace signalbox::approver {

/// What this machine believes of a manager's repository: a folder with the root that was pinned and what was verified
/// since. Blocking; one thread.
class BelievedMetadata {
public:
    /// A published file by its name; nothing where there is none; at most `most` bytes.
    using Fetch = std::function<Result<std::optional<std::string>>(const std::string& name, std::size_t most)>;

    BelievedMetadata(FileSystem& files, std::filesystem::path folder) : m_files(files), m_folder(std::move(folder)) {}

    [[nodiscard]] bool pinned() const;
    /// BaseErrc::alreadyExists where one is pinned.
    [[nodiscard]] Result<void> pin(const std::string& root, TimePoint now);

    /// Root, targets and one product's role, verified anew from the pinned root; nullopt: not published yet.
    struct Now {
        std::optional<tuf::Root> root;
        std::optional<tuf::Targets> targets;
        std::optional<tuf::Targets> product;
    };
    /// Where a manager's audit log was by signatures that this machine verified.
    struct Anchor {
        std::string role;
        std::int64_t version = 0;
        AuditAnchor at;
    };
    /// Of all roles whose files are here; empty where nothing is believed yet.
    [[nodiscard]] Result<std::vector<Anchor>> auditAnchors() const;
    /// Where nothing is pinned yet, the first root that is fetched is pinned. `role`: "" for none of a product.
    [[nodiscard]] Result<Now> refresh(const Fetch& fetch, const std::string& role, TimePoint now);

private:
    FileSystem& m_files;
    std::filesystem::path m_folder;
};

}  // namespace signalbox::approver
