// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connect_dialog.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace {

enum Step { kAddress, kCompare, kLogIn };

constexpr int kMargin = 24;
constexpr int kWidth = 560;
constexpr int kAdminPort = 8444;
constexpr int kHalfOfAFingerprint = 40;  // characters, as grouped

QVBoxLayout* emptyLayout(QWidget* body) {
    auto* const layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

QString inTwoLines(const QString& fingerprint) {
    return fingerprint.left(kHalfOfAFingerprint).trimmed() + QLatin1Char('\n') + fingerprint.mid(kHalfOfAFingerprint);
}

}  // namespace

QString managerUrl(const QString& typed) {
    const QString text = typed.trimmed();
    QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) return text;
    if (url.port() < 0) url.setPort(kAdminPort);
    if (url.path() == QLatin1String("/")) url.setPath({});
    return url.toString();
}

ConnectDialog::ConnectDialog(ManagerSwitch& choice, KnownManagers& known, QWidget* parent)
    : QDialog(parent), m_choice(choice), m_known(known) {
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect to a manager"));
    setMinimumWidth(kWidth);
    m_steps = new QStackedWidget;
    m_steps->setObjectName(QStringLiteral("connectSteps"));
    m_steps->addWidget(addressPage());
    m_steps->addWidget(comparePage());
    m_steps->addWidget(logInPage());
    m_notice = new Notice;
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_steps);
    layout->addWidget(m_notice);
    connect(&m_probe, &adminclient::ManagerProbe::found, this, &ConnectDialog::showIdentity);
    connect(&m_probe, &adminclient::ManagerProbe::failed, this, [this](const Error& error) {
        m_look->setEnabled(true);
        m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
}

QWidget* ConnectDialog::makePage(const QString& heading, const QString& text, QWidget* body,
                                 const QList<QPushButton*>& buttons) {
    auto* const page = new QWidget;
    auto* const layout = emptyLayout(page);
    auto* const title = headingLabel(heading);
    title->setObjectName(QStringLiteral("stepHeading"));
    layout->addWidget(title);
    layout->addWidget(hintLabel(text));
    layout->addSpacing(12);
    layout->addWidget(body, 1);
    auto* const row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton* each : buttons)
        row->addWidget(each);
    layout->addLayout(row);
    return page;
}

QWidget* ConnectDialog::addressPage() {
    auto* const body = new QWidget;
    auto* const layout = emptyLayout(body);
    m_address = named(new QLineEdit, "managerAddress", tr("Address of the manager"));
    m_address->setPlaceholderText(tr("manager.example:8444"));
    layout->addWidget(m_address);
    layout->addStretch(1);
    auto* const cancel = button("connectCancel", tr("&Cancel"), {});
    m_look = button("connectLook", tr("&Next"), {});
    m_look->setDefault(true);
    m_look->setEnabled(false);
    connect(m_address, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_look->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_look, &QPushButton::clicked, this, &ConnectDialog::look);
    return makePage(tr("Where is the manager?"),
                    tr("Ask whoever runs it for the address of its door for consoles, and for its fingerprint."), body,
                    {cancel, m_look});
}

