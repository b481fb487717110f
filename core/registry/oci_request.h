// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/http/client.h"
#include "core/registry/oci_client.h"

namespace signalbox::registry {

/// A request to `url` with the target's token, which goes to the target's own origin only.
[[nodiscard]] http::ClientRequest requestFor(const Target& target, std::string method, http::Url url);
/// "<origin>/v2/<repository>/<rest>"
[[nodiscard]] http::Url urlOf(const Target& target, std::string_view rest);

/// Whether a registry said that its disk is full (507).
[[nodiscard]] bool isDiskFull(const Error& error);

/// What a status that was not hoped for means (the codes stand at OciClient); quotes the registry's own words.
[[nodiscard]] Error statusError(const http::ClientRequest& request, const http::ClientResponse& response);
[[nodiscard]] Error statusError(std::string_view method, const http::Url& url, const http::ClientResponse& response);

}  // namespace signalbox::registry
