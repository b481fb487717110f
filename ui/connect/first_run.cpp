// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/first_run.h"

#include <QComboBox>
#include <QCommandLinkButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/connect/join_panel.h"
#include "ui/connect/start_text.h"
#include "ui/session/background.h"
#include "ui/session/own_addresses.h"
#include "ui/signatures/setup_panel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace {

enum Step { kChoice, kAddress, kKey, kJoin };

constexpr int kMargin = 24;
constexpr int kWidth = 620;

QCommandLinkButton* way(const char* name, const QString& text, const QString& description, const QString& iconName) {
    auto* const made = named(new QCommandLinkButton(text, description), name, text);
    made->setAccessibleDescription(description);
    made->setIcon(icon(iconName));
    return made;
}

}  // namespace

FirstRun::FirstRun(ManagerLink& link, ManagerSwitch& choice, QWidget* parent)
    : QDialog(parent), m_link(link), m_choice(choice) {
    setObjectName(QStringLiteral("firstRun"));
    setWindowTitle(tr("Welcome to Signalbox"));
    setMinimumWidth(kWidth);
    m_steps = new QStackedWidget;
    m_steps->setObjectName(QStringLiteral("firstRunSteps"));
    m_steps->addWidget(choicePage());
    m_steps->addWidget(addressPage());
    m_steps->addWidget(keyPage());
    m_steps->addWidget(joinPage());
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_steps);

    connect(&m_choice.embedded(), &EmbeddedManager::stateChanged, this, &FirstRun::embeddedChanged);
    connect(&m_probe, &adminclient::ManagerProbe::found, this, &FirstRun::doorFound);
    connect(&m_probe, &adminclient::ManagerProbe::failed, this, [this](const Error& error) {
        m_start->setEnabled(true);
        m_notice->say(Tone::bad,
                      tr("The manager runs, but it cannot be reached by that address from here. Choose another, or let "
                         "it through this computer's firewall."),
                      errorDetails(error), tr("Go on anyway"));
    });
}

QWidget* FirstRun::addPage(const QString& heading, const QString& text, QWidget* body,
                           const QList<QPushButton*>& buttons) {
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(heading));
    layout->addWidget(hintLabel(text));
    layout->addSpacing(12);
    layout->addWidget(body, 1);
    auto* const row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton* each : buttons)
        row->addWidget(each);
    if (!buttons.isEmpty()) layout->addLayout(row);
    return page;
}

QWidget* FirstRun::choicePage() {
    auto* const body = new QWidget;
    auto* const layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const here = way("manageHere", tr("&Manage from this computer"),
                           tr("A manager is started here and goes on when this window is closed. Nothing to set up."),
                           QStringLiteral("start"));
    auto* const elsewhere =
        way("connectElsewhere", tr("&Connect to a manager"),
            tr("One that runs on a server or on a colleague's computer."), QStringLiteral("people"));
    auto* const demo = way("tryDemo", tr("&Try it with a demo fleet"),
                           tr("Nodes, terminals and rollouts to play with, on this computer. Gone in one click."),
                           QStringLiteral("run"));
    for (auto* each : {here, elsewhere, demo})
        layout->addWidget(each);
    layout->addStretch(1);
    connect(here, &QPushButton::clicked, this, &FirstRun::showAddresses);
    connect(elsewhere, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT connectWanted();
    });
    connect(demo, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT demoWanted();
    });
    return addPage(tr("Where is the manager?"),
                   tr("The manager decides which terminal gets what, from where, and when. This window shows it."),
                   body, {});
}

