// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/deployments.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/manager/chain.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"
#include "core/trust/permit.h"

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
constexpr std::size_t kMaxNote = 4096;
constexpr std::size_t kMaxLogTail = 8192;

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

/// At most `most` bytes of UTF-8 from its begin, no character cut in two.
std::string headOf(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && continuesCharacter(text[most]))
        --most;
    return std::string(text.substr(0, most));
}

/// And from its end.
std::string tailOf(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t begin = text.size() - most;
    while (begin < text.size() && continuesCharacter(text[begin]))
        ++begin;
    return std::string(text.substr(begin));
}

const Package* packageFor(const Release& release, std::string_view platform) {
    for (const Package& package : release.packages)
        if (package.platform == platform) return &package;
    return nullptr;
}

/// The IANA name of its zone: what an administrator says goes before what it says.
std::string zoneOf(const Terminal& terminal) {
    for (const auto* labels : {&terminal.tags, &terminal.attributes})
        if (const auto zone = labels->find("timezone"); zone != labels->end()) return zone->second;
    return {};
}

}  // namespace

bool isWorthRetrying(FailureCause cause) {
    switch (cause) {
        case FailureCause::nodesUnreachable:
        case FailureCause::digestMismatch:
        case FailureCause::diskFull:
        case FailureCause::permitInvalid:
        case FailureCause::other:
            return true;
        default:
            return false;
    }
}

void Deployments::save(Deployment deployment) {
    deployment.changedAt = m_engine.clock.now();
    m_engine.world.putDeployment(deployment);
    m_engine.ledger.put(deployment);
    m_engine.ledger.event("deployment", {{"id", deployment.id.value},
                                         {"rollout", deployment.rollout.value},
                                         {"state", nameOf(deployment.state)},
                                         {"percent", deployment.percent}});
}

void Deployments::note(const Deployment& deployment, std::string_view status, std::string_view message) {
    FeedbackEntry entry;
    entry.sequence = ++m_engine.world.lastFeedback;
    entry.deployment = deployment.id;
    entry.at = m_engine.clock.now();
    entry.status = status;
    entry.message = headOf(message, kMaxNote);
    m_engine.ledger.put(std::move(entry));
}

bool Deployments::failedForGood(TerminalId terminal, ReleaseId release) const {
    for (const Deployment* past : m_engine.world.deploymentsOf(terminal)) {
        if (past->state != DeploymentState::failed && past->state != DeploymentState::rolledBack) continue;
        const auto rollout = m_engine.world.rollouts.find(past->rollout);
        if (rollout != m_engine.world.rollouts.end() && rollout->second.rollout.release == release) return true;
    }
    return false;
}

RolloutId Deployments::successorOf(RolloutId id, TerminalId terminal) const {
    const auto& rollouts = m_engine.world.rollouts;
    const Rollout& older = rollouts.at(id).rollout;
    const Release& release = m_engine.world.releases.at(older.release);
    for (const World::Turn& turn : m_engine.world.running()) {
        if (turn.rollout.value <= id.value || turn.priority < older.priority) continue;
        const RolloutEntry& newer = rollouts.at(turn.rollout);
        const Release& other = m_engine.world.releases.at(newer.rollout.release);
        if (other.product == release.product && newer.phaseOf(terminal)) return turn.rollout;
    }
    return {};
}

Deployment Deployments::firstPart(const RolloutEntry& entry, const Terminal& terminal, std::uint32_t phase) const {
    const Rollout& rollout = entry.rollout;
    const Release& release = m_engine.world.releases.at(rollout.release);
    Deployment made;
    made.rollout = rollout.id;
    made.terminal = terminal.id;
    made.phase = phase;
    made.createdAt = m_engine.clock.now();
    const auto installed = terminal.installed.find(release.product);
    if (installed != terminal.installed.end()) made.fromVersion = installed->second;
    const RolloutId successor = successorOf(rollout.id, terminal.id);
    if (successor) {
        made.state = DeploymentState::superseded;
        made.message = "rollout " + std::to_string(successor.value) + " brings a newer release of it";
    } else if (!packageFor(release, terminal.platform)) {
        made.state = DeploymentState::failed;
        made.cause = FailureCause::unsupported;
        made.message = "the release has no package for platform '" + terminal.platform + "'";
    } else if (failedForGood(terminal.id, release.id)) {
        made.state = DeploymentState::failed;
        made.cause = FailureCause::failedBefore;
        made.message = "this release failed here before; reset that deployment to try again";
    } else {
        made.state = DeploymentState::offered;
        made.awaitsConfirmation = rollout.confirmation && !terminal.autoConfirm.active;
    }
    return made;
}

