// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/dry_run.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/manager/eligibility.h"
#include "core/manager/install_rules.h"
#include "core/manager/rollout_audience.h"
#include "core/manager/rollouts.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostNamed = 20;
constexpr std::size_t kEveryValue = static_cast<std::size_t>(-1);

fleet::TerminalSet both(const fleet::TerminalSet& a, const fleet::TerminalSet& b) {
    fleet::TerminalSet set = a;
    set &= b;
    return set;
}

class DryRunner {
public:
    DryRunner(const Engine& engine, const Rollout& rollout)
        : m_engine(engine),
          m_world(engine.world),
          m_rollout(rollout),
          m_release(engine.world.releases.at(rollout.release)),
          m_now(engine.clock.now()) {}

    Result<DryRun> run() {
        TRY(const auto calendar, schedule::Calendar::make(m_rollout.schedule));
        TRY(const RolloutAudience audience, audienceOf(m_world, m_rollout, m_now));
        TRY(const auto phases, phasesOf(m_world, m_rollout, audience.members, m_now));
        m_report.at = m_now;
        m_report.matched = audience.matched.count();
        m_report.members = audience.members.count();
        for (const LeftOut& some : audience.leftOut)
            add(m_report.excluded, some.reason, some.terminals);
        m_going = audience.members;
        excludeEnded();
        CHECK(findHeld());
        CHECK(findZones(audience.members));
        CHECK(weighPackages());
        planTimes(phases, *calendar);
        CHECK(planNodes());
        return std::move(m_report);
    }

private:
    void add(std::vector<DryRunGroup>& groups, std::string reason, const fleet::TerminalSet& terminals) const {
        if (terminals.empty()) return;
        DryRunGroup group{std::move(reason), terminals.count(), {}};
        terminals.forEach([&](TerminalId id) {
            if (const auto terminal = m_world.fleet.terminal(id)) group.terminals.push_back(terminal->controllerId);
            return group.terminals.size() < kMostNamed;
        });
        groups.push_back(std::move(group));
    }

    Result<fleet::TerminalSet> with(filter::Field field, filter::Operator op, std::string value) const {
        filter::Comparison comparison;
        comparison.field = std::move(field);
        comparison.op = op;
        comparison.values.push_back(std::move(value));
        return m_world.fleet.select({comparison}, m_world.fleetContext(m_now));
    }

    /// As Offers::firstPart ends a part at once.
    void excludeEnded() {
        fleet::TerminalSet failed;
        for (const auto& [id, entry] : m_world.rollouts) {
            if (entry.rollout.release != m_rollout.release) continue;
            for (const auto& [terminal, part] : entry.deployments)
                if (m_going.contains(terminal) && Eligibility::failedFinally(*m_world.deployment(part)))
                    failed.add(terminal);
        }
        fleet::TerminalSet taken;
        for (const World::Turn& turn : m_world.running()) {
            const RolloutEntry& newer = m_world.rollouts.at(turn.rollout);
            if (!Eligibility(m_world).succeeds(newer, m_rollout)) continue;
            for (const fleet::TerminalSet& phase : newer.members)
                taken |= phase;
        }
        taken &= m_going;
        failed -= taken;
        add(m_report.excluded, "a newer rollout of the product takes over", taken);
        add(m_report.excluded, "this release failed there before", failed);
        m_going -= taken;
        m_going -= failed;
    }

    Result<void> findHeld() {
        for (const Prerequisite& wanted : m_release.prerequisites) {
            TRY(const auto met, with({filter::FieldKind::installed, wanted.product}, filter::Operator::greaterOrEqual,
                                     wanted.minVersion));
            fleet::TerminalSet unmet = m_going;
            unmet -= met;
            add(m_report.held, "needs " + wanted.product + " " + wanted.minVersion + " or newer first", unmet);
        }
        return {};
    }

    /// Who is in which time zone, where that matters.
    Result<void> findZones(const fleet::TerminalSet& members) {
        const Schedule& schedule = m_rollout.schedule;
        fleet::TerminalSet rest = members;
        const bool isLocal = !schedule.windows.empty() || !schedule.freezes.empty() || !schedule.updateLocal.empty();
        if (isLocal && schedule.timeZone.empty())
            for (const auto kind : {filter::FieldKind::tag, filter::FieldKind::attribute})
                for (const std::string& zone : m_world.fleet.values({kind, "timezone"}, kEveryValue)) {
                    TRY(const auto there, with({kind, "timezone"}, filter::Operator::in, zone));
                    const fleet::TerminalSet found = both(rest, there);
                    if (found.empty()) continue;
                    m_zones[zone] |= found;
                    rest -= found;
                }
        m_zones[""] |= rest;
        return {};
    }

