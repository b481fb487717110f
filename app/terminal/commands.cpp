// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/commands.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <cctype>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/terminal/clients.h"
#include "core/base/log.h"
#include "core/base/log_tap.h"
#include "core/terminal/activity_log.h"
#include "core/terminal/agent.h"
#include "core/terminal/join.h"
#include "core/terminal/platform/platform.h"
#include "core/terminal/status.h"
#include "core/trust/certificate.h"

namespace signalbox::app {
namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kStopGrace{10000};
constexpr std::size_t kMostIdBytes = 256;

int exitCodeOf(const Error& error) {
    if (error.code == BaseErrc::invalidArgument) return kExitUsage;
    if (error.code == BaseErrc::notFound || error.code == BaseErrc::alreadyExists) return kExitState;
    if (error.code == BaseErrc::denied) return kExitRefused;
    if (error.code.category() == baseCategory() && !terminal::meansUnreachable(error)) return kExitFailed;
    return kExitUnreachable;
}

int fail(int code, const std::string& text) {
    fmt::print(stderr, "signalbox-terminal: {}\n", printable(text, 2000));
    return code;
}

Result<terminal::Settings> settingsOf(const JoinArguments& arguments) {
    const terminal::platform::SystemFacts facts = terminal::platform::systemFacts();
    terminal::Settings settings;
    settings.root = fs::absolute(arguments.root).lexically_normal();
    settings.name = arguments.name.empty() ? arguments.id : arguments.name;
    std::string os = facts.os;
    std::transform(os.begin(), os.end(), os.begin(), [](unsigned char c) { return std::tolower(c); });
    settings.platform = arguments.platform.empty() ? os + "-" + facts.arch : arguments.platform;
    settings.allowRoot = arguments.allowRoot;
    settings.channels = arguments.channels;
    settings.proxy = arguments.proxy;
    settings.noProxy = arguments.noProxy;
    if (auto proxy = terminal::proxyOf(settings); !proxy)
        return makeError(BaseErrc::invalidArgument, "--" + proxy.error().context);
    if (settings.name.size() > kMostIdBytes || printable(settings.name) != settings.name)
        return makeError(BaseErrc::invalidArgument, "--name: must be at most 256 printable bytes");
    if (settings.platform.size() > 128 || printable(settings.platform) != settings.platform)
        return makeError(BaseErrc::invalidArgument, "--platform: must be at most 128 printable bytes");
    CHECK(nativeFileSystem().makeDirectories(settings.root));
    return settings;
}

Result<terminal::Identity> joinNow(terminal::DataFolder& folder, terminal::Settings settings,
                                   terminal::JoinRequest request) {
    http::TlsClientOptions tls;
    tls.pinnedFingerprint = request.code.fingerprint;
    tls.requiredRole = std::string(trust::roleName(trust::Role::manager));
    http::ClientOptions options;
    options.maxIdlePerOrigin = 0;
    TRY(options.proxy, terminal::proxyOf(settings));
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    Result<terminal::Identity> joined;
    asio::io_context io(1);
    const auto client = http::makeClient(io, std::move(options));
    auto store = [&joined](const std::exception_ptr& thrown, Result<terminal::Identity> result) {
        if (thrown) std::rethrow_exception(thrown);
        joined = std::move(result);
    };
    asio::co_spawn(io, terminal::join(*client, folder, std::move(settings), std::move(request)), std::move(store));
    io.run();
    return joined;
}

/// The agent and all it is made of, in the order in which they may go.
class Process {
public:
    explicit Process(const fs::path& data)
        : m_folder(nativeFileSystem(), data),
          m_activity(nativeFileSystem(), m_clock, data),
          m_signals(m_io, SIGTERM, SIGINT) {}
    ~Process() { setLogTap(nullptr); }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    Result<void> prepare() {
        if (!m_folder.joined())
            return makeError(BaseErrc::notFound, m_folder.path().string() +
                                                     " holds no terminal that has joined; see signalbox-terminal join");
        TRY(m_lock, terminal::platform::FolderLock::take(m_folder.lockFile()));
        setLogTap(&m_activity);
        TRY(const terminal::Identity identity, m_folder.identity());
        TRY(terminal::Settings settings, m_folder.settings());
        terminal::Agent::Options options;
        TRY(options.account.token, m_folder.token());
        TRY(options.account.manager, http::parseUrl(identity.managerUrl));
        auto addresses = m_folder.managers();
        if (!addresses) logWarning("terminal", "the manager's addresses are left out: {}", addresses.error().text());
        if (addresses) options.addresses = std::move(*addresses);
        options.account.tenant = identity.tenant;
        options.account.controllerId = identity.controllerId;
        options.account.userAgent = kUserAgent;
        TRY(options.deployer.permitKey, trust::PublicKey::fromPem(identity.permitKeyPem));
        TRY(m_clients, makeClients(m_io, identity, settings));
        m_commands = terminal::platform::makeCommandRunner();
        m_machine = terminal::platform::makeMachine(*m_commands, settings.rebootCommand);
        options.deployer.settings = std::move(settings);
        options.poll = identity.poll;
        options.caPem = identity.caPem;
        options.trust = [this](const std::string& caPem) { return trustBy(m_clients, caPem); };
        const terminal::AgentParts parts{
            m_clock, nativeFileSystem(), *m_clients.manager, *m_clients.nodes, *m_commands, *m_machine, m_pool};
        TRY(m_agent, terminal::Agent::make(m_io.get_executor(), parts, std::move(options), m_folder));
        return {};
    }

