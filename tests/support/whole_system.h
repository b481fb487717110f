// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>
#include <vector>

#include "core/model/recipe.h"
#include "core/node/node_service.h"
#include "tests/support/manager_host.h"
#include "tests/support/terminal_world.h"

namespace signalbox::test {

/// A real manager, a real node and real agents, joined with codes, over TLS in one process on one thread. What
/// certificates last is judged by the real time; everything else goes by the clocks of the test.
class WholeSystem {
public:
    /// Manager and node believe that it is `begin`.
    explicit WholeSystem(TimePoint begin);
    ~WholeSystem();

    ManagerHost host;

    /// A terminal that has joined and polls.
    TestTerminal& addTerminal(const std::string& id, Milliseconds clockShift = Milliseconds(0));
    [[nodiscard]] TestTerminal& terminal(const std::string& id);

    /// An approved release of a tree whose file `version` says so, with this run check; its id.
    std::int64_t addRelease(const std::string& product, const std::string& version,
                            const std::string& check = "exit 0");
    /// A rollout of it to all, started; its id. `more` is JSON that begins with a comma.
    std::int64_t rollOut(std::int64_t release, const std::string& more = {});

    /// The state of the terminal's deployment of a rollout; "" where there is none yet.
    [[nodiscard]] std::string stateOf(std::int64_t rollout, const std::string& terminal);
    /// Runs all of it, with terminals that poll much more often than they are told to; false when a watchdog bites.
    [[nodiscard]] bool until(const std::function<bool()>& done);

private:
    void addNode();
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<node::NodeService> m_node;
    std::unique_ptr<http::Server> m_nodeDoor;
    std::vector<std::pair<std::string, std::unique_ptr<TestTerminal>>> m_terminals;
};

}  // namespace signalbox::test
