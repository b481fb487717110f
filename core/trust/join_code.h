// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::trust {

/// What an administrator pastes on a new node or terminal: "sbj1.<url>.<secret>.<fingerprint>", the parts in base64url.
struct JoinCode {
    std::string managerUrl;   ///< "https://host:port" of the manager's DDI door
    std::string secret;       ///< 16 random bytes; the manager keeps its SHA-256 only
    std::string fingerprint;  ///< lower-case hex SHA-256 of the manager's CA certificate

    [[nodiscard]] std::string text() const;
    /// BaseErrc::malformed says which part is wrong.
    [[nodiscard]] static Result<JoinCode> parse(std::string_view text);
};

}  // namespace signalbox::trust
