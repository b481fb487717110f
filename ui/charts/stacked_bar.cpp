// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stacked_bar.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

constexpr int kHeight = 14;
constexpr int kWidth = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StackedBar)
};

}  // namespace

StackedBar::StackedBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackedBar::setParts(const QList<BarPart>& parts) {
    m_parts = parts;
    setToolTip(plainToolTip(words()));
    setAccessibleDescription(words());
    update();
}

QString StackedBar::words() const {
    QStringList texts;
    for (const BarPart& part : m_parts)
        if (part.count > 0)
            texts.append(tr("%1 %2", "a count, what of").arg(number(static_cast<std::int64_t>(part.count)), part.name));
    return texts.join(tr(", ", "between counts"));
}

QSize StackedBar::sizeHint() const {
    return {kWidth, kHeight};
}

void StackedBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(QRectF(rect()), 4, 4);
    painter.setClipPath(round);
    QColor ground = palette().color(QPalette::Mid);
    ground.setAlpha(120);
    painter.fillRect(rect(), ground);
    std::uint64_t total = 0;
    for (const BarPart& part : m_parts)
        total += part.count;
    if (total == 0) return;
    double x = 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (const BarPart& part : m_parts) {
        const double share = static_cast<double>(part.count) / static_cast<double>(total) * width();
        const QRectF segment(mirrored ? width() - x - share : x, 0, share, height());
        QColor color = toneColor(part.tone, palette());
        if (part.tone == Tone::waiting || part.tone == Tone::unknown) color.setAlpha(70);
        painter.fillRect(segment, color);
        if (part.tone == Tone::bad) {
            QColor line = palette().color(QPalette::Base);
            line.setAlpha(140);
            painter.fillRect(segment, QBrush(line, Qt::BDiagPattern));
        }
        x += share;
    }
}

QList<BarPart> partsOf(const adminclient::PhaseProgress& phase) {
    using State = DeploymentState;
    std::uint64_t known = 0;
    for (const auto count : phase.inState)
        known += count;
    const auto in = [&phase](std::initializer_list<State> states) {
        std::uint64_t sum = 0;
        for (const State state : states)
            sum += phase.in(state);
        return sum;
    };
    const std::uint64_t unseen = phase.terminals > known ? phase.terminals - known : 0;
    return {
        {Words::tr("succeeded", "terminals of a phase"), phase.in(State::succeeded), Tone::good},
        {Words::tr("failed or rolled back", "terminals of a phase"), in({State::failed, State::rolledBack}), Tone::bad},
        {Words::tr("under way", "terminals of a phase"),
         in({State::offered, State::downloading, State::downloaded, State::installing, State::checking}), Tone::busy},
        {Words::tr("waiting", "terminals of a phase"), in({State::waiting, State::holding}) + unseen, Tone::waiting},
        {Words::tr("refused or left out", "terminals of a phase"),
         in({State::refused, State::cancelled, State::superseded}), Tone::warning}};
}

}  // namespace signalbox::ui
