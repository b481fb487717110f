// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>

#include "core/adminclient/manager_probe.h"
#include "ui/session/manager_switch.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace signalbox::ui {

class Notice;

/// Comes in to a manager elsewhere: its address, its fingerprint compared, then name and password or a token. Nothing
/// secret leaves before the fingerprint was compared. Does not block.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    ConnectDialog(ManagerSwitch& choice, KnownManagers& known, QWidget* parent = nullptr);

    /// Begins at the log-in of one whose fingerprint was compared before. Why its secret is asked for.
    void askSecret(const KnownManager& manager, const Error& why);

private:
    QWidget* addressPage();
    QWidget* comparePage();
    QWidget* logInPage();
    QWidget* makePage(const QString& heading, const QString& text, QWidget* body, const QList<QPushButton*>& buttons);
    void look();
    void showIdentity(const adminclient::ManagerIdentity& identity);
    void compare();
    void showLogIn();
    void checkLogIn();
    void logIn();
    void loggedIn(const Result<void>& outcome);

    ManagerSwitch& m_choice;
    KnownManagers& m_known;
    adminclient::ManagerProbe m_probe;
    KnownManager m_manager;
    QStackedWidget* m_steps = nullptr;
    Notice* m_notice = nullptr;
    QLineEdit* m_address = nullptr;
    QPushButton* m_look = nullptr;
    QLabel* m_fingerprint = nullptr;
    QLineEdit* m_given = nullptr;
    QCheckBox* m_compared = nullptr;
    QPushButton* m_trust = nullptr;
    QLabel* m_logInHeading = nullptr;
    QRadioButton* m_byName = nullptr;
    QRadioButton* m_byToken = nullptr;
    QLineEdit* m_account = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_token = nullptr;
    QCheckBox* m_keep = nullptr;
    QPushButton* m_logIn = nullptr;
};

/// "manager.example" as "https://manager.example:8444"; what is no address comes back as it is.
[[nodiscard]] QString managerUrl(const QString& typed);

}  // namespace signalbox::ui
