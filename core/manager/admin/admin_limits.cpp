// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/admin_limits.h"

#include <algorithm>
#include <charconv>

#include "core/manager/release_trust.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

Error beyond(std::string_view what) {
    return makeError(BaseErrc::denied, "your account is limited: " + std::string(what));
}

std::int64_t numberIn(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

/// One call held against one person's limits.
class LimitCheck {
public:
    LimitCheck(Engine& engine, const Limits& limits, const http::Exchange& exchange)
        : m_world(engine.world), m_limits(limits), m_exchange(exchange) {}

    [[nodiscard]] Result<void> ofRelease(std::string_view id) const {
        const auto found = m_world.releases.find(ReleaseId{numberIn(id)});
        return found == m_world.releases.end() ? Result<void>() : product(found->second.product);
    }

    [[nodiscard]] Result<void> newRelease() const { return product(bodyText("product")); }

    [[nodiscard]] Result<void> ofRollout(std::string_view id) const {
        const auto found = m_world.rollouts.find(RolloutId{numberIn(id)});
        if (found == m_world.rollouts.end()) return {};
        const Rollout& rollout = found->second.rollout;
        return rolloutOf(rollout.release, rollout.audience);
    }

    [[nodiscard]] Result<void> newRollout() const {
        const auto body = parseJson(m_exchange.body);
        const json::value* release = body && body->is_object() ? body->get_object().if_contains("release") : nullptr;
        return rolloutOf(ReleaseId{release && release->is_int64() ? release->get_int64() : 0}, bodyText("audience"));
    }

    [[nodiscard]] Result<void> ofDeployment(std::string_view id) const {
        const Deployment* deployment = m_world.deployment(DeploymentId{numberIn(id)});
        if (!deployment) return {};
        const auto rollout = m_world.rollouts.find(deployment->rollout);
        if (rollout != m_world.rollouts.end() && !m_limits.products.empty()) {
            const auto release = m_world.releases.find(rollout->second.rollout.release);
            if (release != m_world.releases.end()) CHECK(product(release->second.product));
        }
        const auto terminal = m_world.fleet.terminal(deployment->terminal);
        return m_limits.clusters.empty() || !terminal ? Result<void>() : clusterOf(terminal->cluster);
    }

    [[nodiscard]] Result<void> ofTerminal(std::string_view controllerId) const {
        const auto terminal = m_world.fleet.terminal(m_world.fleet.findByControllerId(controllerId));
        if (!terminal) return {};
        CHECK(clusterOf(terminal->cluster));
        const std::string target = bodyText("cluster");  // of one that is moved
        return target.empty() ? Result<void>() : cluster(target);
    }

    [[nodiscard]] Result<void> ofNode(std::string_view name) const {
        const NodeEntry* node = m_world.nodeByName(name);
        return node ? clusterOf(node->node.cluster) : Result<void>();
    }

    [[nodiscard]] Result<void> inNamedCluster() const {
        const std::string name = bodyText("cluster");
        return cluster(name.empty() ? "default" : name);
    }

    [[nodiscard]] Result<void> ofRole(std::string_view role) const {
        for (const std::string& name : m_limits.products)
            if (approversRole(name) == role) return {};
        return beyond("it may not sign for " + std::string(role));
    }

    [[nodiscard]] bool bodyHas(std::string_view name) const {
        const auto body = parseJson(m_exchange.body);
        return body && body->is_object() && body->get_object().contains(name);
    }

    [[nodiscard]] Result<void> cluster(const std::string& name) const {
        return holds(m_limits.clusters, name) ? Result<void>() : beyond("it may not change the cluster '" + name + "'");
    }

private:
    [[nodiscard]] static bool holds(const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    [[nodiscard]] Result<void> product(const std::string& name) const {
        return holds(m_limits.products, name) ? Result<void>() : beyond("it may not change the product '" + name + "'");
    }
    [[nodiscard]] Result<void> clusterOf(ClusterId id) const {
        const auto found = m_world.clusters.find(id);
        return cluster(found == m_world.clusters.end() ? std::string() : found->second.name);
    }
    [[nodiscard]] Result<void> rolloutOf(ReleaseId id, const std::string& audience) const {
        const auto release = m_world.releases.find(id);
        if (release != m_world.releases.end() && !m_limits.products.empty()) CHECK(product(release->second.product));
        if (m_limits.clusters.empty() || isWithin(audience, m_limits.clusters)) return {};
        return beyond("the audience must keep to its clusters, as in (…);cluster==" + m_limits.clusters.front());
    }
    [[nodiscard]] std::string bodyText(std::string_view name) const {
        const auto body = parseJson(m_exchange.body);
        const json::value* found = body && body->is_object() ? body->get_object().if_contains(name) : nullptr;
        return found && found->is_string() ? std::string(found->get_string()) : std::string();
    }

    const World& m_world;
    const Limits& m_limits;
    const http::Exchange& m_exchange;
};

bool isBelow(std::string_view pattern, std::string_view resource) {
    return pattern.starts_with(resource) && pattern.size() > resource.size() && pattern[resource.size()] == '/';
}

}  // namespace

void addLimits(json::object& object, const Limits& limits) {
    object["products"] = json::array(limits.products.begin(), limits.products.end());
    object["clusters"] = json::array(limits.clusters.begin(), limits.clusters.end());
}

Result<void> checkLimits(Engine& engine, const Limits& limits, std::string_view method, std::string_view pattern,
                         const http::Exchange& exchange) {
    const LimitCheck check(engine, limits, exchange);
    // A call below a resource that names nothing is one that nobody thought about.
    const bool names = !exchange.parameters.empty();
    const std::string_view named = names ? std::string_view(exchange.parameters.front()) : std::string_view();
    if (pattern == "/api/v1/uploads" || isBelow(pattern, "/api/v1/uploads")) return {};  // bytes, of nothing yet
    if (pattern == "/api/v1/releases") return check.newRelease();
    if (names && isBelow(pattern, "/api/v1/releases")) return check.ofRelease(named);
    if (pattern == "/api/v1/rollouts") return check.newRollout();
    if (names && isBelow(pattern, "/api/v1/rollouts")) return check.ofRollout(named);
    if (names && isBelow(pattern, "/api/v1/deployments")) return check.ofDeployment(named);
    if (pattern == "/api/v1/terminals" || pattern == "/api/v1/join-codes") return check.inNamedCluster();
    if (names && isBelow(pattern, "/api/v1/terminals")) return check.ofTerminal(named);
    if (names && isBelow(pattern, "/api/v1/nodes")) return check.ofNode(named);
    // A cluster's rule moves terminals out of others.
    if (names && isBelow(pattern, "/api/v1/clusters") && method == "PATCH" && !check.bodyHas("rule"))
        return check.cluster(std::string(named));
    if (pattern == "/api/v1/trust/staged/{role}/signatures") return check.ofRole(named);
    return beyond("this is for those who have no limits");
}

}  // namespace signalbox::manager