const Deployment* Deployments::offerNew(TerminalId id, bool ours) {
    std::vector<RolloutId> inTurn;  // judging one may end it
    for (const World::Turn& turn : m_engine.world.running())
        inTurn.push_back(turn.rollout);
    for (const RolloutId rollout : inTurn) {
        const RolloutEntry& entry = m_engine.world.rollouts.at(rollout);
        if (entry.rollout.state != RolloutState::running) continue;
        const auto phase = entry.phaseOf(id);
        if (!phase || entry.deployments.contains(id)) continue;
        if (m_engine.world.releases.at(entry.rollout.release).state == ReleaseState::withdrawn) continue;
        Deployment made = firstPart(entry, *m_engine.world.fleet.terminal(id), *phase);
        const bool hidden = !isFinal(made.state) && !made.awaitsConfirmation && !mayBeShown(made, ours);
        if (hidden) return nullptr;
        made.id = m_engine.world.nextDeployment();
        save(made);
        note(made, nameOf(made.state), made.message);
        if (!isFinal(made.state)) return m_engine.world.deployment(made.id);
        Rollouts(m_engine).evaluate(rollout);
    }
    return nullptr;
}

void Deployments::endWhatCannotBe(TerminalId terminal) {
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (!open || open->cancelRequested) return;
    Deployment ended = *open;
    if (!packageOf(ended)) {  // the terminal's platform changed
        ended.state = DeploymentState::failed;
        ended.cause = FailureCause::unsupported;
        ended.message = "the release has no package for the terminal's platform any more";
    } else if (!ended.permittedAt && ended.state < DeploymentState::installing) {
        const RolloutId successor = successorOf(ended.rollout, terminal);
        if (!successor) return;
        ended.state = DeploymentState::superseded;
        ended.message = "rollout " + std::to_string(successor.value) + " brings a newer release of it";
    } else {
        return;
    }
    note(ended, nameOf(ended.state), ended.message);
    save(ended);
    Rollouts(m_engine).evaluate(ended.rollout);
}

const Deployment* Deployments::due(TerminalId terminal, bool ours) {
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (open) {
        endWhatCannotBe(terminal);
        open = m_engine.world.activeDeployment(terminal);
    }
    if (!open) return offerNew(terminal, ours);
    if (open->cancelRequested || open->awaitsConfirmation) return open;
    if (open->state == DeploymentState::waiting) {
        if (open->nextTry && m_engine.clock.now() < *open->nextTry) return nullptr;
        if (!mayBeShown(*open, ours)) return nullptr;
        Deployment again = *open;
        again.state = DeploymentState::offered;
        again.waitReason.clear();
        again.nextTry.reset();
        save(again);
        open = m_engine.world.deployment(again.id);
    }
    return mayBeShown(*open, ours) ? open : nullptr;
}

bool Deployments::mayBeShown(const Deployment& deployment, bool ours) const {
    if (ours || clearance(deployment).granted) return true;
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    return rollout.installMode == InstallMode::downloadOnly && rollout.state == RolloutState::running;
}

Clearance Deployments::clearance(const Deployment& deployment) const {
    const auto found = m_engine.world.rollouts.find(deployment.rollout);
    if (found == m_engine.world.rollouts.end()) return {false, "its rollout is gone", {}};
    const Rollout& rollout = found->second.rollout;
    if (rollout.state == RolloutState::paused) return {false, "the rollout is paused: " + rollout.stateReason, {}};
    if (rollout.state != RolloutState::running)
        return {false, "the rollout is " + std::string(nameOf(rollout.state)), {}};
    const auto release = m_engine.world.releases.find(rollout.release);
    if (release == m_engine.world.releases.end() || release->second.state == ReleaseState::withdrawn)
        return {false, "the release was withdrawn", {}};
    if (rollout.installMode == InstallMode::downloadOnly)
        return {false, "this rollout brings the package and installs nothing", {}};
    if (deployment.awaitsConfirmation) return {false, "the terminal's user has not confirmed", {}};
    const Phase& phase = rollout.phases.at(deployment.phase);
    if (!phase.startedAt)
        return {false,
                "phase '" + phase.name + "' starts after phase '" + rollout.phases[rollout.currentPhase].name +
                    "' has passed its gate",
                {}};
    const TimePoint now = m_engine.clock.now();
    const auto span = installSpan(found->second, deployment.terminal, now);
    if (!span) return {false, "no window comes any more", {}};
    if (now >= span->begin || rollout.offlineInstall) return {true, {}, {}};
    const bool early = rollout.updateTime && now < *rollout.updateTime;
    return {false, early ? "the update time has not come" : "its window opens later", span->begin};
}

