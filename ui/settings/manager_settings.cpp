// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/manager_settings.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

#include "ui/connect/start_text.h"
#include "ui/session/autostart.h"
#include "ui/session/background.h"
#include "ui/session/known_managers.h"
#include "ui/session/manager_switch.h"
#include "ui/session/own_addresses.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::ManagerStatus;

ManagerSettings::ManagerSettings(ManagerLink& link, ManagerSwitch& choice, KnownManagers& known, QWidget* parent)
    : SettingsSection(parent), m_link(link), m_choice(choice), m_known(known) {
    setObjectName(QStringLiteral("managerSettings"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeOpen());
    layout->addWidget(makeHere());
    layout->addStretch(1);
    connect(&m_choice, &ManagerSwitch::currentChanged, this, &ManagerSettings::showHere);
    connect(&m_choice.embedded(), &EmbeddedManager::stateChanged, this, &ManagerSettings::showHere);
    connect(&m_known, &KnownManagers::changed, this,
            [this] { m_keepsRunning->setChecked(!m_known.stopsEmbeddedAtEnd()); });
    clear();
    showHere();
}

QWidget* ManagerSettings::makeOpen() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("The manager that is open", "settings"), body);
    m_facts = new FactList;
    m_copy = button("copyFingerprint", tr("&Copy the fingerprint", "button"), QStringLiteral("copy"));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(groupedFingerprint(m_fingerprint)); });
    body->addWidget(m_facts);
    body->addWidget(
        hintLabel(tr("Whoever connects from elsewhere compares the fingerprint: tell it by a way that "
                     "nobody can change.",
                     "settings")));
    body->addWidget(m_copy, 0, Qt::AlignLeading);
    return frame;
}

QWidget* ManagerSettings::makeHere() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("The manager on this computer", "settings"), body);
    m_state = new Notice;
    m_state->setObjectName(QStringLiteral("hereState"));
    m_run = button("hereRun", tr("&Start and open it", "button"), QStringLiteral("start"));
    m_stop = button("hereStop", tr("S&top it …", "button"), QStringLiteral("stop"));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_run);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    m_address = named(new QLineEdit, "hereAddress", tr("Address that terminals reach", "settings"));
    m_change = button("hereChange", tr("C&hange …", "button"), {});
    auto* const addressRow = new QHBoxLayout;
    addressRow->addWidget(m_address, 1);
    addressRow->addWidget(m_change);
    auto* const folder =
        named(new QLineEdit(m_choice.embedded().options().folder), "hereFolder", tr("Data folder", "settings"));
    folder->setReadOnly(true);
    auto* const openFolder = button("hereOpenFolder", tr("&Open", "button, a folder"), QStringLiteral("open-folder"));
    auto* const folderRow = new QHBoxLayout;
    folderRow->addWidget(folder, 1);
    folderRow->addWidget(openFolder);
    auto* const form = new QFormLayout;
    form->addRow(tr("Address for terminals", "settings"), addressRow);
    form->addRow(tr("Data folder", "settings"), folderRow);
    body->addWidget(m_state);
    body->addLayout(form);
    body->addWidget(makeKeeping());
    body->addLayout(buttons);
    connect(m_run, &QPushButton::clicked, this, [this] { m_choice.openEmbedded(); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        ask(this,
            {tr("Stop the manager on this computer?", "question"),
             tr("Rollouts stand still until it is started again: terminals get no permits and nodes no packages. "
                "Nothing is lost.",
                "question"),
             tr("Stop the manager", "button"),
             {}},
            [this] {
                if (m_choice.current().kind == CurrentManager::Kind::embedded) m_choice.close();
                m_choice.embedded().stop();
            });
    });
    connect(m_address, &QLineEdit::textEdited, this, &ManagerSettings::showHere);
    connect(m_change, &QPushButton::clicked, this, &ManagerSettings::changeAddress);
    connect(openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_choice.embedded().options().folder)); });
    return frame;
}

QWidget* ManagerSettings::makeKeeping() {
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    const QString keeps = tr("It goes on when the console ends", "settings");
    m_keepsRunning = named(new QCheckBox(keeps), "hereKeepsRunning", keeps);
    m_keepsRunning->setChecked(!m_known.stopsEmbeddedAtEnd());
    m_keepsRunning->setToolTip(tr("While a rollout runs it goes on in any case", "tool tip"));
    const QString starts = tr("Signalbox starts in the background when I log in to this computer", "settings");
    m_autostart = named(new QCheckBox(starts), "hereAutostart", starts);
    m_autostart->setEnabled(false);
    layout->addWidget(m_keepsRunning);
    layout->addWidget(m_autostart);
    connect(m_keepsRunning, &QCheckBox::clicked, this, [this](bool on) { m_known.setStopsEmbeddedAtEnd(!on); });
    connect(m_autostart, &QCheckBox::clicked, this, &ManagerSettings::setAutostart);
    return group;
}

