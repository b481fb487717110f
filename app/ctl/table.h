// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace signalbox::ctl {

/// Rows of text in aligned columns. Cells are made safe with plain().
class Table {
public:
    enum class Align { left, right };
    struct Column {
        std::string title;
        Align align = Align::left;
        std::size_t least = 6;  ///< columns of the terminal it keeps when the table is too wide
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// Missing cells are empty, surplus ones are left out.
    void add(std::vector<std::string> row);
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

    /// Title line and rows. Wider than `width` (0: no bound), the widest columns are cut first, down to their least.
    /// No blanks at the end of lines.
    [[nodiscard]] std::string text(std::size_t width) const;

private:
    [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// Names and values under one another, the values aligned.
[[nodiscard]] std::string listing(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace signalbox::ctl
