// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

constexpr int kIconSize = 48;
constexpr int kTextWidth = 440;

}  // namespace

EmptyState::EmptyState(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("emptyState"));
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    m_icon = new QLabel;
    m_title = headingLabel({});
    m_text = hintLabel({});
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(kTextWidth);
    m_action = ui::button("emptyStateAction", {}, QStringLiteral("add"));
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::show(const QString& iconName, const QString& title, const QString& text, const QString& action) {
    m_icon->setPixmap(icon(iconName, Tone::waiting).pixmap(kIconSize, kIconSize));
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMinimumHeight(m_text->heightForWidth(kTextWidth));
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(QLatin1Char('&')));
    m_action->setVisible(!action.isEmpty());
}

}  // namespace signalbox::ui
