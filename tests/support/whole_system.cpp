// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/whole_system.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "core/model/json.h"
#include "core/node/join.h"
#include "core/package/archive.h"
#include "core/trust/join_code.h"
#include "tests/support/http_servers.h"
#include "tests/support/package_trees.h"

namespace signalbox::test {
namespace {

template <class T>
T mustGive(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
}

std::string codeOf(ManagerHost& host, const std::string& role) {
    return host.admin("POST", "/api/v1/join-codes", jsonOf({{"role", role}})).text("codes/0");
}

}  // namespace

WholeSystem::WholeSystem(TimePoint begin) : host(begin) {
    addNode();
}

WholeSystem::~WholeSystem() {
    m_terminals.clear();
    [[maybe_unused]] const auto stopped = runTask(host.io, m_nodeDoor->stop(Milliseconds(100)));
    m_nodeDoor.reset();
    m_node->close();
}

void WholeSystem::addNode() {
    // Holds a port until the node listens there: its address stands in its certificate.
    asio::ip::tcp::acceptor place(host.io, asio::ip::tcp::v4());
    place.set_option(asio::ip::tcp::acceptor::reuse_address(true));
    place.bind({asio::ip::make_address("127.0.0.1"), 0});
    const std::uint16_t port = place.local_endpoint().port();

    node::JoinRequest request;
    request.code = mustGive(trust::JoinCode::parse(codeOf(host, "node")));
    request.name = "n1";
    request.listen = {"127.0.0.1", port};
    request.url = "https://127.0.0.1:" + std::to_string(port);
    http::TlsClientOptions pinned;
    pinned.pinnedFingerprint = request.code.fingerprint;
    http::ClientOptions options;
    options.maxIdlePerOrigin = 0;
    options.tls = mustGive(http::TlsClientContext::make(std::move(pinned)));
    const auto client = http::makeClient(host.io, options);
    const node::NodeIdentity identity = mustGive(runTask(host.io, node::joinManager(*client, std::move(request))));

    node::NodeOptions node;
    node.folder = path("node");
    node.access.tokenKey = mustGive(trust::PublicKey::fromPem(identity.tokenKeyPem));
    node.access.tokenRealm = identity.tokenRealm;
    node.access.issuer = identity.issuer;
    m_node = mustGive(node::NodeService::open(nativeFileSystem(), host.clock, std::move(node)));
    http::ServerOptions door;
    door.tls =
        mustGive(http::TlsServerContext::make({identity.certificatePem, identity.keyPem, http::TlsFloor::tls13, {}}));
    m_nodeDoor = std::make_unique<http::Server>(host.io, m_node->router(), std::move(door));
    if (auto listens = m_nodeDoor->listen("127.0.0.1", port); !listens)
        throw std::runtime_error(listens.error().text());
}

TestTerminal& WholeSystem::addTerminal(const std::string& id, Milliseconds clockShift) {
    auto made = std::make_unique<TestTerminal>(host.io, path(id));
    made->id = id;
    made->clock.shift = clockShift;
    made->allowRoot = {"kiosk", "menu"};
    made->join(codeOf(host, "terminal"));
    made->start();
    m_terminals.emplace_back(id, std::move(made));
    return *m_terminals.back().second;
}

TestTerminal& WholeSystem::terminal(const std::string& id) {
    for (const auto& [known, terminal] : m_terminals)
        if (known == id) return *terminal;
    throw std::runtime_error("no terminal " + id);
}

std::int64_t WholeSystem::addRelease(const std::string& product, const std::string& version, const std::string& check) {
    const std::string name = product + "-" + version;
    writeFile(path(name) / "version", version);
    writeFile(path(name) / "check", "#!/bin/sh\n" + check + "\n", 0755);
    if (auto packed = package::packTree(path(name), path(name + ".tar.zst")); !packed)
        throw std::runtime_error(packed.error().text());
    Recipe recipe;
    recipe.runCheck.arguments = {"./check"};
    const std::string digest = host.upload(contentOf(path(name + ".tar.zst")));
    const auto made = host.admin("POST", "/api/v1/releases", jsonOf({{"product", product}, {"version", version}}));
    const std::string release = "/api/v1/releases/" + std::to_string(made.number("id"));
    const boost::json::object package{
        {"platform", "linux-amd64"}, {"fileName", name + ".tar.zst"}, {"digest", digest}, {"recipe", toJson(recipe)}};
    const auto set = host.admin("POST", release + "/packages", boost::json::serialize(package));
    [[maybe_unused]] const auto submitted = host.admin("POST", release + "/submit");
    const auto approved =
        host.admin("POST", release + "/approve", jsonOf({{"manifestDigest", set.text("manifestDigest")}}));
    if (approved.status != 200) throw std::runtime_error(approved.body);
    return made.number("id");
}

std::int64_t WholeSystem::rollOut(std::int64_t release, const std::string& more) {
    const std::int64_t rollout = host.start(release, more);
    if (rollout < 0) throw std::runtime_error("the rollout did not start");
    return rollout;
}

std::string WholeSystem::stateOf(std::int64_t rollout, const std::string& terminal) {
    return host.admin("GET", "/api/v1/rollouts/" + std::to_string(rollout) + "/deployments?terminal=" + terminal)
        .text("items/0/state");
}

bool WholeSystem::until(const std::function<bool()>& done) {
    const auto end = std::chrono::steady_clock::now() + Seconds(60);
    while (std::chrono::steady_clock::now() < end) {
        if (done()) return true;
        for (const auto& [id, terminal] : m_terminals)
            if (terminal->isRunning()) terminal->agent().pollNow();
        host.io.restart();
        host.io.run_for(Milliseconds(50));
    }
    return done();
}

}  // namespace signalbox::test
