// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/manager/world.h"
#include "core/model/terminal.h"

namespace signalbox::manager {

/// Weighted rendezvous hashing: for each terminal an order of its own over the nodes, in which a node stands first for
/// its share of weight, and few terminals move when a node comes or goes (Thaler, Ravishankar 1998; the logarithm
/// method of Schindelhauer and Schomaker 2005). Nodes of weight 0 or below are left out.
[[nodiscard]] std::vector<Node> rendezvousOrder(std::string_view terminal, std::vector<Node> nodes);

/// The nodes a terminal is told to use, best first: those of its cluster whose copy is proven, by weighted rendezvous
/// hashing, the ones out of reach last.
[[nodiscard]] std::vector<Node> chainOf(const World& world, const Terminal& terminal, ReleaseId release);

}  // namespace signalbox::manager
