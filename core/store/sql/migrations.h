// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace signalbox::store {

class Database;

/// One step of the schema; step n of a list makes version n. Statements may hold the dialect's placeholders {key} and
/// {blob}. A step that was released is never edited: a change is a new step.
struct Migration {
    std::vector<std::string_view> statements;
};

/// Ours, oldest first.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings the database to the last step, each step in a transaction of its own together with its row in
/// schema_version. BaseErrc::unsupported when the database is newer than the list.
[[nodiscard]] Result<void> migrate(Database& database, std::span<const Migration> steps, TimePoint now);

}  // namespace signalbox::store
