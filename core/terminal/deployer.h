// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/tasks.h"
#include "core/base/throttle.h"
#include "core/terminal/approval_check.h"
#include "core/terminal/chain_download.h"
#include "core/terminal/command_runner.h"
#include "core/terminal/data_folder.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/feedback_queue.h"
#include "core/terminal/installers.h"
#include "core/terminal/journal.h"
#include "core/terminal/machine.h"
#include "core/terminal/manager_time.h"
#include "core/terminal/report.h"
#include "core/terminal/version_folder.h"

namespace signalbox::terminal {

/// What an agent is assembled from; everything outlives it.
struct AgentParts {
    const Clock& clock;
    FileSystem& files;
    http::Client& manager;
    http::Client& nodes;
    CommandRunner& commands;
    Machine& machine;
    BlockingPool& pool;
};

/// Takes one deployment from its document to its end: download, leave to install, installation, run check, keep or
/// back. Every step stands in the journal before it is done, so that a process that was killed at any instant is
/// followed by one that finishes or undoes it. One thread; what blocks long runs in the pool, what is one small durable
/// write is done in place.
class Deployer {
public:
    /// Whom it tells.
    class Host {
    public:
        virtual ~Host() = default;
        /// Kept on disk until the manager answered.
        virtual void tell(Feedback feedback) = 0;
        /// Only the newest matters, and none must arrive.
        virtual void tellProgress(Feedback feedback) = 0;
        virtual void versionsChanged() = 0;
    };

    struct Options {
        Settings settings;
        trust::PublicKey permitKey;
        DownloadPolicy download;
    };

    /// How a run ended: what it waits for may come at `wakeAt`, or with the next poll.
    struct Pause {
        std::optional<TimePoint> wakeAt;
    };

    enum class CancelAnswer {
        stopping,  ///< told as soon as the running step is over
        done       ///< answered, or there is nothing to stop
    };

    Deployer(const AgentParts& parts, Options options, DataFolder& folder, DdiClient& manager, Host& host);

    /// Reads the journal; before anything else. Blocking.
    [[nodiscard]] Result<void> load();
    [[nodiscard]] const std::optional<Journal>& journal() const { return m_journal; }
    /// Works on a deployment, or has one that waits.
    [[nodiscard]] bool active() const { return m_journal && m_journal->stage != Stage::finished; }
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] bool waitsForReboot() const { return m_journal && m_journal->stage == Stage::rebooting; }

    /// Finishes or undoes what a killed process left in the middle, then goes on. Call once after load().
    [[nodiscard]] Task<Pause> recover();
    /// Goes on with a document that the manager gave just now.
    [[nodiscard]] Task<Pause> run(std::string document);
    /// Goes on with what is known: the manager could not be asked.
    [[nodiscard]] Task<Pause> resume();

    [[nodiscard]] CancelAnswer cancel(std::int64_t deployment);
    /// The manager asks for no cancellation (any more): the next one is answered anew.
    void cancelOver() { m_cancelAnswered = 0; }
    /// The manager does not offer it any more: dropped without a word, unless the link is switched.
    void withdraw();
    /// The process ends: the step at hand is finished, the rest is left to the next start.
    void shutDown() { m_halt = Halt::shutDown; }

private:
    enum class Halt { none, cancelled, withdrawn, shutDown };
    struct Leave {
        bool granted = false;
        std::optional<trust::Permit> permit;
        std::optional<TimePoint> wakeAt;
    };

    [[nodiscard]] Task<Pause> guarded(Task<Pause> work);
    [[nodiscard]] Task<Pause> takeDocument(std::string document);
    [[nodiscard]] Task<Pause> goOn(bool fresh);
    [[nodiscard]] Task<Pause> finishInterrupted();
    [[nodiscard]] Result<void> begin(Offer offer, std::string document);
    [[nodiscard]] Result<void> adopt(Offer offer, std::string document);
    [[nodiscard]] Result<bool> isCurrent(const Offer& offer) const;

