// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/file_output.h"

#include <utility>

#include "core/base/hash.h"

namespace signalbox::ctl {

Result<FileOutput> FileOutput::create(std::filesystem::path path, unsigned mode) {
    FileOutput output;
    output.m_path = std::move(path);
    const std::filesystem::path beside = output.m_path.string() + ".part";
    TRY(output.m_writer, nativeFileSystem().create(beside, mode));
    output.m_beside = beside;
    return output;
}

FileOutput::~FileOutput() {
    if (!m_writer) return;
    m_writer.reset();
    [[maybe_unused]] const auto removed = nativeFileSystem().remove(m_beside);
}

Result<void> FileOutput::write(std::string_view piece) {
    return m_writer->write(bytesOf(piece));
}

Result<void> FileOutput::keep() {
    CHECK(m_writer->sync());
    FileSystem& files = nativeFileSystem();
    CHECK(files.rename(m_beside, m_path));
    m_writer.reset();
    const std::filesystem::path folder = m_path.parent_path();
    return files.syncDirectory(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace signalbox::ctl
