// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/manager_button.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>

#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

using Kind = CurrentManager::Kind;

ManagerButton::ManagerButton(ManagerSwitch& choice, KnownManagers& known, DemoFleet& demo, QMainWindow& window)
    : m_choice(choice), m_known(known), m_demo(demo) {
    named(this, "managerButton", tr("Manager"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setAutoRaise(true);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("managerMenu"));
    setMenu(m_menu);
    makeActions(window);
    window.statusBar()->addWidget(this);
    connect(m_menu, &QMenu::aboutToShow, this, &ManagerButton::fillMenu);
    connect(&m_choice, &ManagerSwitch::currentChanged, this, &ManagerButton::showCurrent);
    connect(&m_choice.embedded(), &EmbeddedManager::stateChanged, this, &ManagerButton::showCurrent);
    connect(&m_demo, &DemoFleet::stateChanged, this, &ManagerButton::showCurrent);
    fillMenu();
    showCurrent();
}

void ManagerButton::makeActions(QMainWindow& window) {
    const auto make = [&](const char* name, const QString& text, const QString& iconName) {
        auto* const action = new QAction(iconName.isEmpty() ? QIcon() : ui::icon(iconName), text, this);
        action->setObjectName(QString::fromUtf8(name));
        window.addAction(action);
        return action;
    };
    m_here = make("manageHereAction", tr("The manager on &this computer"), QStringLiteral("start"));
    m_connect = make("connectAction", tr("&Connect to a manager …"), QStringLiteral("people"));
    m_join = make("joinAction", tr("Let a node or terminal &join …"), QStringLiteral("add"));
    m_tryDemo = make("demoAction", tr("Try the &demo fleet"), QStringLiteral("run"));
    m_endDemo = make("endDemoAction", tr("&End the demo"), QStringLiteral("stop"));
    m_stop = make("stopManagerAction", tr("&Stop the manager on this computer …"), QStringLiteral("stop"));
    m_stopAtEnd = make("stopAtEndAction", tr("Stop it &when the console ends"), {});
    m_stopAtEnd->setCheckable(true);
    m_stopAtEnd->setChecked(m_known.stopsEmbeddedAtEnd());
    connect(m_here, &QAction::triggered, this, &ManagerButton::hereWanted);
    connect(m_connect, &QAction::triggered, this, &ManagerButton::connectWanted);
    connect(m_join, &QAction::triggered, this, &ManagerButton::joinWanted);
    connect(m_tryDemo, &QAction::triggered, this, &ManagerButton::demoWanted);
    connect(m_endDemo, &QAction::triggered, this, &ManagerButton::demoEndWanted);
    connect(m_stopAtEnd, &QAction::triggered, this, [this](bool stops) { m_known.setStopsEmbeddedAtEnd(stops); });
    connect(m_stop, &QAction::triggered, this, [this, &window] {
        const Question question{tr("Stop the manager"),
                                tr("Rollouts stand still until it is started again: terminals get no permits and nodes "
                                   "no packages. Nothing is lost."),
                                tr("Stop the manager"),
                                {}};
        ask(&window, question, [this] {
            m_choice.close();
            m_choice.embedded().stop();
        });
    });
}

void ManagerButton::fillMenu() {
    m_menu->clear();
    m_menu->addAction(m_here);
    for (const KnownManager& manager : m_known.all()) {
        // Names are people's words: no mnemonics in them.
        auto* const open = m_menu->addAction(QString(manager.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        open->setCheckable(true);
        open->setChecked(m_choice.current().kind == Kind::known && m_choice.current().name == manager.name);
        connect(open, &QAction::triggered, this, [this, name = manager.name] { m_choice.openKnown(name); });
    }
    m_menu->addAction(m_connect);
    m_menu->addSeparator();
    m_menu->addAction(m_join);
    m_menu->addAction(m_tryDemo);
    m_menu->addAction(m_endDemo);
    m_menu->addSeparator();
    m_menu->addAction(m_stopAtEnd);
    m_menu->addAction(m_stop);
    if (m_choice.current().kind != Kind::known) return;
    auto* const forget = m_menu->addAction(ui::icon(QStringLiteral("delete")), tr("&Forget this manager"));
    connect(forget, &QAction::triggered, this, [this] { m_choice.forget(m_choice.current().name); });
}

void ManagerButton::showCurrent() {
    const CurrentManager& current = m_choice.current();
    QString text = tr("No manager");
    QString iconName = QStringLiteral("offline");
    switch (current.kind) {
        case Kind::none:
            break;
        case Kind::embedded:
            text = tr("This computer", "the manager's place");
            iconName = QStringLiteral("page-nodes");
            break;
        case Kind::given:
        case Kind::known:
            text = current.name;
            iconName = QStringLiteral("people");
            break;
        case Kind::demo:
            text = tr("Demo fleet", "the manager's place");
            iconName = QStringLiteral("run");
            break;
    }
    setText(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
    setIcon(ui::icon(iconName));
    setAccessibleName(tr("Manager: %1").arg(text));
    const bool isDemo = current.kind == Kind::demo;
    const bool runs = m_choice.embedded().state() == EmbeddedState::running;
    const bool demoIsIdle = m_demo.state() == DemoState::idle || m_demo.state() == DemoState::failed;
    m_here->setEnabled(current.kind != Kind::embedded);
    m_join->setEnabled(current.kind != Kind::none && !isDemo);
    m_tryDemo->setEnabled(!isDemo && demoIsIdle);
    m_endDemo->setEnabled(m_demo.state() != DemoState::idle && m_demo.state() != DemoState::ending);
    m_stop->setEnabled(runs);
}

}  // namespace signalbox::ui
