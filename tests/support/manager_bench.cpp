// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manager_bench.h"

#include <boost/asio/this_coro.hpp>

#include "core/manager/install_rules.h"
#include "core/manager/offers.h"
#include "core/manager/permits.h"

namespace signalbox::test {

Task<void> BreakableStore::commit(std::vector<store::Change> changes) {
    ++m_begun;
    m_mostAtOnce = std::max(m_mostAtOnce, m_begun - m_ended);
    while (m_held) {
        const auto waited = co_await sleepFor(Milliseconds(1));
        if (!waited) break;
    }
    if (m_fail || m_failOnce) {
        m_failOnce = false;
        ++m_ended;
        co_return makeError(BaseErrc::unavailable, "the test broke it");
    }
    auto done = co_await m_real->commit(std::move(changes));
    ++m_ended;
    co_return done;
}

ManagerBench::ManagerBench() {
    const std::filesystem::path folder = m_folder.path().toStdString();
    m_store = std::make_unique<BreakableStore>(store::openSqliteStore((folder / "test.sqlite").string()).value());
    m_blobs = registry::BlobStore::open(nativeFileSystem(), folder / "blobs").value();
    load();
    m_identity.emplace(manager::Identity::loadOrCreate(m_world, *m_ledger, clock.now()).value());
    manager::EngineOptions options;
    options.ddiUrl = "https://manager.test:8443";
    m_engine.emplace(
        manager::Engine{m_world, *m_ledger, clock, *m_identity, *m_blobs, m_pool, std::move(options), {}, 0, {}});
    inventory().createCluster("default", "test").value();
    durable().value();
}

ManagerBench::~ManagerBench() {
    m_pool.join();
    m_store->close();
}

void ManagerBench::load() {
    auto [world, lastAudit] = manager::World::load(*m_store).value();
    m_world = std::move(world);
    if (m_ledger) {
        m_ledger->restart(std::move(lastAudit));
        return;
    }
    m_ledger = std::make_unique<manager::Ledger>(*m_store, clock, m_events, std::move(lastAudit));
    m_ledger->onLoss([this](const Error&) {
        ++m_losses;
        load();
    });
}

void ManagerBench::restart() {
    durable().value();
    load();
}

TerminalId ManagerBench::add(const TerminalBuilder& wanted) {
    Terminal terminal;
    terminal.id = m_world.nextTerminal();
    terminal.controllerId = wanted.id;
    terminal.name = wanted.id;
    terminal.platform = wanted.platform;
    terminal.cluster = m_world.clusterByName(wanted.cluster)->id;
    terminal.tokenHash = std::string(64, '0');
    terminal.tags = wanted.tags;
    terminal.installed = wanted.installed;
    terminal.joinedAt = clock.now();
    m_world.fleet.put(terminal);
    m_ledger->put(terminal);
    return terminal.id;
}

std::vector<TerminalId> ManagerBench::addMany(std::size_t count, const std::string& prefix) {
    std::vector<TerminalId> ids;
    for (std::size_t i = 1; i <= count; ++i)
        ids.push_back(add(aTerminal(prefix + std::to_string(i))));
    return ids;
}

ReleaseId ManagerBench::add(const ReleaseBuilder& wanted) {
    Release release;
    release.id = m_world.nextRelease();
    release.product = wanted.product;
    release.version = wanted.version;
    release.state = wanted.state;
    release.prerequisites = wanted.prerequisites;
    release.createdBy = "test";
    release.createdAt = clock.now();
    for (const std::string& platform : wanted.platforms) {
        Package package;
        package.platform = platform;
        package.fileName = wanted.product + ".tar.zst";
        package.digest = Digest::ofContent(wanted.version + platform);
        package.size = 1000;
        package.sha1 = std::string(40, '1');
        package.md5 = std::string(32, '5');
        package.configDigest = Digest::ofContent("config" + platform);
        package.configSize = 10;
        package.manifestDigest = Digest::ofContent("manifest" + wanted.version + platform);
        package.manifestSize = 10;
        release.packages.push_back(std::move(package));
    }
    release.manifestDigest = Digest::ofContent("index" + wanted.version);
    m_world.releases[release.id] = release;
    m_ledger->put(release);
    return release.id;
}

RolloutId ManagerBench::add(const RolloutBuilder& wanted) {
    return rollouts().create(wanted.rollout, "test").value().id;
}

RolloutId ManagerBench::start(const RolloutBuilder& wanted) {
    const RolloutId id = add(wanted);
    rollouts().start(id, "test").value();
    return id;
}

NodeId ManagerBench::addNode(const std::string& name, const std::string& cluster) {
    Node node;
    node.id = m_world.nextNode();
    node.name = name;
    node.cluster = m_world.clusterByName(cluster)->id;
    node.url = "https://" + name + ".test:8443";
    node.joinedAt = clock.now();
    m_world.nodes[node.id].node = node;
    m_ledger->put(node);
    return node.id;
}

void ManagerBench::setCopy(NodeId node, ReleaseId release, CopyState state) {
    NodeCopy copy;
    copy.node = node;
    copy.release = release;
    copy.state = state;
    copy.changedAt = clock.now();
    m_world.copies[{node, release}] = copy;
    m_ledger->put(copy);
}

DeploymentId ManagerBench::poll(TerminalId terminal) {
    const Deployment* due = manager::Offers(engine()).due(terminal, true);
    return due ? due->id : DeploymentId{};
}

DeploymentId ManagerBench::pollForeign(TerminalId terminal) {
    const Deployment* due = manager::Offers(engine()).due(terminal, false);
    return due ? due->id : DeploymentId{};
}

std::string ManagerBench::permit(DeploymentId id) {
    if (!id || !manager::InstallRules(engine()).clearance(deployment(id)).granted) return {};
    return manager::Permits(engine()).permitFor(id).value();
}

Result<void> ManagerBench::report(DeploymentId id, DeploymentState state, FailureCause cause, std::uint32_t attempt) {
    manager::TerminalReport report;
    report.state = state;
    report.cause = cause;
    report.attempt = attempt;
    return deployments().report(deployment(id).terminal, id, report);
}

DeploymentId ManagerBench::install(TerminalId terminal) {
    const DeploymentId id = poll(terminal);
    if (!id || permit(id).empty() || !report(id, DeploymentState::succeeded)) return {};
    return id;
}

DeploymentId ManagerBench::failInstall(TerminalId terminal, FailureCause cause, DeploymentState state) {
    const DeploymentId id = poll(terminal);
    if (!id || permit(id).empty() || !report(id, state, cause)) return {};
    return id;
}

}  // namespace signalbox::test
