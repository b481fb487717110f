// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/terminal.h"

struct roaring_bitmap_s;

namespace signalbox::fleet {

/// A set of terminals, as a Roaring bitmap over their ids. A value; copying copies.
class TerminalSet {
public:
    TerminalSet();
    TerminalSet(const TerminalSet& other);
    TerminalSet(TerminalSet&& other) noexcept;
    TerminalSet& operator=(TerminalSet other) noexcept;
    ~TerminalSet();

    void add(TerminalId id);
    void addAscending(std::span<const std::uint32_t> ids);  ///< the fast way for many
    void remove(TerminalId id);
    [[nodiscard]] bool contains(TerminalId id) const;
    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] bool empty() const { return count() == 0; }
    TerminalSet& operator&=(const TerminalSet& other);
    TerminalSet& operator|=(const TerminalSet& other);
    TerminalSet& operator-=(const TerminalSet& other);
    /// In ascending order, until `visit` returns false.
    void forEach(const std::function<bool(TerminalId)>& visit) const;

    /// The portable Roaring format. Reading checks all of it: BaseErrc::malformed names the byte.
    [[nodiscard]] std::string serialize() const;
    [[nodiscard]] static Result<TerminalSet> deserialize(std::string_view bytes);

private:
    roaring_bitmap_s* m_bitmap;
};

}  // namespace signalbox::fleet