std::optional<schedule::Span> Deployments::installSpan(const RolloutEntry& entry, TerminalId id, TimePoint now) const {
    const Rollout& rollout = entry.rollout;
    const Schedule& schedule = rollout.schedule;
    TimePoint from = rollout.updateTime.value_or(TimePoint());
    std::string zone;
    const bool isLocal = !schedule.windows.empty() || !schedule.freezes.empty() || !schedule.updateLocal.empty();
    if (isLocal && schedule.timeZone.empty())
        if (const auto terminal = m_engine.world.fleet.terminal(id)) zone = zoneOf(*terminal);
    if (const auto local = entry.calendar->updateTime(zone)) from = std::max(from, *local);
    const bool isOver = schedule.deadline && *schedule.deadline <= now && schedule.missed == MissedWindow::install;
    auto span = isOver ? std::optional(schedule::Span{from, TimePoint::max()})
                       : entry.calendar->spanAt(std::max(now, from), zone);
    if (span) span->begin = std::max(span->begin, from);
    return span;
}

schedule::Span Deployments::permitTimes(const Deployment& deployment) const {
    const RolloutEntry& entry = m_engine.world.rollouts.at(deployment.rollout);
    const TimePoint given = *deployment.permittedAt;
    const auto span = installSpan(entry, deployment.terminal, given).value_or(schedule::Span{given, given});
    const TimePoint begin = std::max(entry.rollout.updateTime.value_or(given), span.begin);
    return {begin, std::min(span.end, std::max(given, begin) + entry.rollout.permitValidity)};
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
                part = firstPart(entry, *terminal, phase);
                part.id = m_engine.world.nextDeployment();
            }
            if (!part.id) return true;
            part.state = DeploymentState::failed;
            part.cause = FailureCause::windowMissed;
            part.message = "it had not installed at the rollout's deadline";
            part.cancelRequested = false;
            note(part, "windowMissed", part.message);
            save(std::move(part));
            return true;
        });
    }
    Rollouts(m_engine).evaluate(rollout);
}

Result<std::string> Deployments::permitFor(DeploymentId id) {
    const Deployment* deployment = m_engine.world.deployment(id);
    if (!deployment) return makeError(BaseErrc::notFound, "there is no such deployment");
    const auto terminal = m_engine.world.fleet.terminal(deployment->terminal);
    const Package* package = packageOf(*deployment);
    if (!terminal || !package) return makeError(BaseErrc::wrongState, "the deployment has no package any more");
    const Rollout& rollout = m_engine.world.rollouts.at(deployment->rollout).rollout;
    const Release& release = m_engine.world.releases.at(rollout.release);
    Deployment permitted = *deployment;
    if (!permitted.permittedAt || m_engine.clock.now() >= permitTimes(permitted).end) {
        Terminal counted = *terminal;
        permitted.permittedAt = m_engine.clock.now();
        permitted.permitSequence = ++counted.permitSequence;
        m_engine.world.fleet.put(counted);
        m_engine.ledger.put(counted);
        save(permitted);
        note(permitted, "permitted", "permit " + std::to_string(permitted.permitSequence));
    }
    trust::Permit permit;
    permit.deployment = permitted.id.value;
    permit.terminal = terminal->controllerId;
    permit.product = release.product;
    permit.manifestDigest = package->manifestDigest.text();
    permit.releaseDigest = release.manifestDigest.text();
    permit.sequence = permitted.permitSequence;
    const schedule::Span times = permitTimes(permitted);
    permit.notBefore = times.begin;
    permit.notAfter = times.end;
    permit.offline = rollout.offlineInstall;
    return trust::signPermit(permit, m_engine.identity.permitKey());
}

