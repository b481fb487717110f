// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>

#include "tests/support/terminal_world.h"

namespace signalbox::test {

/// A scripted manager with one node and one terminal, in a folder of their own.
class OneTerminal {
public:
    OneTerminal() { terminal = std::make_unique<TestTerminal>(io, path("terminal")); }
    ~OneTerminal() { terminal.reset(); }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// With leave to install it, from now on.
    void permit(const TestPackage& package, std::int64_t deployment) {
        manager.offer = offerOf(package, deployment);
        manager.offer->permit = manager.permitFor(*manager.offer, terminal->id);
    }
    [[nodiscard]] ScriptedOffer offerOf(const TestPackage& package, std::int64_t deployment) {
        node.hold(package);
        ScriptedOffer offer;
        offer.package = &package;
        offer.deployment = deployment;
        offer.chain = {&node};
        return offer;
    }

    /// Until `done()`, with a terminal that polls much more often than it is asked to.
    bool eagerly(const std::function<bool()>& done) {
        auto next = std::chrono::steady_clock::now();
        return runUntil(io, [&] {
            if (done()) return true;
            if (std::chrono::steady_clock::now() < next) return false;
            terminal->agent().pollNow();
            next = std::chrono::steady_clock::now() + Milliseconds(40);
            return false;
        });
    }
    bool waitFor(const std::string& state) {
        return eagerly([&] { return manager.last(state) != nullptr; });
    }
    /// Installs it and forgets what was told.
    bool install(const TestPackage& package, std::int64_t deployment) {
        permit(package, deployment);
        if (!started) terminal->start(manager);
        started = true;
        const bool installed = waitFor("succeeded");
        manager.feedback.clear();
        return installed;
    }
    /// The agent ends, and another one starts on the same folder, as after a restart of the machine.
    void startAgain(const std::string& bootId = {}) {
        terminal->stop();
        if (!bootId.empty()) terminal->startMachine(bootId);
        terminal->start();
    }

    asio::io_context io{1};
    TestTrust trust;
    TestManager manager{io, trust};
    TestNode node{io, trust, "n1"};
    std::unique_ptr<TestTerminal> terminal;
    bool started = false;

private:
    QTemporaryDir m_folder;
};

}  // namespace signalbox::test
