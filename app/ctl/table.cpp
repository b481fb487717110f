// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include <algorithm>
#include <numeric>

#include "app/ctl/plain_text.h"

namespace signalbox::ctl {
namespace {

constexpr std::size_t kGap = 2;

std::string padded(const std::string& text, std::size_t width, Table::Align align) {
    const std::size_t used = displayWidth(text);
    const std::string blanks(width > used ? width - used : 0, ' ');
    return align == Table::Align::right ? blanks + text : text + blanks;
}

void appendLine(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
}

}  // namespace

void Table::add(std::vector<std::string> row) {
    row.resize(m_columns.size());
    for (std::string& cell : row)
        cell = plain(cell);
    m_rows.push_back(std::move(row));
}

std::vector<std::size_t> Table::widths(std::size_t width) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t most = displayWidth(m_columns[i].title);
        for (const auto& row : m_rows)
            most = std::max(most, displayWidth(row[i]));
        widths.push_back(most);
    }
    if (width == 0 || widths.empty()) return widths;
    std::size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
    while (total > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] <= m_columns[i].least) continue;
            if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
        }
        if (widest == widths.size()) break;
        --widths[widest];
        --total;
    }
    return widths;
}

std::string Table::text(std::size_t width) const {
    const std::vector<std::size_t> columns = widths(width);
    std::string text;
    const auto line = [&](const auto& cellAt) {
        std::string built;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) built += std::string(kGap, ' ');
            built += padded(shortened(cellAt(i), columns[i]), columns[i], m_columns[i].align);
        }
        appendLine(text, std::move(built));
    };
    line([this](std::size_t i) { return m_columns[i].title; });
    for (const auto& row : m_rows)
        line([&row](std::size_t i) { return row[i]; });
    return text;
}

std::string listing(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::size_t width = 0;
    for (const auto& [name, value] : entries)
        width = std::max(width, displayWidth(name));
    std::string text;
    for (const auto& [name, value] : entries)
        appendLine(text, padded(name, width + kGap, Table::Align::left) + plain(value));
    return text;
}

}  // namespace signalbox::ctl
