// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/tree_writer.h"

#include "core/base/log.h"
#include "core/package/entry_path.h"

namespace signalbox::package {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kFileModes = 0777;        // neither setuid nor setgid nor sticky
constexpr unsigned kDirectoryModes = 01777;  // sticky means something there
constexpr unsigned kOwnerAll = 0700;         // or the agent could not take the version away again

Error malformed(std::string_view path, std::string_view why) {
    return makeError(BaseErrc::malformed, "archive entry '" + printable(path, 256) + "' " + std::string(why));
}

}  // namespace

Result<void> TreeWriter::open() {
    std::error_code error;
    if (m_into.filename().empty()) m_into = m_into.parent_path();  // "folder/"
    const fs::file_type there = fs::symlink_status(m_into, error).type();
    if (there == fs::file_type::none)
        return makeError(boost::system::error_code(error.value(), boost::system::system_category()), m_into.string());
    if (there != fs::file_type::not_found)
        return makeError(BaseErrc::alreadyExists, m_into.string() + " is already there");
    m_anchor = fs::absolute(m_into, error).parent_path();
    while (m_anchor.has_relative_path() && !fs::is_directory(m_anchor, error))
        m_anchor = m_anchor.parent_path();
    auto barrier = m_files.openBarrier(m_anchor);
    if (barrier)
        m_barrier = std::move(*barrier);
    else if (barrier.error().code != BaseErrc::unsupported)
        return std::move(barrier).error();
    m_made = true;
    return m_files.makeDirectories(m_into);
}

Result<void> TreeWriter::makeParents(const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const auto [parent, isNew] = m_entries.try_emplace(path.substr(0, slash));
        if (parent->second.kind == Kind::symlink) return malformed(path, "lies below a symbolic link");
        if (parent->second.kind == Kind::file) return malformed(path, "lies below a file");
        if (isNew) {
            CHECK(m_files.makeDirectories(onDisk(parent->first)));
        }
    }
    return {};
}

Result<void> TreeWriter::claim(const std::string& path, Entry entry) {
    if (path.empty()) return malformed(".", "is not a directory");
    CHECK(makeParents(path));
    if (!m_entries.try_emplace(path, std::move(entry)).second) return malformed(path, "stands there twice");
    return {};
}

Result<void> TreeWriter::addDirectory(const std::string& path, unsigned mode) {
    mode = (mode & kDirectoryModes) | kOwnerAll;
    if (path.empty()) {
        if (std::exchange(m_rootNamed, true)) return malformed(".", "stands there twice");
        m_rootMode = mode;
        return {};
    }
    CHECK(makeParents(path));
    const auto [entry, isNew] = m_entries.try_emplace(path, Entry{Kind::directory, mode, {}});
    if (isNew) return m_files.makeDirectories(onDisk(path));
    if (entry->second.kind != Kind::impliedDirectory) return malformed(path, "stands there twice");
    entry->second = Entry{Kind::directory, mode, {}};
    return {};
}

Result<void> TreeWriter::addSymlink(const std::string& path, const std::string& target) {
    CHECK(checkLinkTarget(path, target));
    CHECK(claim(path, Entry{Kind::symlink, 0, target}));
    return m_files.makeSymlink(target, onDisk(path));
}

Result<void> TreeWriter::addHardLink(const std::string& path, const std::string& existing) {
    const auto entry = m_entries.find(existing);
    if (entry == m_entries.end() || existing == path)
        return malformed(path, "is a hard link to what is not in the archive before it");
    // A second name of a link is a link of its own: from another folder its target is another place.
    if (entry->second.kind == Kind::symlink) return addSymlink(path, std::string(entry->second.target));
    if (entry->second.kind != Kind::file) return malformed(path, "is a hard link to a directory");
    CHECK(claim(path, Entry{Kind::file, 0, {}}));
    return m_files.makeHardLink(onDisk(existing), onDisk(path));
}

Result<void> TreeWriter::beginFile(const std::string& path, unsigned mode) {
    CHECK(claim(path, Entry{Kind::file, 0, {}}));
    TRY(m_file, m_files.create(onDisk(path), mode & kFileModes));
    return {};
}

Result<void> TreeWriter::endFile() {
    const auto file = std::move(m_file);
    if (!m_barrier) return file->sync();
    return {};
}

Result<void> TreeWriter::finish() {
    for (const auto& [path, entry] : m_entries) {
        if (entry.kind != Kind::directory && entry.kind != Kind::impliedDirectory) continue;
        CHECK(m_files.setMode(onDisk(path), entry.mode));
    }
    CHECK(m_files.setMode(m_into, m_rootMode));
    return m_barrier ? m_barrier->sync() : syncDirectories();
}

/// From the innermost outwards: in the map each directory comes before what it contains.
Result<void> TreeWriter::syncDirectories() {
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->second.kind != Kind::directory && entry->second.kind != Kind::impliedDirectory) continue;
        CHECK(m_files.syncDirectory(onDisk(entry->first)));
    }
    std::error_code error;
    for (fs::path path = fs::absolute(m_into, error); path != m_anchor; path = path.parent_path()) {
        CHECK(m_files.syncDirectory(path));
    }
    return m_files.syncDirectory(m_anchor);
}

void TreeWriter::abandon() {
    m_file.reset();
    if (!m_made) return;
    const auto removed = m_files.remove(m_into);
    if (!removed) logWarning("package", "leaves a half-unpacked folder: {}", removed.error().text());
}

}  // namespace signalbox::package
