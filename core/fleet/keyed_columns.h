// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/fleet/column.h"

namespace signalbox::fleet {

/// The tags, attributes or installed products of all terminals: a column for each key in use. Which keys a terminal
/// has is kept as its shape, a set of keys that most terminals share, so that neither reading nor replacing a terminal
/// looks at the columns of others.
class KeyedColumns {
public:
    using Row = Column::Row;

    /// Replaces what the row had.
    void put(Row row, const std::map<std::string, std::string>& values);
    [[nodiscard]] std::map<std::string, std::string> get(Row row) const;
    /// Null when no terminal has the key.
    [[nodiscard]] const Column* find(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    using Index = std::uint32_t;
    struct Keyed {
        std::string key;
        std::unique_ptr<Column> column;  ///< none: the index is free
    };

    [[nodiscard]] Index indexOf(const std::string& key);
    [[nodiscard]] std::vector<Index> indexesOf(Row row) const;
    void clear(Row row, Index index);

    std::vector<Keyed> m_columns;
    std::vector<Index> m_freeIndexes;
    std::map<std::string, Index, std::less<>> m_indexes;  ///< by key
    Column m_shapes;                                      ///< a value is the indexes of a set of keys, as bytes
};

}  // namespace signalbox::fleet
