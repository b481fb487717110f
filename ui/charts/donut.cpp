// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/donut.h"

#include <QApplication>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPieSeries>
#include <QPieSlice>

#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

constexpr double kHole = 0.58;
constexpr double kSize = 0.92;

}  // namespace

Donut::Donut(QWidget* parent) : QChartView(parent) {
    m_series = new QPieSeries;
    m_series->setHoleSize(kHole);
    m_series->setPieSize(kSize);
    chart()->addSeries(m_series);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignRight);
    chart()->legend()->setShowToolTips(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setMinimumHeight(190);
    connect(m_series, &QPieSeries::clicked, this,
            [this](QPieSlice* slice) { Q_EMIT partClicked(static_cast<int>(m_series->slices().indexOf(slice))); });
}

void Donut::setParts(const QList<BarPart>& parts) {
    m_parts = parts;
    m_series->clear();
    QStringList words;
    for (const BarPart& part : parts) {
        const QString label =
            tr("%1: %2", "name of a part, its count").arg(part.name, number(static_cast<std::int64_t>(part.count)));
        m_series->append(label, static_cast<double>(part.count));
        words.append(label);
    }
    setAccessibleDescription(words.join(tr(", ", "between parts")));
    recolour();
}

void Donut::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

void Donut::recolour() {
    chart()->legend()->setLabelColor(QApplication::palette().color(QPalette::WindowText));
    const auto slices = m_series->slices();
    int ofTone = 0;
    for (int i = 0; i < slices.size() && i < m_parts.size(); ++i) {
        QColor color = toneColor(m_parts.at(i).tone, QApplication::palette());
        // Several parts of one tone are told apart by lightness.
        ofTone = i > 0 && m_parts.at(i).tone == m_parts.at(i - 1).tone ? ofTone + 1 : 0;
        if (ofTone > 0)
            color =
                isDark(QApplication::palette()) ? color.darker(100 + 30 * ofTone) : color.lighter(100 + 30 * ofTone);
        slices.at(i)->setColor(color);
        slices.at(i)->setBorderColor(QApplication::palette().color(QPalette::Base));
    }
}

}  // namespace signalbox::ui
