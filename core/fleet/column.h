// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/fleet/dictionary.h"
#include "core/fleet/terminal_set.h"

namespace signalbox::fleet {

/// One field of all terminals: a dictionary of its values and a code for each terminal (its row is its id). A value
/// that many have also has a bitmap; those of a rare one are found by a scan of the codes, so that a million serial
/// numbers cost no bitmap each. Few terminals that have the field at all are kept as a map instead of an array.
/// A const column builds bitmaps on demand: one thread.
class Column {
public:
    using Row = std::uint32_t;
    using Code = Dictionary::Code;

    void set(Row row, std::string_view value);
    void clear(Row row);
    [[nodiscard]] Code code(Row row) const;
    [[nodiscard]] const Dictionary& values() const { return m_values; }
    /// Terminals that have the field.
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// Terminals whose value is one of these codes.
    [[nodiscard]] TerminalSet withCodes(const std::vector<Code>& codes) const;
    [[nodiscard]] TerminalSet withValue(const std::function<bool(std::string_view)>& wanted) const;

private:
    void put(Row row, Code code);  ///< 0 takes it away
    void setCode(Row row, Code code);
    void changeLayout();
    void buildBitmaps() const;
    /// Calls visit(row, code) for every row that has one; ascending in the dense layout.
    template <class Visit>
    void forEachRow(Visit visit) const;
    [[nodiscard]] TerminalSet scan(const std::vector<bool>& wanted) const;

    Dictionary m_values;
    std::size_t m_size = 0;
    bool m_isDense = false;
    Row m_endRow = 0;           ///< all rows ever seen are below it
    std::vector<Code> m_dense;  ///< by row
    std::unordered_map<Row, Code> m_sparse;
    mutable std::unordered_map<Code, TerminalSet> m_bitmaps;
    mutable std::size_t m_lacking = 0;  ///< values with enough terminals for a bitmap that have none yet
};

}  // namespace signalbox::fleet
