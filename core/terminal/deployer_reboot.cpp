// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Behind the switch, where a recipe says that the machine must be started again: that waits for leave as the
// installation did.
#include <system_error>

#include "core/base/log.h"
#include "core/terminal/deployer.h"
#include "core/terminal/failure.h"

namespace signalbox::terminal {
namespace {

constexpr Milliseconds kLeastWait{1000};
constexpr Milliseconds kRebootTime{600000};  // until a machine that was asked and did not go is asked again
constexpr std::int64_t kMostReboots = 3;

}  // namespace

/// Where one is needed, the journal gets the boot's id, by which the next start knows that it came.
Result<void> Deployer::noteReboot(const InstallJob& job, bool byExitCode) {
    const RebootRule& rule = job.recipe.reboot;
    bool needed = rule.when == RebootWhen::always || byExitCode;
    if (rule.when == RebootWhen::file) {
        std::error_code error;
        needed = std::filesystem::exists(
            m_options.settings.systemRoot / std::filesystem::path(rule.file).relative_path(), error);
    }
    if (!needed) return {};
    TRY(m_journal->bootId, m_parts.machine.bootId());
    return {};
}

Result<bool> Deployer::hasRebooted() const {
    if (m_journal->bootId.empty()) return false;
    TRY(const std::string now, m_parts.machine.bootId());
    return now != m_journal->bootId;
}

Result<trust::Permit> Deployer::keptPermit() const {
    TRY(const PermitUse last, m_folder.permitUse());
    return checkPermit(m_journal->permit, m_options.permitKey, m_journal->offer, m_manager.account().controllerId, last,
                       m_managerTime.now());
}

/// Leave to start the machine again, by the same permit or a newer one. `fresh`: the one at hand, where it still holds.
Task<Deployer::Leave> Deployer::askReboot(bool fresh) {
    auto permit = keptPermit();
    Leave leave;
    leave.granted = fresh && permit && permit->notBefore <= m_managerTime.now();
    if (leave.granted) co_return leave;
    auto renewed = co_await renewOffer();
    if (!renewed && !meansUnreachable(renewed.error())) co_return std::move(renewed).error();
    permit = keptPermit();
    leave.granted = permit && permit->notBefore <= m_managerTime.now();
    if (leave.granted) co_return leave;
    const std::optional<Hold> hold = m_journal->offer.hold;
    std::string reason = hold ? hold->reason : "the manager has not given leave";
    std::optional<TimePoint> until = hold ? hold->until : std::nullopt;
    if (permit) {
        reason = "the update time has not come";
        until = permit->notBefore;
    }
    if (reason != m_journal->holdReason || until != m_journal->holdUntil) {
        m_journal->holdReason = std::move(reason);
        m_journal->holdUntil = until;
        m_host.tell(feedbackOf(DeploymentState::holding));
        CO_CHECK(enter(Stage::rebooting));
    }
    if (until) leave.wakeAt = std::max(m_managerTime.ownTimeOf(*until), m_parts.clock.now() + kLeastWait);
    co_return leave;
}

/// The system goes down some time after this; were it not to, it is asked again.
Task<Deployer::Pause> Deployer::reboot() {
    ++m_journal->reboots;
    m_journal->holdReason.clear();
    m_journal->holdUntil.reset();
    CO_CHECK(enter(Stage::rebooting));
    m_host.tell(feedbackOf(DeploymentState::installing, {}, "the machine starts again to finish it"));
    auto asked = co_await rebootOnce();
    if (!asked) {
        CO_CHECK(co_await failed(FailureCause::restartFailed, "reboot", std::move(asked).error()));
        co_return Pause{};
    }
    co_return Pause{m_parts.clock.now() + kRebootTime};
}

Task<void> Deployer::rebootOnce() {
    logInfo("terminal", "the machine is started again");
    auto work = [this] { return m_parts.machine.reboot(); };
    auto asked = co_await m_parts.pool.run(std::move(work));
    co_return asked;
}

/// nullopt: the machine has started, and the journal says `checking`; else what the run waits for.
Task<std::optional<Deployer::Pause>> Deployer::passReboot(bool fresh) {
    CO_TRY(const bool rebooted, hasRebooted());
    if (rebooted) {
        if (m_halt == Halt::cancelled) m_halt = Halt::none;  // too late
        m_journal->holdReason.clear();
        m_journal->holdUntil.reset();
        m_host.tell(feedbackOf(DeploymentState::checking));
        enterAnyhow(Stage::checking);
        co_return std::optional<Pause>();
    }
    auto leave = co_await askReboot(fresh);
    const bool withdrawn = !leave && leave.error().code == BaseErrc::notFound;
    if (m_halt == Halt::cancelled || withdrawn) {
        Error why = makeError(BaseErrc::cancelled, "it is not wanted any more, and waited for a reboot");
        CO_CHECK(co_await failed(FailureCause::permitInvalid, "reboot", std::move(why)));
        co_return std::optional(Pause{});
    }
    if (!leave) co_return std::move(leave).error();
    if (!leave->granted) co_return std::optional(Pause{leave->wakeAt});
    if (m_journal->reboots >= kMostReboots) {
        Error why = makeError(BaseErrc::timedOut, "the machine was asked several times and did not start again");
        CO_CHECK(co_await failed(FailureCause::restartFailed, "reboot", std::move(why)));
        co_return std::optional(Pause{});
    }
    CO_TRY(const Pause pause, co_await reboot());
    co_return std::optional(pause);
}

}  // namespace signalbox::terminal
