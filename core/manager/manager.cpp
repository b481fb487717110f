// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/manager.h"

#include <algorithm>
#include <boost/asio/ip/host_name.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/base/log.h"
#include "core/http/tls_renewal.h"
#include "core/manager/accounts.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/authorities.h"
#include "core/manager/diagnostics.h"
#include "core/manager/inventory.h"
#include "core/manager/join_queue.h"
#include "core/manager/release_trust.h"
#include "core/manager/retention.h"
#include "core/manager/rollouts.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

constexpr Milliseconds kTick{1000};
constexpr Milliseconds kLeastPause{50};  // between two rounds of the scheduler, however many wake it
constexpr Milliseconds kWatchInterval{2000};
constexpr Milliseconds kHousekeepInterval{1000};
constexpr Milliseconds kRefillInterval{30000};
constexpr int kContactRounds = 60;  // rounds of housekeeping between two writes of last contacts
constexpr int kRetentionRounds = 5;
constexpr int kTidyRounds = 3600;
constexpr std::size_t kContactsARound = 10000;  // so that nobody's feedback waits long behind them
constexpr std::size_t kEventsKept = 10000;

constexpr const char* kDdiListen = "ddi.listen";
constexpr const char* kDdiUrl = "ddi.url";
constexpr const char* kAdminListen = "admin.listen";
constexpr const char* kPollSeconds = "poll.seconds";

bool isAnyAddress(const std::string& host) {
    return host == "0.0.0.0" || host == "::";
}

