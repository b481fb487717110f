// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/column.h"

#include <algorithm>

#include "core/fleet/row_scan.h"

namespace signalbox::fleet {
namespace {

// A bitmap of n rows spread over a million costs about 1 KiB + 2n bytes, a scan of a million codes under 1 ms: at
// 1,000,000 terminals no column has more than 4,000 bitmaps.
constexpr std::uint32_t kBitmapFrom = 256;
constexpr std::uint32_t kBitmapUntil = 128;  ///< apart from the former, so that one terminal to and fro costs nothing

// An array costs 4 bytes a row, a map about 40 a terminal.
constexpr std::size_t kDenseFromShare = 8;  ///< one row of so many has the field
constexpr std::size_t kSparseFromShare = 32;

}  // namespace

template <class Visit>
void Column::forEachRow(Visit visit) const {
    if (m_isDense) {
        for (Row row = 0; row < m_dense.size(); ++row)
            if (m_dense[row] != 0) visit(row, m_dense[row]);
        return;
    }
    for (const auto& [row, code] : m_sparse)
        visit(row, code);
}

Column::Code Column::code(Row row) const {
    if (m_isDense) return row < m_dense.size() ? m_dense[row] : 0;
    const auto found = m_sparse.find(row);
    return found == m_sparse.end() ? 0 : found->second;
}

void Column::setCode(Row row, Code code) {
    m_endRow = std::max(m_endRow, row + 1);
    if (m_isDense) {
        if (row >= m_dense.size()) m_dense.resize(row + 1);
        m_dense[row] = code;
    } else if (code == 0) {
        m_sparse.erase(row);
    } else {
        m_sparse[row] = code;
    }
}

void Column::changeLayout() {
    const bool dense = m_isDense ? m_size * kSparseFromShare >= m_endRow : m_size * kDenseFromShare >= m_endRow;
    if (dense == m_isDense) return;
    std::vector<Code> codes;
    std::unordered_map<Row, Code> map;
    if (dense) {
        codes.resize(m_endRow);
        forEachRow([&codes](Row row, Code code) { codes[row] = code; });
    } else {
        forEachRow([&map](Row row, Code code) { map.emplace(row, code); });
    }
    m_dense = std::move(codes);
    m_sparse = std::move(map);
    m_isDense = dense;
}

void Column::set(Row row, std::string_view value) {
    const Code old = code(row);
    if (old != 0 && m_values.text(old) == value) return;
    const Code now = m_values.use(value);
    if (m_values.uses(now) == kBitmapFrom && !m_bitmaps.contains(now)) ++m_lacking;
    put(row, now);
}

void Column::clear(Row row) {
    if (code(row) != 0) put(row, 0);
}

void Column::put(Row row, Code now) {
    const Code old = code(row);
    setCode(row, now);
    m_size += static_cast<std::size_t>(now != 0) - static_cast<std::size_t>(old != 0);
    if (const auto bitmap = m_bitmaps.find(now); bitmap != m_bitmaps.end()) bitmap->second.add({row});
    if (old != 0) {
        const auto bitmap = m_bitmaps.find(old);
        const std::uint32_t left = m_values.uses(old) - 1;
        if (bitmap == m_bitmaps.end()) {
            if (left == kBitmapFrom - 1) --m_lacking;
        } else if (left < kBitmapUntil) {
            m_bitmaps.erase(bitmap);
        } else {
            bitmap->second.remove({row});
        }
        m_values.release(old);
    }
    changeLayout();
}

void Column::buildBitmaps() const {
    if (m_lacking == 0) return;
    std::unordered_map<Code, std::vector<Row>> rows;
    for (Code code = 1; code < m_values.end(); ++code)
        if (m_values.uses(code) >= kBitmapFrom && !m_bitmaps.contains(code)) rows[code].reserve(m_values.uses(code));
    std::vector<std::vector<Row>*> byCode(m_values.end());
    for (auto& [code, list] : rows)
        byCode[code] = &list;
    forEachRow([&byCode](Row row, Code code) {
        if (byCode[code]) byCode[code]->push_back(row);
    });
    for (auto& [code, list] : rows) {
        if (!m_isDense) std::sort(list.begin(), list.end());
        m_bitmaps[code].addAscending(list);
    }
    m_lacking = 0;
}

TerminalSet Column::withCodes(const std::vector<Code>& codes) const {
    buildBitmaps();
    TerminalSet result;
    std::vector<bool> rare;
    for (const Code code : codes) {
        if (m_values.uses(code) >= kBitmapUntil) {
            if (const auto bitmap = m_bitmaps.find(code); bitmap != m_bitmaps.end()) {
                result |= bitmap->second;
                continue;
            }
        }
        if (rare.empty()) rare.resize(m_values.end());
        rare[code] = true;
    }
    if (!rare.empty()) result |= scan(rare);
    return result;
}

TerminalSet Column::scan(const std::vector<bool>& wanted) const {
    if (m_isDense)
        return scanRows(static_cast<Row>(m_dense.size()), [&](Row row) { return bool{wanted[m_dense[row]]}; });
    TerminalSet result;
    for (const auto& [row, code] : m_sparse)
        if (wanted[code]) result.add({row});
    return result;
}

TerminalSet Column::withValue(const std::function<bool(std::string_view)>& wanted) const {
    std::vector<Code> codes;
    for (Code code = 1; code < m_values.end(); ++code)
        if (m_values.uses(code) > 0 && wanted(m_values.text(code))) codes.push_back(code);
    return withCodes(codes);
}

}  // namespace signalbox::fleet
