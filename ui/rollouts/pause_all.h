// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <set>

#include "ui/session/manager_link.h"

namespace signalbox::ui {

/// What came of pausing every rollout.
struct PauseOutcome {
    int paused = 0;
    int refused = 0;
    std::uint64_t permitsOut = 0;  ///< of those that are paused now: they cannot be recalled
    std::optional<Error> error;    ///< why not all are
};

/// In words.
[[nodiscard]] QString pauseText(const PauseOutcome& outcome);

/// Pauses every rollout that is scheduled, issuing or running, at once and without a question.
class PauseAll : public QObject {
    Q_OBJECT
public:
    explicit PauseAll(ManagerLink& link, QObject* parent = nullptr);

    /// Nothing where it is under way already.
    void start();

Q_SIGNALS:
    void done(const signalbox::ui::PauseOutcome& outcome);

private:
    void readNext(std::size_t state);
    void pause(RolloutId id);
    void countPermits(RolloutId id);
    void failed(const Error& error);
    void oneLess();

    ManagerLink& m_link;
    PauseOutcome m_outcome;
    std::set<RolloutId> m_seen;
    std::size_t m_awaited = 0;  ///< answers that are missing
};

}  // namespace signalbox::ui