/// What the manager's certificate is for.
std::vector<std::string> hostsOf(const std::string& ddiHost, const std::string& adminHost) {
    std::vector<std::string> hosts{"localhost", "127.0.0.1", "::1"};
    for (const std::string& host : {ddiHost, adminHost})
        if (!isAnyAddress(host) && std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(host);
    return hosts;
}

std::string adminUrlOf(const Address& admin, std::uint16_t port) {
    const std::string host = isAnyAddress(admin.host) ? "127.0.0.1" : admin.host;
    const bool isV6 = host.find(':') != std::string::npos;
    return "https://" + (isV6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace

Result<Address> parseAddress(std::string_view text) {
    const auto wrong = [&] {
        return makeError(BaseErrc::malformed, "'" + printable(text) + "': an address such as 127.0.0.1:8443 is wanted");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return wrong();
    Address address;
    std::string_view host = text.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    address.host = host;
    const std::string_view port = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc() || end != port.data() + port.size()) return wrong();
    return address;
}

Manager::Manager(asio::io_context& io, const Clock& clock)
    : m_io(io),
      m_clock(clock),
      m_events(kEventsKept, clock.now().time_since_epoch().count() * 1000),
      m_schedulePulse(io.get_executor()),
      m_housekeepPulse(io.get_executor()),
      m_watchPulse(io.get_executor()),
      m_refillPulse(io.get_executor()) {}

Manager::~Manager() {
    m_pool.join();
    if (m_store) m_store->close();
}

Result<std::unique_ptr<Manager>> Manager::start(asio::io_context& io, const ManagerOptions& options,
                                                const Clock& clock) {
    std::unique_ptr<Manager> manager(new Manager(io, clock));
    CHECK(manager->open(options));
    return manager;
}

std::string Manager::setting(const std::string& key, const std::optional<std::string>& given, std::string otherwise) {
    const auto known = m_world.settings.find(key);
    if (!given && known != m_world.settings.end()) return known->second;
    std::string value = given.value_or(std::move(otherwise));
    if (known == m_world.settings.end() || known->second != value) {
        m_world.settings[key] = value;
        m_ledger->put(store::Setting{key, value});
    }
    return value;
}

Result<void> Manager::open(const ManagerOptions& options) {
    m_watchesClock = options.watchClock;
    FileSystem& files = nativeFileSystem();
    CHECK(files.makeDirectories(options.data));
    CHECK(files.setMode(options.data, 0700));
    TRY(m_store, store::openSqliteStore((options.data / "signalbox.sqlite").string()));
    TRY(m_blobs, registry::BlobStore::open(files, options.data / "blobs"));
    TRY(World::Loaded loaded, World::load(*m_store));
    m_world = std::move(loaded.world);
    m_ledger = std::make_unique<Ledger>(*m_store, m_clock, m_events, std::move(loaded.lastAudit));
    m_ledger->onLoss([this](const Error& cause) { reload(cause); });
    TRY(Identity identity, Identity::loadOrCreate(m_world, *m_ledger, m_clock.now()));
    m_identity.emplace(std::move(identity));

    TRY(const Address ddi, parseAddress(setting(kDdiListen, options.ddiListen, "0.0.0.0:8443")));
    TRY(const Address admin, parseAddress(setting(kAdminListen, options.adminListen, "127.0.0.1:8444")));
    EngineOptions engineOptions;
    engineOptions.ddiUrl =
        setting(kDdiUrl, options.ddiUrl,
                "https://" + asio::ip::host_name() + (ddi.port == 0 ? "" : ":" + std::to_string(ddi.port)));
    const std::string poll = setting(
        kPollSeconds,
        options.pollInterval ? std::optional(std::to_string(options.pollInterval->count())) : std::nullopt, "300");
    engineOptions.pollInterval = Seconds(std::atoll(poll.c_str()));
    engineOptions.diagnosticsFolder = options.data / "diagnostics";
    m_engine.emplace(Engine{m_world, *m_ledger, m_clock, *m_identity, *m_blobs, m_pool, engineOptions, {}, 0, {}});
    if (m_world.clusters.empty()) CHECK(Inventory(*m_engine).createCluster("default", "manager"));
    m_data = options.data;
    Authorities(*m_engine).recall();
    m_backups = std::make_unique<BackupKeeper>(*m_engine, m_io.get_executor(), options.data, options.backupCost);
    CHECK(serve(ddi, admin));
    signMetadataAgain();
    CHECK(writeAuthorities());
    CHECK(m_world.tokens.empty() ? writeAdminProfile(options.data) : refreshAdminProfile(options.data));
    CHECK(commitNow());

    spawnRoot(m_io.get_executor(), "scheduler", schedule());
    spawnRoot(m_io.get_executor(), "housekeeping", housekeep());
    spawnRoot(m_io.get_executor(), "refill", m_refill->run(m_refillPulse, kRefillInterval));
    spawnRoot(m_io.get_executor(), "node watch", m_distributor->watchNodes(m_watchPulse, kWatchInterval));
    return {};
}

void Manager::addAdminRoutes() {
    m_adminRoutes = std::make_unique<AdminRoutes>(*m_engine);
    m_adminRoutes->onChange([this] { m_schedulePulse.wake(); });
    addStatusRoutes(*m_adminRoutes, *m_engine, *m_backups, m_adminUrl);
    addBackupRoutes(*m_adminRoutes, *m_engine, *m_backups);
    addNodeRoutes(*m_adminRoutes, *m_engine, *m_distributor);
    addTerminalRoutes(*m_adminRoutes, *m_engine);
    addDiagnosticsRoutes(*m_adminRoutes, *m_engine);
    addAudienceRoutes(*m_adminRoutes, *m_engine);
    addJoiningRoutes(*m_adminRoutes, *m_engine);
    addAccountRoutes(*m_adminRoutes, *m_engine);
    addHealthRoutes(*m_adminRoutes, *m_engine, *m_backups, *m_store);
    addSettingsRoutes(*m_adminRoutes, *m_engine);
    addUploadRoutes(*m_adminRoutes, *m_engine);
    addReleaseRoutes(*m_adminRoutes, *m_engine);
    addTrustRoutes(*m_adminRoutes, *m_engine);
    addRolloutRoutes(*m_adminRoutes, *m_engine);
    addFailureRoutes(*m_adminRoutes, *m_engine);
    addProductRoutes(*m_adminRoutes, *m_engine);
    addPlanRoutes(*m_adminRoutes, *m_engine);
    addDeploymentRoutes(*m_adminRoutes, *m_engine, *m_store);
    addRecordRoutes(*m_adminRoutes, *m_engine, m_events);
    addAuditRoutes(*m_adminRoutes, *m_engine, *m_store);
    addAuthorityRoutes(*m_adminRoutes, *m_engine);
}

Result<void> Manager::serve(const Address& ddi, const Address& admin) {
    TRY(const http::Url url, http::parseUrl(m_engine->options.ddiUrl));
    if (url.scheme != "https") return makeError(BaseErrc::invalidArgument, "the DDI address must be https");
    m_certificateHosts = hostsOf(url.host, admin.host);
    TRY(const Identity::ServerCertificate certificate,
        m_identity->issueServerCertificate(m_certificateHosts, m_clock.now()));
    CHECK(planRenewal(certificate.chainPem));
    http::ClientOptions clientOptions;
    TRY(clientOptions.tls, nodeTls(certificate));
    m_client = std::make_unique<http::ReplaceableClient>(http::makeClient(m_io, clientOptions));
    m_distributor = std::make_unique<Distributor>(*m_engine, m_io.get_executor(), *m_client);
    m_distributor->onChange([this] { m_schedulePulse.wake(); });
    m_refill = std::make_unique<BlobRefill>(*m_engine, *m_distributor, *m_client);

    m_ddiDoor = std::make_unique<DdiDoor>(*m_engine, *m_distributor, *m_store);
    m_ddiDoor->onChange([this] { m_schedulePulse.wake(); });
    http::TlsServerOptions tls{certificate.chainPem, certificate.keyPem, http::TlsFloor::tls12, {}};
    tls.clientCaPem = ddiSettingsOf(m_world).clientCaPem;
    http::ServerOptions ddiOptions;
    ddiOptions.name = "DDI door";
    TRY(m_ddiTls, http::TlsServerContext::make(tls));
    ddiOptions.tls = m_ddiTls;
    m_ddiServer = std::make_unique<http::Server>(m_io, m_ddiDoor->router(), ddiOptions);
    CHECK(m_ddiServer->listen(ddi.host, ddi.port));
    if (ddi.port == 0) {
        http::Url picked = url;
        picked.port = m_ddiServer->port();
        m_engine->options.ddiUrl = picked.origin();
    }

    addAdminRoutes();
    tls.floor = http::TlsFloor::tls13;
    tls.clientCaPem.clear();
    http::ServerOptions adminOptions;
    adminOptions.name = "admin door";
    adminOptions.errorPage = adminErrorPage;
    TRY(m_adminTls, http::TlsServerContext::make(tls));
    adminOptions.tls = m_adminTls;
    m_adminServer = std::make_unique<http::Server>(m_io, m_adminRoutes->take(), adminOptions);
    CHECK(m_adminServer->listen(admin.host, admin.port));
    m_adminUrl = adminUrlOf(admin, m_adminServer->port());
    return {};
}

Result<void> Manager::writeAdminProfile(const std::filesystem::path& data) {
    TRY(const Inventory::NewToken made,
        Inventory(*m_engine).createToken("administrator", AccountRole::administrator, "manager"));
    const auto caFile = std::filesystem::absolute(data / "ca.pem");
    const boost::json::object profile{{"url", m_adminUrl}, {"token", made.secret}, {"caFile", caFile.string()}};
    // The file first: if the power goes before the token is stored, the next start makes another.
    return replaceFile(nativeFileSystem(), data / "admin.json", bytesOf(boost::json::serialize(profile)), 0600);
}

Result<void> Manager::refreshAdminProfile(const std::filesystem::path& data) {
    constexpr std::size_t kMaxProfile = 65536;
    const auto text = readFile(data / "admin.json", kMaxProfile);
    if (!text) return {};  // whoever took it away did so on purpose
    auto profile = parseJson(*text, kMaxProfile);
    if (!profile || !profile->is_object()) return {};
    boost::json::value& known = profile->get_object()["url"];
    if (known == boost::json::value(m_adminUrl)) return {};
    known = m_adminUrl;
    return replaceFile(nativeFileSystem(), data / "admin.json", bytesOf(boost::json::serialize(*profile)), 0600);
}

/// Whom consoles on this machine trust.
Result<void> Manager::writeAuthorities() const {
    return replaceFile(nativeFileSystem(), m_data / "ca.pem", bytesOf(m_identity->authoritiesPem()));
}

Result<void> Manager::commitNow() {
    // Before anything is served: nobody else runs on m_io yet.
    Result<void> outcome = makeError(BaseErrc::unset);
    struct Commit {
        static asio::awaitable<void> run(Ledger& ledger, Result<void>& into) {
            auto stored = co_await ledger.durable();
            into = std::move(stored);
        }
    };
    bool done = false;
    const auto finished = [&done](const std::exception_ptr&) { done = true; };
    asio::co_spawn(m_io, Commit::run(*m_ledger, outcome), finished);
    while (!done && m_io.run_one() > 0) {
    }
    return outcome;
}

Result<void> Manager::planRenewal(const std::string& chainPem) {
    TRY(const trust::CertificateInfo info, trust::inspectCertificate(chainPem));
    m_renewAt = trust::renewalTime(info);
    m_usedAuthorities = m_identity->authorityList();
    TRY(const trust::CertificateInfo authority, trust::inspectCertificate(m_identity->authority().certificatePem()));
    m_engine->certificates.authority = authority.notAfter;
    m_engine->certificates.doors = info.notAfter;
    return {};
}

Result<std::shared_ptr<const http::TlsClientContext>> Manager::nodeTls(
    const Identity::ServerCertificate& certificate) const {
    http::TlsClientOptions tls;
    tls.caPem = m_identity->authoritiesPem();
    tls.requiredRole = trust::roleName(trust::Role::node);
    tls.certificateChainPem = certificate.chainPem;
    tls.privateKeyPem = certificate.keyPem;
    return http::TlsClientContext::make(std::move(tls));
}

Result<void> Manager::renewCertificateInTime() {
    if (m_clock.now() < m_renewAt && m_usedAuthorities == m_identity->authorityList()) return {};
    TRY(const Identity::ServerCertificate renewed,
        m_identity->issueServerCertificate(m_certificateHosts, m_clock.now()));
    CHECK(http::renewCertificate(*m_ddiTls, renewed.chainPem, renewed.keyPem));
    CHECK(http::renewCertificate(*m_adminTls, renewed.chainPem, renewed.keyPem));
    TRY(auto towardsNodes, nodeTls(renewed));
    CHECK(m_client->trustBy(std::move(towardsNodes)));
    CHECK(writeAuthorities());
    CHECK(planRenewal(renewed.chainPem));
    TRY(const trust::CertificateInfo info, trust::inspectCertificate(renewed.chainPem));
    m_ledger->audit("manager", "certificate.renew", "manager:" + m_identity->managerId(),
                    {{"fingerprint", info.fingerprint}, {"notAfter", toRfc3339(info.notAfter)}});
    logInfo("manager", "a new certificate of the doors, good until {}", toRfc3339(info.notAfter));
    return {};
}

void Manager::reload(const Error& cause) {
    auto loaded = World::load(*m_store);
    if (!loaded) {
        logError("manager", "the store cannot be read either, the process ends: {}", loaded.error().text());
        std::_Exit(70);
    }
    for (const auto& [id, entry] : m_world.nodes)
        if (loaded->world.nodes.contains(id)) {
            loaded->world.nodes[id].online = entry.online;
            loaded->world.nodes[id].lastSeen = entry.lastSeen;
        }
    m_world = std::move(loaded->world);
    if (const auto taken = m_identity->takeAuthorities(m_world); !taken)
        logError("manager", "the certificate authorities stay as they were: {}", taken.error().text());
    Authorities(*m_engine).recall();
    m_ledger->restart(std::move(loaded->lastAudit));
    m_ledger->event("reset", {{"cause", cause.text()}});
}

Task<void> Manager::schedule() {
    for (;;) {
        Inventory(*m_engine).applyClusterRules();
        Rollouts rollouts(*m_engine);
        const auto set = m_clockWatch.look(m_clock.now(), std::chrono::steady_clock::now());
        if (m_watchesClock && set) rollouts.clockWasSet(*set);
        rollouts.advance();
        m_distributor->advance();
        const auto stored = co_await m_ledger->durable();
        if (!stored) logWarning("manager", "scheduler: {}", stored.error().text());
        const Milliseconds least = stored ? kLeastPause : kTick;
        CO_CHECK(co_await sleepFor(least));
        Milliseconds pause = kTick;
        if (const auto due = rollouts.nextDue(); due && *due - m_clock.now() < pause)
            pause = std::max(Milliseconds(0), *due - m_clock.now());
        CO_CHECK(co_await m_schedulePulse.wait(pause));
    }
}

Task<void> Manager::housekeep() {
    for (int round = 1;; ++round) {
        CO_CHECK(co_await m_housekeepPulse.wait(kHousekeepInterval));
        Rollouts(*m_engine).timeOutSilent();
        m_backups->startWhenDue();
        const auto renewed = renewCertificateInTime();
        if (!renewed) logError("manager", "the certificate could not be renewed: {}", renewed.error().text());
        if (round % kRetentionRounds == 0) Authorities(*m_engine).advance();
        const bool dropped = round % kRetentionRounds == 0 && Retention(*m_engine).mark();
        if (round % kContactRounds == 0) {
            signMetadataAgain();
            Authorities(*m_engine).remember();
            Joining(*m_engine).dropCodesThatAreOver();
            JoinQueue(*m_engine).dropSilent();
            Accounts(*m_engine).dropTokensThatAreOver();
            collectContacts();
            Diagnostics diagnostics(*m_engine);
            const auto tidied = co_await diagnostics.tidy();
            if (!tidied) logWarning("manager", "old diagnostics stay: {}", tidied.error().text());
        }
        writeContacts(kContactsARound);
        const auto stored = co_await m_ledger->durable();
        if (!stored) logWarning("manager", "housekeeping: {}", stored.error().text());
        if (stored && (dropped || round % kTidyRounds == 1)) Retention(*m_engine).removeBytes();
        if (dropped) m_schedulePulse.wake();
    }
}

void Manager::signMetadataAgain() {
    ReleaseTrust trust(*m_engine);
    if (!trust.signAgainIsDue()) return;
    const auto done = trust.signAgain();
    if (!done) logError("manager", "the metadata's timestamp could not be signed anew: {}", done.error().text());
}

void Manager::collectContacts() {
    const auto collect = [this](TerminalId id) {
        m_contactsToWrite.push_back(id);
        return true;
    };
    std::exchange(m_world.heardOf, {}).forEach(collect);
}

void Manager::writeContacts(std::size_t most) {
    for (; most > 0 && !m_contactsToWrite.empty(); --most) {
        const TerminalId id = m_contactsToWrite.back();
        m_contactsToWrite.pop_back();
        if (const auto contact = m_world.fleet.lastContact(id)) m_ledger->put(store::TerminalContact{id, *contact});
    }
}

Task<void> Manager::stop() {
    m_schedulePulse.stop();
    m_housekeepPulse.stop();
    m_watchPulse.stop();
    m_refillPulse.stop();
    m_events.wakeAll();
    m_backups->stop();
    CO_CHECK(co_await m_ddiServer->stop());
    CO_CHECK(co_await m_adminServer->stop(Milliseconds(1000)));
    collectContacts();
    writeContacts(m_contactsToWrite.size());
    const auto stored = co_await m_ledger->durable();
    co_return stored;
}

}  // namespace signalbox::manager
