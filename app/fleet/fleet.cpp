// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"

#include <fmt/core.h>

#include <fmt/format.h>
#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <cstdio>
#include <deque>
#include <memory>
#include <set>
#include <sstream>
#include <vector>

#include "app/fleet/fleet_book.h"
#include "app/fleet/slots.h"
#include "core/base/log.h"
#include "core/terminal/join.h"
#include "core/terminal/platform/platform.h"
#include "core/trust/certificate.h"

namespace signalbox::fleet_sim {
namespace {

constexpr const char* kUserAgent = "signalbox-fleet/" SIGNALBOX_VERSION;
constexpr std::size_t kIdleConnections = 256;  // fewer would cost a TLS handshake a poll in a large fleet
constexpr std::size_t kDownloads = 32;
constexpr std::size_t kSlowDownloads = 512;
constexpr std::size_t kJoins = 16;  // more would not make the manager's commits larger
constexpr Milliseconds kTick{250};
constexpr Milliseconds kJoinRetry{2000};
constexpr int kTicksPerLine = 20;
constexpr std::size_t kMaxCodes = 64 << 20;

using SteadyTime = std::chrono::steady_clock::time_point;

Result<std::unique_ptr<http::Client>> clientFor(asio::io_context& io, http::TlsClientOptions tls) {
    http::ClientOptions options;
    options.maxIdlePerOrigin = kIdleConnections;
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    return http::makeClient(io, std::move(options));
}

Result<std::deque<std::string>> readCodes(const std::filesystem::path& path, const FleetBook& book) {
    std::deque<std::string> codes;
    if (path.empty()) return codes;
    TRY(const std::string text, readFile(path, kMaxCodes));
    std::set<std::string> used;
    for (const auto& [id, record] : book.records())
        used.insert(record.code);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && !used.contains(line)) codes.push_back(std::move(line));
    return codes;
}

/// All of a run: who there is, what they share, when it ends.
class Fleet final : public SimulatedTerminal::Host {
public:
    explicit Fleet(const FleetOptions& options) : m_options(options), m_signals(m_io, SIGTERM, SIGINT) {}

    Result<void> prepare() {
        CHECK(nativeFileSystem().makeDirectories(m_options.data));
        TRY(m_lock, terminal::platform::FolderLock::take(m_options.data / "lock"));
        TRY(m_book, FleetBook::open(nativeFileSystem(), m_options.data));
        TRY(std::deque<std::string> codes, readCodes(m_options.codes, *m_book));
        for (std::size_t i = 0; i < m_options.count; ++i) {
            const std::string id = fmt::format("{}-{:05}", m_options.prefix, i + 1);
            if (m_book->records().contains(id)) {
                m_ids.push_back(id);
                continue;
            }
            if (codes.empty())
                return makeError(
                    BaseErrc::notFound,
                    fmt::format("no unused join code is left for {}; {} terminals are wanted", id, m_options.count));
            CHECK(m_book->add(id, toBase64Url(bytesOf(randomBytes(32))), codes.front()));
            codes.pop_front();
            m_ids.push_back(id);
        }
        return m_book->sync();
    }

    Result<FleetSummary> run() {
        m_started = m_lastMove = std::chrono::steady_clock::now();
        spawnRoot(m_io.get_executor(), "fleet", work());
        m_io.run();
        if (m_failure.code) return m_failure;
        CHECK(m_book->sync());
        return summary();
    }

    const Clock& clock() const override { return m_clock; }
    const FailureRates& rates() const override { return m_options.rates; }
    const FieldConditions& conditions() const override { return m_options.conditions; }
    std::uint64_t seed() const override { return m_options.seed; }
    const std::string& platform() const override { return m_options.platform; }
    http::Client& manager() override { return *m_manager; }
    http::Client& nodes() override { return *m_nodes; }
    FleetCounts& counts() override { return m_counts; }
    bool stopping() const override { return m_stopping; }
    Task<void> enterDownload(bool slow) override { return (slow ? m_slowDownloads : m_downloads).take(); }
    void leaveDownload(bool slow) override { (slow ? m_slowDownloads : m_downloads).giveBack(); }
    void installed(const std::string& id, const std::string& product, const std::string& version,
                   const std::string& manifest) override {
        note(m_book->installed(id, product, version, manifest));
    }
    void permitted(const std::string& id, const terminal::PermitUse& use) override { note(m_book->permitted(id, use)); }
    void moved() override { m_lastMove = std::chrono::steady_clock::now(); }

private:
    static void note(const Result<void>& written) {
        if (!written) logError("fleet", "{}", written.error().text());
    }

