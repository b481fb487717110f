// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/account_dialogs.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <string>
#include <utility>

#include "core/model/names.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::AccountInfo;
using adminclient::TokenInfo;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountDialogs)
};

constexpr qsizetype kLeastPassword = 10;  // as the manager has it
constexpr int kDay = 86400;

QString whatMay(AccountRole role) {
    switch (role) {
        case AccountRole::viewer:
            return Words::tr("sees everything, changes nothing", "what a role may do");
        case AccountRole::operator_:
            return Words::tr("releases, rollouts, terminals and nodes", "what a role may do");
        case AccountRole::approver:
            return Words::tr("approves and refuses releases", "what a role may do");
        case AccountRole::administrator:
            return Words::tr("everything, accounts and settings too", "what a role may do");
    }
    return {};
}

/// Sends it; the dialog closes where that worked, else it says why not.
template <class T>
void act(ManagerLink& link, FormDialog* dialog, const adminclient::Call<T>& call, std::function<void(const T&)> done) {
    link.send<T>(call, dialog, [dialog, done = std::move(done)](const Result<T>& answer) {
        if (!answer) return dialog->failed(answer.error());
        done(*answer);
        dialog->accept();
    });
}

}  // namespace

QString whyNoPassword(const QString& password, const QString& again) {
    if (password.toUtf8().size() < kLeastPassword)
        return Words::tr("A password has at least %1 characters", "settings").arg(kLeastPassword);
    if (password != again) return Words::tr("The two passwords are not the same", "settings");
    return {};
}

QComboBox* roleChoice(const char* objectName, AccountRole first) {
    auto* const choice = named(new QComboBox, objectName, Words::tr("Role", "settings"));
    for (const AccountRole role :
         {AccountRole::viewer, AccountRole::operator_, AccountRole::approver, AccountRole::administrator})
        choice->addItem(Words::tr("%1 – %2", "a role, what it may do").arg(roleText(role), whatMay(role)),
                        static_cast<int>(role));
    choice->setCurrentIndex(choice->findData(static_cast<int>(first)));
    return choice;
}

AccountRole roleOf(const QComboBox* choice) {
    return static_cast<AccountRole>(choice->currentData().toInt());
}

void askNewAccount(ManagerLink& link, QWidget* parent, std::function<void()> done) {
    auto* const dialog = new FormDialog("newAccount", Words::tr("New account", "dialog"),
                                        Words::tr("&Make the account", "button"), parent);
    QLineEdit* const name = dialog->addLine("newAccountName", Words::tr("Name", "settings"));
    QComboBox* const role = roleChoice("newAccountRole", AccountRole::operator_);
    dialog->form()->addRow(Words::tr("Role", "settings"), role);
    QLineEdit* const password = dialog->addPassword("newAccountPassword", Words::tr("First password", "settings"));
    QLineEdit* const again = dialog->addPassword("newAccountAgain", Words::tr("Once more", "settings, a password"));
    dialog->addHint(Words::tr("Tell it the person by another way; they change it under Settings, Profile.", "dialog"));
    dialog->setMissing([name, password, again] {
        return name->text().trimmed().isEmpty() ? Words::tr("A name must be there", "settings")
                                                : whyNoPassword(password->text(), again->text());
    });
    dialog->setAction([&link, dialog, name, role, password, done = std::move(done)] {
        act<AccountInfo>(
            link, dialog,
            calls::createAccount(name->text().trimmed().toStdString(), roleOf(role), password->text().toStdString()),
            [done](const AccountInfo&) { done(); });
    });
    dialog->open();
}

void askRole(ManagerLink& link, QWidget* parent, const QString& account, AccountRole now, std::function<void()> done) {
    auto* const dialog = new FormDialog("accountRole", Words::tr("Role of %1", "dialog").arg(account),
                                        Words::tr("&Give the role", "button"), parent);
    QComboBox* const role = roleChoice("accountRoleChoice", now);
    dialog->form()->addRow(Words::tr("Role", "settings"), role);
    dialog->addHint(Words::tr("It holds from the next log-in; the sessions of now are ended.", "dialog"));
    dialog->setAction([&link, dialog, account, role, done = std::move(done)] {
        act<AccountInfo>(link, dialog, calls::changeAccount(account.toStdString(), {{"role", nameOf(roleOf(role))}}),
                         [done](const AccountInfo&) { done(); });
    });
    dialog->look();
    dialog->open();
}

void askPassword(ManagerLink& link, QWidget* parent, const QString& account, std::function<void()> done) {
    auto* const dialog = new FormDialog("accountPassword", Words::tr("Password of %1", "dialog").arg(account),
                                        Words::tr("&Set the password", "button"), parent);
    QLineEdit* const password = dialog->addPassword("accountPasswordNew", Words::tr("New password", "settings"));
    QLineEdit* const again =
        dialog->addPassword("accountPasswordAgain", Words::tr("Once more", "settings, a password"));
    dialog->addHint(Words::tr("Their sessions are ended.", "dialog"));
    dialog->setMissing([password, again] { return whyNoPassword(password->text(), again->text()); });
    dialog->setAction([&link, dialog, account, password, done = std::move(done)] {
        act<AccountInfo>(link, dialog,
                         calls::changeAccount(account.toStdString(), {{"password", password->text().toStdString()}}),
                         [done](const AccountInfo&) { done(); });
    });
    dialog->open();
}

void askNewToken(ManagerLink& link, QWidget* parent, std::function<void()> done) {
    auto* const dialog = new FormDialog("newToken", Words::tr("New API token", "dialog"),
                                        Words::tr("&Make the token", "button"), parent);
    QLineEdit* const name = dialog->addLine("newTokenName", Words::tr("Name", "settings"));
    name->setPlaceholderText(Words::tr("which program it is for", "settings, a token"));
    QComboBox* const role = roleChoice("newTokenRole", AccountRole::viewer);
    dialog->form()->addRow(Words::tr("Role", "settings"), role);
    auto* const valid = named(new QComboBox, "newTokenValid", Words::tr("Valid for", "settings"));
    for (const int days : {7, 30, 90, 365})
        valid->addItem(Words::tr("%n day(s)", "settings, how long a token is valid", days), days);
    valid->addItem(Words::tr("no end", "settings, how long a token is valid"), 0);
    valid->setCurrentIndex(2);
    dialog->form()->addRow(Words::tr("Valid for", "settings"), valid);
    dialog->setMissing([name] {
        return name->text().trimmed().isEmpty() ? Words::tr("A name must be there", "settings") : QString();
    });
    dialog->setAction([&link, dialog, name, role, valid, where = QPointer<QWidget>(parent), done = std::move(done)] {
        const int days = valid->currentData().toInt();
        const std::optional<Seconds> seconds =
            days > 0 ? std::optional<Seconds>(Seconds(std::int64_t{days} * kDay)) : std::nullopt;
        act<TokenInfo>(link, dialog, calls::createToken(name->text().trimmed().toStdString(), roleOf(role), seconds),
                       [where, done](const TokenInfo& made) {
                           done();
                           showSecret(where, Words::tr("The token “%1”", "dialog").arg(toText(made.name)),
                                      Words::tr("It is shown only here and only now. Whoever has it may do what its "
                                                "role may: keep it as you keep a password.",
                                                "dialog"),
                                      toText(made.token));
                       });
    });
    dialog->open();
}

}  // namespace signalbox::ui
