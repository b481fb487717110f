// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/console.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEvent>
#include <chrono>

#include "app/signalbox/pages.h"
#include "app/signalbox/release_digest.h"
#include "app/signalbox/translation.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/role_guard.h"

namespace signalbox {

namespace calls = adminclient::calls;
using adminclient::ManagerStatus;
using ui::CurrentManager;
using ui::DemoState;
using ui::EmbeddedState;

namespace {

constexpr std::chrono::seconds kEndPatience{10};

ui::EmbeddedOptions embeddedOptions(const ConsoleOptions& options) {
    ui::EmbeddedOptions made;
    made.program = QDir(options.programs).filePath(QStringLiteral("signalbox-manager"));
    made.folder = QDir(options.data).filePath(QStringLiteral("manager"));
    made.more = options.managerArguments;
    return made;
}

ui::DemoOptions demoOptions(const ConsoleOptions& options) {
    ui::DemoOptions made;
    made.programs = options.programs;
    made.folder = QDir(options.data).filePath(QStringLiteral("demo"));
    return made;
}

}  // namespace

Console::Console(const ConsoleOptions& options)
    : m_preferences(options.preferences ? options.preferences : std::make_shared<ui::Preferences>(options.settings)),
      m_known(*m_preferences),
      m_embedded(embeddedOptions(options)),
      m_choice(m_link, m_known, m_secrets, m_embedded),
      m_demo(demoOptions(options)),
      m_window(m_link, *m_preferences),
      m_banner(new ui::ManagerBanner(m_choice, m_demo)),
      m_button(new ui::ManagerButton(m_choice, m_known, m_demo, m_window)),
      m_notifier(m_link),
      m_pauseAll(m_link) {
    addPages(m_window, m_link, {m_choice, m_known, *m_preferences, releaseDigest, languages()});
    makePauseAction();
    m_window.addToolBar(Qt::TopToolBarArea, m_banner);
    m_window.installEventFilter(this);
    m_patience.setSingleShot(true);
    connectParts();
}

Console::~Console() = default;

void Console::connectParts() {
    using ui::ManagerButton;
    using ui::ManagerSwitch;
    connect(&m_choice, &ManagerSwitch::firstRunWanted, this, [this] { showFirstRun(false); });
    connect(&m_choice, &ManagerSwitch::secretWanted, this, &Console::askSecret);
    connect(&m_choice, &ManagerSwitch::openFailed, this, [this](const ui::KnownManager& manager, const Error& why) {
        ui::tellError(&m_window, tr("“%1” cannot be opened").arg(manager.name), ui::errorText(why),
                      ui::errorDetails(why));
    });
    connect(m_button, &ManagerButton::connectWanted, this, &Console::showConnect);
    connect(m_button, &ManagerButton::joinWanted, this, [this] { showFirstRun(true); });
    connect(m_button, &ManagerButton::hereWanted, this, [this] {
        // A first start wants an address that terminals reach.
        if (m_known.last().kind == ui::LastChoice::Kind::embedded || m_embedded.state() == EmbeddedState::running)
            return m_choice.openEmbedded();
        showFirstRun(false);
    });
    connect(m_button, &ManagerButton::demoWanted, this, &Console::startDemo);
    connect(m_button, &ManagerButton::demoEndWanted, &m_demo, &ui::DemoFleet::end);
    connect(m_banner, &ui::ManagerBanner::demoEndWanted, &m_demo, &ui::DemoFleet::end);
    connect(&m_window, &ui::MainWindow::connectWanted, this, &Console::showConnect);
    connect(&m_demo, &ui::DemoFleet::ready, &m_choice, &ManagerSwitch::openDemo);
    connect(&m_demo, &ui::DemoFleet::stateChanged, this, [this](DemoState state) {
        const bool isShown = m_choice.current().kind == CurrentManager::Kind::demo;
        m_window.setWindowTitle(state == DemoState::idle ? tr("Signalbox") : tr("Signalbox: demo fleet"));
        if (state == DemoState::ending && isShown) m_choice.close();
        if (state == DemoState::idle && !m_quitting && m_choice.current().kind == CurrentManager::Kind::none)
            m_choice.openLast();
    });
    connect(&m_link, &ui::ManagerLink::refreshWanted, this, [this](ui::Topics topics) {
        if (topics & ui::Topic::rollout) countRollouts();
    });
    connect(&m_link, &ui::ManagerLink::managerChanged, this, [this] {
        m_rollouts = 0;
        m_tray.setRollouts(0);
    });
    connect(&m_notifier, &ui::Notifier::notify, this, [this](const ui::Notification& told) {
        const QString key = ui::preference::notify(ui::Notification::nameOf(told.kind));
        if (!QApplication::activeWindow() && m_preferences->value(key, true).toBool()) m_tray.show(told);
    });
    connect(&m_tray, &ui::Tray::openWanted, this, &Console::showWindow);
    connect(&m_tray, &ui::Tray::quitWanted, this, &Console::quit);
    connect(&m_tray, &ui::Tray::pauseWanted, this, &Console::pauseAll);
    connect(&m_pauseAll, &ui::PauseAll::done, this, &Console::tellPaused);
    connect(&m_tray, &ui::Tray::explainWanted, this, [this](const QString& page, const QString& what) {
        showWindow();
        m_window.showPage(page, what);
    });
}

void Console::start() {
    showWindow();
    m_choice.openLast();
}

void Console::startInBackground() {
    if (!m_tray.isThere() || m_known.last().kind == ui::LastChoice::Kind::none) return start();
    m_choice.openLast();
}

void Console::startWith(const adminclient::Profile& profile) {
    showWindow();
    m_choice.openGiven(profile);
}

void Console::startDemo() {
    showWindow();
    m_demo.start();
}

void Console::showWindow() {
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Console::showFirstRun(bool joining) {
    auto* dialog = m_window.findChild<ui::FirstRun*>();
    if (!dialog) {
        dialog = new ui::FirstRun(m_link, m_choice, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ui::FirstRun::connectWanted, this, &Console::showConnect);
        connect(dialog, &ui::FirstRun::demoWanted, this, &Console::startDemo);
    }
    if (joining) dialog->showJoining();
    dialog->open();
}

void Console::showConnect() {
    auto* const dialog = new ui::ConnectDialog(m_choice, m_known, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Console::askSecret(const ui::KnownManager& manager, const Error& why) {
    auto* const dialog = new ui::ConnectDialog(m_choice, m_known, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->askSecret(manager, why);
    dialog->open();
}

void Console::countRollouts() {
    m_link.send<ManagerStatus>(calls::status(), this, [this](Result<ManagerStatus> status) {
        if (!status) return;
        m_rollouts = status->rolloutsActive;
        m_tray.setRollouts(static_cast<int>(m_rollouts));
    });
}

/// By one key from any page: there is no time to look for the button when something goes wrong.
void Console::makePauseAction() {
    auto* const action = new QAction(ui::icon(QStringLiteral("paused")), tr("Pause all rollouts", "action"), &m_window);
    action->setObjectName(QStringLiteral("pauseAllAction"));
    action->setShortcuts({QKeySequence(Qt::Key_Pause), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    m_window.addAction(action);
    ui::needsRole(action, m_link, AccountRole::operator_);
    connect(action, &QAction::triggered, this, &Console::pauseAll);
}

void Console::pauseAll() {
    m_window.tell(ui::Tone::waiting, tr("Pausing all rollouts …", "notice"));
    m_pauseAll.start();
}

void Console::tellPaused(const ui::PauseOutcome& outcome) {
    const QString text = ui::pauseText(outcome);
    const bool isGood = outcome.refused == 0 && !outcome.error;
    m_window.tell(isGood ? ui::Tone::good : ui::Tone::bad, text, tr("Show the rollouts", "button"),
                  QStringLiteral("rolloutsPage"));
    if (m_window.isVisible()) return;
    ui::Notification told;
    told.title = tr("Pause all rollouts", "notification");
    told.text = text;
    told.page = QStringLiteral("rolloutsPage");
    told.isBad = !isGood;
    m_tray.show(told);
}

bool Console::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Close && !m_quitting) closeWindow();
    return QObject::eventFilter(watched, event);
}

void Console::closeWindow() {
    const bool isOurs = m_choice.current().kind == CurrentManager::Kind::embedded;
    if (!isOurs || m_rollouts == 0 || !m_tray.isThere()) return quit();
    m_tray.sayInBackground(static_cast<int>(m_rollouts));
}

void Console::quit() {
    if (m_quitting) return;
    m_quitting = true;
    m_window.hide();
    connect(&m_patience, &QTimer::timeout, this, &Console::ended);
    m_patience.start(kEndPatience);
    if (m_demo.state() == DemoState::idle) return endManager();
    connect(&m_demo, &ui::DemoFleet::stateChanged, this, [this](DemoState state) {
        if (state == DemoState::idle) endManager();
    });
    m_demo.end();
}

void Console::endManager() {
    const bool isOurs = m_choice.current().kind == CurrentManager::Kind::embedded;
    const bool isThere = m_embedded.state() != EmbeddedState::idle && m_embedded.state() != EmbeddedState::failed;
    const bool mayStop = isOurs && isThere && m_known.stopsEmbeddedAtEnd();
    // A rollout that runs needs its manager, whatever was set.
    if (!mayStop || m_rollouts > 0) {
        QTimer::singleShot(0, this, &Console::ended);
        return;
    }
    connect(&m_embedded, &ui::EmbeddedManager::stateChanged, this, [this](EmbeddedState state) {
        if (state == EmbeddedState::idle || state == EmbeddedState::failed) Q_EMIT ended();
    });
    m_choice.close();
    m_embedded.stop();
}

}  // namespace signalbox