QWidget* ConnectDialog::comparePage() {
    auto* const body = new QWidget;
    auto* const layout = emptyLayout(body);
    m_fingerprint = plainLabel();
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setAccessibleName(tr("Fingerprint that the manager shows"));
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_given = named(new QLineEdit, "givenFingerprint", tr("Fingerprint you were given"));
    m_given->setPlaceholderText(tr("Paste the fingerprint you were given"));
    m_compared = named(new QCheckBox(tr("I have compared it by eye, &all of it")), "comparedByEye",
                       tr("I have compared it by eye, all of it"));
    layout->addWidget(m_fingerprint);
    layout->addSpacing(8);
    layout->addWidget(m_given);
    layout->addWidget(m_compared);
    layout->addStretch(1);
    auto* const back = button("compareBack", tr("&Back"), {});
    m_trust = button("compareTrust", tr("It is the &same"), {});
    connect(m_given, &QLineEdit::textChanged, this, &ConnectDialog::compare);
    connect(m_compared, &QCheckBox::toggled, this, &ConnectDialog::compare);
    connect(back, &QPushButton::clicked, this, [this] {
        m_notice->say(Tone::neutral, {});
        m_steps->setCurrentIndex(kAddress);
    });
    connect(m_trust, &QPushButton::clicked, this, &ConnectDialog::showLogIn);
    return makePage(tr("Is it really that manager?"),
                    tr("Nothing was sent yet. The manager shows it under Settings, and signalboxctl status prints it. "
                       "If it differs, someone is in between: go no further."),
                    body, {back, m_trust});
}

QWidget* ConnectDialog::logInPage() {
    auto* const body = new QWidget;
    auto* const layout = new QFormLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    m_byName = named(new QRadioButton(tr("With &name and password")), "byName", tr("With name and password"));
    m_byToken = named(new QRadioButton(tr("With an API &token")), "byToken", tr("With an API token"));
    m_account = named(new QLineEdit, "account", tr("Name"));
    m_password = named(new QLineEdit, "password", tr("Password"));
    m_token = named(new QLineEdit, "token", tr("API token"));
    for (QLineEdit* secret : {m_password, m_token})
        secret->setEchoMode(QLineEdit::Password);
    m_keep = named(new QCheckBox(tr("&Keep it in this computer's keychain")), "keepSecret",
                   tr("Keep it in this computer's keychain"));
    layout->addRow(m_byName);
    layout->addRow(tr("Na&me:"), m_account);
    layout->addRow(tr("&Password:"), m_password);
    layout->addRow(m_byToken);
    layout->addRow(tr("T&oken:"), m_token);
    layout->addRow(m_keep);
    m_byName->setChecked(true);
    auto* const cancel = button("logInCancel", tr("&Cancel"), {});
    m_logIn = button("logIn", tr("&Log in"), {});
    connect(m_byName, &QRadioButton::toggled, this, &ConnectDialog::checkLogIn);
    for (QLineEdit* edit : {m_account, m_password, m_token}) {
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::checkLogIn);
        connect(edit, &QLineEdit::returnPressed, this, &ConnectDialog::logIn);
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_logIn, &QPushButton::clicked, this, &ConnectDialog::logIn);
    auto* const page =
        makePage(tr("Who are you?"), tr("What you enter goes to that manager alone."), body, {cancel, m_logIn});
    m_logInHeading = page->findChild<QLabel*>(QStringLiteral("stepHeading"));
    checkLogIn();
    return page;
}

void ConnectDialog::look() {
    m_look->setEnabled(false);
    m_notice->say(Tone::busy, tr("Looking …"));
    m_probe.start(managerUrl(m_address->text()).toStdString());
}

void ConnectDialog::showIdentity(const adminclient::ManagerIdentity& identity) {
    m_look->setEnabled(true);
    m_manager = KnownManager();
    m_manager.url = QString::fromStdString(identity.url);
    m_manager.name = QUrl(m_manager.url).host();
    m_manager.fingerprint = QString::fromStdString(identity.fingerprint);
    m_manager.caPem = QString::fromStdString(identity.caPem);
    m_notice->say(Tone::neutral, {});
    for (const KnownManager& known : m_known.all()) {
        if (known.url != m_manager.url) continue;
        m_manager.name = known.name;
        m_account->setText(known.account);
        if (known.fingerprint != m_manager.fingerprint)
            m_notice->say(Tone::warning,
                          tr("Its fingerprint is not the one of before. It was set up anew, or another one answers."));
    }
    // Two managers on one host are two.
    if (const auto same = m_known.named(m_manager.name); same && same->url != m_manager.url)
        m_manager.name = QUrl(m_manager.url).authority();
    m_fingerprint->setText(inTwoLines(groupedFingerprint(m_manager.fingerprint)));
    m_given->clear();
    m_compared->setChecked(false);
    m_steps->setCurrentIndex(kCompare);
    m_given->setFocus();
    m_trust->setEnabled(false);
}

