// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/deployments.h"

#include <algorithm>

#include "core/manager/offers.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

std::string subjectOf(DeploymentId id) {
    return "deployment:" + std::to_string(id.value);
}

/// The feedback log's word for a report that carries text worth keeping; plain progress is not kept.
bool isWorthKeeping(const Deployment& before, const TerminalReport& report) {
    return report.state != before.state || report.state != DeploymentState::downloading;
}

constexpr std::uint32_t kMaxFeedback = 1000;  // hawkBit's own bound
constexpr std::size_t kMaxMessage = 512;
constexpr std::size_t kMaxLogTail = 8192;

}  // namespace

bool isWorthRetrying(FailureCause cause) {
    switch (cause) {
        case FailureCause::nodesUnreachable:
        case FailureCause::digestMismatch:
        case FailureCause::diskFull:
        case FailureCause::permitInvalid:
        case FailureCause::notApproved:
        case FailureCause::other:
            return true;
        default:
            return false;
    }
}

void Deployments::endMissed(const RolloutEntry& entry) {
    const RolloutId rollout = entry.rollout.id;
    for (std::uint32_t phase = 0; phase < entry.members.size(); ++phase) {
        const fleet::TerminalSet members = entry.members[phase];
        members.forEach([&](TerminalId id) {
            const auto known = entry.deployments.find(id);
            Deployment part;
            if (known != entry.deployments.end()) {
                part = *m_engine.world.deployment(known->second);
                if (isFinal(part.state) || part.permittedAt || part.state >= DeploymentState::installing) return true;
            } else if (const auto terminal = m_engine.world.fleet.terminal(id)) {
                part = Offers(m_engine).firstPart(entry, *terminal, phase);
                part.id = m_engine.world.nextDeployment();
            }
            if (!part.id) return true;
            part.state = DeploymentState::failed;
            part.cause = FailureCause::windowMissed;
            part.message = "it had not installed at the rollout's deadline";
            part.cancelRequested = false;
            m_log.note(part, "windowMissed", part.message);
            m_log.save(std::move(part));
            return true;
        });
    }
    Rollouts(m_engine).evaluate(rollout);
}

bool Deployments::noteInstalled(TerminalId id, const std::string& product, const std::string& version) {
    auto terminal = m_engine.world.fleet.terminal(id);
    if (!terminal || terminal->installed[product] == version) return false;
    terminal->installed[product] = version;
    terminal->attributesWanted = true;  // they may have changed with it
    m_engine.world.fleet.put(*terminal);
    m_engine.ledger.put(*terminal);
    m_engine.ledger.event("terminal", {{"id", id.value}});
    return true;
}

const Deployment* Deployments::lastInstalled(TerminalId terminal) const {
    return m_engine.world.newestDeployment(terminal, DeploymentState::succeeded);
}

Result<void> Deployments::confirm(DeploymentId id, bool confirmed, std::string_view message) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || isFinal(known->state) || !known->awaitsConfirmation)
        return makeError(BaseErrc::wrongState, "nobody waits for a confirmation of it");
    Deployment deployment = *known;
    m_log.note(deployment, confirmed ? "confirmed" : "confirmation denied", message);
    deployment.awaitsConfirmation = !confirmed;
    deployment.message = headOf(message, kMaxMessage);
    m_log.save(std::move(deployment));
    return {};
}

Result<void> Deployments::setAutoConfirm(TerminalId id, AutoConfirm word) {
    auto terminal = m_engine.world.fleet.terminal(id);
    if (!terminal) return makeError(BaseErrc::notFound, "there is no such terminal");
    if (word.active && terminal->autoConfirm.active)
        return makeError(BaseErrc::wrongState, "it confirms by itself already");
    if (word.active) word.activatedAt = m_engine.clock.now();
    terminal->autoConfirm = std::move(word);
    m_engine.world.fleet.put(*terminal);
    m_engine.ledger.put(*terminal);
    m_engine.ledger.event("terminal", {{"id", id.value}});
    const Deployment* open = m_engine.world.activeDeployment(id);
    if (!terminal->autoConfirm.active || !open || !open->awaitsConfirmation) return {};
    return confirm(open->id, true, "by the terminal's standing word");
}

