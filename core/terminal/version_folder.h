// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_system.h"

namespace signalbox::terminal {

/// What every install kind has of a product: <root>/<product>/versions/<tree>/ and the symbolic link
/// <root>/<product>/current to one of them (relative, so that a root may be moved). Every step may be repeated, and
/// each is durable when it returns. Blocking.
class VersionFolder {
public:
    VersionFolder(FileSystem& files, std::filesystem::path root) : m_files(files), m_root(std::move(root)) {}

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }
    [[nodiscard]] std::filesystem::path treePath(std::string_view product, std::string_view tree) const;
    [[nodiscard]] std::filesystem::path linkPath(std::string_view product) const;

    /// What is current, for an agent that comes after this one; beside the link.
    [[nodiscard]] std::filesystem::path notePath(std::string_view product) const;

    /// The tree that `current` points to; empty where there is no link. BaseErrc::wrongState where `current` is
    /// something else than such a link.
    [[nodiscard]] Result<std::string> current(std::string_view product) const;
    [[nodiscard]] bool hasTree(std::string_view product, std::string_view tree) const;

    /// Unpacks beside what is there; what a cut-off run left of this tree is removed first. Never touches the tree that
    /// `current` points to (BaseErrc::wrongState).
    [[nodiscard]] Result<void> unpack(std::string_view product, std::string_view tree,
                                      const std::filesystem::path& archive);
    /// The same of a package that is no archive: a tree with that one file.
    [[nodiscard]] Result<void> take(std::string_view product, std::string_view tree,
                                    const std::filesystem::path& package, const std::string& name);
    /// Points `current` to the tree, by one rename.
    [[nodiscard]] Result<void> switchTo(std::string_view product, std::string_view tree);
    /// Takes `current` away: there was nothing before.
    [[nodiscard]] Result<void> removeLink(std::string_view product);
    /// Removes one tree, unless `current` points to it (BaseErrc::wrongState).
    [[nodiscard]] Result<void> removeTree(std::string_view product, std::string_view tree);
    /// Removes every tree of the product but these and the current one.
    [[nodiscard]] Result<void> keepOnly(std::string_view product, const std::vector<std::string>& trees);

private:
    [[nodiscard]] std::filesystem::path folder(std::string_view product) const { return m_root / product; }
    [[nodiscard]] std::filesystem::path versions(std::string_view product) const {
        return folder(product) / "versions";
    }
    [[nodiscard]] Result<void> makeFolders(std::string_view product);

    FileSystem& m_files;
    std::filesystem::path m_root;
};

}  // namespace signalbox::terminal
