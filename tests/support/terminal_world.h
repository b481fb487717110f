// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "core/terminal/agent.h"
#include "core/terminal/join.h"
#include "core/terminal/machine.h"
#include "core/terminal/platform/platform.h"
#include "tests/support/terminal_doors.h"

namespace signalbox::test {

/// A clock that a test may move away from the system's.
class ShiftedClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override { return SystemClock().now() + shift; }
    Milliseconds shift{0};
};

/// A network that a test pulls.
struct NetworkCable {
    bool pulled = false;
    int refused = 0;  ///< requests meanwhile
};

/// A machine whose boot id is in a file, and that is started again by a test that writes another one.
class TestMachine final : public terminal::Machine {
public:
    explicit TestMachine(std::filesystem::path bootId) : m_bootId(std::move(bootId)) {}
    [[nodiscard]] Result<std::string> bootId() const override { return readFile(m_bootId, 4096); }
    [[nodiscard]] Result<void> reboot() override;

    std::atomic<int> asked = 0;
    bool refuses = false;

private:
    std::filesystem::path m_bootId;
};

/// A joined terminal's agent with everything it needs, in a process of the test's choosing.
class TestTerminal {
public:
    TestTerminal(asio::io_context& io, std::filesystem::path folder, FileSystem& files = nativeFileSystem());
    ~TestTerminal();

    /// Joins unless the folder has joined; then starts to work.
    void start(TestManager& manager);
    /// With a code of any manager on the same loop, unless the folder has joined.
    void join(const std::string& code);
    /// Starts to work with what is on disk; the manager need not be there.
    void start();
    /// As SIGTERM does, and waits for the end.
    void stop();

    [[nodiscard]] std::filesystem::path root() const { return m_folder / "root"; }
    [[nodiscard]] std::filesystem::path data() const { return m_folder / "data"; }
    /// The content of a file of the current version; "" where there is none.
    [[nodiscard]] std::string current(const std::string& product, const std::string& file) const;
    [[nodiscard]] std::vector<std::string> trees(const std::string& product) const;
    [[nodiscard]] terminal::Agent& agent() { return *m_agent; }
    [[nodiscard]] bool isRunning() const { return m_running; }

    ShiftedClock clock;
    NetworkCable cable;  ///< of all connections, from the next request on
    /// The machine goes down and comes up: what its agent finds then is another boot id. The agent must not run.
    void startMachine(const std::string& bootId);

    TestMachine machine;
    std::filesystem::path systemRoot{"/"};
    std::vector<terminal::AdoptRule> adopt;
    std::string id = "till-1";
    std::vector<std::string> allowRoot{"kiosk"};
    std::vector<std::string> channels;
    terminal::DownloadPolicy download{3, Milliseconds(10), Milliseconds(20), std::uint64_t(1) << 30};

private:
    [[nodiscard]] Task<void> work();
    [[nodiscard]] Task<void> joinNow(std::string code);

    asio::io_context& m_io;
    std::filesystem::path m_folder;
    FileSystem& m_files;
    terminal::DataFolder m_data;
    BlockingPool m_pool{1};
    std::unique_ptr<terminal::CommandRunner> m_commands = terminal::platform::makeCommandRunner();
    std::unique_ptr<http::Client> m_manager;
    std::unique_ptr<http::Client> m_nodes;
    std::unique_ptr<terminal::Agent> m_agent;
    bool m_running = false;
};

/// Runs the loop until `done()` is true; false when a watchdog of 20 seconds bites.
[[nodiscard]] bool runUntil(asio::io_context& io, const std::function<bool()>& done);

}  // namespace signalbox::test