void Deployments::fail(Deployment deployment, const TerminalReport& report) {
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    const bool again = report.state == DeploymentState::failed && isWorthRetrying(report.cause) &&
                       deployment.attempt <= rollout.retry.count && !deployment.cancelRequested;
    deployment.cause = report.cause == FailureCause::none ? FailureCause::other : report.cause;
    deployment.permittedAt.reset();
    if (!again) {
        deployment.state = report.state;
        m_log.save(deployment);
        return;
    }
    const auto delay = rollout.retry.backOff * (std::int64_t(1) << std::min<std::uint32_t>(deployment.attempt - 1, 16));
    deployment.state = DeploymentState::waiting;
    deployment.waitReason = "attempt " + std::to_string(deployment.attempt) + " failed (" +
                            std::string(nameOf(deployment.cause)) + "), it is tried again";
    deployment.nextTry = m_engine.clock.now() + std::min<Seconds>(delay, Seconds(86400));
    ++deployment.attempt;
    deployment.percent = 0;
    m_log.save(deployment);
}

Result<void> Deployments::report(TerminalId terminal, DeploymentId id, const TerminalReport& report) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || known->terminal != terminal)
        return makeError(BaseErrc::notFound,
                         "there is no deployment " + std::to_string(id.value) + " of this terminal");
    const bool lateTruth = known->state == DeploymentState::failed && known->cause == FailureCause::timedOut &&
                           report.state == DeploymentState::succeeded;
    if (isFinal(known->state) && !lateTruth)
        return makeError(BaseErrc::wrongState, "the deployment is closed: " + std::string(nameOf(known->state)));
    if (report.attempt != 0 && report.attempt != known->attempt)
        return makeError(BaseErrc::wrongState, "attempt " + std::to_string(report.attempt) + " is over");
    // Between two attempts nothing lies with the terminal: a failure told twice counts once.
    if (known->state == DeploymentState::waiting)
        return makeError(BaseErrc::wrongState, "attempt " + std::to_string(known->attempt) + " has not been offered");
    Deployment deployment = *known;
    if (report.wordOnly) {
        if (!m_engine.world.countFeedback(id, kMaxFeedback))
            return makeError(BaseErrc::tooLarge, "at most 1000 reports a deployment");
        m_log.note(deployment, "message", report.message);
        return {};
    }
    if (isWorthKeeping(deployment, report)) {
        if (!m_engine.world.countFeedback(id, kMaxFeedback) && !isFinal(report.state))
            return makeError(BaseErrc::tooLarge, "at most 1000 reports a deployment");
        m_log.note(deployment, nameOf(report.state), report.message);
    }
    deployment.message = headOf(report.message, kMaxMessage);
    deployment.logTail = tailOf(report.logTail, kMaxLogTail);
    if (report.percent) deployment.percent = std::min<std::uint32_t>(*report.percent, 100);
    const Release& release = m_engine.world.releases.at(m_engine.world.rollouts.at(deployment.rollout).rollout.release);
    if (report.state == DeploymentState::failed || report.state == DeploymentState::rolledBack) {
        if (!report.version.empty()) noteInstalled(terminal, release.product, report.version);
        fail(std::move(deployment), report);
    } else {
        const bool downloadOnly =
            m_engine.world.rollouts.at(deployment.rollout).rollout.installMode == InstallMode::downloadOnly;
        deployment.state =
            downloadOnly && report.state == DeploymentState::downloaded ? DeploymentState::succeeded : report.state;
        deployment.waitReason.clear();
        if (deployment.state == DeploymentState::succeeded) {
            deployment.percent = 100;
            deployment.excluded = false;
            deployment.cause = FailureCause::none;
            if (!downloadOnly) noteInstalled(terminal, release.product, release.version);
        }
        m_log.save(deployment);
    }
    Rollouts(m_engine).evaluate(known->rollout);
    return {};
}

Result<void> Deployments::cancelAnswered(TerminalId terminal, DeploymentId id, bool stopped, std::string_view message) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || known->terminal != terminal) return makeError(BaseErrc::notFound, "there is no such deployment");
    if (isFinal(known->state) || !known->cancelRequested)
        return makeError(BaseErrc::wrongState, "the deployment is not being cancelled");
    Deployment deployment = *known;
    deployment.cancelRequested = false;
    if (stopped) deployment.state = DeploymentState::cancelled;
    m_log.note(deployment, stopped ? "cancelled" : "cancel rejected", message);
    m_log.save(deployment);
    Rollouts(m_engine).evaluate(deployment.rollout);
    return {};
}