void Deployments::recallPermit(DeploymentId id) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || !known->permittedAt || known->state >= DeploymentState::installing) return;
    if (m_engine.world.rollouts.at(known->rollout).rollout.offlineInstall) return;
    Deployment deployment = *known;
    deployment.permittedAt.reset();
    save(deployment);
    note(deployment, "permitRecalled", "permit " + std::to_string(deployment.permitSequence));
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
    note(deployment, confirmed ? "confirmed" : "confirmation denied", message);
    deployment.awaitsConfirmation = !confirmed;
    deployment.message = headOf(message, kMaxMessage);
    save(std::move(deployment));
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
        save(deployment);
        return;
    }
    const auto delay = rollout.retry.backOff * (std::int64_t(1) << std::min<std::uint32_t>(deployment.attempt - 1, 16));
    deployment.state = DeploymentState::waiting;
    deployment.waitReason = "attempt " + std::to_string(deployment.attempt) + " failed (" +
                            std::string(nameOf(deployment.cause)) + "), it is tried again";
    deployment.nextTry = m_engine.clock.now() + std::min<Seconds>(delay, Seconds(86400));
    ++deployment.attempt;
    deployment.percent = 0;
    save(deployment);
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
        note(deployment, "message", report.message);
        return {};
    }
    if (isWorthKeeping(deployment, report)) {
        if (!m_engine.world.countFeedback(id, kMaxFeedback) && !isFinal(report.state))
            return makeError(BaseErrc::tooLarge, "at most 1000 reports a deployment");
        note(deployment, nameOf(report.state), report.message);
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
            deployment.cause = FailureCause::none;
            if (!downloadOnly) noteInstalled(terminal, release.product, release.version);
        }
        save(deployment);
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
    note(deployment, stopped ? "cancelled" : "cancel rejected", message);
    save(deployment);
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
    note(deployment, "cancel requested", "by " + std::string(actor));
    save(deployment);
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
    save(deployment);
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
        note(deployment, "cancel requested", reason);
        save(deployment);
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
        save(std::move(never));
    }
    if (const Deployment* open = m_engine.world.activeDeployment(terminal)) {
        Deployment cancelled = *open;
        cancelled.state = DeploymentState::cancelled;
        cancelled.message = "the terminal was removed";
        save(std::move(cancelled));
    }
}

void Deployments::timeOut(DeploymentId id) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || isFinal(known->state)) return;
    const RolloutId rollout = known->rollout;
    Deployment deployment = *known;
    deployment.message = "nothing was heard since " + toRfc3339(deployment.changedAt);
    note(deployment, "timedOut", deployment.message);
    if (deployment.cancelRequested) {
        deployment.cancelRequested = false;
        deployment.state = DeploymentState::cancelled;
        save(deployment);
        Rollouts(m_engine).evaluate(rollout);
        return;
    }
    // It may install still: no second attempt while nobody knows what it does.
    deployment.state = DeploymentState::failed;
    deployment.cause = FailureCause::timedOut;
    save(deployment);
    Rollouts(m_engine).evaluate(rollout);
}

std::vector<Node> Deployments::chainOf(const Terminal& terminal, ReleaseId release) const {
    std::vector<Node> online;
    std::vector<Node> away;
    for (const NodeEntry* entry : m_engine.world.nodesOf(terminal.cluster)) {
        const auto copy = m_engine.world.copies.find({entry->node.id, release});
        if (copy == m_engine.world.copies.end() || copy->second.state != CopyState::proven) continue;
        (entry->online ? online : away).push_back(entry->node);
    }
    std::vector<Node> chain = rendezvousOrder(terminal.controllerId, std::move(online));
    for (Node& node : rendezvousOrder(terminal.controllerId, std::move(away)))
        chain.push_back(std::move(node));
    return chain;
}

const Package* Deployments::packageOf(const Deployment& deployment) const {
    const auto rollout = m_engine.world.rollouts.find(deployment.rollout);
    const auto terminal = m_engine.world.fleet.terminal(deployment.terminal);
    if (rollout == m_engine.world.rollouts.end() || !terminal) return nullptr;
    return packageFor(m_engine.world.releases.at(rollout->second.rollout.release), terminal->platform);
}

std::string Deployments::whyWaiting(const Deployment& deployment) const {
    if (isFinal(deployment.state)) return {};
    if (deployment.cancelRequested) return "the terminal has been asked to stop and has not answered yet";
    if (!deployment.waitReason.empty()) return deployment.waitReason;
    const Clearance clear = clearance(deployment);
    if (!clear.granted) return clear.holdReason;
    return deployment.state == DeploymentState::offered ? "the terminal has not fetched the offer yet" : "";
}

}  // namespace signalbox::manager
