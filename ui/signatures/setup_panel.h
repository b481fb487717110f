// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QWidget>

#include "ui/session/manager_link.h"
#include "ui/signatures/signature_setup.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class Notice;

/// Asks where the approver's key and the recovery kit shall lie, and sets up signatures with them.
class SetupPanel : public QWidget {
    Q_OBJECT
public:
    explicit SetupPanel(ManagerLink& link, QWidget* parent = nullptr);

    /// The button that starts it is the owner's: it has this panel's words and is on when it may be pressed.
    void drive(QPushButton* button);

Q_SIGNALS:
    void done();

private:
    void addKeyRows(QFormLayout* form);
    void addKitRows(QFormLayout* form);
    void browse(QLineEdit* into, const QString& title, const QString& name);
    [[nodiscard]] QString missing() const;
    void look();
    void start();
    void failed(const QString& step, const Error& error);

    SignatureSetup m_setup;
    QFormLayout* m_form = nullptr;
    QComboBox* m_place = nullptr;
    QWidget* m_keyRow = nullptr;
    QLineEdit* m_keyFile = nullptr;
    QLineEdit* m_keyPassphrase = nullptr;
    QLineEdit* m_kit = nullptr;
    QLineEdit* m_kitPassphrase = nullptr;
    QLineEdit* m_kitAgain = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_button = nullptr;
};

/// The panel as a dialog of its own; deletes itself when it is closed.
class SetupDialog : public QDialog {
    Q_OBJECT
public:
    SetupDialog(ManagerLink& link, QWidget* parent);

Q_SIGNALS:
    void done();
};

/// What signatures protect and what not, in plain words: it stands wherever keys are made.
[[nodiscard]] QString protectionText();

}  // namespace signalbox::ui
