// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recording_files.h"

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace signalbox::test {

namespace fs = std::filesystem;
using Kind = DiskChange::Kind;

namespace {

[[noreturn]] void giveUp(const std::string& what) {
    std::cerr << "power cut disk: " << what << std::endl;
    std::abort();
}

DiskChange changeOf(Kind kind, std::string path, unsigned mode = 0) {
    DiskChange change;
    change.kind = kind;
    change.path = std::move(path);
    change.mode = mode;
    return change;
}

unsigned modeOf(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) giveUp("no " + path.string());
    return status.st_mode & 07777U;
}

}  // namespace

// --- recording

class RecordingFileSystem::Writer final : public FileWriter {
public:
    Writer(RecordingFileSystem& files, std::unique_ptr<FileWriter> writer, int file)
        : m_files(files), m_writer(std::move(writer)), m_file(file) {}

    Result<void> write(Bytes bytes) override {
        CHECK(m_writer->write(bytes));
        DiskChange change = changeOf(Kind::write, {});
        change.file = m_file;
        change.bytes.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        m_files.note(std::move(change));
        return {};
    }

    Result<void> sync() override {
        CHECK(m_writer->sync());
        DiskChange change = changeOf(Kind::sync, {});
        change.file = m_file;
        m_files.note(std::move(change));
        return {};
    }

private:
    RecordingFileSystem& m_files;
    std::unique_ptr<FileWriter> m_writer;
    int m_file;
};

class RecordingFileSystem::Barrier final : public FileSystemBarrier {
public:
    Barrier(RecordingFileSystem& files, std::unique_ptr<FileSystemBarrier> barrier)
        : m_files(files), m_barrier(std::move(barrier)) {}

    Result<void> sync() override {
        CHECK(m_barrier->sync());
        m_files.note(changeOf(Kind::syncAll, {}));
        return {};
    }

private:
    RecordingFileSystem& m_files;
    std::unique_ptr<FileSystemBarrier> m_barrier;
};

RecordingFileSystem::RecordingFileSystem(const fs::path& folder, bool barriers)
    : m_folder(fs::canonical(folder)), m_barriers(barriers) {}

std::string RecordingFileSystem::relative(const fs::path& path) const {
    const fs::path whole = fs::absolute(path);
    if (whole.lexically_normal() == m_folder) return {};
    fs::path parent = fs::weakly_canonical(whole.parent_path());
    const std::string name = (parent / whole.filename()).lexically_relative(m_folder).string();
    if (name.starts_with("..")) giveUp(path.string() + " is outside of " + m_folder.string());
    return name == "." ? std::string() : name;
}

void RecordingFileSystem::note(DiskChange change) {
    const std::lock_guard lock(m_mutex);
    change.mark = mark;
    m_changes.push_back(std::move(change));
}

