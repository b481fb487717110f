// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/account_settings.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <utility>

#include "core/adminclient/paging.h"
#include "ui/settings/account_dialogs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/small_table.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::AccountInfo;
using adminclient::TokenInfo;

namespace {

constexpr std::size_t kMost = 10000;

}  // namespace

AccountSettings::AccountSettings(ManagerLink& link, QWidget* parent) : SettingsSection(parent), m_link(link) {
    setObjectName(QStringLiteral("accountSettings"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("accountNotice"));
    m_table = smallTable("accountTable", tr("Accounts", "accessible name"),
                         {tr("Name", "column"), tr("Role", "column"), tr("State", "column"), tr("Sessions", "column"),
                          tr("Password of", "column")});
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Who may log in", "settings"), body);
    body->addWidget(hintLabel(
        tr("Accounts are for people, with a name and a password. Programs get tokens. The manager on this computer "
           "needs neither: it lets in whoever may read its data folder.",
           "settings")));
    body->addWidget(m_notice);
    body->addWidget(m_table, 1);
    body->addWidget(makeButtons());
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &AccountSettings::enable);
    enable();
}

QWidget* AccountSettings::makeButtons() {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* name, const QString& text, const QString& iconName, auto act) {
        auto* const made = button(name, text, iconName);
        needsRole(made, m_link, AccountRole::administrator);
        connect(made, &QPushButton::clicked, this, act);
        layout->addWidget(made);
        return made;
    };
    const auto again = [this] { refresh(); };
    add("addAccount", tr("&Add …", "button"), QStringLiteral("add"),
        [this, again] { askNewAccount(m_link, this, again); });
    m_role = add("changeRole", tr("&Role …", "button"), QStringLiteral("people"), [this, again] {
        if (const auto* const account = chosen()) askRole(m_link, this, toText(account->name), account->role, again);
    });
    m_password = add("resetPassword", tr("&Password …", "button"), QStringLiteral("key"), [this, again] {
        if (const auto* const account = chosen()) askPassword(m_link, this, toText(account->name), again);
    });
    m_lock = add("lockAccount", tr("&Lock", "button, an account"), QStringLiteral("locked"), [this] { lock(); });
    m_signOut = add("signOut", tr("&Sign out", "button"), QStringLiteral("back"), [this] { signOut(); });
    m_remove = add("removeAccount", tr("R&emove …", "button"), QStringLiteral("delete"), [this] { remove(); });
    layout->addStretch(1);
    return row;
}

void AccountSettings::refresh() {
    if (!m_link.client() || !whyNot(m_link, AccountRole::administrator).isEmpty())
        return m_notice->say(Tone::unknown, whyNot(m_link, AccountRole::administrator));
    adminclient::ListReader<AccountInfo>::read(
        *m_link.client(), [](adminclient::PageRequest page) { return calls::accounts(page); }, kMost, this,
        [this](Result<std::vector<AccountInfo>> accounts) {
            if (!accounts) return told(accounts.error());
            m_accounts = std::move(accounts).value();
            m_notice->say(Tone::neutral, {});
            put();
            readSessions();
        });
}

void AccountSettings::readSessions() {
    if (!m_link.client()) return;
    adminclient::ListReader<TokenInfo>::read(
        *m_link.client(), [](adminclient::PageRequest page) { return calls::tokens(page); }, kMost, this,
        [this](Result<std::vector<TokenInfo>> tokens) {
            if (!tokens) return told(tokens.error());
            m_sessions = std::move(tokens).value();
            std::erase_if(m_sessions, [](const TokenInfo& each) { return each.kind != "session"; });
            put();
        });
}

void AccountSettings::clear() {
    m_accounts.clear();
    m_sessions.clear();
    m_notice->say(Tone::neutral, {});
    put();
}

void AccountSettings::put() {
    const std::string before = chosen() ? chosen()->name : std::string();
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(m_accounts.size()));
    int row = 0;
    for (const AccountInfo& account : m_accounts) {
        const Status state = account.disabled
                                 ? Status{tr("Locked", "state of an account"), QStringLiteral("locked"), Tone::warning}
                                 : Status{tr("Open", "state of an account"), QStringLiteral("ok"), Tone::good};
        setCells(m_table, row,
                 {textCell(toText(account.name)), textCell(roleText(account.role)), statusCell(state),
                  textCell(number(static_cast<std::int64_t>(sessionsOf(account.name).size()))),
                  textCell(localTime(account.passwordAt), utcTime(account.passwordAt))});
        if (account.name == before) m_table->selectRow(row);
        ++row;
    }
    enable();
}

void AccountSettings::enable() {
    const AccountInfo* const account = chosen();
    for (QPushButton* const each : {m_role, m_password, m_lock, m_remove})
        each->setEnabled(account);
    m_signOut->setEnabled(account && !sessionsOf(account->name).empty());
    m_lock->setText(account && account->disabled ? tr("Un&lock", "button, an account")
                                                 : tr("&Lock", "button, an account"));
    m_lock->setAccessibleName(QString(m_lock->text()).remove(QLatin1Char('&')));
}

const AccountInfo* AccountSettings::chosen() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.front().row();
    return row >= 0 && row < static_cast<int>(m_accounts.size()) ? &m_accounts[row] : nullptr;
}

std::vector<std::int64_t> AccountSettings::sessionsOf(const std::string& account) const {
    std::vector<std::int64_t> ids;
    for (const TokenInfo& session : m_sessions)
        if (session.name == account) ids.push_back(session.id);
    return ids;
}

void AccountSettings::lock() {
    const AccountInfo* const account = chosen();
    if (!account) return;
    m_link.send<AccountInfo>(calls::changeAccount(account->name, {{"disabled", !account->disabled}}), this,
                             [this](const Result<AccountInfo>& changed) {
                                 if (!changed) return told(changed.error());
                                 refresh();
                             });
}

void AccountSettings::signOut() {
    const AccountInfo* const account = chosen();
    if (!account) return;
    const auto sessions = sessionsOf(account->name);
    ask(this,
        {tr("Sign %1 out?", "question").arg(toText(account->name)),
         tr("%n session(s) end at once. Whoever knows the password can log in again; lock the account to prevent that.",
            "question", static_cast<int>(sessions.size())),
         tr("Sign out", "button"),
         {}},
        [this, sessions] { endSessions(sessions); });
}

/// One after the other.
void AccountSettings::endSessions(std::vector<std::int64_t> sessions) {
    if (sessions.empty()) return refresh();
    const std::int64_t last = sessions.back();
    sessions.pop_back();
    m_link.send<adminclient::Nothing>(
        calls::deleteToken(last), this,
        [this, sessions = std::move(sessions)](const Result<adminclient::Nothing>& done) mutable {
            // It may have ended by itself meanwhile.
            if (!done && done.error().code != BaseErrc::notFound) return told(done.error());
            endSessions(std::move(sessions));
        });
}

void AccountSettings::remove() {
    const AccountInfo* const account = chosen();
    if (!account) return;
    ask(this,
        {tr("Remove the account %1?", "question").arg(toText(account->name)),
         tr("It cannot log in any more and its sessions end. What it did stays in the log of activity.", "question"),
         tr("Remove account", "button"),
         {}},
        [this, name = account->name] {
            m_link.send<adminclient::Nothing>(calls::deleteAccount(name), this,
                                              [this](const Result<adminclient::Nothing>& done) {
                                                  if (!done) return told(done.error());
                                                  refresh();
                                              });
        });
}

void AccountSettings::told(const Error& error) {
    if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
}

}  // namespace signalbox::ui