Result<Deployment> Deployments::cancel(DeploymentId id, std::string_view actor) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known) return makeError(BaseErrc::notFound, "there is no deployment " + std::to_string(id.value));
    if (isFinal(known->state))
        return makeError(BaseErrc::wrongState, "the deployment is " + std::string(nameOf(known->state)));
    Deployment deployment = *known;
    // Nothing lies with the terminal before it was offered.
    if (deployment.state == DeploymentState::waiting)
        deployment.state = DeploymentState::cancelled;
    else
        deployment.cancelRequested = true;
    m_engine.ledger.audit(actor, "deployment.cancel", subjectOf(id));
    m_log.note(deployment, "cancel requested", "by " + std::string(actor));
    m_log.save(deployment);
    Rollouts(m_engine).evaluate(deployment.rollout);
    return deployment;
}

Result<Deployment> Deployments::reset(DeploymentId id, std::string_view actor) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known) return makeError(BaseErrc::notFound, "there is no deployment " + std::to_string(id.value));
    if (known->state != DeploymentState::failed && known->state != DeploymentState::rolledBack &&
        known->state != DeploymentState::refused)
        return makeError(BaseErrc::wrongState, "the deployment is " + std::string(nameOf(known->state)));
    const auto rollout = m_engine.world.rollouts.find(known->rollout);
    if (rollout == m_engine.world.rollouts.end() || !rollout->second.active())
        return makeError(BaseErrc::wrongState, "its rollout is over");
    if (known->excluded)
        return makeError(BaseErrc::wrongState, "the terminal was taken out of the rollout; take it back in first");
    if (m_engine.world.activeDeployment(known->terminal))
        return makeError(BaseErrc::wrongState, "the terminal has another open deployment");
    Deployment deployment = *known;
    deployment.state = DeploymentState::waiting;
    deployment.waitReason = "reset by " + std::string(actor);
    deployment.cause = FailureCause::none;
    deployment.message.clear();
    deployment.logTail.clear();
    deployment.percent = 0;
    ++deployment.attempt;  // what an earlier attempt still says must not count
    deployment.permittedAt.reset();
    deployment.nextTry = m_engine.clock.now();
    m_engine.ledger.audit(actor, "deployment.reset", subjectOf(id));
    m_log.save(deployment);
    return deployment;
}

void Deployments::cancelAllOf(RolloutEntry& entry, std::string_view reason) {
    std::vector<Deployment> open;
    for (const auto& [terminal, id] : entry.deployments) {
        const Deployment* deployment = m_engine.world.deployment(id);
        if (deployment && !isFinal(deployment->state)) open.push_back(*deployment);
    }
    for (Deployment& deployment : open) {
        if (deployment.state == DeploymentState::waiting)
            deployment.state = DeploymentState::cancelled;
        else
            deployment.cancelRequested = true;
        m_log.note(deployment, "cancel requested", reason);
        m_log.save(deployment);
    }
}

void Deployments::terminalRemoved(TerminalId terminal) {
    for (auto& [rolloutId, entry] : m_engine.world.rollouts) {
        if (!entry.active()) continue;
        const auto phase = entry.phaseOf(terminal);
        if (!phase || entry.deployments.contains(terminal)) continue;
        // It would be waited for without end.
        Deployment never;
        never.id = m_engine.world.nextDeployment();
        never.rollout = rolloutId;
        never.terminal = terminal;
        never.phase = *phase;
        never.state = DeploymentState::cancelled;
        never.message = "the terminal was removed";
        never.createdAt = m_engine.clock.now();
        m_log.save(std::move(never));
    }
    if (const Deployment* open = m_engine.world.activeDeployment(terminal)) {
        Deployment cancelled = *open;
        cancelled.state = DeploymentState::cancelled;
        cancelled.message = "the terminal was removed";
        m_log.save(std::move(cancelled));
    }
}

void Deployments::timeOut(DeploymentId id) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || isFinal(known->state)) return;
    const RolloutId rollout = known->rollout;
    Deployment deployment = *known;
    deployment.message = "nothing was heard since " + toRfc3339(deployment.changedAt);
    m_log.note(deployment, "timedOut", deployment.message);
    if (deployment.cancelRequested) {
        deployment.cancelRequested = false;
        deployment.state = DeploymentState::cancelled;
        m_log.save(deployment);
        Rollouts(m_engine).evaluate(rollout);
        return;
    }
    // It may install still: no second attempt while nobody knows what it does.
    deployment.state = DeploymentState::failed;
    deployment.cause = FailureCause::timedOut;
    m_log.save(deployment);
    Rollouts(m_engine).evaluate(rollout);
}

}  // namespace signalbox::manager
