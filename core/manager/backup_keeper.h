// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/backup/backup.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// What an administrator decides of backups.
struct BackupSettings {
    std::string folder;  ///< on the manager's machine, absolute; empty: DATA/backups
    Seconds every{0};    ///< 0: only when somebody asks
    std::uint32_t keep = 7;
    bool packages = true;
};

/// One that is under way.
struct BackupRun {
    TimePoint startedAt;
    std::string startedBy;
    std::uint64_t done = 0;   ///< bytes
    std::uint64_t total = 0;  ///< 0: not known yet
};

struct BackupFile {
    std::string name;
    std::uint64_t size = 0;
    TimePoint createdAt;
};

/// Backups of this manager's own folder while it runs: when somebody asks, and on a schedule. The passphrase lies in
/// DATA/backup.passphrase (0600) and in no backup. The manager's one thread; the work is done on one of its own.
class BackupKeeper {
public:
    BackupKeeper(Engine& engine, asio::any_io_executor executor, std::filesystem::path data, backup::KeyCost cost = {});
    /// Gives up what is under way and waits for it.
    ~BackupKeeper();

    [[nodiscard]] BackupSettings settings() const;
    /// `passphrase`: another one. BaseErrc::invalidArgument names the member that cannot be.
    [[nodiscard]] Result<void> configure(const BackupSettings& wanted, const std::optional<std::string>& passphrase,
                                         std::string_view actor);
    [[nodiscard]] bool hasPassphrase() const;

    /// Begins one. BaseErrc::wrongState: one is under way, or there is no passphrase.
    [[nodiscard]] Result<void> start(std::string_view actor);
    /// Begins one where the schedule says so; after a failure a while later. Called every second or so.
    void startWhenDue();
    [[nodiscard]] std::optional<BackupRun> running() const;
    [[nodiscard]] std::optional<TimePoint> lastSuccess() const;
    [[nodiscard]] std::string lastFile() const { return setting("backup.lastFile"); }
    [[nodiscard]] std::optional<TimePoint> lastFailure() const;
    [[nodiscard]] std::string lastError() const { return setting("backup.lastError"); }
    /// When the schedule wants the next; none: there is no schedule.
    [[nodiscard]] std::optional<TimePoint> nextDue() const;
    /// A schedule is set, and none has succeeded for twice its interval.
    [[nodiscard]] bool overdue() const;

    /// Those that lie in the folder, the newest first. Blocking, and short: one folder is listed.
    [[nodiscard]] std::vector<BackupFile> files() const;
    /// BaseErrc::notFound where no backup of that name is there.
    [[nodiscard]] Result<std::filesystem::path> pathOf(std::string_view name) const;
    [[nodiscard]] Result<void> remove(std::string_view name, std::string_view actor);
    /// Called when one has ended, well or not.
    void onEnd(std::function<void()> ended) { m_ended = std::move(ended); }
    /// What is under way is given up soon; nothing is begun any more.
    void stop();

private:
    struct Shared {
        std::atomic<std::uint64_t> done = 0;
        std::atomic<std::uint64_t> total = 0;
        std::atomic<bool> givenUp = false;
    };

    [[nodiscard]] std::string setting(const std::string& key) const;
    void put(const std::string& key, std::string value);
    [[nodiscard]] std::filesystem::path folder() const;
    [[nodiscard]] std::filesystem::path passphraseFile() const { return m_data / "backup.passphrase"; }
    [[nodiscard]] Task<void> run(std::string actor);
    void end(const Result<backup::BackupInfo>& made, const std::string& name, std::string_view actor);
    void note(const Result<backup::BackupInfo>& made, const std::string& name, std::string_view actor);
    void dropOld();

    Engine& m_engine;
    asio::any_io_executor m_executor;
    std::filesystem::path m_data;
    backup::KeyCost m_cost;
    std::shared_ptr<Shared> m_shared;
    std::optional<BackupRun> m_run;
    std::function<void()> m_ended;
    bool m_stopped = false;
    BlockingPool m_pool{1};
};

}  // namespace signalbox::manager
