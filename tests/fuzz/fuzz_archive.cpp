// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an archive, unpacked into a file system of names only, which ends the process when a change falls
// outside the folder, below a link, or over something that is there.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <span>
#include <string>

#include "core/package/archive.h"
#include "core/package/listing.h"

using namespace signalbox;
namespace fs = std::filesystem;

namespace {

const std::string kInto = "/signalbox-fuzz-into";

class Names final : public FileSystem {
public:
    enum class Kind { folder, file, link };

    Result<std::unique_ptr<FileWriter>> create(const fs::path& path, unsigned mode) override {
        if ((mode & ~0777U) != 0) std::abort();
        add(path, Kind::file);
        return std::unique_ptr<FileWriter>(std::make_unique<Nothing>());
    }
    Result<std::unique_ptr<FileWriter>> append(const fs::path&, std::uint64_t) override { std::abort(); }
    Result<void> makeDirectories(const fs::path& path) override {
        if (path != kInto) add(path, Kind::folder);
        return {};
    }
    Result<void> setMode(const fs::path& path, unsigned mode) override {
        if ((mode & ~01777U) != 0) std::abort();
        if (path != kInto && m_names.at(path.string()) != Kind::folder) std::abort();
        return {};
    }
    Result<void> makeSymlink(const std::string& target, const fs::path& path) override {
        add(path, Kind::link);
        const std::string end = (path.parent_path() / target).lexically_normal().string();
        if (end != kInto && !end.starts_with(kInto + "/")) std::abort();
        return {};
    }
    Result<void> makeHardLink(const fs::path& existing, const fs::path& path) override {
        if (m_names.at(existing.string()) != Kind::file) std::abort();
        add(path, Kind::file);
        return {};
    }
    Result<void> rename(const fs::path&, const fs::path&) override { std::abort(); }
    Result<void> remove(const fs::path& path) override {
        if (path != kInto) std::abort();
        return {};
    }
    Result<void> syncDirectory(const fs::path&) override { return {}; }

private:
    class Nothing final : public FileWriter {
    public:
        Result<void> write(Bytes) override { return {}; }
        Result<void> sync() override { return {}; }
    };

    void add(const fs::path& path, Kind kind) {
        const std::string text = path.string();
        if (!text.starts_with(kInto + "/") || path.lexically_normal() != path) std::abort();
        for (fs::path above = path.parent_path(); above != kInto; above = above.parent_path())
            if (m_names.at(above.string()) != Kind::folder) std::abort();
        if (!m_names.emplace(text, kind).second) std::abort();
    }

    std::map<std::string, Kind> m_names;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const int descriptor = memfd_create("archive", MFD_CLOEXEC);
    static const fs::path path = "/proc/self/fd/" + std::to_string(descriptor);
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, data, size, 0) != static_cast<ssize_t>(size)) std::abort();
    Names names;
    package::UnpackLimits limits;
    limits.maxBytes = 1 << 22;
    limits.maxEntries = 1000;
    static_cast<void>(package::unpackTree(names, path, kInto, limits));
    const package::PackageReader read = [data, size](std::uint64_t offset, std::span<std::byte> into) {
        const std::size_t length = std::min<std::size_t>(into.size(), size - std::min<std::size_t>(offset, size));
        std::copy_n(reinterpret_cast<const std::byte*>(data) + offset, length, into.begin());
        return Result<std::size_t>(length);
    };
    static_cast<void>(package::unpackedSize(read, limits));
    package::ListingLimits few;
    few.maxBytes = limits.maxBytes;
    few.maxEntries = limits.maxEntries;
    few.maxContent = 4096;
    const auto listed = package::listPackage(
        read, [](const std::string&) { return true; }, few);
    if (listed)
        for (const package::ListedEntry& entry : *listed)
            if (entry.path.empty() || entry.path.front() == '/' || entry.content.size() > few.maxContent) std::abort();
    return 0;
}
