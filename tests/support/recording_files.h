// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/file_system.h"

namespace signalbox::test {

/// One change on disk. Paths are relative to the recorded folder and free of links in all but their last component.
struct DiskChange {
    enum class Kind {
        create,      ///< of a file or, where `bytes` is its target, a link; `file` names it from here on
        open,        ///< an existing file, cut to `size`
        write,       ///< `bytes` at the end of `file`
        sync,        ///< of `file`
        makeFolder,  ///< one
        setMode,
        link,    ///< `other` is the new name
        rename,  ///< to `other`
        remove,  ///< one name
        syncFolder,
        syncAll
    };
    Kind kind = Kind::write;
    std::string path;
    std::string other;
    std::string bytes;
    unsigned mode = 0;
    std::uint64_t size = 0;
    int file = 0;
    int mark = 0;  ///< what the recorder's owner says of this moment
};

/// The native file system under one folder, with every change written down in the order in which it was done.
class RecordingFileSystem final : public FileSystem {
public:
    /// Without barriers every file and folder is synced by itself, as on systems that have none.
    explicit RecordingFileSystem(const std::filesystem::path& folder, bool barriers = true);

    [[nodiscard]] Result<std::unique_ptr<FileWriter>> create(const std::filesystem::path& path, unsigned mode) override;
    [[nodiscard]] Result<std::unique_ptr<FileWriter>> append(const std::filesystem::path& path,
                                                             std::uint64_t offset) override;
    [[nodiscard]] Result<void> makeDirectories(const std::filesystem::path& path) override;
    [[nodiscard]] Result<void> setMode(const std::filesystem::path& path, unsigned mode) override;
    [[nodiscard]] Result<void> makeSymlink(const std::string& target, const std::filesystem::path& path) override;
    [[nodiscard]] Result<void> makeHardLink(const std::filesystem::path& existing,
                                            const std::filesystem::path& path) override;
    [[nodiscard]] Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    [[nodiscard]] Result<void> remove(const std::filesystem::path& path) override;
    [[nodiscard]] Result<void> syncDirectory(const std::filesystem::path& path) override;
    [[nodiscard]] Result<std::unique_ptr<FileSystemBarrier>> openBarrier(
        const std::filesystem::path& directory) override;

    /// Set by whoever watches the outside: goes into each change from now on. Any thread.
    std::atomic<int> mark = 0;
    [[nodiscard]] std::vector<DiskChange> changes() const;

private:
    class Writer;
    class Barrier;
    [[nodiscard]] std::string relative(const std::filesystem::path& path) const;
    void note(DiskChange change);

    std::filesystem::path m_folder;
    bool m_barriers;
    mutable std::mutex m_mutex;
    std::vector<DiskChange> m_changes;
    std::atomic<int> m_lastFile = 0;
};

/// What a power cut leaves of changes that were not synced. POSIX promises nothing of them, so the ends are tried and
/// the traps between.
enum class Left {
    synced,   ///< what was synced alone
    names,    ///< all names, but of content what was synced: the renamed file that is empty
    content,  ///< all content, but of names what was synced
    torn,     ///< all names, and half of the content that was not synced
    all       ///< everything, as after kill -9
};
inline constexpr Left kLeft[] = {Left::synced, Left::names, Left::content, Left::torn, Left::all};

/// A disk that knows which of its changes are durable: a file's content and mode by syncing it, a folder's names by
/// syncing that folder, as POSIX has it (a journal gives more; nothing may rest on that).
class PowerCutDisk {
public:
    /// What lies in `folder` now, all of it durable.
    explicit PowerCutDisk(const std::filesystem::path& folder);
    void apply(const DiskChange& change);
    /// Writes what the cut leaves into `folder`, which must not be there.
    void leave(const std::filesystem::path& folder, Left left) const;

private:
    struct Inode {
        std::filesystem::file_type kind = std::filesystem::file_type::regular;
        std::string content;  ///< of a link its target
        std::string syncedContent;
        unsigned mode = 0;
        unsigned syncedMode = 0;
        std::map<std::string, int> names;
        std::map<std::string, int> syncedNames;
        void sync();
    };
    [[nodiscard]] int take(const std::filesystem::path& path);
    [[nodiscard]] int add(std::filesystem::file_type kind, unsigned mode);
    [[nodiscard]] int find(const std::string& path) const;
    /// The folder that holds the path's last component.
    [[nodiscard]] std::map<std::string, int>& namesAround(const std::string& path);
    void write(int inode, const std::filesystem::path& path, Left left,
               std::map<int, std::filesystem::path>& done) const;

    std::vector<Inode> m_inodes;  ///< 0 is the folder itself
    std::map<int, int> m_files;   ///< open ones
};

}  // namespace signalbox::test
