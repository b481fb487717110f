// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/model/digest.h"
#include "core/registry/foreign_client.h"

namespace signalbox::terminal {

/// What ControllerBase says (manager/ddi/README.md, Poll). Links are as sent, empty where there is none.
struct PollAnswer {
    Seconds sleep{300};
    std::string configData;
    std::string deploymentBase;
    std::string cancelAction;
    std::optional<std::vector<http::Url>> managers = {};  ///< where to look for it, in order; none: it does not say
    std::string authorities = {};                         ///< PEM: whom to trust from now on; empty: it does not say
    std::int64_t diagnostics = 0;  ///< the request for diagnostics that is to be answered; 0: none
};
/// A list of https addresses of a manager; BaseErrc::malformed names the entry.
[[nodiscard]] Result<std::vector<http::Url>> parseManagers(const boost::json::value& list);
/// BaseErrc::malformed names the member. `sleep` is bounded to 1 s … 24 h.
[[nodiscard]] Result<PollAnswer> parsePoll(std::string_view json);

/// The number in ".../deploymentBase/8?c=5" or ".../cancelAction/8".
[[nodiscard]] Result<std::int64_t> deploymentOfLink(std::string_view link);

struct ChainNode {
    std::string name;
    http::Url url;
    /// Set: a registry of another maker, which gets no token of ours and is trusted otherwise.
    std::optional<registry::ForeignAccess> foreign{};
};

/// Why a terminal must wait with an installation, and when it may ask again.
struct Hold {
    std::string reason;
    std::optional<TimePoint> until;
};

/// The manager's deployment document as our own terminal reads it (manager/ddi/README.md, deploymentBase).
struct Offer {
    std::int64_t deployment = 0;
    std::int64_t attempt = 1;
    std::string product;  ///< also a folder's name: checked to be one
    std::string version;
    std::string channel;
    Digest release;   ///< what people approved
    Digest manifest;  ///< of the package for this platform
    std::string repository;
    std::vector<ChainNode> chain;
    std::uint64_t unpackedSize = 0;    ///< what the package takes on a disk; 0: no word
    std::uint64_t bandwidthLimit = 0;  ///< bytes a second of packages, as the manager wants it; 0: no word
    std::string token;                 ///< for the nodes of the chain; may be empty
    std::string metadata{};            ///< where signed metadata lies, ends in "/"; empty: the manager knows of none
    std::string permit;                ///< JWS; empty: `hold` is set
    std::optional<Hold> hold;          ///< none: `permit` is set
    std::optional<TimePoint> now{};    ///< by the manager's clock, when it said all this

    [[nodiscard]] bool sameAttempt(const Offer& other) const {
        return deployment == other.deployment && attempt == other.attempt;
    }
};
inline constexpr std::size_t kMaxDocument = 256 << 10;
/// BaseErrc::malformed names the member; nothing in the document is taken where one part is wrong.
[[nodiscard]] Result<Offer> parseOffer(std::string_view json);

/// The deployment that a cancelAction document wants stopped.
[[nodiscard]] Result<std::int64_t> parseCancel(std::string_view json);

/// A product's name is also the name of its folder: no separators, control bytes or leading dot, 1 to 200 bytes.
[[nodiscard]] bool isProductName(std::string_view name);

}  // namespace signalbox::terminal
