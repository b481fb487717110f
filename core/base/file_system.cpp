// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace signalbox {
namespace {

namespace fs = std::filesystem;

class NativeWriter final : public FileWriter {
public:
    NativeWriter(int descriptor, fs::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    ~NativeWriter() override { ::close(m_descriptor); }
    NativeWriter(const NativeWriter&) = delete;
    NativeWriter& operator=(const NativeWriter&) = delete;

    Result<void> write(Bytes bytes) override {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return systemError("writing " + m_path.string());
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<void> sync() override {
        if (::fsync(m_descriptor) != 0) return systemError("syncing " + m_path.string());
        return {};
    }

private:
    int m_descriptor;
    fs::path m_path;
};

/// syncfs(2). Linux waits there for data, metadata and the journal, and since 5.8 reports a write-back error that came
/// up after the descriptor was opened, which is why it is open from before the first write.
class NativeBarrier final : public FileSystemBarrier {
public:
    NativeBarrier(int descriptor, fs::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    ~NativeBarrier() override { ::close(m_descriptor); }
    NativeBarrier(const NativeBarrier&) = delete;
    NativeBarrier& operator=(const NativeBarrier&) = delete;

    Result<void> sync() override {
        if (::syncfs(m_descriptor) != 0) return systemError("syncing the file system of " + m_path.string());
        return {};
    }

private:
    int m_descriptor;
    fs::path m_path;
};

Result<void> fromStd(const std::error_code& error, std::string_view doing, const fs::path& path) {
    if (!error) return {};
    return makeError(boost::system::error_code(error.value(), boost::system::system_category()),
                     std::string(doing) + " " + path.string());
}

class NativeFileSystem final : public FileSystem {
public:
    Result<std::unique_ptr<FileWriter>> create(const fs::path& path, unsigned mode) override {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
        if (descriptor < 0) return systemError("creating " + path.string());
        auto writer = std::make_unique<NativeWriter>(descriptor, path);
        if (::fchmod(descriptor, mode) != 0) return systemError("setting the mode of " + path.string());
        return std::unique_ptr<FileWriter>(std::move(writer));
    }

    Result<std::unique_ptr<FileWriter>> append(const fs::path& path, std::uint64_t offset) override {
        const int flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (offset == 0 ? O_CREAT : 0);
        const int descriptor = ::open(path.c_str(), flags, 0644);
        if (descriptor < 0) return systemError("opening " + path.string());
        auto writer = std::make_unique<NativeWriter>(descriptor, path);
        struct stat status {};
        if (::fstat(descriptor, &status) != 0) return systemError("looking at " + path.string());
        if (static_cast<std::uint64_t>(status.st_size) < offset)
            return makeError(BaseErrc::wrongState,
                             path.string() + " has fewer than " + std::to_string(offset) + " bytes");
        if (::ftruncate(descriptor, static_cast<off_t>(offset)) != 0) return systemError("cutting " + path.string());
        if (::lseek(descriptor, 0, SEEK_END) < 0) return systemError("seeking in " + path.string());
        return std::unique_ptr<FileWriter>(std::move(writer));
    }

    Result<void> makeDirectories(const fs::path& path) override {
        std::error_code error;
        fs::create_directories(path, error);
        return fromStd(error, "making directory", path);
    }

    Result<void> setMode(const fs::path& path, unsigned mode) override {
        if (::fchmodat(AT_FDCWD, path.c_str(), mode, AT_SYMLINK_NOFOLLOW) != 0)
            return systemError("setting the mode of " + path.string());
        return {};
    }

    Result<void> setOwner(const fs::path& path, unsigned user, unsigned group) override {
        if (::lchown(path.c_str(), user, group) != 0) return systemError("setting the owner of " + path.string());
        return {};
    }

    Result<void> makeSymlink(const std::string& target, const fs::path& path) override {
        if (::symlink(target.c_str(), path.c_str()) != 0) return systemError("linking " + path.string());
        return {};
    }

    Result<void> makeHardLink(const fs::path& existing, const fs::path& path) override {
        if (::linkat(AT_FDCWD, existing.c_str(), AT_FDCWD, path.c_str(), 0) != 0)
            return systemError("linking " + path.string());
        return {};
    }

    Result<void> rename(const fs::path& from, const fs::path& to) override {
        if (::rename(from.c_str(), to.c_str()) != 0)
            return systemError("renaming " + from.string() + " to " + to.string());
        return {};
    }

    Result<void> remove(const fs::path& path) override {
        std::error_code error;
        fs::remove_all(path, error);
        return fromStd(error, "removing", path);
    }

    Result<void> syncDirectory(const fs::path& path) override {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return systemError("opening directory " + path.string());
        const int synced = ::fsync(descriptor);
        const int cause = errno;
        ::close(descriptor);
        errno = cause;
        if (synced != 0) return systemError("syncing directory " + path.string());
        return {};
    }

    Result<std::unique_ptr<FileSystemBarrier>> openBarrier(const fs::path& directory) override {
        const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return systemError("opening directory " + directory.string());
        return std::unique_ptr<FileSystemBarrier>(std::make_unique<NativeBarrier>(descriptor, directory));
    }
};

}  // namespace

Result<void> FileSystem::setOwner(const fs::path& path, unsigned, unsigned) {
    return makeError(BaseErrc::unsupported, "no owners for " + path.string());
}

Result<std::unique_ptr<FileSystemBarrier>> FileSystem::openBarrier(const fs::path& directory) {
    return makeError(BaseErrc::unsupported, "no barrier for " + directory.string());
}

FileSystem& nativeFileSystem() {
    static NativeFileSystem instance;
    return instance;
}

Result<void> replaceFile(FileSystem& files, const fs::path& path, Bytes content, unsigned mode) {
    fs::path beside = path;
    beside += ".new";
    {
        TRY(const auto writer, files.create(beside, mode));
        CHECK(writer->write(content));
        CHECK(writer->sync());
    }
    CHECK(files.rename(beside, path));
    return files.syncDirectory(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

Result<std::unique_ptr<FileWriter>> copyFile(FileSystem& files, const fs::path& from, const fs::path& to,
                                             unsigned mode) {
    constexpr std::size_t kPiece = 256 << 10;
    std::ifstream in(from, std::ios::binary);
    if (!in) return makeError(BaseErrc::notFound, "opening " + from.string());
    TRY(auto writer, files.create(to, mode));
    std::vector<char> piece(kPiece);
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        if (count > 0) CHECK(writer->write(bytesOf(std::string_view(piece.data(), count))));
    }
    if (!in.eof()) return makeError(BaseErrc::unavailable, "reading " + from.string());
    return writer;
}

Result<std::string> readFile(const fs::path& path, std::size_t most) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return makeError(BaseErrc::notFound, "no readable file " + path.string());
    std::string content;
    std::array<char, 65536> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        content.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (content.size() > most)
            return makeError(BaseErrc::tooLarge, path.string() + " is larger than " + std::to_string(most) + " bytes");
    }
    if (in.bad()) return systemError("reading " + path.string());
    return content;
}

}  // namespace signalbox