    void run() {
        spawnRoot(m_io.get_executor(), "agent", work());
        spawnSession(m_io.get_executor(), "signals", waitForSignal());
        m_io.run();
        m_pool.join();
    }

private:
    Task<void> work() {
        auto ended = co_await m_agent->run();
        m_done = true;
        m_signals.cancel();
        m_clients = {};  // their kept connections would hold the loop
        co_return ended;
    }

    Task<void> waitForSignal() {
        const auto [error, number] = co_await m_signals.async_wait(asio::as_tuple(asio::use_awaitable));
        if (error) co_return Result<void>();
        logInfo("terminal", "signal {}: stopping", number);
        m_agent->stop();
        asio::steady_timer grace(m_io, kStopGrace);
        m_signals.async_wait([&grace](const boost::system::error_code&, int) { grace.cancel(); });
        const auto [ended] = co_await grace.async_wait(asio::as_tuple(asio::use_awaitable));
        static_cast<void>(ended);
        if (m_done) co_return Result<void>();
        // A long step is in the pool. The journal stands before it, so the next start takes it up.
        logInfo("terminal", "a long step is left to the next start");
        std::_Exit(kExitOk);
    }

    SystemClock m_clock;
    terminal::DataFolder m_folder;
    terminal::ActivityLog m_activity;
    terminal::platform::FolderLock m_lock;
    BlockingPool m_pool{1};
    std::unique_ptr<terminal::CommandRunner> m_commands;
    std::unique_ptr<terminal::Machine> m_machine;
    bool m_done = false;
    asio::io_context m_io{1};
    asio::signal_set m_signals;
    Clients m_clients;
    std::unique_ptr<terminal::Agent> m_agent;
};

}  // namespace

int runJoin(const JoinArguments& given) {
    JoinArguments arguments = given;
    if (arguments.id.empty()) arguments.id = terminal::platform::systemFacts().hostname;
    if (arguments.id.empty() || arguments.id.size() > kMostIdBytes || printable(arguments.id) != arguments.id)
        return fail(kExitUsage, "--id: must be 1 to 256 printable bytes");
    auto code = trust::JoinCode::parse(arguments.code);
    if (!code) return fail(kExitUsage, "CODE: " + code.error().text());
    terminal::DataFolder folder(nativeFileSystem(), arguments.data);
    if (folder.joined()) return fail(kExitState, arguments.data + " holds a terminal that has joined already");
    auto settings = settingsOf(arguments);
    if (!settings) return fail(exitCodeOf(settings.error()), settings.error().text());
    terminal::JoinRequest request{std::move(*code), arguments.id, kUserAgent};
    const auto identity = joinNow(folder, std::move(*settings), std::move(request));
    if (!identity) return fail(exitCodeOf(identity.error()), identity.error().text());
    fmt::print("joined {} as {}; start it with: signalbox-terminal run --data {}\n", printable(identity->managerUrl),
               printable(identity->controllerId), arguments.data);
    return kExitOk;
}

int runAgent(const RunArguments& arguments) {
    terminal::platform::prepareProcess();
    Process process(arguments.data);
    if (auto prepared = process.prepare(); !prepared) {
        const bool state =
            prepared.error().code == BaseErrc::notFound || prepared.error().code == BaseErrc::alreadyExists;
        return fail(state ? kExitState : kExitFailed, prepared.error().text());
    }
    process.run();
    return kExitOk;
}

int runStatus(const StatusArguments& arguments) {
    const terminal::DataFolder folder(nativeFileSystem(), arguments.data);
    const auto text = arguments.json ? terminal::statusJson(nativeFileSystem(), folder)
                                     : terminal::statusText(nativeFileSystem(), folder);
    if (!text) return fail(text.error().code == BaseErrc::notFound ? kExitState : kExitFailed, text.error().text());
    fmt::print("{}{}", *text, arguments.json ? "\n" : "");
    return kExitOk;
}

}  // namespace signalbox::app
