// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/token_settings.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

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
using adminclient::TokenInfo;

namespace {

constexpr std::size_t kMost = 10000;

}  // namespace

TokenSettings::TokenSettings(ManagerLink& link, QWidget* parent) : SettingsSection(parent), m_link(link) {
    setObjectName(QStringLiteral("tokenSettings"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("tokenNotice"));
    m_table = smallTable("tokenTable", tr("API tokens", "accessible name"),
                         {tr("Name", "column"), tr("Role", "column"), tr("Made", "column"), tr("Ends", "column")});
    auto* const make = button("makeToken", tr("&New token …", "button"), QStringLiteral("add"));
    m_revoke = button("revokeToken", tr("&Revoke …", "button"), QStringLiteral("delete"));
    needsRole(make, link, AccountRole::administrator);
    needsRole(m_revoke, link, AccountRole::administrator);
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Tokens of programs", "settings"), body);
    body->addWidget(hintLabel(
        tr("signalboxctl, a build server or a monitor comes in by a token. The manager keeps no token, only what it "
           "takes to recognise one.",
           "settings")));
    body->addWidget(m_notice);
    body->addWidget(m_table, 1);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(make);
    buttons->addWidget(m_revoke);
    buttons->addStretch(1);
    body->addLayout(buttons);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    connect(make, &QPushButton::clicked, this, [this] { askNewToken(m_link, this, [this] { refresh(); }); });
    connect(m_revoke, &QPushButton::clicked, this, &TokenSettings::revoke);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TokenSettings::enable);
    enable();
}

void TokenSettings::refresh() {
    if (!m_link.client() || !whyNot(m_link, AccountRole::administrator).isEmpty())
        return m_notice->say(Tone::unknown, whyNot(m_link, AccountRole::administrator));
    adminclient::ListReader<TokenInfo>::read(
        *m_link.client(), [](adminclient::PageRequest page) { return calls::tokens(page); }, kMost, this,
        [this](Result<std::vector<TokenInfo>> tokens) {
            if (!tokens) {
                if (tokens.error().code != BaseErrc::cancelled)
                    m_notice->say(Tone::bad, errorText(tokens.error()), errorDetails(tokens.error()));
                return;
            }
            m_notice->say(Tone::neutral, {});
            m_tokens = std::move(tokens).value();
            std::erase_if(m_tokens, [](const TokenInfo& each) { return each.kind == "session"; });
            put();
        });
}

void TokenSettings::clear() {
    m_tokens.clear();
    m_notice->say(Tone::neutral, {});
    put();
}

void TokenSettings::put() {
    const std::int64_t before = chosen() ? chosen()->id : 0;
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(m_tokens.size()));
    int row = 0;
    for (const TokenInfo& token : m_tokens) {
        const QString ends = token.notAfter ? localTime(token.notAfter) : tr("never", "end of a token");
        setCells(
            m_table, row,
            {textCell(toText(token.name)), textCell(roleText(token.role)),
             textCell(localTime(token.createdAt), utcTime(token.createdAt)), textCell(ends, utcTime(token.notAfter))});
        if (token.id == before) m_table->selectRow(row);
        ++row;
    }
    enable();
}

/// Whoever saws at the branch that one sits on is told so.
void TokenSettings::enable() {
    const TokenInfo* const token = chosen();
    const auto& who = m_link.who();
    const bool isOwn = token && who && who->kind == "token" && who->name == token->name;
    m_revoke->setEnabled(token && !isOwn);
    if (whyNot(m_link, AccountRole::administrator).isEmpty())
        m_revoke->setToolTip(isOwn ? tr("This console comes in by this token", "tool tip") : QString());
}

const TokenInfo* TokenSettings::chosen() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.front().row();
    return row >= 0 && row < static_cast<int>(m_tokens.size()) ? &m_tokens[row] : nullptr;
}

void TokenSettings::revoke() {
    const TokenInfo* const token = chosen();
    if (!token) return;
    ask(this,
        {tr("Revoke the token “%1”?", "question").arg(toText(token->name)),
         tr("Whatever comes in by it is refused from now on. This cannot be taken back.", "question"),
         tr("Revoke token", "button"),
         {}},
        [this, id = token->id] {
            m_link.send<adminclient::Nothing>(calls::deleteToken(id), this,
                                              [this](const Result<adminclient::Nothing>& done) {
                                                  if (!done)
                                                      tellError(this, tr("The token was not revoked", "error"),
                                                                errorText(done.error()), errorDetails(done.error()));
                                                  refresh();
                                              });
        });
}

}  // namespace signalbox::ui
