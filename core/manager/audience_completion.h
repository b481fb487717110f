// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/world.h"

namespace signalbox::manager {

struct Completion {
    std::string text;                    ///< as it is to be put in, quoted where it must be
    std::optional<std::uint64_t> count;  ///< of a value: terminals that have it
};

/// What can be put into an audience in place of [begin, end).
struct Completions {
    std::string wanted;  ///< "field", "operator", "value", "list" or "joiner"
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<Completion> items;  ///< at most 50, those first that begin as what is there
};

[[nodiscard]] Completions completeAudience(const World& world, std::string_view text, std::size_t position,
                                           TimePoint now);

}  // namespace signalbox::manager
