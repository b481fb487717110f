// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/http/tls.h"

namespace signalbox::http {

/// Gives servers another certificate: connections made from now on see it, open ones and their resumption stay. Any
/// thread, while any number serve with `context`. TlsErrc::badPem changes nothing.
[[nodiscard]] Result<void> renewCertificate(const TlsServerContext& context, const std::string& chainPem,
                                            const std::string& keyPem);

/// From now on client certificates of these authorities are good, and of no others; connections that are open, and
/// their resumption, stay. For a context that was made with some. Any thread; TlsErrc::badPem changes nothing.
[[nodiscard]] Result<void> renewClientTrust(const TlsServerContext& context, const std::string& caPem);

}  // namespace signalbox::http
