// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

/// Files of settings as single values, so that people see which of them change.
namespace signalbox::approver {

/// Whether a file's name says that it has settings that can be told apart: .json, .ini, .conf, .cfg, .properties.
[[nodiscard]] bool hasSettings(const std::string& path);

/// Values by key: "a.b[2]" of JSON, "section.key" of the others. BaseErrc::malformed where it is none of these,
/// BaseErrc::tooLarge above 10,000 values.
using Settings = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Result<Settings> settingsOfJson(std::string_view text);
[[nodiscard]] Result<Settings> settingsOfLines(std::string_view text);
/// By the name of the file.
[[nodiscard]] Result<Settings> settingsOf(const std::string& path, std::string_view text);

}  // namespace signalbox::approver
