// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/alarms.h"
#include "core/manager/metrics.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

bool isLoopback(const std::string& address) {
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

/// For monitors: whether it lives, whether it can serve, and figures in Prometheus' text format.
class HealthResource {
public:
    HealthResource(Engine& engine, const BackupKeeper& backups, store::Store& store)
        : m_engine(engine), m_backups(backups), m_store(store) {}

    static Reply live(http::Exchange&, const Actor&) { co_return jsonAnswer(200, {{"status", "live"}}); }

    Reply ready(http::Exchange&, const Actor&) {
        const auto read = co_await m_store.audit(0, 1);
        if (!read) co_return makeError(BaseErrc::unavailable, "the store does not answer");
        json::array alarms;  // whoever asks needs no token: only what kind they are of
        for (const Alarm& alarm : alarmsOf(m_engine, m_backups))
            alarms.push_back(json::value(alarm.kind));
        co_return jsonAnswer(200, {{"status", "ready"}, {"alarms", std::move(alarms)}});
    }

    Reply metrics(http::Exchange& exchange, const Actor& actor) {
        if (actor.token == 0 && !isLoopback(exchange.request.peer.address)) {
            http::Response refused =
                problemAnswer(401, "unauthenticated", "Log in first", "an API token is wanted from other machines");
            refused.headers.set("WWW-Authenticate", "Bearer");
            co_return refused;
        }
        co_return http::textResponse(200, metricsText(m_engine, m_backups), "text/plain; version=0.0.4; charset=utf-8");
    }

private:
    Engine& m_engine;
    const BackupKeeper& m_backups;
    store::Store& m_store;
};

}  // namespace

void addHealthRoutes(AdminRoutes& routes, Engine& engine, const BackupKeeper& backups, store::Store& store) {
    const auto resource = std::make_shared<HealthResource>(engine, backups, store);
    routes.addOpen("GET", "/health/live", &HealthResource::live);
    routes.addOpen("GET", "/health/ready", [resource](http::Exchange& exchange, const Actor& actor) {
        return resource->ready(exchange, actor);
    });
    routes.addOpen("GET", "/metrics", [resource](http::Exchange& exchange, const Actor& actor) {
        return resource->metrics(exchange, actor);
    });
}

}  // namespace signalbox::manager
