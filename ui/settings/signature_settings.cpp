// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/signature_settings.h"

#include <QDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/base/file_system.h"
#include "ui/session/background.h"
#include "ui/signatures/key_choice.h"
#include "ui/signatures/members_dialog.h"
#include "ui/signatures/replace_dialog.h"
#include "ui/signatures/setup_panel.h"
#include "ui/signatures/sign_dialog.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/small_table.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::StagedTrust;
using adminclient::TrustRole;
using adminclient::TrustState;

namespace {

constexpr int kRoleRows = 6;
constexpr int kShortRows = 3;
constexpr int kNameWidth = 230;  // device-independent pixels
constexpr int kKeysWidth = 190;
constexpr int kNameRole = Qt::UserRole;

bool isByPeople(const std::string& role) {
    return role != "snapshot" && role != "timestamp";
}

QTableWidgetItem* nameCell(const QString& text, const std::string& name) {
    QTableWidgetItem* const cell = textCell(text, toText(name));
    cell->setData(kNameRole, toText(name));
    return cell;
}

std::string nameOfChosen(const QTableWidget* table) {
    const QModelIndexList rows = table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::string() : rows.front().data(kNameRole).toString().toStdString();
}

}  // namespace

SignatureSettings::SignatureSettings(ManagerLink& link, ReleaseDigest digest, QWidget* parent)
    : SettingsSection(parent), m_link(link), m_digest(std::move(digest)) {
    setObjectName(QStringLiteral("signatureSettings"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("signatureNotice"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(rolesCard());
    layout->addWidget(waitingCard());
    layout->addWidget(ownCard());
    layout->addStretch(1);
    put();
}

QWidget* SignatureSettings::rolesCard() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Whose signatures releases need", "settings"), body);
    m_roles =
        smallTable("roleTable", tr("Roles and their keys", "accessible name"),
                   {tr("What", "column"), tr("Signatures", "column"), tr("Keys", "column"), tr("Ends", "column")});
    limitRows(m_roles, kRoleRows);
    m_roles->setColumnWidth(0, kNameWidth);
    m_roles->setColumnWidth(2, kKeysWidth);
    body->addWidget(m_roles);
    auto* const row = new QHBoxLayout;
    addFlows(row);
    row->addStretch(1);
    body->addLayout(row);
    body->addWidget(hintLabel(protectionText()));
    connect(m_roles, &QTableWidget::itemSelectionChanged, this, &SignatureSettings::enable);
    return frame;
}

void SignatureSettings::addFlows(QHBoxLayout* row) {
    const auto add = [this, row](const char* name, const QString& text, const char* iconName) {
        auto* const made = button(name, text, QString::fromLatin1(iconName));
        needsRole(made, m_link, AccountRole::administrator);
        row->addWidget(made);
        return made;
    };
    m_setUp = add("setUpSignatures", tr("&Set up …", "button"), "key");
    m_approvers = add("approvers", tr("&Approvers …", "button"), "people");
    m_holders = add("rootHolders", tr("Root &holders …", "button"), "locked");
    m_replace = add("replaceKey", tr("&Lost key …", "button"), "refresh");
    m_renew = add("renewRole", tr("Re&new …", "button"), "calendar");
    m_replace->setToolTip(tr("Replace a key: lost, stolen or old; restore from the recovery kit", "tool tip"));
    connect(m_setUp, &QPushButton::clicked, this, [this] {
        auto* const dialog = new SetupDialog(m_link, this);
        open(dialog);
    });
    connect(m_approvers, &QPushButton::clicked, this,
            [this] { open(new MembersDialog(m_link, m_digest, MembersDialog::Of::product, this)); });
    connect(m_holders, &QPushButton::clicked, this,
            [this] { open(new MembersDialog(m_link, m_digest, MembersDialog::Of::root, this)); });
    connect(m_replace, &QPushButton::clicked, this, [this] { open(new ReplaceDialog(m_link, m_digest, this)); });
    connect(m_renew, &QPushButton::clicked, this, &SignatureSettings::renew);
}

QWidget* SignatureSettings::waitingCard() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Waits for signatures", "settings"), body);
    m_waiting = smallTable("waitingTable", tr("What waits for signatures", "accessible name"),
                           {tr("What", "column"), tr("Signatures", "column"), tr("Signed with", "column")});
    limitRows(m_waiting, kShortRows);
    m_waiting->setColumnWidth(0, kNameWidth);
    m_sign = button("signWaiting", tr("Re&view and sign …", "button"), QStringLiteral("view"));
    m_drop = button("dropWaiting", tr("&Take back …", "button"), QStringLiteral("delete"));
    needsRole(m_sign, m_link, AccountRole::approver);
    needsRole(m_drop, m_link, AccountRole::administrator);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_sign);
    row->addWidget(m_drop);
    row->addStretch(1);
    body->addWidget(m_waiting);
    body->addLayout(row);
    connect(m_waiting, &QTableWidget::itemSelectionChanged, this, &SignatureSettings::enable);
    connect(m_sign, &QPushButton::clicked, this, [this] { sign({toText(chosenWaiting())}); });
    connect(m_drop, &QPushButton::clicked, this, &SignatureSettings::drop);
    return frame;
}

