// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/file_system.h"
#include "core/model/rollout.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {

/// How far a deployment is on this machine. What is written is about to be done: a step is repeated after a restart.
/// Up to `switching` the old version runs and everything can be dropped; from `restarting` on the link is switched, and
/// the installation is finished or undone. In `rebooting` it waits for leave to start the machine again, and then for
/// that start.
enum class Stage {
    downloading,
    downloaded,  ///< the package is on disk, verified; waits for leave to install
    unpacking,
    switching,
    restarting,
    rebooting,
    checking,
    keeping,
    rollingBack,
    finished  ///< the outcome stands in `outcome`, its feedback is queued
};
[[nodiscard]] std::string_view stageName(Stage stage);

/// The one deployment this machine works on, or the last it finished.
struct Journal {
    Stage stage = Stage::downloading;
    std::string document;  ///< the manager's, as it came last
    Offer offer;           ///< what `document` says
    std::string recipeJson;
    std::string approved;             ///< digest of the package that was found to be approved
    std::int64_t releaseCounter = 0;  ///< that was signed with it; 0: nothing was
    Digest layer;
    std::uint64_t layerSize = 0;
    std::string permit;  ///< the newest seen for this attempt, for installing offline
    std::string holdReason;
    std::optional<TimePoint> holdUntil;
    std::string tree;      ///< folder below versions/ that is being made
    std::string previous;  ///< what the link pointed to before; empty: nothing
    std::string fromVersion;
    FailureCause cause = FailureCause::none;
    std::string message;
    std::string logTail;
    DeploymentState outcome = DeploymentState::succeeded;
    std::string bootId;         ///< the machine's when a reboot was found to be needed; empty: none was
    std::int64_t reboots = 0;   ///< how often it was asked for
    std::int64_t restarts = 0;  ///< how often the agent was started while a new version was being tried
    TimePoint changedAt;

    /// In DESIGN.md's words.
    [[nodiscard]] DeploymentState state() const;
    [[nodiscard]] bool beforeSwitch() const { return stage <= Stage::switching; }
};
[[nodiscard]] std::string journalText(const Journal& journal);
[[nodiscard]] Result<Journal> parseJournal(std::string_view json);

/// deployment.json, replaced as a whole: after a power cut the old or the new step stands in it. Blocking.
class JournalFile {
public:
    JournalFile(FileSystem& files, std::filesystem::path path) : m_files(files), m_path(std::move(path)) {}
    /// nullopt where there is none yet.
    [[nodiscard]] Result<std::optional<Journal>> load() const;
    [[nodiscard]] Result<void> save(const Journal& journal);
    [[nodiscard]] Result<void> remove();

private:
    FileSystem& m_files;
    std::filesystem::path m_path;
};

}  // namespace signalbox::terminal
