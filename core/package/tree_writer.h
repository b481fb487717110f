// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/file_system.h"

namespace signalbox::package {

/// Builds a new folder entry by entry and keeps every entry inside it. Names come as of entryPath(); what this object
/// made itself is all it ever writes below, so a link cannot carry a write outside. Errors name the entry.
class TreeWriter {
public:
    TreeWriter(FileSystem& files, std::filesystem::path into) : m_files(files), m_into(std::move(into)) {}

    /// Makes the folder. BaseErrc::alreadyExists where anything has its name.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> addDirectory(const std::string& path, unsigned mode);
    [[nodiscard]] Result<void> addSymlink(const std::string& path, const std::string& target);
    [[nodiscard]] Result<void> addHardLink(const std::string& path, const std::string& existing);
    /// Between beginFile() and endFile() the content goes through write().
    [[nodiscard]] Result<void> beginFile(const std::string& path, unsigned mode);
    [[nodiscard]] Result<void> write(Bytes bytes) { return m_file->write(bytes); }
    [[nodiscard]] Result<void> endFile();
    /// Entries so far, folders that the archive only implied included.
    [[nodiscard]] std::uint64_t size() const { return m_entries.size(); }
    /// Sets the modes of directories and makes everything durable, the folder's own name included.
    [[nodiscard]] Result<void> finish();
    /// Takes the folder away again.
    void abandon();

private:
    enum class Kind { impliedDirectory, directory, file, symlink };
    struct Entry {
        Kind kind = Kind::impliedDirectory;
        unsigned mode = 0755;  ///< of a directory
        std::string target;    ///< of a symbolic link
    };

    [[nodiscard]] std::filesystem::path onDisk(const std::string& path) const { return m_into / path; }
    [[nodiscard]] Result<void> makeParents(const std::string& path);
    [[nodiscard]] Result<void> claim(const std::string& path, Entry entry);
    [[nodiscard]] Result<void> syncDirectories();

    FileSystem& m_files;
    std::filesystem::path m_into;
    std::filesystem::path m_anchor;  ///< the nearest folder above that was there before
    std::unique_ptr<FileSystemBarrier> m_barrier;
    std::unique_ptr<FileWriter> m_file;
    std::map<std::string, Entry, std::less<>> m_entries;
    unsigned m_rootMode = 0755;
    bool m_rootNamed = false;
    bool m_made = false;
};

}  // namespace signalbox::package
