// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Which rule holds a terminal back from installing.
enum class Hold {
    none,
    rolloutGone,
    paused,
    notRunning,
    withdrawn,
    downloadOnly,
    confirmation,
    phase,
    noWindow,
    updateTime,
    window
};

/// Leave to install, or why not yet.
struct Clearance {
    bool granted = false;
    Hold hold = Hold::none;
    std::string holdReason;          ///< while not granted
    std::optional<TimePoint> until;  ///< when to ask again; none: at the next poll
};

/// When and whether a terminal may install, by the rollout's state, phases, update times, windows and freezes. Changes
/// nothing.
class InstallRules {
public:
    InstallRules(const World& world, TimePoint now) : m_world(world), m_now(now) {}
    explicit InstallRules(const Engine& engine) : InstallRules(engine.world, engine.clock.now()) {}

    /// Whether the terminal may install now.
    [[nodiscard]] Clearance clearance(const Deployment& deployment) const;
    /// `ours` false: only what it may install at once, or what is for downloading alone.
    [[nodiscard]] bool mayBeShown(const Deployment& deployment, bool ours) const;

    /// By update times, windows and freezes: the open span or the next one; nullopt: none comes any more. `now` may be
    /// another moment.
    [[nodiscard]] std::optional<schedule::Span> installSpan(const RolloutEntry& entry, TerminalId terminal,
                                                            TimePoint now) const;
    /// The same for every terminal of a time zone.
    [[nodiscard]] static std::optional<schedule::Span> spanInZone(const Rollout& rollout,
                                                                  const schedule::Calendar& calendar,
                                                                  const std::string& zone, TimePoint now);
    /// From when to when a permit holds that was given at permittedAt, which is set.
    [[nodiscard]] schedule::Span permitTimes(const Deployment& deployment) const;

private:
    const World& m_world;
    TimePoint m_now;
};

}  // namespace signalbox::manager