void ManagerSettings::showEvent(QShowEvent* event) {
    SettingsSection::showEvent(event);
    showHere();
    if (std::exchange(m_looked, true)) return;
    inBackground<bool>(
        this, [] { return startsAtLogIn(); },
        [this](bool starts) {
            m_autostart->setChecked(starts);
            m_autostart->setEnabled(true);
        });
}

void ManagerSettings::setAutostart(bool starts) {
    m_autostart->setEnabled(false);
    inBackground<Result<void>>(
        this, [starts, program = QCoreApplication::applicationFilePath()] { return setStartsAtLogIn(starts, program); },
        [this, starts](const Result<void>& done) {
            m_autostart->setEnabled(true);
            if (done) return;
            m_autostart->setChecked(!starts);
            tellError(this, tr("That was not changed", "error"), errorText(done.error()), errorDetails(done.error()));
        });
}

void ManagerSettings::refresh() {
    m_link.send<ManagerStatus>(calls::status(), this, [this](const Result<ManagerStatus>& status) {
        if (status) put(*status);
    });
}

void ManagerSettings::clear() {
    m_fingerprint.clear();
    m_copy->setEnabled(false);
    m_facts->setFacts({{tr("No manager is open", "settings"), {}}});
}

void ManagerSettings::put(const ManagerStatus& status) {
    m_fingerprint = toText(status.caFingerprint);
    m_copy->setEnabled(!m_fingerprint.isEmpty());
    m_facts->setFacts(
        {{tr("Door for consoles", "settings"), toText(status.adminUrl)},
         {tr("Door for terminals", "settings"), toText(status.ddiUrl)},
         {tr("Fingerprint", "settings"), groupedFingerprint(m_fingerprint)},
         {tr("Version", "settings"), toText(status.version)},
         {tr("Runs since", "settings"), localTime(status.startedAt), utcTime(status.startedAt)},
         {tr("Looks after", "settings"),
          tr("%1 terminals, %2 nodes", "settings, counts").arg(number(status.terminals), number(status.nodes))}});
}

void ManagerSettings::showHere() {
    const EmbeddedManager& manager = m_choice.embedded();
    const bool runs = manager.state() == EmbeddedState::running;
    const bool isOpen = m_choice.current().kind == CurrentManager::Kind::embedded;
    const QString host = QUrl(toText(manager.status().ddiUrl)).host();
    if (!m_address->isModified()) m_address->setText(host);
    const QString wanted = m_address->text().trimmed();
    m_change->setEnabled(runs && isHost(wanted) && wanted != host);
    m_address->setEnabled(runs);
    m_run->setEnabled(!isOpen || manager.state() == EmbeddedState::failed);
    m_stop->setEnabled(runs);
    switch (manager.state()) {
        case EmbeddedState::running:
            return m_state->say(Tone::good, tr("It runs.", "settings, the manager here"));
        case EmbeddedState::failed:
            return m_state->say(Tone::bad,
                                tr("It cannot run. %1", "settings, the manager here")
                                    .arg(manager.error() ? startErrorText(*manager.error()) : QString()),
                                manager.error() ? errorDetails(*manager.error()) : QString());
        case EmbeddedState::idle:
            return m_state->say(Tone::unknown, tr("This console has not looked whether it runs.", "settings"));
        case EmbeddedState::looking:
        case EmbeddedState::starting:
        case EmbeddedState::restarting:
            return m_state->say(Tone::waiting, tr("It is starting …", "settings, the manager here"));
        case EmbeddedState::stopping:
            return m_state->say(Tone::waiting, tr("It is being stopped …", "settings, the manager here"));
    }
}

void ManagerSettings::changeAddress() {
    const QString host = m_address->text().trimmed();
    ask(this,
        {tr("Change the address for terminals?", "question"),
         tr("The manager is started anew and says from then on that it is reached as %1. Terminals and nodes that "
            "joined by the old address must still reach it by that; join codes made before name the old one.",
            "question")
             .arg(host),
         tr("Change the address", "button"),
         {}},
        [this, host] {
            m_address->setModified(false);
            m_choice.openEmbedded(host);
        });
}

}  // namespace signalbox::ui
