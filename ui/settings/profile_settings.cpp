// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/profile_settings.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/manager_switch.h"
#include "ui/settings/account_dialogs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::AccountInfo;
using Kind = CurrentManager::Kind;

namespace {

bool isSession(const ManagerLink& link) {
    return link.who() && link.who()->kind == "session";
}

}  // namespace

ProfileSettings::ProfileSettings(ManagerLink& link, ManagerSwitch& choice, QWidget* parent)
    : SettingsSection(parent), m_link(link), m_choice(choice) {
    setObjectName(QStringLiteral("profileSettings"));
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Logged in", "settings"), body);
    m_facts = new FactList;
    m_logOut = button("logOut", tr("&Log out …", "button"), QStringLiteral("back"));
    body->addWidget(m_facts);
    body->addWidget(m_logOut, 0, Qt::AlignLeading);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(frame);
    layout->addWidget(makePassword());
    layout->addStretch(1);
    connect(m_logOut, &QPushButton::clicked, this, &ProfileSettings::logOut);
    connect(&m_link, &ManagerLink::whoChanged, this, &ProfileSettings::showWho);
    connect(&m_choice, &ManagerSwitch::currentChanged, this, &ProfileSettings::showWho);
    showWho();
}

QWidget* ProfileSettings::makePassword() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Another password", "settings"), body);
    auto* const form = new QFormLayout;
    const auto add = [&](const char* objectName, const QString& label) {
        auto* const edit = named(new QLineEdit, objectName, label);
        edit->setEchoMode(QLineEdit::Password);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &ProfileSettings::checkPassword);
        return edit;
    };
    m_old = add("passwordOld", tr("Password now", "settings"));
    m_new = add("passwordNew", tr("New password", "settings"));
    m_again = add("passwordAgain", tr("New password again", "settings"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("passwordNotice"));
    m_change = button("passwordChange", tr("&Change the password", "button"), QStringLiteral("key"));
    body->addLayout(form);
    body->addWidget(hintLabel(tr("It ends your other sessions, on other computers too.", "settings")));
    body->addWidget(m_notice);
    body->addWidget(m_change, 0, Qt::AlignLeading);
    connect(m_change, &QPushButton::clicked, this, &ProfileSettings::changePassword);
    return frame;
}

void ProfileSettings::clear() {
    for (QLineEdit* const edit : {m_old, m_new, m_again})
        edit->clear();
    m_notice->say(Tone::neutral, {});
}

void ProfileSettings::showWho() {
    const auto& who = m_link.who();
    const bool isElsewhere = m_choice.current().kind == Kind::known;
    m_logOut->setEnabled(isElsewhere);
    m_logOut->setToolTip(isElsewhere ? QString()
                                     : tr("The manager on this computer lets in whoever may read its data folder; "
                                          "there is nothing to log out of",
                                          "tool tip"));
    for (QLineEdit* const edit : {m_old, m_new, m_again})
        edit->setEnabled(isSession(m_link));
    const bool isToken = who && !isSession(m_link);
    m_notice->say(Tone::unknown,
                  isToken ? tr("Whoever comes in with a token has no password here.", "settings") : QString());
    checkPassword();
    if (!who) return m_facts->setFacts({{tr("Nobody yet", "settings"), {}}});
    const QString kind = isSession(m_link) ? tr("with name and password", "settings, how one came in")
                                           : tr("with a token", "settings, how one came in");
    QList<Fact> facts{{tr("Name", "settings"), toText(who->name)},
                      {tr("Role", "settings"), roleText(who->role)},
                      {tr("Came in", "settings"), kind}};
    if (who->notAfter) facts.append({tr("Until", "settings"), localTime(who->notAfter), utcTime(who->notAfter)});
    m_facts->setFacts(facts);
}

void ProfileSettings::checkPassword() {
    QString missing;
    if (!isSession(m_link))
        missing = tr("A token has no password; accounts have", "settings");
    else
        missing = whyNoPassword(m_new->text(), m_again->text());
    if (missing.isEmpty() && m_old->text().isEmpty()) missing = tr("The password now must be there", "settings");
    m_change->setEnabled(missing.isEmpty());
    m_change->setToolTip(missing);
}

void ProfileSettings::changePassword() {
    m_change->setEnabled(false);
    m_link.send<AccountInfo>(calls::changeOwnPassword(m_old->text().toStdString(), m_new->text().toStdString()), this,
                             [this](const Result<AccountInfo>& changed) {
                                 checkPassword();
                                 if (!changed) {
                                     const bool isWrong = changed.error().code == BaseErrc::denied;
                                     return m_notice->say(Tone::bad,
                                                          isWrong ? tr("The password now is another one.", "settings")
                                                                  : errorText(changed.error()),
                                                          errorDetails(changed.error()));
                                 }
                                 const QString password = m_new->text();
                                 clear();
                                 m_notice->say(Tone::good, tr("It is changed.", "settings, a password"));
                                 m_choice.keepSecret(password);
                             });
}

void ProfileSettings::logOut() {
    ask(this,
        {tr("Log out of %1?", "question").arg(m_choice.current().name),
         tr("What the keychain holds for it is removed; the manager stays in the list. Rollouts go on.", "question"),
         tr("Log out", "button"),
         {}},
        [this] { m_choice.logOut(); });
}

}  // namespace signalbox::ui
