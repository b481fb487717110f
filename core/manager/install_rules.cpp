// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/install_rules.h"

#include <algorithm>

#include "core/model/names.h"

namespace signalbox::manager {
namespace {

/// The IANA name of its zone: what an administrator says goes before what it says.
std::string zoneOf(const Terminal& terminal) {
    for (const auto* labels : {&terminal.tags, &terminal.attributes})
        if (const auto zone = labels->find("timezone"); zone != labels->end()) return zone->second;
    return {};
}

}  // namespace

bool InstallRules::mayBeShown(const Deployment& deployment, bool ours) const {
    if (ours || clearance(deployment).granted) return true;
    const Rollout& rollout = m_world.rollouts.at(deployment.rollout).rollout;
    return rollout.installMode == InstallMode::downloadOnly && rollout.state == RolloutState::running;
}

Clearance InstallRules::clearance(const Deployment& deployment) const {
    const auto found = m_world.rollouts.find(deployment.rollout);
    if (found == m_world.rollouts.end()) return {false, Hold::rolloutGone, "its rollout is gone", {}};
    const Rollout& rollout = found->second.rollout;
    if (rollout.state == RolloutState::paused)
        return {false, Hold::paused, "the rollout is paused: " + rollout.stateReason, {}};
    if (rollout.state != RolloutState::running)
        return {false, Hold::notRunning, "the rollout is " + std::string(nameOf(rollout.state)), {}};
    const auto release = m_world.releases.find(rollout.release);
    if (release == m_world.releases.end() || release->second.state == ReleaseState::withdrawn)
        return {false, Hold::withdrawn, "the release was withdrawn", {}};
    if (rollout.installMode == InstallMode::downloadOnly)
        return {false, Hold::downloadOnly, "this rollout brings the package and installs nothing", {}};
    if (deployment.awaitsConfirmation) return {false, Hold::confirmation, "the terminal's user has not confirmed", {}};
    const Phase& phase = rollout.phases.at(deployment.phase);
    if (!phase.startedAt)
        return {false,
                Hold::phase,
                "phase '" + phase.name + "' starts after phase '" + rollout.phases[rollout.currentPhase].name +
                    "' has passed its gate",
                {}};
    const TimePoint now = m_now;
    const auto span = installSpan(found->second, deployment.terminal, now);
    if (!span) return {false, Hold::noWindow, "no window comes any more", {}};
    if (now >= span->begin || rollout.offlineInstall) return {true, Hold::none, {}, {}};
    const bool early = rollout.updateTime && now < *rollout.updateTime;
    return {false, early ? Hold::updateTime : Hold::window,
            early ? "the update time has not come" : "its window opens later", span->begin};
}

std::optional<schedule::Span> InstallRules::spanInZone(const Rollout& rollout, const schedule::Calendar& calendar,
                                                       const std::string& zone, TimePoint now) {
    const Schedule& schedule = rollout.schedule;
    TimePoint from = rollout.updateTime.value_or(TimePoint());
    if (const auto local = calendar.updateTime(zone)) from = std::max(from, *local);
    const bool isOver = schedule.deadline && *schedule.deadline <= now && schedule.missed == MissedWindow::install;
    auto span =
        isOver ? std::optional(schedule::Span{from, TimePoint::max()}) : calendar.spanAt(std::max(now, from), zone);
    if (span) span->begin = std::max(span->begin, from);
    return span;
}

std::optional<schedule::Span> InstallRules::installSpan(const RolloutEntry& entry, TerminalId id, TimePoint now) const {
    const Schedule& schedule = entry.rollout.schedule;
    std::string zone;
    const bool isLocal = !schedule.windows.empty() || !schedule.freezes.empty() || !schedule.updateLocal.empty();
    if (isLocal && schedule.timeZone.empty())
        if (const auto terminal = m_world.fleet.terminal(id)) zone = zoneOf(*terminal);
    return spanInZone(entry.rollout, *entry.calendar, zone, now);
}

schedule::Span InstallRules::permitTimes(const Deployment& deployment) const {
    const RolloutEntry& entry = m_world.rollouts.at(deployment.rollout);
    const TimePoint given = *deployment.permittedAt;
    const auto span = installSpan(entry, deployment.terminal, given).value_or(schedule::Span{given, given});
    const TimePoint begin = std::max(entry.rollout.updateTime.value_or(given), span.begin);
    return {begin, std::min(span.end, std::max(given, begin) + entry.rollout.permitValidity)};
}

}  // namespace signalbox::manager