QWidget* FirstRun::addressPage() {
    auto* const body = new QWidget;
    auto* const layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    m_address = named(new QComboBox, "address", tr("Address of this computer for terminals"));
    m_address->setEditable(true);
    m_address->lineEdit()->setObjectName(QStringLiteral("addressText"));
    m_address->lineEdit()->setAccessibleName(m_address->accessibleName());
    auto* const label = new QLabel(tr("&Address that terminals and nodes will reach:"));
    label->setBuddy(m_address);
    m_addressHint = hintLabel({});
    m_notice = new Notice;
    layout->addWidget(label);
    layout->addWidget(m_address);
    layout->addWidget(m_addressHint);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    connect(m_notice, &Notice::acted, this, &FirstRun::showKey);
    connect(m_address, &QComboBox::currentTextChanged, this, [this](const QString& text) {
        const QString host = text.trimmed();
        m_start->setEnabled(isHost(host) && !m_starting);
        m_addressHint->setText(!isHost(host) ? tr("A host name or a numeric address, without a port.")
                               : isLoopback(host)
                                   ? tr("Only programs on this computer can reach that.")
                                   : tr("It will stand in the manager's certificate and in join codes."));
    });
    auto* const back = button("addressBack", tr("&Back"), QStringLiteral("back"));
    m_start = button("addressStart", tr("&Start the manager"), QStringLiteral("start"));
    m_start->setDefault(true);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentIndex(kChoice); });
    connect(m_start, &QPushButton::clicked, this, &FirstRun::startManager);
    return addPage(tr("Step 1 of 3: how is this computer reached?"),
                   tr("Terminals and nodes will come to the manager by this address. It is tested before you go on."),
                   body, {back, m_start});
}

QWidget* FirstRun::keyPage() {
    auto* const panel = new SetupPanel(m_link);
    auto* const skip = button("keySkip", tr("&Later"), QStringLiteral("waiting"));
    auto* const make = button("keyMake", tr("&Make the key"), QStringLiteral("key"));
    make->setDefault(true);
    panel->drive(make);
    connect(skip, &QPushButton::clicked, this, &FirstRun::showJoining);
    connect(panel, &SetupPanel::done, this, &FirstRun::showJoining);
    return addPage(tr("Step 2 of 3: make your approver's key"),
                   tr("With it you approve what terminals install. Without it, later or never, everything works, but "
                      "whoever gets hold of this manager can release whatever they like. You find it again in the "
                      "settings, under Signatures."),
                   panel, {skip, make});
}

QWidget* FirstRun::joinPage() {
    m_join = new JoinPanel(m_link);
    auto* const done = button("joinDone", tr("&Done"), QStringLiteral("ok"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    return addPage(tr("Step 3 of 3: let the first ones join"),
                   tr("Each command is good for one machine and for a day. They appear here as they join; you can also "
                      "do this later, on the pages Nodes and Terminals."),
                   m_join, {done});
}

void FirstRun::showAddresses() {
    m_steps->setCurrentIndex(kAddress);
    m_address->setFocus();
    if (m_address->count() > 0) return;
    inBackground<QStringList>(
        this, [] { return ownAddresses(); },
        [this](const QStringList& addresses) {
            const QString typed = m_address->currentText();
            m_address->addItems(addresses);
            if (!typed.isEmpty()) m_address->setEditText(typed);
        });
}

void FirstRun::startManager() {
    m_starting = true;
    m_start->setEnabled(false);
    m_notice->say(Tone::busy, tr("Starting the manager …"));
    m_choice.openEmbedded(m_address->currentText().trimmed());
}

void FirstRun::embeddedChanged(EmbeddedState state) {
    if (!m_starting) return;
    if (state == EmbeddedState::running) return testDoor();
    if (state != EmbeddedState::failed) return;
    m_starting = false;
    m_start->setEnabled(true);
    const Error& error = *m_choice.embedded().error();
    m_notice->say(Tone::bad, startErrorText(error), errorDetails(error));
}

void FirstRun::testDoor() {
    m_starting = false;
    m_notice->say(Tone::busy, tr("Testing whether terminals can come in …"));
    m_probe.start(m_choice.embedded().status().ddiUrl);
}

void FirstRun::doorFound(const adminclient::ManagerIdentity& identity) {
    m_start->setEnabled(true);
    if (identity.fingerprint != m_choice.embedded().status().caFingerprint) {
        m_notice->say(Tone::bad, tr("Another program answers at that address. Choose another."), {},
                      tr("Go on anyway"));
        return;
    }
    showKey();
}

void FirstRun::showKey() {
    m_steps->setCurrentIndex(kKey);
}

void FirstRun::showJoining() {
    m_steps->setCurrentIndex(kJoin);
    m_join->begin();
}

}  // namespace signalbox::ui
