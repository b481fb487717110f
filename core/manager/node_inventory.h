// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What an administrator decides about nodes, and registries of other makers taken in as nodes. Changes are put into
/// the ledger; the caller awaits Ledger::durable(). (Nodes of ours come in by Joining; Inventory takes both away.)
class NodeInventory {
public:
    explicit NodeInventory(Engine& engine) : m_engine(engine) {}

    struct NewRegistry {
        std::string name;
        std::string url;
        std::string cluster;
        RegistryAccess access;
        bool plainHttp = false;  ///< someone decided that it may do without TLS
    };
    /// BaseErrc::invalidArgument names what is wrong, BaseErrc::alreadyExists, BaseErrc::notFound for the cluster.
    [[nodiscard]] Result<Node> addRegistry(NewRegistry wanted, std::string_view actor);

    struct Edit {
        std::optional<std::int64_t> weight;     ///< 0: no terminal is sent to it
        std::optional<std::uint64_t> pushRate;  ///< bytes a second; 0: no limit
    };
    [[nodiscard]] Result<Node> edit(std::string_view name, const Edit& wanted, std::string_view actor);
    /// BaseErrc::wrongState where the node is one of ours.
    [[nodiscard]] Result<Node> setAccess(std::string_view name, RegistryAccess access, std::string_view actor);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
