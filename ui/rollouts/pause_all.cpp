// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/pause_all.h"

#include <array>

#include "ui/widgets/error_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::Page;
using adminclient::RolloutDetail;

namespace {

constexpr int kMost = 1000;  // of what a manager has under way
constexpr std::array<const char*, 3> kActive{"scheduled", "issuing", "running"};

}  // namespace

QString pauseText(const PauseOutcome& outcome) {
    QStringList parts;
    if (outcome.paused > 0) parts.append(PauseAll::tr("%n rollout(s) paused.", "pause all", outcome.paused));
    if (outcome.refused > 0) parts.append(PauseAll::tr("%n could not be paused.", "pause all", outcome.refused));
    if (outcome.error) parts.append(errorText(*outcome.error));
    if (parts.isEmpty()) return PauseAll::tr("No rollout is under way: there was nothing to pause.", "pause all");
    if (outcome.paused > 0)
        parts.append(outcome.permitsOut == 0
                         ? PauseAll::tr("No permit is out: nothing more is installed.", "pause all")
                         : PauseAll::tr("%n permit(s) are out and cannot be recalled from a terminal that stays away.",
                                        "pause all", static_cast<int>(outcome.permitsOut)));
    return parts.join(QLatin1Char(' '));
}

PauseAll::PauseAll(ManagerLink& link, QObject* parent) : QObject(parent), m_link(link) {}

void PauseAll::start() {
    if (m_awaited > 0) return;
    m_outcome = {};
    m_seen.clear();
    m_awaited = 1;
    readNext(0);
}

/// In the order in which a rollout goes through them, so that none slips through between two answers.
void PauseAll::readNext(std::size_t state) {
    if (state == kActive.size()) return oneLess();
    m_link.send<Page<Rollout>>(calls::rollouts(kActive[state], {0, kMost}), this,
                               [this, state](const Result<Page<Rollout>>& page) {
                                   if (!page) return failed(page.error());
                                   for (const Rollout& rollout : page->items)
                                       if (m_seen.insert(rollout.id).second) pause(rollout.id);
                                   readNext(state + 1);
                               });
}

void PauseAll::pause(RolloutId id) {
    ++m_awaited;
    m_link.send<Rollout>(calls::pauseRollout(id, {}), this, [this, id](const Result<Rollout>& paused) {
        if (paused) {
            ++m_outcome.paused;
            return countPermits(id);
        }
        // One that ended this moment needs no pause.
        if (paused.error().code == BaseErrc::wrongState) return oneLess();
        ++m_outcome.refused;
        failed(paused.error());
    });
}

void PauseAll::countPermits(RolloutId id) {
    m_link.send<RolloutDetail>(calls::rollout(id), this, [this](const Result<RolloutDetail>& detail) {
        if (!detail) return failed(detail.error());
        m_outcome.permitsOut += detail->progress.permitsOut;
        oneLess();
    });
}

void PauseAll::failed(const Error& error) {
    if (!m_outcome.error) m_outcome.error = error;
    oneLess();
}

void PauseAll::oneLess() {
    if (--m_awaited == 0) Q_EMIT done(m_outcome);
}

}  // namespace signalbox::ui
