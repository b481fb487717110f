// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/embedded_manager.h"
#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class FactList;
class KnownManagers;
class ManagerSwitch;
class Notice;

/// The manager that is open, and the one on this computer: where it is reached, whether it goes on, where its data lie.
class ManagerSettings : public SettingsSection {
    Q_OBJECT
public:
    ManagerSettings(ManagerLink& link, ManagerSwitch& choice, KnownManagers& known, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Manager", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-nodes"); }
    void refresh() override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeOpen();
    [[nodiscard]] QWidget* makeHere();
    [[nodiscard]] QWidget* makeKeeping();
    void put(const adminclient::ManagerStatus& status);
    void showHere();
    void changeAddress();
    void setAutostart(bool starts);

    ManagerLink& m_link;
    ManagerSwitch& m_choice;
    KnownManagers& m_known;
    FactList* m_facts = nullptr;
    QPushButton* m_copy = nullptr;
    QString m_fingerprint;
    Notice* m_state = nullptr;
    QLineEdit* m_address = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_stop = nullptr;
    QCheckBox* m_keepsRunning = nullptr;
    QCheckBox* m_autostart = nullptr;
    bool m_looked = false;  ///< whether the console starts at log-in
};

}  // namespace signalbox::ui
