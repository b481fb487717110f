// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace signalbox {

/// A number that names one thing of one kind; ids of different kinds do not mix. 0 is "none"; the store counts from 1.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

}  // namespace signalbox

template <class Tag>
struct std::hash<signalbox::Id<Tag>> {
    std::size_t operator()(signalbox::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
