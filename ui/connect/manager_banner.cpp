// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/manager_banner.h"

#include "ui/connect/start_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

using Kind = CurrentManager::Kind;

ManagerBanner::ManagerBanner(ManagerSwitch& choice, DemoFleet& demo, QWidget* parent)
    : QToolBar(parent), m_choice(choice), m_demo(demo) {
    setObjectName(QStringLiteral("managerBanner"));
    setWindowTitle(tr("What the console says of its manager"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("managerNotice"));
    m_notice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(m_notice);
    connect(m_notice, &Notice::acted, this, [this] {
        if (m_demo.state() != DemoState::idle) return Q_EMIT demoEndWanted();
        m_choice.openEmbedded();
    });
    connect(&m_choice, &ManagerSwitch::currentChanged, this, &ManagerBanner::look);
    connect(&m_choice.embedded(), &EmbeddedManager::stateChanged, this, &ManagerBanner::look);
    connect(&m_demo, &DemoFleet::stateChanged, this, &ManagerBanner::look);
    look();
}

void ManagerBanner::say(Tone tone, const QString& text, const QString& toolTip, const QString& action) {
    m_notice->say(tone, text, toolTip, action);
    setVisible(!text.isEmpty());
}

void ManagerBanner::look() {
    if (m_demo.state() != DemoState::idle) return showDemo();
    if (m_choice.current().kind == Kind::embedded) return showEmbedded();
    say(Tone::neutral, {});
}

void ManagerBanner::showDemo() {
    const QString end = tr("End the demo");
    switch (m_demo.state()) {
        case DemoState::idle:
            return;
        case DemoState::starting:
            return say(Tone::waiting, tr("The demo fleet is starting …"), {}, end);
        case DemoState::filling:
            return say(Tone::waiting,
                       tr("Demo fleet: nodes and terminals join, releases and rollouts appear. Nothing here is real."),
                       {}, end);
        case DemoState::running:
            return say(Tone::waiting,
                       tr("Demo fleet: simulated terminals on this computer. Try anything, nothing here is real."), {},
                       end);
        case DemoState::ending:
            return say(Tone::neutral, tr("The demo fleet is being removed …"));
        case DemoState::failed:
            return say(
                Tone::bad,
                tr("The demo fleet failed. %1").arg(m_demo.error() ? startErrorText(*m_demo.error()) : QString()),
                m_demo.error() ? errorDetails(*m_demo.error()) : QString(), end);
    }
}

void ManagerBanner::showEmbedded() {
    const EmbeddedManager& manager = m_choice.embedded();
    const QString details = manager.error() ? errorDetails(*manager.error()) : QString();
    switch (manager.state()) {
        case EmbeddedState::idle:
        case EmbeddedState::looking:
        case EmbeddedState::running:
            return say(Tone::neutral, {});
        case EmbeddedState::starting:
            return say(Tone::waiting, tr("The manager on this computer is starting …"));
        case EmbeddedState::stopping:
            return say(Tone::waiting, tr("The manager on this computer is being stopped …"));
        case EmbeddedState::restarting:
            return say(Tone::warning,
                       tr("The manager on this computer ended unexpectedly and is started again. Nothing that it "
                          "answered is lost."),
                       details);
        case EmbeddedState::failed:
            return say(Tone::bad,
                       tr("The manager on this computer cannot run. %1")
                           .arg(manager.error() ? startErrorText(*manager.error()) : QString()),
                       details, tr("Try again"));
    }
}

}  // namespace signalbox::ui
