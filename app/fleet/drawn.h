// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace signalbox::fleet_sim {

/// A number from 0 to 1, 1 left out, that depends on nothing but the text: what happens by chance in a simulation
/// happens again with the same seed.
[[nodiscard]] double drawn(std::string_view text);

}  // namespace signalbox::fleet_sim