    void fail(Error error) {
        if (!m_failure.code) m_failure = std::move(error);
        m_stopping = true;
    }

    Task<void> work() {
        spawnSession(m_io.get_executor(), "signals", waitForSignal());
        auto joined = co_await joinAll();
        if (!joined) fail(std::move(joined).error());
        if (!m_stopping) {
            for (const std::string& id : m_ids)
                spawnSession(m_io.get_executor(), id, live(id));
        }
        for (int tick = 0; !m_stopping; ++tick) {
            CO_CHECK(co_await sleepFor(kTick));
            if (tick % kTicksPerLine == 0) showProgress();
            endWhenDue();
        }
        for (const auto& timer : m_sleeping)
            timer->cancel();
        m_downloads.letAllIn();
        m_slowDownloads.letAllIn();
        while (m_living > 0)
            CO_CHECK(co_await sleepFor(Milliseconds(20)));
        m_signals.cancel();
        m_manager.reset();
        m_nodes.reset();
        co_return Result<void>();
    }

    Task<void> waitForSignal() {
        const auto [error, number] = co_await m_signals.async_wait(asio::as_tuple(asio::use_awaitable));
        if (!error) logInfo("fleet", "signal {}: stopping", number);
        m_stopping = true;
        co_return Result<void>();
    }

    void endWhenDue() {
        const auto now = std::chrono::steady_clock::now();
        if (m_options.duration && now - m_started >= *m_options.duration) m_stopping = true;
        if (m_options.untilIdle && now - m_lastMove >= *m_options.untilIdle) m_stopping = true;
    }

    void showProgress() const {
        fmt::print(stderr,
                   "{} terminals, {} polls ({} without an answer), {} succeeded, {} rolled back, {} failed, "
                   "{:.1f} MiB from nodes\n",
                   m_ids.size(), m_counts.polls, m_counts.pollErrors, m_counts.succeeded, m_counts.rolledBack,
                   m_counts.failed, static_cast<double>(m_counts.bytes) / (1024.0 * 1024.0));
    }

    /// The first alone, so that what is wrong with all is told once; then some at a time.
    Task<void> joinAll() {
        CO_CHECK(co_await joinNext());
        m_joiners = kJoins;  // counted before: one with nothing to do ends within spawnSession()
        for (std::size_t i = 0; i < kJoins; ++i)
            spawnSession(m_io.get_executor(), "join", joinRest());
        while (m_joiners > 0)
            CO_CHECK(co_await sleepFor(Milliseconds(20)));
        if (m_stopping) co_return Result<void>();
        const terminal::Identity& identity = *m_book->manager();
        http::TlsClientOptions tls;
        tls.caPem = identity.caPem;
        tls.requiredRole = std::string(trust::roleName(trust::Role::manager));
        CO_TRY(m_manager, clientFor(m_io, tls));
        tls.requiredRole = std::string(trust::roleName(trust::Role::node));
        CO_TRY(m_nodes, clientFor(m_io, tls));
        m_joining.reset();
        co_return Result<void>();
    }

    Task<void> joinRest() {
        while (m_nextToJoin < m_ids.size() && !m_stopping)
            if (auto joined = co_await joinNext(); !joined) fail(std::move(joined).error());
        --m_joiners;
        co_return Result<void>();
    }

    Task<void> joinNext() {
        const std::string id = m_ids.at(m_nextToJoin++);
        const SimRecord record = m_book->records().at(id);
        if (!record.joined) CO_CHECK(co_await joinOne(id, record));
        ++m_counts.joined;
        moved();
        co_return Result<void>();
    }

    Task<void> joinOne(std::string id, SimRecord record) {
        CO_TRY(trust::JoinCode code, trust::JoinCode::parse(record.code));
        if (m_joining && m_joinPin != code.fingerprint)
            co_return makeError(BaseErrc::invalidArgument, id + ": the join code is of another manager");
        if (!m_joining) {
            http::TlsClientOptions tls;
            tls.pinnedFingerprint = m_joinPin = code.fingerprint;
            tls.requiredRole = std::string(trust::roleName(trust::Role::manager));
            CO_TRY(m_joining, clientFor(m_io, std::move(tls)));
        }
        const terminal::JoinRequest request{std::move(code), id, kUserAgent};
        while (!m_stopping) {
            auto joined = co_await terminal::askToJoin(*m_joining, request, id, m_options.platform, record.token);
            if (joined) co_return m_book->joined(id, *joined);
            if (!terminal::meansUnreachable(joined.error())) co_return std::move(joined).error().within(id);
            logWarning("fleet", "{}: {}", id, joined.error().text());
            CO_CHECK(co_await sleepFor(kJoinRetry));
        }
        co_return Result<void>();
    }

