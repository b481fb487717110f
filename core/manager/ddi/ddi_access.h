// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/http/server.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

// Settings of the world: DdiSettings as JSON, and the gateway's token as hex SHA-256.
inline constexpr const char* kDdiAccessSetting = "ddi.access";
inline constexpr const char* kGatewayTokenSetting = "ddi.gatewayTokenHash";

/// As they are in the world; defaults where there are none.
[[nodiscard]] DdiSettings ddiSettingsOf(const World& world);

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
    [[nodiscard]] const DdiSettings& settings();

private:
    enum class Proof { none, own, gateway, certificate };
    [[nodiscard]] Proof prove(const http::Request& request, const std::string& controllerId, TerminalId known);
    [[nodiscard]] bool isTrustedProxy(const http::Request& request);
    [[nodiscard]] TerminalId admit(const std::string& controllerId, Proof proof);

    Engine& m_engine;
    DdiSettings m_settings;
    std::string m_settingsText;  ///< what m_settings was read from
};

}  // namespace signalbox::manager
