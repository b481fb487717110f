// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal_world.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "core/base/log.h"
#include "core/http/replaceable_client.h"

namespace signalbox::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void giveUp(const Error& error) {
    std::cerr << error.text() << std::endl;
    std::abort();
}

template <class T>
T mustGive(Result<T> result) {
    if (!result) giveUp(result.error());
    return std::move(*result);
}

std::shared_ptr<const http::TlsClientContext> clientFor(const terminal::Identity& identity, std::string role) {
    http::TlsClientOptions options;
    options.caPem = identity.caPem;
    options.requiredRole = std::move(role);
    return mustGive(http::TlsClientContext::make(std::move(options)));
}

/// A client behind a cable.
class CabledClient final : public http::Client {
public:
    CabledClient(std::unique_ptr<http::Client> client, NetworkCable& cable)
        : m_client(std::move(client)), m_cable(cable) {}
    Task<http::ClientResponse> send(http::ClientRequest request) override {
        if (m_cable.pulled) {
            ++m_cable.refused;
            co_return makeError(BaseErrc::unavailable, "the cable is pulled");
        }
        auto response = co_await m_client->send(std::move(request));
        co_return response;
    }

private:
    std::unique_ptr<http::Client> m_client;
    NetworkCable& m_cable;
};

}  // namespace

bool runUntil(asio::io_context& io, const std::function<bool()>& done) {
    const auto end = std::chrono::steady_clock::now() + Seconds(20);
    io.restart();
    while (!done() && std::chrono::steady_clock::now() < end) {
        if (io.stopped()) io.restart();
        io.run_one_for(Milliseconds(10));
    }
    return done();
}

TestTerminal::TestTerminal(asio::io_context& io, fs::path folder, FileSystem& files)
    : machine(folder / "boot-id"),
      m_io(io),
      m_folder(std::move(folder)),
      m_files(files),
      m_data(files, m_folder / "data") {
    fs::create_directories(root());
    if (!fs::exists(m_folder / "boot-id")) startMachine("first boot");
}

Result<void> TestMachine::reboot() {
    ++asked;
    if (refuses) return makeError(BaseErrc::processFailed, "it is not allowed");
    return {};
}

void TestTerminal::startMachine(const std::string& bootId) {
    std::ofstream(m_folder / "boot-id") << bootId;
}

TestTerminal::~TestTerminal() {
    stop();
    m_pool.join();
}

Task<void> TestTerminal::joinNow(std::string text) {
    CO_TRY(trust::JoinCode code, trust::JoinCode::parse(text));
    http::TlsClientOptions tls;
    tls.pinnedFingerprint = code.fingerprint;
    http::ClientOptions options;
    options.maxIdlePerOrigin = 0;
    CO_TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    const auto client = http::makeClient(m_io, options);
    terminal::JoinRequest request{std::move(code), id, "signalbox-terminal/test"};
    terminal::Settings settings{root(), "Till 1", "linux-amd64", allowRoot};
    settings.systemRoot = systemRoot;
    settings.adopt = adopt;
    settings.channels = channels;
    CO_TRY(const terminal::Identity identity,
           co_await terminal::join(*client, m_data, std::move(settings), std::move(request)));
    co_return Result<void>();
}

void TestTerminal::join(const std::string& code) {
    if (m_data.joined()) return;
    spawnRoot(m_io.get_executor(), "join", joinNow(code));
    if (!runUntil(m_io, [this] { return m_data.joined(); })) giveUp(makeError(BaseErrc::timedOut, "joining"));
}

void TestTerminal::start(TestManager& manager) {
    if (!m_data.joined()) join(manager.joinCode());
    start();
}

void TestTerminal::start() {
    const terminal::Identity identity = mustGive(m_data.identity());
    terminal::Agent::Options options;
    options.account.manager = mustGive(http::parseUrl(identity.managerUrl));
    options.addresses = mustGive(m_data.managers());
    options.account.controllerId = identity.controllerId;
    options.account.token = mustGive(m_data.token());
    options.account.userAgent = "signalbox-terminal/test";
    options.deployer.settings = mustGive(m_data.settings());
    options.deployer.permitKey = mustGive(trust::PublicKey::fromPem(identity.permitKeyPem));
    options.deployer.download = download;
    options.poll = identity.poll;
    http::ClientOptions client;
    client.tls = clientFor(identity, "manager");
    auto manager = std::make_unique<http::ReplaceableClient>(http::makeClient(m_io, client));
    client.tls = clientFor(identity, "node");
    auto nodes = std::make_unique<http::ReplaceableClient>(http::makeClient(m_io, client));
    options.caPem = identity.caPem;
    options.trust = [to = manager.get(), from = nodes.get()](const std::string& caPem) -> Result<void> {
        terminal::Identity trusting;
        trusting.caPem = caPem;
        CHECK(to->trustBy(clientFor(trusting, "manager")));
        return from->trustBy(clientFor(trusting, "node"));
    };
    m_manager = std::make_unique<CabledClient>(std::move(manager), cable);
    m_nodes = std::make_unique<CabledClient>(std::move(nodes), cable);
    const terminal::AgentParts parts{clock, m_files, *m_manager, *m_nodes, *m_commands, machine, m_pool};
    m_agent = mustGive(terminal::Agent::make(m_io.get_executor(), parts, std::move(options), m_data));
    m_running = true;
    spawnRoot(m_io.get_executor(), "agent", work());
}

Task<void> TestTerminal::work() {
    auto ended = co_await m_agent->run();
    m_running = false;
    co_return ended;
}

void TestTerminal::stop() {
    if (!m_running) return;
    m_agent->stop();
    if (!runUntil(m_io, [this] { return !m_running; })) giveUp(makeError(BaseErrc::timedOut, "stopping"));
    m_agent.reset();
    m_manager.reset();
    m_nodes.reset();
}

std::string TestTerminal::current(const std::string& product, const std::string& file) const {
    const auto content = readFile(root() / product / "current" / file, 1 << 20);
    return content ? *content : std::string();
}

std::vector<std::string> TestTerminal::trees(const std::string& product) const {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(root() / product / "versions", error), end; !error && entry != end; ++entry)
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace signalbox::test
