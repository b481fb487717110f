// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"

class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class FactList;
class ManagerSwitch;
class Notice;

/// Whoever is logged in: as whom, with what role, another password, the way out.
class ProfileSettings : public SettingsSection {
    Q_OBJECT
public:
    ProfileSettings(ManagerLink& link, ManagerSwitch& choice, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Profile", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("about"); }
    void clear() override;

private:
    [[nodiscard]] QWidget* makePassword();
    void showWho();
    void checkPassword();
    void changePassword();
    void logOut();

    ManagerLink& m_link;
    ManagerSwitch& m_choice;
    FactList* m_facts = nullptr;
    QPushButton* m_logOut = nullptr;
    Notice* m_notice = nullptr;
    QLineEdit* m_old = nullptr;
    QLineEdit* m_new = nullptr;
    QLineEdit* m_again = nullptr;
    QPushButton* m_change = nullptr;
};

}  // namespace signalbox::ui
