// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"
#include "ui/signatures/approver_keys.h"
#include "ui/signatures/release_facts.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace signalbox::ui {

class Notice;

/// Whose signatures releases need, what waits for them, and the keys of whoever sits here.
class SignatureSettings : public SettingsSection {
    Q_OBJECT
public:
    SignatureSettings(ManagerLink& link, ReleaseDigest digest, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Signatures", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-approvals"); }
    void refresh() override;
    void clear() override;

private:
    [[nodiscard]] QWidget* rolesCard();
    [[nodiscard]] QWidget* waitingCard();
    [[nodiscard]] QWidget* ownCard();
    void addFlows(QHBoxLayout* row);
    void put();
    void putRoles();
    void putWaiting();
    void putOwn(const Result<ApproverKeys::Keys>& keys);
    void enable();
    void renew();
    void sign(const QStringList& roles);
    void drop();
    void makeKey();
    void saveKey();
    void removeKey();
    void open(QDialog* dialog);
    [[nodiscard]] std::string chosenRole() const;
    [[nodiscard]] std::string chosenWaiting() const;
    [[nodiscard]] const trust::PrivateKey* chosenKey() const;

    ManagerLink& m_link;
    ReleaseDigest m_digest;
    ApproverKeys m_keychain;
    ApproverKeys::Keys m_keys;
    std::optional<adminclient::TrustState> m_state;
    Notice* m_notice = nullptr;
    QTableWidget* m_roles = nullptr;
    QTableWidget* m_waiting = nullptr;
    QTableWidget* m_own = nullptr;
    QLabel* m_ownHint = nullptr;
    QPushButton* m_setUp = nullptr;
    QPushButton* m_approvers = nullptr;
    QPushButton* m_holders = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_renew = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_drop = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace signalbox::ui
