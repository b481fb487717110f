// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace signalbox::terminal {

/// What a Linux system's own files tell of it, as attributes: osName, osVersion, memoryMiB, model, serial, timezone (a
/// name of the tz database). What cannot be read, says nothing, or is no text of one line is left out; a value has at
/// most 128 bytes. `system` is the folder that the system's files are looked for in, "/" for the running one. Blocking;
/// a dozen small files.
[[nodiscard]] std::map<std::string, std::string> systemAttributes(const std::filesystem::path& system);

/// The size of the file system that `folder`, or the nearest folder above it that there is, lies on, as diskMiB.
/// Blocking.
[[nodiscard]] std::map<std::string, std::string> diskAttributes(const std::filesystem::path& folder);

}  // namespace signalbox::terminal
