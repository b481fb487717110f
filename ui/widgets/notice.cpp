// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

constexpr int kIconSize = 18;

QString iconOf(Tone tone) {
    switch (tone) {
        case Tone::good:
            return QStringLiteral("ok");
        case Tone::warning:
            return QStringLiteral("warning");
        case Tone::bad:
            return QStringLiteral("failed");
        case Tone::waiting:
            return QStringLiteral("waiting");
        case Tone::unknown:
            return QStringLiteral("unknown");
        case Tone::neutral:
        case Tone::busy:
            break;
    }
    return QStringLiteral("info");
}

}  // namespace

Notice::Notice(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("notice"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 7, 14, 7);
    m_icon = new QLabel;
    m_text = plainLabel();
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_action = button("noticeAction", {}, {});
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &Notice::acted);
    hide();
}

void Notice::say(Tone tone, const QString& text, const QString& toolTip, const QString& action) {
    m_tone = tone;
    m_icon->setPixmap(icon(iconOf(tone), tone).pixmap(kIconSize, kIconSize));
    m_text->setText(text);
    setToolTip(plainToolTip(toolTip));
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(QLatin1Char('&')));
    m_action->setVisible(!action.isEmpty());
    update();
    setVisible(!text.isEmpty());
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), toneBackground(m_tone, palette()));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 4, height())),
                     toneColor(m_tone, palette()));
}

}  // namespace signalbox::ui
