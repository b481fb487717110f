// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/deployment_json.h"

#include "core/manager/waiting.h"
#include "core/model/json.h"

namespace signalbox::manager {

namespace json = boost::json;

namespace {

json::object waitJson(const Wait& wait) {
    return {{"rule", wait.rule},
            {"reason", wait.reason},
            {"next", wait.next ? json::value(toRfc3339(*wait.next)) : json::value(nullptr)},
            {"changes", wait.changes}};
}

}  // namespace

json::object deploymentJson(const Engine& engine, const Deployment& deployment) {
    json::object object = toJson(deployment);
    const auto terminal = engine.world.fleet.terminal(deployment.terminal);
    object["controllerId"] = terminal ? terminal->controllerId : "";
    const Wait wait = Waiting(engine).of(deployment);
    object["waitReason"] = wait.reason;
    object["nextTry"] = wait.next ? json::value(toRfc3339(*wait.next)) : json::value(nullptr);
    object["wait"] = wait.rule.empty() ? json::value(nullptr) : json::value(waitJson(wait));
    return object;
}

}  // namespace signalbox::manager
