// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/file_sink.h"

#include <array>
#include <fstream>

namespace signalbox::terminal {
namespace {

/// Feeds the file to the hasher; the size.
Result<std::uint64_t> feed(const std::filesystem::path& path, Hasher& hasher) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return makeError(BaseErrc::notFound, "no readable file " + path.string());
    std::uint64_t size = 0;
    std::array<char, 65536> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        const auto count = static_cast<std::size_t>(in.gcount());
        hasher.update(bytesOf({buffer.data(), count}));
        size += count;
    }
    if (in.bad()) return systemError("reading " + path.string());
    return size;
}

}  // namespace

Result<FileDigest> digestFile(const std::filesystem::path& path, Hasher::Algorithm algorithm) {
    Hasher hasher(algorithm);
    TRY(const std::uint64_t size, feed(path, hasher));
    FileDigest digest;
    digest.hex = hasher.finishHex();
    digest.size = size;
    return digest;
}

Result<std::unique_ptr<FileSink>> FileSink::open(FileSystem& files, std::filesystem::path path,
                                                 Hasher::Algorithm algorithm) {
    std::unique_ptr<FileSink> sink(new FileSink(files, std::move(path), algorithm));
    if (std::filesystem::exists(sink->m_path)) {
        TRY(sink->m_held, feed(sink->m_path, sink->m_hasher));
    }
    TRY(sink->m_writer, files.append(sink->m_path, sink->m_held));
    return sink;
}

Result<void> FileSink::write(Bytes bytes) {
    CHECK(m_writer->write(bytes));
    m_hasher.update(bytes);
    m_held += bytes.size();
    return {};
}

Result<void> FileSink::restart() {
    m_writer.reset();
    TRY(m_writer, m_files.append(m_path, 0));
    m_hasher = Hasher(m_algorithm);
    m_held = 0;
    return {};
}

Result<void> FileSink::sync() {
    CHECK(m_writer->sync());
    return m_files.syncDirectory(m_path.parent_path());
}

}  // namespace signalbox::terminal
