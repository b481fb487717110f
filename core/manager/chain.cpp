// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/chain.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/hash.h"

namespace signalbox::manager {
namespace {

/// In (0, 1), the same on every machine for the same two names.
double unitHash(std::string_view terminal, std::string_view node) {
    std::string both(terminal);
    both += '\0';
    both += node;
    const Sha256 digest = sha256(bytesOf(both));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits = (bits << 8) | digest[i];
    return (static_cast<double>(bits >> 11) + 0.5) / static_cast<double>(std::uint64_t(1) << 53);
}

}  // namespace

std::vector<Node> rendezvousOrder(std::string_view terminal, std::vector<Node> nodes) {
    std::erase_if(nodes, [](const Node& node) { return node.weight <= 0; });
    std::vector<std::pair<double, std::size_t>> scores;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        scores.emplace_back(-static_cast<double>(nodes[i].weight) / std::log(unitHash(terminal, nodes[i].name)), i);
    std::sort(scores.rbegin(), scores.rend());
    std::vector<Node> ordered;
    ordered.reserve(nodes.size());
    for (const auto& [score, index] : scores)
        ordered.push_back(nodes[index]);
    return ordered;
}

std::vector<Node> chainOf(const World& world, const Terminal& terminal, ReleaseId release) {
    std::vector<Node> online;
    std::vector<Node> away;
    for (const NodeEntry* entry : world.nodesOf(terminal.cluster)) {
        const auto copy = world.copies.find({entry->node.id, release});
        if (copy == world.copies.end() || copy->second.state != CopyState::proven) continue;
        (entry->online ? online : away).push_back(entry->node);
    }
    std::vector<Node> chain = rendezvousOrder(terminal.controllerId, std::move(online));
    for (Node& node : rendezvousOrder(terminal.controllerId, std::move(away)))
        chain.push_back(std::move(node));
    return chain;
}

}  // namespace signalbox::manager
