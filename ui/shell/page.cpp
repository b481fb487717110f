// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include <utility>

namespace signalbox::ui {

Page::Page(ManagerLink& link, Topics shows, QWidget* parent) : QWidget(parent), m_link(link), m_shows(shows) {
    connect(&link, &ManagerLink::refreshWanted, this, &Page::want);
    connect(&link, &ManagerLink::managerChanged, this, [this] {
        m_missed = everyTopic();
        clear();
    });
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    want({});
}

void Page::want(Topics topics) {
    m_missed |= topics & m_shows;
    if (!m_missed || !isVisible() || m_link.state() != LinkState::live) return;
    refresh(std::exchange(m_missed, Topics()));
}

}  // namespace signalbox::ui
