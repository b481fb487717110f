// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr std::int64_t kMostSeconds = 366LL * 86400;

json::value timeJson(const std::optional<TimePoint>& time) {
    return time ? json::value(toRfc3339(*time)) : json::value(nullptr);
}

/// Backups of the manager, made by itself.
class BackupResource {
public:
    BackupResource(Engine& engine, BackupKeeper& backups) : m_engine(engine), m_backups(backups) {}

    json::object settingsJson() const {
        const BackupSettings settings = m_backups.settings();
        return {{"folder", settings.folder},
                {"everySeconds", settings.every.count()},
                {"keep", settings.keep},
                {"packages", settings.packages},
                {"passphraseSet", m_backups.hasPassphrase()}};
    }

    json::object stateJson() const {
        json::value running = nullptr;
        if (const auto run = m_backups.running())
            running = {{"startedAt", toRfc3339(run->startedAt)},
                       {"startedBy", run->startedBy},
                       {"bytesDone", run->done},
                       {"bytesTotal", run->total}};
        json::array files;
        for (const BackupFile& file : m_backups.files())
            files.push_back({{"name", file.name}, {"size", file.size}, {"createdAt", toRfc3339(file.createdAt)}});
        return {{"running", std::move(running)},      {"lastSuccess", timeJson(m_backups.lastSuccess())},
                {"lastFile", m_backups.lastFile()},   {"lastFailure", timeJson(m_backups.lastFailure())},
                {"lastError", m_backups.lastError()}, {"nextDue", timeJson(m_backups.nextDue())},
                {"overdue", m_backups.overdue()},     {"files", std::move(files)}};
    }

    Reply showSettings(http::Exchange&, const Actor&) { co_return jsonAnswer(200, settingsJson()); }

    /// Members that are left out stay as they are.
    Reply changeSettings(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        BackupSettings wanted = m_backups.settings();
        if (body.has("folder")) wanted.folder = body.text("folder");
        wanted.every = Seconds(body.number("everySeconds", 0, kMostSeconds, wanted.every.count()));
        wanted.keep = static_cast<std::uint32_t>(body.number("keep", 1, 1000, wanted.keep));
        std::optional<std::string> passphrase;
        if (body.has("passphrase")) passphrase = body.text("passphrase");
        CO_CHECK(body.check());
        if (const json::value* packages = body.find("packages")) {
            if (!packages->is_bool()) co_return makeError(BaseErrc::malformed, "packages: true or false is wanted");
            wanted.packages = packages->get_bool();
        }
        CO_CHECK(m_backups.configure(wanted, passphrase, actor.name));
        co_return jsonAnswer(200, settingsJson());
    }

    Reply list(http::Exchange&, const Actor&) { co_return jsonAnswer(200, stateJson()); }

    Reply start(http::Exchange&, const Actor& actor) {
        CO_CHECK(m_backups.start(actor.name));
        co_return jsonAnswer(202, stateJson());
    }

    Reply content(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::filesystem::path path, m_backups.pathOf(exchange.parameters[0]));
        CO_TRY(http::FileBody file, http::openFileBody(path.string()));
        m_engine.ledger.audit(actor.name, "backup.download", "manager:" + m_engine.identity.managerId(),
                              {{"file", exchange.parameters[0]}});
        co_return http::fileResponse(exchange.request, std::move(file), "application/octet-stream", {});
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(m_backups.remove(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

private:
    Engine& m_engine;
    BackupKeeper& m_backups;
};

}  // namespace

void addBackupRoutes(AdminRoutes& routes, Engine& engine, BackupKeeper& backups) {
    const auto resource = std::make_shared<BackupResource>(engine, backups);
    using Method = Reply (BackupResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/settings/backup", Right::view, &BackupResource::showSettings);
    add("PATCH", "/api/v1/settings/backup", Right::administer, &BackupResource::changeSettings);
    add("GET", "/api/v1/backups", Right::view, &BackupResource::list);
    add("POST", "/api/v1/backups", Right::administer, &BackupResource::start);
    add("GET", "/api/v1/backups/{name}/content", Right::administer, &BackupResource::content);
    add("DELETE", "/api/v1/backups/{name}", Right::administer, &BackupResource::remove);
}

}  // namespace signalbox::manager
