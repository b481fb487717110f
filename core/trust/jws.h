// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "core/trust/key.h"

namespace signalbox::trust {

/// A JSON Web Signature in compact form (RFC 7515), ES256 only; header {"alg":"ES256","typ":<type>,"kid":<key id>}.
[[nodiscard]] std::string signJws(const boost::json::object& payload, std::string_view type, const PrivateKey& key);

/// Checks shape, `alg`, `typ`, `kid` and signature, and gives the payload; says nothing about times. At most 16 KiB.
/// BaseErrc::malformed or BaseErrc::denied.
[[nodiscard]] Result<boost::json::object> verifyJws(std::string_view text, std::string_view type, const PublicKey& key);

}  // namespace signalbox::trust
