// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/terminal_set.h"

#include <roaring/roaring.h>

#include <utility>

#include "core/fleet/portable_roaring.h"

namespace signalbox::fleet {
namespace {

std::uint32_t rowOf(TerminalId id) {
    return static_cast<std::uint32_t>(id.value);
}

struct Visit {
    const std::function<bool(TerminalId)>& visit;
};

bool visitRow(std::uint32_t row, void* visit) {
    return static_cast<const Visit*>(visit)->visit(TerminalId{row});
}

}  // namespace

TerminalSet::TerminalSet() : m_bitmap(roaring_bitmap_create()) {}
TerminalSet::TerminalSet(const TerminalSet& other) : m_bitmap(roaring_bitmap_copy(other.m_bitmap)) {}
TerminalSet::TerminalSet(TerminalSet&& other) noexcept
    : m_bitmap(std::exchange(other.m_bitmap, roaring_bitmap_create())) {}
TerminalSet& TerminalSet::operator=(TerminalSet other) noexcept {
    std::swap(m_bitmap, other.m_bitmap);
    return *this;
}
TerminalSet::~TerminalSet() {
    roaring_bitmap_free(m_bitmap);
}

void TerminalSet::add(TerminalId id) {
    roaring_bitmap_add(m_bitmap, rowOf(id));
}
void TerminalSet::addAscending(std::span<const std::uint32_t> ids) {
    roaring_bitmap_add_many(m_bitmap, ids.size(), ids.data());
}
void TerminalSet::remove(TerminalId id) {
    roaring_bitmap_remove(m_bitmap, rowOf(id));
}
bool TerminalSet::contains(TerminalId id) const {
    return roaring_bitmap_contains(m_bitmap, rowOf(id));
}
std::uint64_t TerminalSet::count() const {
    return roaring_bitmap_get_cardinality(m_bitmap);
}

TerminalSet& TerminalSet::operator&=(const TerminalSet& other) {
    roaring_bitmap_and_inplace(m_bitmap, other.m_bitmap);
    return *this;
}
TerminalSet& TerminalSet::operator|=(const TerminalSet& other) {
    roaring_bitmap_or_inplace(m_bitmap, other.m_bitmap);
    return *this;
}
TerminalSet& TerminalSet::operator-=(const TerminalSet& other) {
    roaring_bitmap_andnot_inplace(m_bitmap, other.m_bitmap);
    return *this;
}

void TerminalSet::forEach(const std::function<bool(TerminalId)>& visit) const {
    Visit state{visit};
    roaring_iterate(m_bitmap, visitRow, &state);
}

std::string TerminalSet::serialize() const {
    std::string bytes(roaring_bitmap_portable_size_in_bytes(m_bitmap), '\0');
    roaring_bitmap_portable_serialize(m_bitmap, bytes.data());
    return bytes;
}

Result<TerminalSet> TerminalSet::deserialize(std::string_view bytes) {
    TerminalSet set;
    const auto add = [&set](std::span<const std::uint32_t> rows) { set.addAscending(rows); };
    CHECK(readPortableRoaring(bytes, add));
    return set;
}

}  // namespace signalbox::fleet
