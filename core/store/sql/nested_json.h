// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox::store {

using TextMap = std::map<std::string, std::string>;

/// Plain values nested in a row as JSON text: objects by the names of members.h, times and durations in milliseconds,
/// enumerations by their names, no member for an empty optional.
[[nodiscard]] std::string toJson(const TextMap& value);
[[nodiscard]] std::string toJson(const AutoConfirm& value);
[[nodiscard]] std::string toJson(const Schedule& value);
[[nodiscard]] std::string toJson(const std::vector<Package>& value);
[[nodiscard]] std::string toJson(const std::vector<Approval>& value);
[[nodiscard]] std::string toJson(const std::vector<Prerequisite>& value);
[[nodiscard]] std::string toJson(const std::vector<Phase>& value);

/// BaseErrc::corrupt, the context naming the member: what is read here is what toJson wrote.
[[nodiscard]] Result<void> fromJson(std::string_view text, TextMap& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, AutoConfirm& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, Schedule& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, std::vector<Package>& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, std::vector<Approval>& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, std::vector<Prerequisite>& value);
[[nodiscard]] Result<void> fromJson(std::string_view text, std::vector<Phase>& value);

}  // namespace signalbox::store
