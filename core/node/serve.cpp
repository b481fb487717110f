// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/serve.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <thread>
#include <vector>

#include "core/base/log.h"
#include "core/http/replaceable_client.h"
#include "core/http/server.h"
#include "core/http/tls_renewal.h"
#include "core/node/certificate_keeper.h"
#include "core/node/data_lock.h"
#include "core/node/node_service.h"
#include "core/node/oci_error.h"
#include "core/node/status.h"
#include "core/trust/certificate.h"

namespace signalbox::node {
namespace {

constexpr std::chrono::hours kBetweenSweeps{1};
constexpr Milliseconds kBetweenAccountLooks{2000};

Result<NodeIdentity> identityFor(const ServeOptions& options) {
    const bool needsNone = options.anonymous && options.plain && options.listen;
    if (!hasIdentity(options.data) && needsNone) {
        NodeIdentity identity;
        identity.name = "anonymous";
        identity.listen = *options.listen;
        return identity;
    }
    TRY(NodeIdentity identity, loadIdentity(options.data));
    if (options.listen) identity.listen = *options.listen;
    return identity;
}

Result<AccessOptions> accessFor(const ServeOptions& options, const NodeIdentity& identity) {
    AccessOptions access;
    access.anonymous = options.anonymous;
    access.managerShowsCertificate = !options.plain;
    access.issuer = identity.issuer;
    access.tokenRealm = identity.tokenRealm;
    if (!options.anonymous) {
        TRY(access.accounts, ToolAccounts::load(options.data));
        TRY(access.tokenKey, trust::PublicKey::fromPem(identity.tokenKeyPem));
    }
    return access;
}

Result<http::ServerOptions> serverFor(const ServeOptions& options, const NodeIdentity& identity) {
    http::ServerOptions server;
    server.name = "node";
    server.errorPage = serverErrorPage;
    if (!options.plain) {
        http::TlsServerOptions tls;
        tls.certificateChainPem = identity.certificatePem;
        tls.privateKeyPem = identity.keyPem;
        tls.clientCaPem = identity.caPem;  // asked for, not demanded: terminals and tools show none
        // Downloads are for any client that speaks TLS 1.2 with AEAD, foreign tools among them.
        tls.floor = http::TlsFloor::tls12;
        TRY(server.tls, http::TlsServerContext::make(tls));
    }
    return server;
}

Result<std::shared_ptr<const http::TlsClientContext>> trustingManager(const NodeIdentity& identity) {
    http::TlsClientOptions trusting;
    trusting.caPem = identity.caPem;
    trusting.requiredRole = trust::roleName(trust::Role::manager);
    return http::TlsClientContext::make(std::move(trusting));
}

/// One io_context and one server a thread over one service; the first one, on the caller's thread, also waits for
/// signals and sweeps.
class NodeProcess {
public:
    NodeProcess(NodeService& service, const ServeOptions& options)
        : m_service(service),
          m_data(options.data),
          m_grace(options.grace),
          m_scrubRate(options.scrubBytesPerSecond),
          m_watchesAccounts(!options.anonymous) {}

    [[nodiscard]] Result<ListenAddress> listen(ListenAddress address, const http::ServerOptions& options,
                                               std::size_t threads) {
        for (std::size_t i = 0; i < threads; ++i) {
            m_loops.push_back(std::make_unique<asio::io_context>(1));
            m_servers.push_back(std::make_unique<http::Server>(*m_loops.back(), m_service.router(), options));
        }
        std::vector<http::Server*> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.push_back(m_servers[i].get());
        m_servers.front()->dealTo(others);
        CHECK(m_servers.front()->listen(address.address, address.port));
        address.port = m_servers.front()->port();
        return address;
    }

    /// What the manager told is on disk: it is used at once. Any thread.
    void lookAgain() {
        asio::post(*m_loops.front(), [this] {
            if (m_keeperPulse && !m_stopping) m_keeperPulse->wake();
        });
    }

    /// Before run(): the certificate of `tls`, and whom it trusts, are renewed in time.
    [[nodiscard]] Result<void> keepCertificate(const NodeIdentity& identity, const Clock& clock,
                                               std::shared_ptr<const http::TlsServerContext> tls) {
        http::ClientOptions options;
        TRY(options.tls, trustingManager(identity));
        m_manager = std::make_unique<http::ReplaceableClient>(http::makeClient(*m_loops.front(), std::move(options)));
        const auto use = [this, tls = std::move(tls)](const NodeIdentity& renewed) -> Result<void> {
            CHECK(http::renewCertificate(*tls, renewed.certificatePem, renewed.keyPem));
            CHECK(http::renewClientTrust(*tls, renewed.caPem));
            TRY(auto trusting, trustingManager(renewed));
            return m_manager->trustBy(std::move(trusting));
        };
        m_keeper.emplace(CertificateKeeper::Parts{nativeFileSystem(), clock, *m_manager, m_data}, identity, use);
        return {};
    }

