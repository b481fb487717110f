// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"

class QPushButton;
class QTableWidget;

namespace signalbox::ui {

class Notice;

/// The people who may log in: added, given roles and passwords, locked, signed out, removed.
class AccountSettings : public SettingsSection {
    Q_OBJECT
public:
    explicit AccountSettings(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Accounts", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("people"); }
    void refresh() override;
    void clear() override;

private:
    [[nodiscard]] QWidget* makeButtons();
    void readSessions();
    void put();
    void enable();
    [[nodiscard]] const adminclient::AccountInfo* chosen() const;
    [[nodiscard]] std::vector<std::int64_t> sessionsOf(const std::string& account) const;
    void lock();
    void signOut();
    void endSessions(std::vector<std::int64_t> sessions);
    void remove();
    void told(const Error& error);

    ManagerLink& m_link;
    std::vector<adminclient::AccountInfo> m_accounts;  ///< by row
    std::vector<adminclient::TokenInfo> m_sessions;
    Notice* m_notice = nullptr;
    QTableWidget* m_table = nullptr;
    QPushButton* m_role = nullptr;
    QPushButton* m_password = nullptr;
    QPushButton* m_lock = nullptr;
    QPushButton* m_signOut = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace signalbox::ui
