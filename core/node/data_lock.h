// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"

namespace signalbox::node {

/// One process a data folder: held as long as it serves; the system lets go of it when the process dies.
class DataLock {
public:
    /// BaseErrc::unavailable when another process holds it.
    [[nodiscard]] static Result<std::unique_ptr<DataLock>> take(const std::filesystem::path& data);
    /// Whether a process holds it, without making anything.
    [[nodiscard]] static bool isTaken(const std::filesystem::path& data);
    ~DataLock();
    DataLock(const DataLock&) = delete;
    DataLock& operator=(const DataLock&) = delete;

private:
    explicit DataLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

}  // namespace signalbox::node