    Task<void> live(std::string id) {
        ++m_living;
        auto lived = co_await liveOn(id);
        --m_living;
        co_return lived;
    }

    Task<void> liveOn(std::string id) {
        const SimRecord record = m_book->records().at(id);
        const terminal::Identity& identity = *m_book->manager();
        SimulatedTerminal::Start start;
        CO_TRY(start.account.manager, http::parseUrl(identity.managerUrl));
        start.account.tenant = identity.tenant;
        start.account.controllerId = id;
        start.account.token = record.token;
        start.account.userAgent = kUserAgent;
        CO_TRY(start.permitKey, trust::PublicKey::fromPem(identity.permitKeyPem));
        start.poll = identity.poll;
        start.versions = record.versions;
        start.manifests = record.manifests;
        start.permit = record.permit;
        SimulatedTerminal terminal(*this, std::move(start));
        // A fleet in the field is not switched on in one moment: its polls are spread over the interval.
        const auto interval = static_cast<std::size_t>(Milliseconds(identity.poll).count());
        Milliseconds delay(
            static_cast<std::int64_t>(std::hash<std::string>{}(id) % std::max<std::size_t>(interval, 1)));
        asio::steady_timer timer(m_io);
        m_sleeping.insert(&timer);
        while (!m_stopping) {
            timer.expires_after(delay);
            const auto [error] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
            if (error || m_stopping) break;
            auto next = co_await terminal.step();
            if (next) delay = *next;
        }
        m_sleeping.erase(&timer);
        co_return Result<void>();
    }

    FleetSummary summary() const {
        FleetSummary summary;
        summary.counts = m_counts;
        summary.terminals = m_ids.size();
        for (const std::string& id : m_ids)
            for (const auto& [product, version] : m_book->records().at(id).versions)
                ++summary.versions[fmt::format("{} {}", product, version)];
        summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
        return summary;
    }

    FleetOptions m_options;
    SystemClock m_clock;
    FleetCounts m_counts;
    terminal::platform::FolderLock m_lock;
    std::unique_ptr<FleetBook> m_book;
    std::vector<std::string> m_ids;
    std::set<asio::steady_timer*> m_sleeping;
    std::string m_joinPin;
    Error m_failure;
    SteadyTime m_started;
    SteadyTime m_lastMove;
    std::size_t m_nextToJoin = 0;
    std::size_t m_joiners = 0;
    std::size_t m_living = 0;
    bool m_stopping = false;
    asio::io_context m_io{1};
    Slots m_downloads{m_io, kDownloads};
    Slots m_slowDownloads{m_io, kSlowDownloads};
    asio::signal_set m_signals;
    std::unique_ptr<http::Client> m_joining;
    std::unique_ptr<http::Client> m_manager;
    std::unique_ptr<http::Client> m_nodes;
};

}  // namespace

Result<FleetSummary> runFleet(const FleetOptions& options) {
    Fleet fleet(options);
    CHECK(fleet.prepare());
    return fleet.run();
}

std::string summaryJson(const FleetSummary& summary) {
    boost::json::object versions;
    for (const auto& [version, count] : summary.versions)
        versions[version] = count;
    const FleetCounts& counts = summary.counts;
    boost::json::object object{{"terminals", summary.terminals},
                               {"joined", counts.joined},
                               {"polls", counts.polls},
                               {"pollErrors", counts.pollErrors},
                               {"succeeded", counts.succeeded},
                               {"rolledBack", counts.rolledBack},
                               {"failed", counts.failed},
                               {"cancelled", counts.cancelled},
                               {"permitsRefused", counts.permitsRefused},
                               {"hung", counts.hung},
                               {"offline", counts.offline},
                               {"bytesFromNodes", counts.bytes},
                               {"versions", versions},
                               {"seconds", summary.seconds}};
    return boost::json::serialize(object);
}

}  // namespace signalbox::fleet_sim