    Result<void> weighPackages() {
        for (const Package& package : m_release.packages) {
            TRY(auto fits, with({filter::FieldKind::platform, {}}, filter::Operator::in, package.platform));
            fits &= m_going;
            m_byPackage.emplace_back(package.size, std::move(fits));
        }
        return {};
    }

    std::uint64_t bytesOf(const fleet::TerminalSet& terminals) const {
        std::uint64_t bytes = 0;
        for (const auto& [size, fits] : m_byPackage)
            bytes += size * both(terminals, fits).count();
        return bytes;
    }

    Milliseconds pollInterval() const { return m_engine.options.pollInterval; }

    /// When the last of them may begin to install; those for whom no window comes are added to `missed`.
    TimePoint lastBegin(const fleet::TerminalSet& going, const schedule::Calendar& calendar, TimePoint from,
                        fleet::TerminalSet& missed) const {
        const auto& deadline = m_rollout.schedule.deadline;
        TimePoint last = from;
        for (const auto& [zone, there] : m_zones) {
            const fleet::TerminalSet terminals = both(going, there);
            if (terminals.empty()) continue;
            const auto span = InstallRules::spanInZone(m_rollout, calendar, zone, from);
            const bool late = deadline && m_rollout.schedule.missed == MissedWindow::fail && span &&
                              std::max(span->begin, from) >= *deadline;
            if (!span || late)
                missed |= terminals;
            else
                last = std::max(last, span->begin);
        }
        return last;
    }

    void planTimes(const std::vector<fleet::TerminalSet>& phases, const schedule::Calendar& calendar) {
        const auto& deadline = m_rollout.schedule.deadline;
        std::optional<TimePoint> from = std::max(m_rollout.issueTime.value_or(m_now), m_now);
        fleet::TerminalSet missed;
        bool afterHand = false;
        for (std::size_t i = 0; i < phases.size(); ++i) {
            const fleet::TerminalSet going = both(phases[i], m_going);
            DryRunPhase planned{m_rollout.phases[i].name, going.count(), bytesOf(going), from, from, afterHand};
            if (from && !going.empty()) planned.finish = lastBegin(going, calendar, *from, missed) + pollInterval();
            m_report.bytes += planned.bytes;
            const PhaseGate& gate = m_rollout.phases[i].gate;
            from = planned.finish ? std::optional(*planned.finish + gate.wait) : std::nullopt;
            afterHand = afterHand || gate.byHand;
            if (missed.empty()) m_report.finish = planned.finish;
            m_report.phases.push_back(std::move(planned));
        }
        if (!missed.empty()) m_report.finish.reset();
        add(m_report.missed, deadline ? "no window before the deadline" : "no window comes", missed);
    }

    Result<void> planNodes() {
        fleet::TerminalSet rest = m_going;
        for (const auto& [id, cluster] : m_world.clusters) {
            TRY(auto terminals, m_world.terminalsOf(cluster, m_now));
            terminals &= m_going;
            std::int64_t weight = 0;
            for (const NodeEntry* node : m_world.nodesOf(id))
                weight += std::max<std::int64_t>(node->node.weight, 0);
            if (weight == 0) continue;
            rest -= terminals;
            const auto count = static_cast<double>(terminals.count());
            const auto bytes = static_cast<double>(bytesOf(terminals));
            for (const NodeEntry* node : m_world.nodesOf(id)) {
                const double share =
                    static_cast<double>(std::max<std::int64_t>(node->node.weight, 0)) / static_cast<double>(weight);
                m_report.nodes.push_back({node->node.name, cluster.name, node->online,
                                          static_cast<std::uint64_t>(std::llround(count * share)),
                                          static_cast<std::uint64_t>(std::llround(bytes * share))});
            }
        }
        add(m_report.noNodes, "no node in its cluster", rest);
        return {};
    }

    const Engine& m_engine;
    const World& m_world;
    const Rollout& m_rollout;
    const Release& m_release;
    TimePoint m_now;
    fleet::TerminalSet m_going;  ///< members whose part does not end before it begins
    std::map<std::string, fleet::TerminalSet> m_zones;
    std::vector<std::pair<std::uint64_t, fleet::TerminalSet>> m_byPackage;
    DryRun m_report;
};

}  // namespace

Result<DryRun> dryRun(const Engine& engine, const Rollout& rollout) {
    CHECK(Rollouts::check(engine, rollout));
    return DryRunner(engine, rollout).run();
}

}  // namespace signalbox::manager
