// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace signalbox {

using ClusterId = Id<struct ClusterTag>;
using NodeId = Id<struct NodeTag>;
/// Dense from 1: also the terminal's row in the fleet's bitmaps, so below 2^32.
using TerminalId = Id<struct TerminalTag>;

/// A terminal's standing word that what waits for its user's confirmation is confirmed (DDI confirmationBase).
struct AutoConfirm {
    bool active = false;
    std::string initiator;
    std::string remark;
    std::optional<TimePoint> activatedAt;
    friend bool operator==(const AutoConfirm&, const AutoConfirm&) = default;
};

/// A machine that is upgraded.
struct Terminal {
    TerminalId id;
    std::string controllerId;                       ///< DDI identity, unique, never changes; 1 to 256 bytes of UTF-8
    std::string name;                               ///< what people call it
    std::string platform;                           ///< which package of a release fits, e.g. "linux-amd64"
    ClusterId cluster;                              ///< whose nodes its chain is made of
    std::string tokenHash;                          ///< lower-case hex SHA-256 of its DDI token; or one of those below
    std::map<std::string, std::string> tags;        ///< what an administrator says of it; a bare tag has the value ""
    std::map<std::string, std::string> attributes;  ///< what it says of itself
    std::map<std::string, std::string> installed;   ///< product to version, as last reported
    TimePoint joinedAt;
    std::optional<TimePoint> lastContact;
    std::int64_t permitSequence = 0;       ///< of the last permit issued to it
    std::optional<TimePoint> retiredAt;    ///< kept in history, offered nothing any more
    std::optional<TimePoint> cloneSeenAt;  ///< when two machines seemed to use its identity
    bool attributesWanted = true;          ///< it is asked for its attributes at its next poll
    bool byGateway = false;                ///< known by a gateway's token alone: does not decide phase gates
    AutoConfirm autoConfirm;
};

/// Tokens that no terminal has: of one that is expected and may join, and of one that may not any more.
inline constexpr const char* kTokenExpected = "";
inline constexpr const char* kTokenRevoked = "revoked";

/// The nodes of a site or region.
struct Cluster {
    ClusterId id;
    std::string name;
    TimePoint createdAt;
    std::string rule;                  ///< RSQL: terminals that match belong to it; empty: those that are put into it
    std::uint64_t bandwidthLimit = 0;  ///< bytes a second of packages that each of its terminals may take; 0: any
};

/// A node of ours, or an OCI registry of another maker that serves as one: it takes no tokens of ours and proves
/// nothing by itself.
enum class NodeKind { signalbox, registry };

/// A download server.
struct Node {
    NodeId id;
    std::string name;  ///< unique
    ClusterId cluster;
    std::string url;  ///< "https://host:port", what terminals and the distributor use
    std::int64_t weight = 100;
    TimePoint joinedAt;
    NodeKind kind = NodeKind::signalbox;
    std::uint64_t pushRate = 0;                ///< bytes a second at most that go to it; 0: as fast as it takes them
    std::optional<TimePoint> certificateEnds;  ///< of the certificate the manager issued last
};

/// How a node of kind registry is reached. Its secrets stand in no answer of the admin API.
struct RegistryAccess {
    NodeId node;
    std::string user;  ///< the manager's, to push and to read back; empty: it comes as nobody
    std::string password;
    std::string pullUser;  ///< what terminals are given to download with; empty: they come as nobody
    std::string pullPassword;
    std::string caPem;  ///< whom to trust that it is the registry; empty: whom the system trusts
};

}  // namespace signalbox