QWidget* SignatureSettings::ownCard() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("My keys on this computer", "settings"), body);
    m_own = smallTable("ownKeyTable", tr("My keys on this computer", "accessible name"), {tr("Key", "column")});
    limitRows(m_own, kShortRows);
    m_ownHint =
        hintLabel(tr("They lie in the keychain of this computer and go nowhere else. What others get is the "
                     "public key.",
                     "settings"));
    m_make = button("makeKey", tr("&Make a key", "button"), QStringLiteral("add"));
    m_save = button("savePublicKey", tr("Save the &public key …", "button"), QStringLiteral("download"));
    m_remove = button("removeKey", tr("&Delete …", "button"), QStringLiteral("delete"));
    auto* const row = new QHBoxLayout;
    for (QPushButton* const each : {m_make, m_save, m_remove})
        row->addWidget(each);
    row->addStretch(1);
    body->addWidget(m_own);
    body->addWidget(m_ownHint);
    body->addLayout(row);
    connect(m_own, &QTableWidget::itemSelectionChanged, this, &SignatureSettings::enable);
    connect(m_make, &QPushButton::clicked, this, &SignatureSettings::makeKey);
    connect(m_save, &QPushButton::clicked, this, &SignatureSettings::saveKey);
    connect(m_remove, &QPushButton::clicked, this, &SignatureSettings::removeKey);
    return frame;
}

void SignatureSettings::open(QDialog* dialog) {
    connect(dialog, &QDialog::finished, this, &SignatureSettings::refresh);
    dialog->open();
}

void SignatureSettings::refresh() {
    m_keychain.read(this, [this](const Result<ApproverKeys::Keys>& keys) { putOwn(keys); });
    if (!m_link.client()) return;
    m_link.send<TrustState>(calls::trust(), this, [this](Result<TrustState> state) {
        if (!state) {
            if (state.error().code != BaseErrc::cancelled)
                m_notice->say(Tone::bad, errorText(state.error()), errorDetails(state.error()));
            return;
        }
        m_state = std::move(state).value();
        put();
    });
}

void SignatureSettings::clear() {
    m_state.reset();
    put();
}

void SignatureSettings::put() {
    if (!m_state) {
        m_notice->say(Tone::neutral, {});
    } else if (!m_state->established) {
        m_notice->say(Tone::warning,
                      tr("No signatures are asked for: whoever holds an administrator's token, or the manager's "
                         "machine, can approve a release.",
                         "settings"));
    } else if (!m_state->staged.empty()) {
        m_notice->say(Tone::waiting, tr("Something waits for signatures.", "settings"));
    } else {
        m_notice->say(Tone::good, tr("Terminals take nothing without signatures.", "settings"));
    }
    putRoles();
    putWaiting();
    enable();
}

