// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/http/server.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// Which clients the DDI door lets in, as an administrator set it (setting "ddi.access", one JSON object).
struct DdiAccessSettings {
    bool targetToken = true;       ///< each terminal by its own
    std::string gatewayTokenHash;  ///< hex SHA-256; empty: no gateway
    /// Verified on our own TLS: the CN is the controllerId. Empty: none are asked for. From the next start.
    std::string clientCaPem;
    /// Addresses of reverse proxies whose X-Forwarded-Proto, X-Forwarded-Host, X-Controller-Id and X-Authority headers
    /// are believed.
    std::vector<std::string> proxies;
    std::vector<std::string> proxyAuthorities;  ///< lower case; empty: the header mode is off
    std::string newCluster = "default";         ///< of terminals that a gateway or certificate brings
    std::string newPlatform;                    ///< empty: such terminals must be known already

    [[nodiscard]] static Result<DdiAccessSettings> parse(std::string_view json);
    [[nodiscard]] std::string json() const;
};

inline constexpr const char* kDdiAccessSetting = "ddi.access";

/// Who asks at the DDI door. Three ways in, the first that accepts wins (protocols/ddi.md, 1.7); all but the terminal's
/// own token are off until they are set.
class DdiAccess {
public:
    explicit DdiAccess(Engine& engine) : m_engine(engine) {}

    /// The terminal that the request's {tenant} and {id} name and its credentials prove; made now where a gateway or a
    /// certificate may bring it. 0: the answer is 401.
    [[nodiscard]] TerminalId authenticate(const http::Exchange& exchange);
    /// "https://host:port" as the client sees this door: from Host, or from a trusted proxy's headers.
    [[nodiscard]] std::string originOf(const http::Request& request);
    /// Anew from the world when the setting changed.
    [[nodiscard]] const DdiAccessSettings& settings();

private:
    enum class Proof { none, own, gateway, certificate };
    [[nodiscard]] Proof prove(const http::Request& request, const std::string& controllerId, TerminalId known);
    [[nodiscard]] bool isTrustedProxy(const http::Request& request);
    [[nodiscard]] TerminalId admit(const std::string& controllerId, Proof proof);

    Engine& m_engine;
    DdiAccessSettings m_settings;
    std::string m_settingsText;  ///< what m_settings was read from
};

}  // namespace signalbox::manager