    [[nodiscard]] Task<void> download();
    [[nodiscard]] Task<void> downloadPackage(ChainDownload& chain);
    [[nodiscard]] Task<void> keepPace(std::size_t bytes);
    [[nodiscard]] Result<void> demandRoom(const registry::Descriptor& layer) const;
    [[nodiscard]] Task<Offer> renewOffer();
    void noteProgress(std::uint64_t held, std::uint64_t size);

    [[nodiscard]] Task<void> checkApproved();
    [[nodiscard]] Task<Leave> askLeave(bool fresh);
    [[nodiscard]] Result<Leave> decide(bool offline);
    [[nodiscard]] Result<Leave> hold(std::string reason, std::optional<TimePoint> until);

    [[nodiscard]] Result<InstallJob> job() const;
    [[nodiscard]] Task<void> step(Result<void> (Installer::*work)(const InstallJob&), InstallJob job);
    [[nodiscard]] Task<CommandOutcome> step(Result<CommandOutcome> (Installer::*work)(const InstallJob&),
                                            InstallJob job);
    [[nodiscard]] Task<CommandOutcome> runCommand(CommandSpec spec);

    [[nodiscard]] Task<Pause> install(trust::Permit permit);
    [[nodiscard]] Task<void> verifyPackage();
    [[nodiscard]] Task<CommandOutcome> prepare(InstallJob job);
    [[nodiscard]] Task<Pause> finishSwitched();
    [[nodiscard]] Task<Pause> tryNewVersion();
    [[nodiscard]] Task<bool> putToWork(InstallJob job);
    [[nodiscard]] Task<bool> check(InstallJob job);
    [[nodiscard]] Task<void> keep(InstallJob job);
    [[nodiscard]] Task<void> failed(FailureCause cause, std::string what, Result<CommandOutcome> outcome);
    [[nodiscard]] Task<void> rollBack();
    [[nodiscard]] Task<void> undo(InstallJob job);
    [[nodiscard]] Task<void> abandon(InstallJob job);
    [[nodiscard]] Task<void> restartOld(InstallJob job);

    [[nodiscard]] Result<void> noteReboot(const InstallJob& job, bool byExitCode);
    [[nodiscard]] Result<bool> hasRebooted() const;
    [[nodiscard]] Task<std::optional<Pause>> passReboot(bool fresh);
    [[nodiscard]] Result<trust::Permit> keptPermit() const;
    [[nodiscard]] Task<Leave> askReboot(bool fresh);
    [[nodiscard]] Task<Pause> reboot();
    [[nodiscard]] Task<void> rebootOnce();

    [[nodiscard]] Result<void> enter(Stage stage);
    void enterAnyhow(Stage stage);
    void blame(FailureCause cause, std::string message, std::string logTail = {});
    void conclude(DeploymentState outcome);
    [[nodiscard]] Task<void> failBeforeSwitch(Error error, FailureCause otherwise);
    void drop();
    [[nodiscard]] Feedback feedbackOf(DeploymentState state, std::optional<int> percent = {},
                                      std::string message = {}) const;
    [[nodiscard]] Feedback cancelFeedback(bool stopped, std::string_view message) const;
    [[nodiscard]] bool halted() const { return m_halt != Halt::none; }

    AgentParts m_parts;
    Options m_options;
    DataFolder& m_folder;
    DdiClient& m_manager;
    Host& m_host;
    JournalFile m_file;
    ApprovalCheck m_approvals;
    VersionFolder m_versions;
    Installers m_installers;
    Throttle m_throttle;
    ManagerTime m_managerTime;
    std::optional<Journal> m_journal;
    bool m_running = false;
    Halt m_halt = Halt::none;
    int m_toldPercent = -1;
    std::int64_t m_cancelAnswered = 0;
};

}  // namespace signalbox::terminal
