// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/rollout_text.h"

#include <fmt/format.h>

#include "app/ctl/plain_text.h"
#include "app/ctl/progress_bar.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

using adminclient::PhaseProgress;
using adminclient::RolloutDetail;

std::string sizeText(const PhaseSize& size) {
    return size.unit == PhaseSize::Unit::percent ? fmt::format("{:g} %", size.amount)
                                                 : fmt::format("{:.0f}", size.amount);
}

std::string gateText(const Phase& phase) {
    std::string text = fmt::format("{:g} % succeed", phase.gate.successPercent);
    if (phase.gate.wait.count() > 0) text += ", then " + durationText(phase.gate.wait);
    if (phase.gate.byHand) text += phase.openedByHand ? ", opened by hand" : ", then by hand";
    return text;
}

std::string breakerText(const Breaker& breaker) {
    std::string text;
    if (breaker.count > 0) text = "above " + std::to_string(breaker.count) + " failures";
    if (breaker.percent > 0) text += fmt::format("{}above {:g} %", text.empty() ? "" : " or ", breaker.percent);
    return text.empty() ? "off" : text;
}

/// "12 succeeded, 3 downloading": the states that any terminal is in.
std::string statesText(const PhaseProgress& phase) {
    std::string text;
    for (std::size_t i = phase.inState.size(); i-- > 0;) {
        if (phase.inState[i] == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(phase.inState[i]) + " " +
                std::string(nameOf(static_cast<DeploymentState>(i)));
    }
    return text.empty() ? "-" : text;
}

std::string syncText(const adminclient::SyncProgress& gate) {
    return std::to_string(gate.proven) + " of " + std::to_string(gate.needed) + " copies proven" +
           (gate.open ? "" : ", not open yet");
}

std::string stateText(const Rollout& rollout) {
    std::string text(nameOf(rollout.state));
    if (rollout.pausedByBreaker) text += " by its breaker";
    if (!rollout.stateReason.empty()) text += ": " + plain(rollout.stateReason);
    return text;
}

void printPhases(Context& context, const RolloutDetail& detail) {
    Table table({{"PHASE"},
                 {"SIZE", Table::Align::right, 4},
                 {"TERMINALS", Table::Align::right},
                 {"GATE", Table::Align::left, 14},
                 {"STARTED"},
                 {"STATES", Table::Align::left, 20}});
    for (std::size_t i = 0; i < detail.rollout.phases.size(); ++i) {
        const Phase& phase = detail.rollout.phases[i];
        const PhaseProgress progress = i < detail.progress.phases.size() ? detail.progress.phases[i] : PhaseProgress();
        table.add({phase.name, sizeText(phase.size), std::to_string(progress.terminals), gateText(phase),
                   ago(phase.startedAt, "no"), statesText(progress)});
    }
    context.screen.print("\n");
    context.screen.print(table, "");
}

void printCopies(Context& context, const RolloutDetail& detail) {
    if (detail.progress.copies.empty()) return;
    Table table({{"NODE"},
                 {"COPY"},
                 {"SENT", Table::Align::right},
                 {"OF", Table::Align::right},
                 {"RATE", Table::Align::right},
                 {"ATTEMPTS", Table::Align::right},
                 {"NEXT TRY"},
                 {"LAST ERROR", Table::Align::left, 16}});
    for (const auto& [copy, node] : detail.progress.copies)
        table.add({node, std::string(nameOf(copy.state)), byteCount(copy.bytesSent), byteCount(copy.bytesTotal),
                   copy.rate == 0 ? "-" : byteCount(copy.rate) + "/s", std::to_string(copy.attempts),
                   ago(copy.nextTry, "-"), copy.lastError});
    context.screen.print("\n");
    context.screen.print(table, "");
}

/// In one line each; "always" without any.
std::string windowsText(const Schedule& schedule) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "; ") + plain(part); };
    for (const Window& window : schedule.windows)
        add(window.begin + " " + durationText(window.duration) + (window.rule.empty() ? "" : " " + window.rule));
    for (const Freeze& freeze : schedule.freezes)
        add("not " + freeze.from + " to " + freeze.to + (freeze.name.empty() ? "" : " (" + freeze.name + ")"));
    if (!schedule.updateLocal.empty()) add("from " + schedule.updateLocal + " in each terminal's zone");
    if (schedule.deadline) add("deadline " + when(schedule.deadline) + ": " + std::string(nameOf(schedule.missed)));
    if (text.empty()) return "always";
    return text + (schedule.timeZone.empty() ? "" : ", " + plain(schedule.timeZone));
}

}  // namespace

void printRollout(Context& context, const RolloutDetail& detail) {
    const Rollout& rollout = detail.rollout;
    context.screen.print(listing(
        {{"rollout", std::to_string(rollout.id.value)},
         {"name", rollout.name},
         {"state", stateText(rollout)},
         {"release", std::to_string(rollout.release.value)},
         {"audience", (rollout.audience.empty() ? "all" : rollout.audience) + ", " +
                          std::to_string(detail.progress.audience) +
                          (detail.progress.audience == 1 ? " terminal" : " terminals")},
         {"issue time", rollout.issueTime ? when(rollout.issueTime) : "at once"},
         {"update time", rollout.updateTime ? when(rollout.updateTime) : "as soon as a terminal has it"},
         {"windows", windowsText(rollout.schedule)},
         {"sync gate", syncText(detail.progress.syncGate)},
         {"permits out", std::to_string(detail.progress.permitsOut)},
         {"permits hold", durationText(rollout.permitValidity) +
                              (rollout.offlineInstall ? ", offline too" : ", confirmed with the manager")},
         {"install time-out", durationText(rollout.installTimeout)},
         {"breaker", breakerText(rollout.breaker)},
         {"retries", std::to_string(rollout.retry.count) + ", first after " + durationText(rollout.retry.backOff)},
         {"created", when(rollout.createdAt) + " by " + rollout.createdBy},
         {"started", when(rollout.startedAt)},
         {"ended", when(rollout.endedAt)}}));
    printPhases(context, detail);
    printCopies(context, detail);
}

std::string progressBlock(const RolloutDetail& detail) {
    constexpr std::size_t kPlaces = 20;
    const Rollout& rollout = detail.rollout;
    std::string text =
        fmt::format("rollout {} {}: {}\n", rollout.id.value, plain(rollout.name, 64), stateText(rollout));
    text += "  " + syncText(detail.progress.syncGate) + ", " + std::to_string(detail.progress.permitsOut) +
            " permits out\n";
    for (const PhaseProgress& phase : detail.progress.phases) {
        const auto total = static_cast<double>(phase.terminals);
        const auto done = static_cast<double>(phase.in(DeploymentState::succeeded));
        text += fmt::format("  {} {} {}: {}\n", barText(total > 0 ? done / total : 0, kPlaces), phase.terminals,
                            plain(phase.name, 32), statesText(phase));
    }
    return text;
}

std::string progressLine(const RolloutDetail& detail) {
    std::string text = stateText(detail.rollout) + "; " + syncText(detail.progress.syncGate);
    for (const PhaseProgress& phase : detail.progress.phases)
        text += "; " + plain(phase.name, 32) + ": " + statesText(phase);
    return text;
}

}  // namespace signalbox::ctl
