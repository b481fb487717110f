// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::registry {

/// One way in that a server names in WWW-Authenticate (RFC 9110 section 11.6.1).
struct Challenge {
    std::string scheme;                             ///< lower case: "basic", "bearer"
    std::map<std::string, std::string> parameters;  ///< names in lower case
};

/// Those of one header field, in order; what is no challenge ends the list. At most 8 KiB are looked at.
[[nodiscard]] std::vector<Challenge> parseChallenges(std::string_view field);

}  // namespace signalbox::registry
