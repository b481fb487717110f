// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What a node says of its trust; BaseErrc::malformed.
struct NodeTrustAnswer {
    std::vector<std::string> authorities;
    std::string certificateAuthority;
};
[[nodiscard]] Result<NodeTrustAnswer> parseNodeTrust(std::string_view json);

/// Where clients of nodes get tokens.
[[nodiscard]] inline std::string tokenRealmOf(const Engine& engine) {
    return engine.options.ddiUrl + "/token";
}

/// How the manager's certificate authority gives way to another one while everything keeps working: the next one is
/// made and told to nodes and terminals; once they know it, it issues certificates, and the one before is trusted until
/// the nodes have new ones (core/manager/README.md). Changes are put into the ledger; the caller awaits
/// Ledger::durable().
class Authorities {
public:
    explicit Authorities(Engine& engine) : m_engine(engine) {}

    /// Who has yet to hear of the next authority, or to get a certificate of the present one.
    struct Progress {
        std::uint64_t nodes = 0;                ///< ours
        std::vector<std::string> nodesWaiting;  ///< names
        std::uint64_t terminals = 0;            ///< that are not retired
        std::uint64_t terminalsWaiting = 0;
        std::uint64_t otherClients = 0;  ///< of those: clients that are not ours, who must be given the file by hand
        std::uint64_t openCodes = 0;     ///< join codes that name the present authority
    };
    [[nodiscard]] Progress progress() const;

    /// Makes the next one. BaseErrc::wrongState while one is planned or the one before is trusted still.
    [[nodiscard]] Result<void> plan(std::string_view actor);
    /// BaseErrc::wrongState where none is planned.
    [[nodiscard]] Result<void> abandon(std::string_view actor);
    /// From now on the next one issues certificates, and join codes name it: open ones end. BaseErrc::wrongState where
    /// none is planned, or someone does not know it and not `force`: they join again with a new code.
    [[nodiscard]] Result<void> use(bool force, std::string_view actor);
    /// The one before is trusted no more. BaseErrc::wrongState where there is none, or a node's certificate is of it
    /// and not `force`: that node joins again with a new code.
    [[nodiscard]] Result<void> retire(bool force, std::string_view actor);
    /// Uses and retires by itself when nobody is left behind by it.
    void advance();

    /// A poll of our own agent, which says whom it trusts. True: it is to be told.
    [[nodiscard]] bool heard(TerminalId terminal, std::string_view trusted);
    /// What nodes are told.
    [[nodiscard]] std::string word() const;
    [[nodiscard]] bool hasNewsFor(const NodeEntry& node) const;
    /// A node's answer to it; BaseErrc::malformed.
    [[nodiscard]] Result<void> heard(NodeEntry& node, std::string_view answer) const;

    /// Writes down, and reads, which terminals know the next one: a restart forgets nobody.
    void remember();
    void recall();

private:
    void put(const std::string& key, std::string value);
    [[nodiscard]] Result<void> settle(std::string_view actor, const char* action);

    Engine& m_engine;
};

}  // namespace signalbox::manager