void SignatureSettings::putRoles() {
    const std::string before = chosenRole();
    const QSignalBlocker quiet(m_roles);
    const std::vector<TrustRole> roles = m_state ? m_state->roles : std::vector<TrustRole>();
    m_roles->setRowCount(static_cast<int>(roles.size()));
    int row = 0;
    for (const TrustRole& role : roles) {
        QStringList keys;
        for (const std::string& id : role.keyIds) {
            const auto same = [&id](const trust::PrivateKey& key) { return approver::keyIdOf(key) == id; };
            const bool isMine = std::any_of(m_keys.begin(), m_keys.end(), same);
            keys.append(isMine ? tr("%1 (mine)", "a key").arg(keyText(id)) : keyText(id));
        }
        const QString all = isByPeople(role.role) ? keys.join(QStringLiteral("; ")) : tr("the manager's", "keys");
        setCells(m_roles, row,
                 {nameCell(roleTitle(role.role), role.role),
                  textCell(tr("%1 of %2", "signatures, keys").arg(role.need).arg(role.keyIds.size())),
                  textCell(all, keys.join(QLatin1Char('\n'))), textCell(localTime(role.ends), utcTime(role.ends))});
        if (role.role == before) m_roles->selectRow(row);
        ++row;
    }
}

void SignatureSettings::putWaiting() {
    const std::string before = chosenWaiting();
    const QSignalBlocker quiet(m_waiting);
    const std::vector<StagedTrust> staged = m_state ? m_state->staged : std::vector<StagedTrust>();
    m_waiting->setRowCount(static_cast<int>(staged.size()));
    int row = 0;
    for (const StagedTrust& each : staged) {
        QStringList keys;
        for (const std::string& id : each.signers)
            keys.append(keyText(id));
        setCells(m_waiting, row,
                 {nameCell(roleTitle(each.role), each.role),
                  textCell(tr("%1 of %2", "signatures, needed").arg(each.have).arg(each.need)),
                  textCell(keys.join(QStringLiteral("; ")), keys.join(QLatin1Char('\n')))});
        if (each.role == before || row == 0) m_waiting->selectRow(row);
        ++row;
    }
}

void SignatureSettings::putOwn(const Result<ApproverKeys::Keys>& keys) {
    m_keys = keys ? *keys : ApproverKeys::Keys();
    const int before = std::max(m_own->currentRow(), 0);
    m_own->setRowCount(static_cast<int>(m_keys.size()));
    int row = 0;
    for (const trust::PrivateKey& key : m_keys) {
        const std::string id = approver::keyIdOf(key);
        setCells(m_own, row++, {nameCell(keyText(id), id)});
    }
    if (!m_keys.empty()) m_own->selectRow(std::min(before, static_cast<int>(m_keys.size()) - 1));
    const bool isThere = keys || keys.error().code != BaseErrc::unavailable;
    m_ownHint->setText(isThere ? tr("They lie in the keychain of this computer and go nowhere else. What others get is "
                                    "the public key.",
                                    "settings")
                               : tr("This computer has no keychain, so that no key can be kept here. Sign with a key "
                                    "file: signalboxctl key create makes one behind a passphrase.",
                                    "settings"));
    m_make->setEnabled(keys.has_value());
    putRoles();
    enable();
}

std::string SignatureSettings::chosenRole() const {
    return nameOfChosen(m_roles);
}

std::string SignatureSettings::chosenWaiting() const {
    return nameOfChosen(m_waiting);
}

const trust::PrivateKey* SignatureSettings::chosenKey() const {
    const std::string id = nameOfChosen(m_own);
    const auto same = [&id](const trust::PrivateKey& key) { return approver::keyIdOf(key) == id; };
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), same);
    return found == m_keys.end() ? nullptr : &*found;
}

