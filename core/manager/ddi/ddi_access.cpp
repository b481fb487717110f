// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_access.h"

#include <algorithm>
#include <chrono>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/manager/inventory.h"
#include "core/manager/joining.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostSettings = 256 << 10;
constexpr std::string_view kTargetToken = "TargetToken ";
constexpr std::string_view kGatewayToken = "GatewayToken ";
constexpr std::size_t kMostToken = 128;
constexpr std::chrono::hours kLongAway{30 * 24};  // what it said of itself may be wrong by now

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
}

bool isDefaultTenant(std::string_view tenant) {
    return tenant == "DEFAULT" || lowerCase(tenant) == "default";
}

/// The token behind `scheme` in Authorization; empty where there is none.
std::string_view tokenIn(const http::Request& request, std::string_view scheme) {
    const std::string_view header = request.headers.value("Authorization");
    if (!header.starts_with(scheme) || header.size() > scheme.size() + kMostToken) return {};
    return header.substr(scheme.size());
}

}  // namespace

DdiSettings ddiSettingsOf(const World& world) {
    const auto found = world.settings.find(kDdiAccessSetting);
    if (found == world.settings.end()) return {};
    const auto value = parseJson(found->second, kMostSettings);
    auto read = value ? ddiSettingsFromJson(*value) : Result<DdiSettings>(value.error());
    if (read) return std::move(*read);
    logError("manager", "the setting {} cannot be read: {}", kDdiAccessSetting, read.error().text());
    return {};
}

const DdiSettings& DdiAccess::settings() {
    const auto found = m_engine.world.settings.find(kDdiAccessSetting);
    if (found == m_engine.world.settings.end() || found->second == m_settingsText) return m_settings;
    m_settingsText = found->second;
    m_settings = ddiSettingsOf(m_engine.world);
    return m_settings;
}

bool DdiAccess::isTrustedProxy(const http::Request& request) {
    const auto& proxies = settings().proxies;
    return std::find(proxies.begin(), proxies.end(), request.peer.address) != proxies.end();
}

DdiAccess::Proof DdiAccess::prove(const http::Request& request, const std::string& controllerId, TerminalId known) {
    const DdiSettings& now = settings();
    if (const auto own = tokenIn(request, kTargetToken); !own.empty() && now.targetToken && known)
        if (m_engine.world.fleet.tokenMatches(known, sha256(bytesOf(own)))) return Proof::own;
    if (const auto gateway = tokenIn(request, kGatewayToken); !gateway.empty() && now.gatewayToken) {
        const auto hash = m_engine.world.settings.find(kGatewayTokenSetting);
        if (hash != m_engine.world.settings.end() && equalConstantTime(sha256Hex(bytesOf(gateway)), hash->second))
            return Proof::gateway;
    }
    if (!now.clientCaPem.empty() && request.peer.certificateName == controllerId) return Proof::certificate;
    if (now.proxyAuthorities.empty() || !isTrustedProxy(request)) return Proof::none;
    if (request.headers.value("X-Controller-Id") != controllerId) return Proof::none;
    for (const auto& [name, value] : request.headers.all()) {
        const std::string header = lowerCase(name);
        if (header != "x-authority" && !header.starts_with("x-authority-")) continue;
        const std::string told = lowerCase(value);
        for (const std::string& authority : now.proxyAuthorities)
            for (std::size_t at = 0; at <= told.size();) {
                const std::size_t end = std::min(told.find(',', at), told.size());
                if (told.substr(at, end - at) == lowerCase(authority)) return Proof::certificate;
                at = end + 1;
            }
    }
    return Proof::none;
}

TerminalId DdiAccess::admit(const std::string& controllerId, Proof proof) {
    const DdiSettings& now = settings();
    if (now.newPlatform.empty()) return {};
    const char* actor = proof == Proof::gateway ? "gateway" : "certificate";
    const auto made =
        Joining(m_engine).admitTerminal(controllerId, now.newPlatform, now.newCluster, proof == Proof::gateway, actor);
    if (made) return made->id;
    logWarning("manager", "a terminal that a {} brought was not taken: {}", actor, made.error().text());
    return {};
}

TerminalId DdiAccess::authenticate(const http::Exchange& exchange) {
    if (exchange.parameters.size() < 2 || !isDefaultTenant(exchange.parameters[0])) return {};
    const std::string& controllerId = exchange.parameters[1];
    TerminalId id = m_engine.world.fleet.findByControllerId(controllerId);
    const Proof proof = prove(exchange.request, controllerId, id);
    if (proof == Proof::none) return {};
    if (!id) id = admit(controllerId, proof);
    if (!id || m_engine.world.fleet.isRetired(id)) return {};
    const auto before = m_engine.world.fleet.lastContact(id);
    if (before && m_engine.clock.now() - *before > kLongAway) Inventory(m_engine).wantAttributes(id);
    m_engine.world.fleet.touch(id, m_engine.clock.now());
    m_engine.world.heardOf.add(id);
    return id;
}

std::string DdiAccess::originOf(const http::Request& request) {
    std::string_view scheme = request.peer.tls ? "https" : "http";
    std::string_view host = request.headers.value("Host");
    if (isTrustedProxy(request)) {
        const std::string_view told = request.headers.value("X-Forwarded-Proto");
        if (told == "https" || told == "http") scheme = told;
        host = request.headers.value("X-Forwarded-Host", host);
    }
    return host.empty() ? m_engine.options.ddiUrl : std::string(scheme) + "://" + std::string(host);
}

}  // namespace signalbox::manager
