// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Rollouts: planned, started, paused by hand or breaker, led from phase to phase. Changes are put into the ledger; the
/// caller awaits Ledger::durable() before it answers.
class Rollouts {
public:
    explicit Rollouts(Engine& engine) : m_engine(engine) {}

    /// A draft. `wanted` gives everything but id, state and times; BaseErrc::invalidArgument names what is wrong (an
    /// audience that does not parse, a phase of size 0, an update time before the issue time …).
    [[nodiscard]] Result<Rollout> create(Rollout wanted, std::string_view actor);
    /// Of one that has phases, the same errors; changes nothing.
    [[nodiscard]] static Result<void> check(const Engine& engine, const Rollout& wanted);
    [[nodiscard]] Result<void> remove(RolloutId id, std::string_view actor);  ///< drafts only

    /// draft → scheduled. Needs a release that is approved or published.
    [[nodiscard]] Result<Rollout> start(RolloutId id, std::string_view actor);
    [[nodiscard]] Result<Rollout> pause(RolloutId id, std::string reason, std::string_view actor);
    /// Also after the breaker: failures counted so far no longer pause it, new ones do.
    [[nodiscard]] Result<Rollout> resume(RolloutId id, std::string_view actor);
    /// What is installing ends by itself; everything else is cancelled.
    [[nodiscard]] Result<Rollout> stop(RolloutId id, std::string reason, std::string_view actor);
    /// Opens the gate behind the current phase by hand; of a paused rollout it is open when it is resumed.
    [[nodiscard]] Result<Rollout> openGate(RolloutId id, std::string_view actor);

    [[nodiscard]] Result<Rollout> get(RolloutId id) const;

    /// Moves everything on that time or a deployment's change has made due: issue time, sync gate, phase gates,
    /// breaker, the end. Cheap when nothing is due.
    void advance();
    /// Fails what has a permit and stayed silent beyond its rollout's time-out. Looks at every permit that is out.
    void timeOutSilent();
    /// The wall clock was set forward (or back, below 0): spans that are being waited out (a back-off, silence, a
    /// gate's waiting time) move with it, so that none ends early or late. Moments that people named stay what they
    /// are.
    void clockWasSet(Milliseconds by);
    /// The breaker and the gates of one rollout, after one of its deployments changed.
    void evaluate(RolloutId id);
    /// When advance() is wanted next at the latest, if nothing else happens.
    [[nodiscard]] std::optional<TimePoint> nextDue() const;

    struct SyncState {
        std::uint32_t proven = 0;  ///< copies that count
        std::uint32_t needed = 0;
        bool open = false;
    };
    [[nodiscard]] static SyncState syncState(const Engine& engine, const RolloutEntry& entry);
    [[nodiscard]] SyncState syncState(const RolloutEntry& entry) const { return syncState(m_engine, entry); }
    /// Clusters that this rollout's terminals get their bytes from.
    [[nodiscard]] static std::vector<ClusterId> clustersOf(const Engine& engine, const RolloutEntry& entry);

private:
    void save(RolloutEntry& entry, std::string_view actor, std::string_view action, boost::json::object detail = {});
    void issue(RolloutEntry& entry);
    void putMembers(RolloutEntry& entry, std::uint32_t phase, fleet::TerminalSet members);
    void admitNewcomers(RolloutEntry& entry);
    void run(RolloutEntry& entry);
    void finishIfDone(RolloutEntry& entry);
    void judgePhase(RolloutEntry& entry);
    void judgeDeadline(RolloutEntry& entry);
    [[nodiscard]] bool breakerTrips(const RolloutEntry& entry, std::string& why) const;
    void pauseBy(RolloutEntry& entry, std::string reason, bool breaker, std::string_view actor);
    [[nodiscard]] Result<RolloutEntry*> find(RolloutId id);

    Engine& m_engine;
};

}  // namespace signalbox::manager