void ConnectDialog::compare() {
    const QString given = m_given->text().trimmed();
    const bool isSame = isFingerprint(given, m_manager.fingerprint);
    m_compared->setEnabled(given.isEmpty());
    m_trust->setEnabled(isSame || (given.isEmpty() && m_compared->isChecked()));
    if (isSame)
        m_notice->say(Tone::good, tr("It is the same."));
    else if (given.size() >= m_manager.fingerprint.size())
        m_notice->say(Tone::bad, tr("It is another fingerprint. Do not go on."));
    else
        m_notice->say(Tone::neutral, {});
}

void ConnectDialog::askSecret(const KnownManager& manager, const Error& why) {
    m_manager = manager;
    (manager.account.isEmpty() ? m_byToken : m_byName)->setChecked(true);
    m_account->setText(manager.account);
    showLogIn();
    if (why.code == BaseErrc::unavailable)
        m_notice->say(
            Tone::warning,
            tr("This computer has no keychain that Signalbox can use, so it asks each time. Nothing secret is "
               "written to a file."),
            errorDetails(why));
    if (why.code == BaseErrc::denied)
        m_notice->say(Tone::warning, tr("What was kept in the keychain does not let you in any more."),
                      errorDetails(why));
}

void ConnectDialog::showLogIn() {
    m_notice->say(Tone::neutral, {});
    m_logInHeading->setText(tr("Log in to %1").arg(m_manager.name));
    m_steps->setCurrentIndex(kLogIn);
    const bool isToken = m_byToken->isChecked();
    (isToken ? m_token : m_account->text().isEmpty() ? m_account : m_password)->setFocus();
    m_logIn->setDefault(true);
}

void ConnectDialog::checkLogIn() {
    const bool isName = m_byName->isChecked();
    m_account->setEnabled(isName);
    m_password->setEnabled(isName);
    m_token->setEnabled(!isName);
    if (!m_logIn) return;
    m_logIn->setEnabled(isName ? !m_account->text().trimmed().isEmpty() && !m_password->text().isEmpty()
                               : !m_token->text().trimmed().isEmpty());
}

void ConnectDialog::logIn() {
    if (!m_logIn->isEnabled()) return;
    m_logIn->setEnabled(false);
    m_notice->say(Tone::busy, tr("Logging in …"));
    const bool isName = m_byName->isChecked();
    const Credentials credentials{isName ? m_account->text().trimmed() : QString(),
                                  isName ? m_password->text() : m_token->text().trimmed()};
    m_choice.logIn(m_manager, credentials, m_keep->isChecked(), this,
                   [this](Result<void> outcome) { loggedIn(outcome); });
}

void ConnectDialog::loggedIn(const Result<void>& outcome) {
    checkLogIn();
    const bool isIn = outcome || outcome.error().code == BaseErrc::unavailable;
    if (isIn && (outcome || !m_keep->isChecked())) return accept();
    const Error& error = outcome.error();
    if (isIn) {
        // It is no failure of the log-in: the next start will ask.
        m_keep->setChecked(false);
        m_keep->setEnabled(false);
        m_notice->say(Tone::warning,
                      tr("You are in. This computer has no keychain that Signalbox can use, so the next start asks "
                         "again."),
                      errorDetails(error));
        return;
    }
    if (error.code == BaseErrc::denied)
        return m_notice->say(Tone::bad, tr("The manager does not let you in: name, password or token is wrong."),
                             errorDetails(error));
    m_notice->say(Tone::bad, errorText(error), errorDetails(error));
}

}  // namespace signalbox::ui
