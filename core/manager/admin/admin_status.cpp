// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/alarms.h"
#include "core/manager/certificate_ends.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::value timeJson(const std::optional<TimePoint>& time) {
    return time ? json::value(toRfc3339(*time)) : json::value(nullptr);
}

/// What the manager is, how much it looks after, and what people must see to.
class StatusResource {
public:
    StatusResource(Engine& engine, const BackupKeeper& backups, const std::string& adminUrl)
        : m_engine(engine), m_backups(backups), m_adminUrl(adminUrl), m_startedAt(engine.clock.now()) {}

    Reply show(http::Exchange&, const Actor&) {
        std::size_t active = 0;
        for (const auto& [id, entry] : m_engine.world.rollouts)
            if (entry.active() || entry.rollout.state == RolloutState::scheduled) ++active;
        json::array alarms;
        for (const Alarm& alarm : alarmsOf(m_engine, m_backups))
            alarms.push_back(
                {{"kind", alarm.kind}, {"subject", alarm.subject}, {"text", alarm.text}, {"at", timeJson(alarm.at)}});
        json::array certificates;
        for (const CertificateEnd& one : certificateEnds(m_engine))
            certificates.push_back({{"holder", one.holder}, {"notAfter", toRfc3339(one.notAfter)}});
        const json::object backup{{"running", m_backups.running().has_value()},
                                  {"lastSuccess", timeJson(m_backups.lastSuccess())},
                                  {"nextDue", timeJson(m_backups.nextDue())},
                                  {"overdue", m_backups.overdue()}};
        co_return jsonAnswer(200, {{"version", SIGNALBOX_VERSION},
                                   {"managerId", m_engine.identity.managerId()},
                                   {"startedAt", toRfc3339(m_startedAt)},
                                   {"now", toRfc3339(m_engine.clock.now())},
                                   {"ddiUrl", m_engine.options.ddiUrl},
                                   {"adminUrl", m_adminUrl},
                                   {"caFingerprint", m_engine.identity.authority().fingerprint()},
                                   {"terminals", m_engine.world.fleet.size()},
                                   {"nodes", m_engine.world.nodes.size()},
                                   {"rolloutsActive", active},
                                   {"packageBytesSent", m_engine.packageBytesSent},
                                   {"certificates", std::move(certificates)},
                                   {"backup", backup},
                                   {"alarms", std::move(alarms)}});
    }

private:
    Engine& m_engine;
    const BackupKeeper& m_backups;
    const std::string& m_adminUrl;
    TimePoint m_startedAt;
};

}  // namespace

void addStatusRoutes(AdminRoutes& routes, Engine& engine, const BackupKeeper& backups, const std::string& adminUrl) {
    const auto resource = std::make_shared<StatusResource>(engine, backups, adminUrl);
    routes.add("GET", "/api/v1/status", Right::view,
               [resource](http::Exchange& exchange, const Actor& actor) { return resource->show(exchange, actor); });
}

}  // namespace signalbox::manager
