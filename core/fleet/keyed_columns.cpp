// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/keyed_columns.h"

#include <algorithm>
#include <cstring>

namespace signalbox::fleet {

KeyedColumns::Index KeyedColumns::indexOf(const std::string& key) {
    if (const auto found = m_indexes.find(key); found != m_indexes.end()) return found->second;
    auto index = static_cast<Index>(m_columns.size());
    if (m_freeIndexes.empty()) {
        m_columns.emplace_back();
    } else {
        index = m_freeIndexes.back();
        m_freeIndexes.pop_back();
    }
    m_columns[index] = {key, std::make_unique<Column>()};
    m_indexes.emplace(key, index);
    return index;
}

std::vector<KeyedColumns::Index> KeyedColumns::indexesOf(Row row) const {
    const Column::Code shape = m_shapes.code(row);
    if (shape == 0) return {};
    const std::string_view bytes = m_shapes.values().text(shape);
    std::vector<Index> indexes(bytes.size() / sizeof(Index));
    std::memcpy(indexes.data(), bytes.data(), bytes.size());
    return indexes;
}

void KeyedColumns::clear(Row row, Index index) {
    Keyed& keyed = m_columns[index];
    keyed.column->clear(row);
    if (keyed.column->size() > 0) return;
    m_indexes.erase(keyed.key);
    keyed = {};
    m_freeIndexes.push_back(index);
}

void KeyedColumns::put(Row row, const std::map<std::string, std::string>& values) {
    const std::vector<Index> before = indexesOf(row);
    std::vector<Index> now;
    now.reserve(values.size());
    for (const auto& [key, value] : values) {
        const Index index = indexOf(key);
        m_columns[index].column->set(row, value);
        now.push_back(index);
    }
    std::sort(now.begin(), now.end());
    if (now == before) return;
    for (const Index index : before)
        if (!std::binary_search(now.begin(), now.end(), index)) clear(row, index);
    if (now.empty())
        m_shapes.clear(row);
    else
        m_shapes.set(row, {reinterpret_cast<const char*>(now.data()), now.size() * sizeof(Index)});
}

std::map<std::string, std::string> KeyedColumns::get(Row row) const {
    std::map<std::string, std::string> values;
    for (const Index index : indexesOf(row)) {
        const Keyed& keyed = m_columns[index];
        values.emplace(keyed.key, keyed.column->values().text(keyed.column->code(row)));
    }
    return values;
}

const Column* KeyedColumns::find(std::string_view key) const {
    const auto found = m_indexes.find(key);
    return found == m_indexes.end() ? nullptr : m_columns[found->second].column.get();
}

std::vector<std::string> KeyedColumns::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, index] : m_indexes)
        keys.push_back(key);
    return keys;
}

}  // namespace signalbox::fleet
