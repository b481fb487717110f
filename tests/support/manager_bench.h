// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>

#include "core/manager/deployments.h"
#include "core/manager/engine.h"
#include "core/manager/inventory.h"
#include "core/manager/joining.h"
#include "core/manager/releases.h"
#include "core/manager/rollouts.h"
#include "tests/support/http_servers.h"
#include "tests/support/manager_builders.h"
#include "tests/support/manager_clock.h"
#include "tests/support/manager_folder.h"
#include "tests/support/manager_store.h"

namespace signalbox::test {

/// The manager's engine without its doors: a real SQLite store and blob store in a folder of its own, a clock that the
/// test moves, the cluster "default". Everything on the test's thread.
class ManagerBench {
public:
    ManagerBench();
    ~ManagerBench();

    asio::io_context io;
    FakeClock clock;

    [[nodiscard]] manager::Engine& engine() { return *m_engine; }
    [[nodiscard]] manager::World& world() { return m_world; }
    [[nodiscard]] manager::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] manager::EventLog& events() { return m_events; }
    [[nodiscard]] registry::BlobStore& blobs() { return *m_blobs; }
    [[nodiscard]] BreakableStore& store() { return *m_store; }
    [[nodiscard]] manager::Releases releases() { return manager::Releases(*m_engine); }
    [[nodiscard]] manager::Rollouts rollouts() { return manager::Rollouts(*m_engine); }
    [[nodiscard]] manager::Deployments deployments() { return manager::Deployments(*m_engine); }
    [[nodiscard]] manager::Inventory inventory() { return manager::Inventory(*m_engine); }
    [[nodiscard]] manager::Joining joining() { return manager::Joining(*m_engine); }

    template <class T>
    [[nodiscard]] Result<T> run(Task<T> task) {
        return runTask(io, std::move(task));
    }
    /// Everything put so far is on disk, or the error.
    [[nodiscard]] Result<void> durable() { return run(m_ledger->durable()); }
    /// Makes everything durable, then has the world anew from the disk, as a restart would.
    void restart();
    /// How often the ledger told of a loss.
    [[nodiscard]] int losses() const { return m_losses; }

    TerminalId add(const TerminalBuilder& terminal);
    /// `count` terminals named "<prefix>1" and so on.
    std::vector<TerminalId> addMany(std::size_t count, const std::string& prefix = "t");
    ReleaseId add(const ReleaseBuilder& release);
    RolloutId add(const RolloutBuilder& rollout);    ///< a draft
    RolloutId start(const RolloutBuilder& rollout);  ///< and started
    NodeId addNode(const std::string& name, const std::string& cluster = "default");
    void setCopy(NodeId node, ReleaseId release, CopyState state);

    [[nodiscard]] const Rollout& rollout(RolloutId id) { return m_world.rollouts.at(id).rollout; }
    [[nodiscard]] RolloutState stateOf(RolloutId id) { return rollout(id).state; }
    [[nodiscard]] const Deployment& deployment(DeploymentId id) { return *m_world.deployment(id); }

    /// What a poll of our own agent shows; 0: nothing.
    DeploymentId poll(TerminalId terminal);
    DeploymentId pollForeign(TerminalId terminal);
    /// The permit of the deployment; empty where it is held back.
    std::string permit(DeploymentId id);
    Result<void> report(DeploymentId id, DeploymentState state, FailureCause cause = FailureCause::none,
                        std::uint32_t attempt = 0);
    /// Polls, takes the permit and reports the end.
    DeploymentId install(TerminalId terminal);
    DeploymentId failInstall(TerminalId terminal, FailureCause cause = FailureCause::runCheckFailed,
                             DeploymentState state = DeploymentState::rolledBack);

private:
    void load();

    QTemporaryDir m_folder{managerFolderTemplate()};
    BlockingPool m_pool{1};
    manager::EventLog m_events;
    std::unique_ptr<BreakableStore> m_store;
    std::unique_ptr<registry::BlobStore> m_blobs;
    manager::World m_world;
    std::unique_ptr<manager::Ledger> m_ledger;
    std::optional<manager::Identity> m_identity;
    std::optional<manager::Engine> m_engine;
    int m_losses = 0;
};

}  // namespace signalbox::test