std::vector<DiskChange> RecordingFileSystem::changes() const {
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

Result<std::unique_ptr<FileWriter>> RecordingFileSystem::create(const fs::path& path, unsigned mode) {
    TRY(auto writer, nativeFileSystem().create(path, mode));
    DiskChange change = changeOf(Kind::create, relative(path), mode);
    change.file = ++m_lastFile;
    const int file = change.file;
    note(std::move(change));
    return std::unique_ptr<FileWriter>(std::make_unique<Writer>(*this, std::move(writer), file));
}

Result<std::unique_ptr<FileWriter>> RecordingFileSystem::append(const fs::path& path, std::uint64_t offset) {
    const bool isNew = !fs::exists(fs::symlink_status(path));
    TRY(auto writer, nativeFileSystem().append(path, offset));
    DiskChange change = changeOf(isNew ? Kind::create : Kind::open, relative(path), 0644);
    change.size = offset;
    change.file = ++m_lastFile;
    const int file = change.file;
    note(std::move(change));
    return std::unique_ptr<FileWriter>(std::make_unique<Writer>(*this, std::move(writer), file));
}

Result<void> RecordingFileSystem::makeDirectories(const fs::path& path) {
    std::vector<fs::path> missing;
    for (fs::path at = fs::absolute(path); !fs::exists(at); at = at.parent_path())
        missing.push_back(at);
    CHECK(nativeFileSystem().makeDirectories(path));
    for (auto at = missing.rbegin(); at != missing.rend(); ++at)
        note(changeOf(Kind::makeFolder, relative(*at), modeOf(*at)));
    return {};
}

Result<void> RecordingFileSystem::setMode(const fs::path& path, unsigned mode) {
    CHECK(nativeFileSystem().setMode(path, mode));
    note(changeOf(Kind::setMode, relative(path), mode));
    return {};
}

Result<void> RecordingFileSystem::makeSymlink(const std::string& target, const fs::path& path) {
    CHECK(nativeFileSystem().makeSymlink(target, path));
    DiskChange change = changeOf(Kind::create, relative(path));
    change.bytes = target;
    note(std::move(change));
    return {};
}

Result<void> RecordingFileSystem::makeHardLink(const fs::path& existing, const fs::path& path) {
    CHECK(nativeFileSystem().makeHardLink(existing, path));
    DiskChange change = changeOf(Kind::link, relative(existing));
    change.other = relative(path);
    note(std::move(change));
    return {};
}

Result<void> RecordingFileSystem::rename(const fs::path& from, const fs::path& to) {
    DiskChange change = changeOf(Kind::rename, relative(from));
    CHECK(nativeFileSystem().rename(from, to));
    change.other = relative(to);
    note(std::move(change));
    return {};
}

/// Name by name, as the system removes a tree.
Result<void> RecordingFileSystem::remove(const fs::path& path) {
    if (!fs::exists(fs::symlink_status(path))) return {};
    if (fs::is_directory(fs::symlink_status(path))) {
        std::vector<fs::path> within;
        for (const auto& entry : fs::directory_iterator(path))
            within.push_back(entry.path());
        for (const fs::path& each : within)
            CHECK(remove(each));
    }
    CHECK(nativeFileSystem().remove(path));
    note(changeOf(Kind::remove, relative(path)));
    return {};
}

Result<void> RecordingFileSystem::syncDirectory(const fs::path& path) {
    CHECK(nativeFileSystem().syncDirectory(path));
    note(changeOf(Kind::syncFolder, relative(fs::canonical(path))));
    return {};
}

Result<std::unique_ptr<FileSystemBarrier>> RecordingFileSystem::openBarrier(const fs::path& directory) {
    if (!m_barriers) return FileSystem::openBarrier(directory);
    TRY(auto barrier, nativeFileSystem().openBarrier(directory));
    return std::unique_ptr<FileSystemBarrier>(std::make_unique<Barrier>(*this, std::move(barrier)));
}

// --- the disk

void PowerCutDisk::Inode::sync() {
    syncedContent = content;
    syncedMode = mode;
    syncedNames = names;
}

PowerCutDisk::PowerCutDisk(const fs::path& folder) {
    if (take(folder) != 0) giveUp("the folder is not the first inode");
    for (Inode& inode : m_inodes)
        inode.sync();
}

int PowerCutDisk::take(const fs::path& path) {
    const fs::file_type kind = fs::symlink_status(path).type();
    const int self = add(kind, modeOf(path));
    if (kind == fs::file_type::symlink) m_inodes[self].content = fs::read_symlink(path).string();
    if (kind == fs::file_type::regular) {
        std::ifstream in(path, std::ios::binary);
        m_inodes[self].content.assign(std::istreambuf_iterator<char>(in), {});
    }
    if (kind != fs::file_type::directory) return self;
    for (const auto& entry : fs::directory_iterator(path)) {
        const int child = take(entry.path());
        m_inodes[self].names[entry.path().filename().string()] = child;
    }
    return self;
}

int PowerCutDisk::add(fs::file_type kind, unsigned mode) {
    Inode inode;
    inode.kind = kind;
    inode.mode = mode;
    inode.syncedMode = mode;
    m_inodes.push_back(std::move(inode));
    return static_cast<int>(m_inodes.size()) - 1;
}

int PowerCutDisk::find(const std::string& path) const {
    int at = 0;
    for (const fs::path& part : fs::path(path)) {
        const auto& names = m_inodes[at].names;
        const auto found = names.find(part.string());
        if (found == names.end()) giveUp("no " + path);
        at = found->second;
    }
    return at;
}

std::map<std::string, int>& PowerCutDisk::namesAround(const std::string& path) {
    return m_inodes[find(fs::path(path).parent_path().string())].names;
}

void PowerCutDisk::apply(const DiskChange& change) {
    const std::string name = fs::path(change.path).filename().string();
    switch (change.kind) {
        case Kind::create: {
            auto& names = namesAround(change.path);
            const auto present = names.find(name);
            const bool isLink = !change.bytes.empty();
            int inode = 0;
            if (present != names.end() && !isLink) {
                inode = present->second;
            } else {
                inode = add(isLink ? fs::file_type::symlink : fs::file_type::regular, change.mode);
                namesAround(change.path)[name] = inode;  // add() may have moved the folder
            }
            m_inodes[inode].mode = change.mode;
            m_inodes[inode].content = change.bytes;
            if (isLink) m_inodes[inode].sync();  // a link's target comes with its name
            m_files[change.file] = inode;
            break;
        }
        case Kind::open:
            m_files[change.file] = find(change.path);
            m_inodes[m_files[change.file]].content.resize(change.size);
            break;
        case Kind::write:
            m_inodes[m_files.at(change.file)].content += change.bytes;
            break;
        case Kind::sync:
            m_inodes[m_files.at(change.file)].sync();
            break;
        case Kind::makeFolder: {
            const int inode = add(fs::file_type::directory, change.mode);
            namesAround(change.path)[name] = inode;
            break;
        }
        case Kind::setMode:
            m_inodes[find(change.path)].mode = change.mode;
            break;
        case Kind::link: {
            const int inode = find(change.path);
            namesAround(change.other)[fs::path(change.other).filename().string()] = inode;
            break;
        }
        case Kind::rename: {
            const int inode = find(change.path);
            namesAround(change.path).erase(name);
            namesAround(change.other)[fs::path(change.other).filename().string()] = inode;
            break;
        }
        case Kind::remove:
            namesAround(change.path).erase(name);
            break;
        case Kind::syncFolder:
            m_inodes[find(change.path)].sync();
            break;
        case Kind::syncAll:
            for (Inode& inode : m_inodes)
                inode.sync();
            break;
    }
}

void PowerCutDisk::leave(const fs::path& folder, Left left) const {
    std::map<int, fs::path> done;
    write(0, folder, left, done);
}

void PowerCutDisk::write(int inode, const fs::path& path, Left left, std::map<int, fs::path>& done) const {
    const Inode& from = m_inodes[inode];
    const bool keepsNames = left != Left::synced && left != Left::content;
    const bool keepsContent = left == Left::content || left == Left::all;
    if (from.kind == fs::file_type::symlink) {
        fs::create_symlink(from.content, path);
        return;
    }
    if (from.kind == fs::file_type::directory) {
        fs::create_directory(path);
        for (const auto& [name, child] : keepsNames ? from.names : from.syncedNames)
            write(child, path / name, left, done);
    } else if (const auto other = done.find(inode); other != done.end()) {
        fs::create_hard_link(other->second, path);
        return;
    } else {
        std::string content = keepsContent ? from.content : from.syncedContent;
        if (left == Left::torn && from.content != from.syncedContent) {
            const std::size_t whole = from.content.size();
            const bool grew = from.content.starts_with(from.syncedContent);
            content = from.content.substr(0, grew ? (from.syncedContent.size() + whole) / 2 : whole / 2);
        }
        std::ofstream(path, std::ios::binary) << content;
        done[inode] = path;
    }
    ::chmod(path.c_str(), keepsContent ? from.mode : from.syncedMode);
}

}  // namespace signalbox::test
