// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/dictionary.h"

#include <algorithm>

namespace signalbox::fleet {
namespace {

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// FNV-1a over the text in lower case, so that texts differing in case only are neighbours in the table; then mixed,
/// for linear probing looks at the low bits.
std::uint64_t hashAnyCase(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(lower(c))) * 1099511628211ULL;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

/// The part of a hash that stands in a slot beside the code.
std::uint32_t tagOf(std::uint64_t hash, std::size_t mask) {
    return static_cast<std::uint32_t>(hash >> 32) & ~static_cast<std::uint32_t>(mask);
}

bool equalAnyCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::size_t kLeastTable = 16;
constexpr std::size_t kCompactAbove = 4096;

}  // namespace

/// The text's slot, or the free one where it would go. The table is never full.
std::size_t Dictionary::slotOf(std::string_view wanted, std::uint64_t hash) const {
    const std::size_t mask = m_table.size() - 1;
    const std::uint32_t tag = tagOf(hash, mask);
    std::size_t slot = hash & mask;
    for (; m_table[slot] != 0; slot = (slot + 1) & mask) {
        const Slot held = m_table[slot];
        if ((held & ~static_cast<Slot>(mask)) == tag && text(codeOf(held)) == wanted) break;
    }
    return slot;
}

Dictionary::Code Dictionary::find(std::string_view wanted) const {
    return m_table.empty() ? 0 : codeOf(m_table[slotOf(wanted, hashAnyCase(wanted))]);
}

std::vector<Dictionary::Code> Dictionary::findAnyCase(std::string_view wanted) const {
    std::vector<Code> codes;
    if (m_table.empty()) return codes;
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t slot = hashAnyCase(wanted) & mask; m_table[slot] != 0; slot = (slot + 1) & mask)
        if (const Code code = codeOf(m_table[slot]); equalAnyCase(text(code), wanted)) codes.push_back(code);
    return codes;
}

Dictionary::Code Dictionary::use(std::string_view wanted) {
    if (const Code known = find(wanted); known != 0) {
        ++m_entries[known].uses;
        return known;
    }
    Code code = end();
    if (m_freeCodes.empty()) {
        m_entries.emplace_back();
    } else {
        code = m_freeCodes.back();
        m_freeCodes.pop_back();
    }
    m_entries[code] = {m_bytes.size(), static_cast<std::uint32_t>(wanted.size()), 1};
    m_bytes += wanted;
    ++m_used;
    if (m_used * 4 > m_table.size() * 3)
        growTable();
    else
        insertSlot(code);
    return code;
}

void Dictionary::release(Code code) {
    Entry& entry = m_entries[code];
    if (--entry.uses > 0) return;
    eraseSlot(slotOf(text(code), hashAnyCase(text(code))));
    m_deadBytes += entry.size;
    entry = {};
    m_freeCodes.push_back(code);
    --m_used;
    if (m_deadBytes > kCompactAbove && m_deadBytes > m_bytes.size() / 2) compact();
}

void Dictionary::insertSlot(Code code) {
    const std::uint64_t hash = hashAnyCase(text(code));
    m_table[slotOf(text(code), hash)] = tagOf(hash, m_table.size() - 1) | code;
}

/// Moves what follows back into the gap, so that no chain is cut and no marker is needed.
void Dictionary::eraseSlot(std::size_t gap) {
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t slot = (gap + 1) & mask; m_table[slot] != 0; slot = (slot + 1) & mask) {
        const std::size_t home = hashAnyCase(text(codeOf(m_table[slot]))) & mask;
        if (((slot - home) & mask) < ((slot - gap) & mask)) continue;  // its home lies behind the gap
        m_table[gap] = m_table[slot];
        gap = slot;
    }
    m_table[gap] = 0;
}

void Dictionary::growTable() {
    m_table.assign(std::max(kLeastTable, m_table.size() * 2), 0);
    for (Code code = 1; code < end(); ++code)
        if (m_entries[code].uses > 0) insertSlot(code);
}

void Dictionary::compact() {
    std::string bytes;
    bytes.reserve(m_bytes.size() - m_deadBytes);
    for (Entry& entry : m_entries) {
        if (entry.uses == 0) continue;
        const std::uint64_t begin = bytes.size();
        bytes.append(m_bytes, entry.begin, entry.size);
        entry.begin = begin;
    }
    m_bytes = std::move(bytes);
    m_deadBytes = 0;
}

}  // namespace signalbox::fleet
