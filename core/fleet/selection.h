// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/filter/expression.h"
#include "core/fleet/fleet.h"
#include "core/fleet/keyed_columns.h"

namespace signalbox::fleet {

/// What an audience can look at.
struct Columns {
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

    TerminalSet all;
    Column controllerIds;
    Column names;
    Column platforms;
    Column clusters;  ///< ids in decimal; none: no cluster
    KeyedColumns tags;
    KeyedColumns attributes;
    KeyedColumns installed;
    std::vector<std::int64_t> lastContacts;  ///< by row, milliseconds; kNever

    /// Null where there are no values: a key nobody has, or lastContact.
    [[nodiscard]] const Column* find(const filter::Field& field) const;
};

/// Fleet::select.
[[nodiscard]] Result<TerminalSet> select(const Columns& columns, const filter::Expression& audience,
                                         const Fleet::Context& context);

}  // namespace signalbox::fleet