    /// `ready` is called once signals are handled: who waits for it may send one.
    void run(const std::function<void()>& ready) {
        asio::io_context& first = *m_loops.front();
        asio::signal_set signals(first, SIGTERM, SIGINT);
        m_sweepTimer = std::make_unique<asio::steady_timer>(first);
        spawnRoot(first.get_executor(), "sweep", sweep());
        m_scrubPulse = std::make_unique<Pulse>(first.get_executor());
        if (m_scrubRate > 0)
            spawnRoot(first.get_executor(), "scrub", m_service.scrubber().run(*m_scrubPulse, m_scrubRate));
        m_accountsPulse = std::make_unique<Pulse>(first.get_executor());
        if (m_watchesAccounts) spawnRoot(first.get_executor(), "accounts", watchAccounts());
        m_keeperPulse = std::make_unique<Pulse>(first.get_executor());
        if (m_keeper) {
            const auto ended = [](const std::exception_ptr& thrown, const Result<void>&) {
                if (thrown) std::rethrow_exception(thrown);
            };
            asio::co_spawn(first, m_keeper->run(*m_keeperPulse),
                           asio::bind_cancellation_slot(m_keeperStop.slot(), ended));
        }
        waitForReload(first);
        signals.async_wait([this, &signals](const boost::system::error_code& error, int signal) {
            if (error) return;
            signals.clear();  // a second signal ends the process at once
            stop(signal);
        });
        ready();
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < m_loops.size(); ++i)
            threads.emplace_back([this, i] { m_loops[i]->run(); });
        first.run();
        for (std::thread& thread : threads)
            thread.join();
    }

private:
    void stop(int signal) {
        logInfo("node", "signal {}: letting requests in flight finish", signal);
        m_stopping = true;
        m_sweepTimer->cancel();
        m_scrubPulse->stop();
        m_accountsPulse->stop();
        m_keeperPulse->stop();
        m_keeperStop.emit(asio::cancellation_type::terminal);
        if (m_reload) m_reload->cancel();
        for (std::size_t i = 0; i < m_servers.size(); ++i)
            spawnSession(m_loops[i]->get_executor(), "stop", m_servers[i]->stop(m_grace));
    }

    [[nodiscard]] Task<void> sweep() {
        while (!m_stopping) {
            auto swept = co_await m_service.sweep();
            if (!swept) logWarning("node", "removing abandoned uploads: {}", swept.error().text());
            if (m_stopping) break;
            m_sweepTimer->expires_after(kBetweenSweeps);
            const auto [error] = co_await m_sweepTimer->async_wait(asio::as_tuple(asio::use_awaitable));
            if (error) break;
        }
        co_return Result<void>();
    }

    /// SIGHUP: accounts are read again at once.
    void waitForReload(asio::io_context& io) {
#ifdef SIGHUP
        if (!m_reload) m_reload = std::make_unique<asio::signal_set>(io, SIGHUP);
        m_reload->async_wait([this, &io](const boost::system::error_code& error, int) {
            if (error || m_stopping) return;
            m_accountsPulse->wake();
            waitForReload(io);
        });
#endif
    }

    /// What `signalbox-node account` changes holds within seconds.
    [[nodiscard]] Task<void> watchAccounts() {
        std::optional<std::string> seen;
        for (;;) {
            const auto waited = co_await m_accountsPulse->wait(kBetweenAccountLooks);
            if (!waited) co_return Result<void>();
            auto text = ToolAccounts::textIn(m_data);
            if (text && seen == *text) continue;
            auto accounts = text ? ToolAccounts::parse(*text) : Result<ToolAccounts>(text.error());
            if (text) seen = std::move(*text);
            if (accounts) {
                m_service.setAccounts(std::move(*accounts));
                logDebug("node", "the accounts of tools were read");
            } else {
                logWarning("node", "the accounts of tools stay as they were: {}", accounts.error().text());
            }
        }
    }

    NodeService& m_service;
    const std::filesystem::path m_data;
    const Milliseconds m_grace;
    const std::uint64_t m_scrubRate;
    std::vector<std::unique_ptr<asio::io_context>> m_loops;
    std::vector<std::unique_ptr<http::Server>> m_servers;
    std::unique_ptr<asio::steady_timer> m_sweepTimer;
    std::unique_ptr<Pulse> m_scrubPulse;
    const bool m_watchesAccounts;
    std::unique_ptr<Pulse> m_accountsPulse;
    std::unique_ptr<asio::signal_set> m_reload;
    std::unique_ptr<http::ReplaceableClient> m_manager;
    std::optional<CertificateKeeper> m_keeper;
    std::unique_ptr<Pulse> m_keeperPulse;
    asio::cancellation_signal m_keeperStop;
    bool m_stopping = false;
};

}  // namespace

Result<void> serveNode(const ServeOptions& options, const Clock& clock,
                       const std::function<void(const std::string& origin)>& listening) {
    TRY(const NodeIdentity identity, identityFor(options));
    if ((options.anonymous || options.plain) && !identity.listen.isLoopback())
        return makeError(BaseErrc::invalidArgument,
                         "without tokens or TLS a node serves loopback only, not " + identity.listen.text());
    CHECK(nativeFileSystem().makeDirectories(options.data));
    TRY(const auto lock, DataLock::take(options.data));
    NodeOptions node;
    node.folder = options.data / "registry";
    node.keepFree = options.keepFree;
    CHECK(replaceFile(nativeFileSystem(), options.data / kKeepFreeFile, bytesOf(options.keepFree.text())));
    TRY(node.access, accessFor(options, identity));
    TRY(const http::ServerOptions server, serverFor(options, identity));
    NodeProcess* running = nullptr;
    if (server.tls)
        node.hearManager = [&](const ManagerWord& word) -> Result<NodeTrust> {
            TRY(NodeTrust kept, keepManagerWord(nativeFileSystem(), options.data, word));
            if (running) running->lookAgain();
            return kept;
        };
    TRY(const auto service, NodeService::open(nativeFileSystem(), clock, std::move(node)));
    NodeProcess process(*service, options);
    running = &process;
    TRY(const ListenAddress address,
        process.listen(identity.listen, server, std::max<std::size_t>(options.threads, 1)));
    if (server.tls) CHECK(process.keepCertificate(identity, clock, server.tls));
    process.run([&] { listening((options.plain ? "http://" : "https://") + address.text()); });
    service->close();
    return {};
}

}  // namespace signalbox::node