void SignatureSettings::enable() {
    const bool established = m_state && m_state->established;
    const std::string role = chosenRole();
    const std::string waiting = chosenWaiting();
    m_setUp->setEnabled(m_state && !m_state->established);
    for (QPushButton* const each : {m_approvers, m_holders, m_replace})
        each->setEnabled(established);
    m_renew->setEnabled(established && !role.empty() && isByPeople(role));
    m_sign->setEnabled(!waiting.empty());
    m_drop->setEnabled(waiting == "root" || waiting == "targets");
    m_save->setEnabled(chosenKey());
    m_remove->setEnabled(chosenKey());
}

/// The same again with a later end; where it waits for signatures already, it is that which is signed.
void SignatureSettings::renew() {
    const std::string role = chosenRole();
    if (role.empty()) return;
    m_link.send<StagedTrust>(calls::renewTrust(role), this, [this, role](const Result<StagedTrust>& renewed) {
        if (renewed || renewed.error().code == BaseErrc::wrongState) return sign({toText(role)});
        tellError(this, tr("It was not renewed", "error"), errorText(renewed.error()), errorDetails(renewed.error()));
    });
}

void SignatureSettings::sign(const QStringList& roles) {
    open(new SignDialog(m_link, m_digest, roles, this));
}

void SignatureSettings::drop() {
    const std::string role = chosenWaiting();
    ask(this,
        {tr("Take back what waits?", "question"),
         tr("%1: the change goes, with the signatures that it has. What is published stays as it is.", "question")
             .arg(roleTitle(role)),
         tr("Take back", "button"),
         {}},
        [this, role] {
            m_link.send<adminclient::Nothing>(calls::dropStagedTrust(role), this,
                                              [this](const Result<adminclient::Nothing>& done) {
                                                  if (!done)
                                                      tellError(this, tr("It was not taken back", "error"),
                                                                errorText(done.error()), errorDetails(done.error()));
                                                  refresh();
                                              });
        });
}

void SignatureSettings::makeKey() {
    m_keychain.add(trust::PrivateKey::generate(), this, [this](const Result<void>& kept) {
        if (!kept)
            tellError(this, tr("No key was made", "error"),
                      kept.error().code == BaseErrc::tooLarge
                          ? tr("There are as many as can be kept. Delete one that counts nowhere any more.", "error")
                          : tr("The keychain of this computer did not take it.", "error"),
                      errorDetails(kept.error()));
        refresh();
    });
}

void SignatureSettings::saveKey() {
    if (!chosenKey()) return;
    auto* const dialog = new QFileDialog(this, tr("Where shall the public key lie?", "dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("signalbox.pub"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, pem = chosenKey()->publicKey().toPem()](const QString& file) {
            using Written = std::shared_ptr<Result<void>>;
            inBackground<Written>(
                this,
                [pem, file = file.toStdString()] {
                    return std::make_shared<Result<void>>(replaceFile(nativeFileSystem(), file, bytesOf(pem), 0644));
                },
                [this](const Written& written) {
                    if (*written) return;
                    tellError(this, tr("The public key was not saved", "error"), errorText(written->error()),
                              errorDetails(written->error()));
                });
        });
    dialog->open();
}

void SignatureSettings::removeKey() {
    const trust::PrivateKey* const key = chosenKey();
    if (!key) return;
    const std::string id = approver::keyIdOf(*key);
    ask(this,
        {tr("Delete the key %1?", "question").arg(keyText(id)),
         tr("It is nowhere else: nobody can sign with it any more. Where it still counts, replace it first.",
            "question"),
         tr("Delete key", "button"), tr("delete", "typed to confirm")},
        [this, id] { m_keychain.remove(id, this, [this](const Result<void>&) { refresh(); }); });
}

}  // namespace signalbox::ui
