// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Join codes and what comes in by them. Changes are put into the ledger; the caller awaits Ledger::durable().
class Joining {
public:
    explicit Joining(Engine& engine) : m_engine(engine) {}

    struct NewCodes {
        JoinRole role = JoinRole::terminal;
        std::string cluster = "default";
        std::uint32_t count = 1;  ///< at most 10,000 a call
        Seconds valid{3600};
        std::uint32_t uses = 1;  ///< terminals only: how many may join with each, at most 100,000
        bool approval = false;   ///< terminals only: who joins waits for an administrator
    };
    /// The codes' texts; only hashes of their secrets are kept.
    [[nodiscard]] Result<std::vector<std::string>> createCodes(const NewCodes& wanted, std::string_view actor);

    /// A code, to be used once, with which new hardware takes over the terminal's identity: from then on the token of
    /// the old one is worth nothing. A retired terminal comes back by it.
    [[nodiscard]] Result<std::string> createReplacementCode(std::string_view controllerId, Seconds valid,
                                                            std::string_view actor);
    /// Removes the codes whose time is over.
    void dropCodesThatAreOver();

    struct TerminalRequest {
        std::string secret;  ///< raw bytes; empty: no code
        std::string controllerId;
        std::string name;
        std::string platform;
        std::string tokenHash;  ///< hex
        std::string address;    ///< where it asks from
    };
    /// Answered again for the same secret, id and hash, so that a lost answer costs nothing. BaseErrc::denied for a
    /// code that is unknown, used or over; BaseErrc::alreadyExists; BaseErrc::unavailable while it waits in the queue
    /// for an administrator (also something to make durable).
    [[nodiscard]] Result<Terminal> joinTerminal(const TerminalRequest& request);

    struct NodeRequest {
        std::string secret;
        std::string name;
        std::string url;
        std::string signingRequest;  ///< PEM
    };
    struct JoinedNode {
        Node node;
        std::string cluster;
        std::string certificatePem;
    };
    /// A name that has joined is taken again once the certificate of its node has ended: so that one comes back.
    [[nodiscard]] Result<JoinedNode> joinNode(const NodeRequest& request);

    /// Another certificate for a node that holds a good one; `request` is its trust::NodeRenewal in signed form.
    /// BaseErrc::denied for any other certificate, for one of a node that is gone, and for a request of another key.
    [[nodiscard]] Result<JoinedNode> renewNode(std::string_view certificatePem, std::string_view request);

    /// One that proved itself otherwise (a gateway's token, a certificate): it has no token of its own.
    [[nodiscard]] Result<Terminal> admitTerminal(std::string controllerId, std::string platform,
                                                 std::string_view cluster, bool byGateway, std::string_view actor);

    /// For clients that bring no code: the token is made here and shown once.
    struct NewTerminal {
        Terminal terminal;
        std::string token;
    };
    /// A terminal with all that is known of it; its id and time are given here.
    [[nodiscard]] Result<Terminal> addTerminal(Terminal terminal, std::string_view actor);
    [[nodiscard]] Result<NewTerminal> createTerminal(std::string controllerId, std::string name, std::string platform,
                                                     std::string_view cluster, std::string_view actor);

private:
    [[nodiscard]] Result<JoinTicket> ticketFor(std::string_view secret, JoinRole role) const;
    [[nodiscard]] std::string addTicket(JoinTicket ticket, const std::string& fingerprint, Seconds valid,
                                        std::string_view actor);
    [[nodiscard]] Result<Terminal> joinWithTicket(const TerminalRequest& request, JoinTicket ticket);
    [[nodiscard]] Result<Terminal> takeOver(const TerminalRequest& request, const Terminal& known);
    [[nodiscard]] Result<JoinedNode> certify(Node node, std::string_view signingRequest) const;
    void spend(JoinTicket ticket, std::string usedBy);

    Engine& m_engine;
};

}  // namespace signalbox::manager
