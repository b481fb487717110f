// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/phase_ladder.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/charts/stacked_bar.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace {

constexpr int kIcon = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PhaseLadder)
};

QString sizeText(const PhaseSize& size, bool last) {
    if (last) return Words::tr("the rest", "size of a phase");
    if (size.unit == PhaseSize::Unit::percent) return percent(size.amount);
    return Words::tr("%n terminal(s)", "size of a phase", static_cast<int>(size.amount));
}

QString gateText(const Phase& phase, bool last) {
    if (last) return {};
    QString text = Words::tr("Gate: %1 must succeed", "gate of a phase").arg(percent(phase.gate.successPercent));
    if (phase.gate.wait.count() > 0)
        text = Words::tr("%1, then %2 pass", "gate, a duration").arg(text, duration(phase.gate.wait));
    if (phase.gate.byHand)
        text = phase.openedByHand ? Words::tr("%1; opened by hand", "gate").arg(text)
                                  : Words::tr("%1, then someone opens it", "gate").arg(text);
    if (phase.reachedAt) return Words::tr("%1. Reached %2", "gate, a time").arg(text, localTime(phase.reachedAt));
    return text;
}

Status statusOfPhase(const Rollout& rollout, std::size_t number, const adminclient::PhaseProgress* progress) {
    const Phase& phase = rollout.phases[number];
    if (!phase.startedAt) return {Words::tr("Not begun", "phase"), QStringLiteral("waiting"), Tone::waiting};
    std::uint64_t open = 0;
    if (progress)
        for (std::size_t i = 0; i < static_cast<std::size_t>(DeploymentState::succeeded); ++i)
            open += progress->inState[i];
    if (number < rollout.currentPhase || (progress && open == 0 && rollout.state == RolloutState::finished))
        return {Words::tr("Passed", "phase"), QStringLiteral("ok"), Tone::good};
    if (rollout.state == RolloutState::running && phase.reachedAt && phase.gate.byHand && !phase.openedByHand)
        return {Words::tr("Waits for you to open its gate", "phase"), QStringLiteral("locked"), Tone::warning};
    return statusOf(rollout.state);
}

}  // namespace

class PhaseLadder::Rung : public QFrame {
public:
    Rung() {
        setProperty("card", true);
        auto* const layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 9, 12, 9);
        layout->setSpacing(5);
        auto* const head = new QHBoxLayout;
        m_icon = new QLabel;
        m_name = plainLabel();
        QFont bold = m_name->font();
        bold.setBold(true);
        m_name->setFont(bold);
        m_state = plainLabel();
        m_state->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        head->addWidget(m_icon);
        head->addWidget(m_name, 1);
        head->addWidget(m_state);
        m_bar = new StackedBar;
        m_counts = hintLabel({});
        m_gate = hintLabel({});
        layout->addLayout(head);
        layout->addWidget(m_bar);
        layout->addWidget(m_counts);
        layout->addWidget(m_gate);
    }
    void put(const Status& status, const QString& name, const QList<BarPart>& parts, const QString& gate) {
        m_icon->setPixmap(icon(status.icon, status.tone).pixmap(kIcon, kIcon));
        m_name->setText(name);
        m_state->setText(status.text);
        m_bar->setAccessibleName(name);
        m_bar->setParts(parts);
        m_counts->setText(m_bar->words());
        m_counts->setVisible(!m_counts->text().isEmpty());
        m_gate->setText(gate);
        m_gate->setVisible(!gate.isEmpty());
        setVisible(true);
    }

private:
    QLabel* m_icon = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_state = nullptr;
    StackedBar* m_bar = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_gate = nullptr;
};

PhaseLadder::PhaseLadder(QWidget* parent) : QWidget(parent) {
    named(this, "phaseLadder", tr("Phases", "accessible name"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(2, 10, 10, 2);
    m_layout->setSpacing(8);
    m_layout->addStretch(1);
}

PhaseLadder::Rung& PhaseLadder::rung(int number) {
    while (m_rungs.size() <= number) {
        m_rungs.append(new Rung);
        m_layout->insertWidget(static_cast<int>(m_rungs.size()) - 1, m_rungs.last());
    }
    return *m_rungs.at(number);
}

void PhaseLadder::clear() {
    for (Rung* const each : m_rungs)
        each->setVisible(false);
}

void PhaseLadder::put(const adminclient::RolloutDetail& detail) {
    const Rollout& rollout = detail.rollout;
    const auto& gate = detail.progress.syncGate;
    Status sync = gate.open ? Status{tr("Open", "sync gate"), QStringLiteral("ok"), Tone::good}
                            : Status{tr("Closed", "sync gate"), QStringLiteral("locked"), Tone::waiting};
    if (!rollout.startedAt) sync = {tr("Not begun", "sync gate"), QStringLiteral("waiting"), Tone::waiting};
    const std::uint64_t missing = gate.needed > gate.proven ? gate.needed - gate.proven : 0;
    rung(0).put(sync, tr("Packages on the nodes", "ladder"),
                {{tr("copies proven", "ladder"), gate.proven, Tone::good},
                 {tr("copies missing", "ladder"), missing, Tone::waiting}},
                tr("Sync gate: terminals are offered nothing before enough nodes have proven their copies", "ladder"));
    for (std::size_t i = 0; i < rollout.phases.size(); ++i) {
        const bool last = i + 1 == rollout.phases.size();
        const auto* const progress = i < detail.progress.phases.size() ? &detail.progress.phases[i] : nullptr;
        const QString name = tr("%1. %2 – %3", "number, name and size of a phase")
                                 .arg(number(static_cast<std::int64_t>(i) + 1), toText(rollout.phases[i].name),
                                      sizeText(rollout.phases[i].size, last));
        rung(static_cast<int>(i) + 1)
            .put(statusOfPhase(rollout, i, progress), name, progress ? partsOf(*progress) : QList<BarPart>(),
                 gateText(rollout.phases[i], last));
    }
    for (qsizetype i = static_cast<qsizetype>(rollout.phases.size()) + 1; i < m_rungs.size(); ++i)
        m_rungs.at(i)->setVisible(false);
}

}  // namespace signalbox::ui
