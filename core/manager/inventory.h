// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Clusters, nodes, terminals and API tokens as an administrator keeps them. Changes are put into the ledger; the
/// caller awaits Ledger::durable().
class Inventory {
public:
    explicit Inventory(Engine& engine) : m_engine(engine) {}

    /// `rule`: RSQL of the terminals that belong to it; empty: those that are put into it.
    [[nodiscard]] Result<Cluster> createCluster(std::string name, std::string_view actor, std::string rule = {});
    struct ClusterEdit {
        std::optional<std::string> rule;
        std::optional<std::uint64_t> bandwidthLimit;  ///< bytes a second; 0: none
    };
    [[nodiscard]] Result<Cluster> editCluster(std::string_view name, ClusterEdit edit, std::string_view actor);
    /// Moves terminals to the cluster whose rule they match, the oldest cluster's first; who matches none stays. Cheap
    /// when no terminal has changed.
    void applyClusterRules();
    [[nodiscard]] Result<void> removeCluster(std::string_view name, std::string_view actor);
    [[nodiscard]] Result<void> removeNode(std::string_view name, std::string_view actor);

    struct TerminalEdit {
        std::optional<std::string> name;
        std::optional<std::string> cluster;
        std::map<std::string, std::optional<std::string>> tags;  ///< nullopt: take it away
    };
    [[nodiscard]] Result<Terminal> editTerminal(std::string_view controllerId, const TerminalEdit& edit,
                                                std::string_view actor);
    [[nodiscard]] Result<void> removeTerminal(std::string_view controllerId, std::string_view actor);
    /// Kept in history with its record; offered nothing any more, its token is revoked.
    [[nodiscard]] Result<Terminal> retireTerminal(std::string_view controllerId, std::string_view actor);
    /// Whatever has the token is refused from now on; a replacement code lets the terminal back in.
    [[nodiscard]] Result<Terminal> revokeTerminal(std::string_view controllerId, std::string_view actor);
    /// Someone looked: it is no clone.
    [[nodiscard]] Result<Terminal> clearClone(std::string_view controllerId, std::string_view actor);
    /// It is asked for its attributes at its next poll.
    void wantAttributes(TerminalId id);
    /// A terminal polled from there; marks it when its identity seems to be used by two machines.
    void sawTerminal(TerminalId id, std::string_view address);
    [[nodiscard]] Result<Terminal> terminal(std::string_view controllerId) const;

    /// What a terminal says of itself (DDI configData). `mode` is merge, replace or remove.
    struct SelfDescription {
        std::string mode = "merge";
        std::map<std::string, std::optional<std::string>> attributes;
        std::optional<std::map<std::string, std::string>> installed;
        std::string platform;  ///< empty: not told
    };
    [[nodiscard]] Result<void> describe(TerminalId id, const SelfDescription& description);

    /// Checked: addresses, certificates, the cluster. BaseErrc::invalidArgument names what is wrong. Whether a
    /// gateway's token is set stays as it is.
    [[nodiscard]] Result<DdiSettings> setDdiSettings(DdiSettings wanted, std::string_view actor);
    /// A new gateway token, shown once; the one before is good no longer.
    [[nodiscard]] std::string makeGatewayToken(std::string_view actor);
    void removeGatewayToken(std::string_view actor);

    struct NewToken {
        ApiToken token;
        std::string secret;  ///< shown once
    };
    [[nodiscard]] Result<NewToken> createToken(std::string name, AccountRole role, std::string_view actor,
                                               std::optional<Seconds> valid = {});
    [[nodiscard]] Result<void> removeToken(std::int64_t id, std::string_view actor);
    /// Whose token it is; nullptr for none and for one whose time is over.
    [[nodiscard]] const ApiToken* tokenOf(std::string_view secret) const;

private:
    [[nodiscard]] Result<void> checkRule(const std::string& rule) const;
    void suspectClone(Terminal terminal, std::string_view why);
    void putSetting(const char* key, std::string value);

    Engine& m_engine;
};

}  // namespace signalbox::manager
