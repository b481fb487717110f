// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <functional>

#include "core/base/result.h"

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class Notice;

/// Asks for a few values and does one thing with them; stays open and says why where that did not work. Deletes itself
/// when it is closed. Does not block.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    /// `action` is on the button that does it, whose objectName is `objectName` with "Do" behind.
    FormDialog(const char* objectName, const QString& title, const QString& action, QWidget* parent);

    [[nodiscard]] QFormLayout* form() { return m_form; }
    QLineEdit* addLine(const char* objectName, const QString& label, const QString& text = {});
    QLineEdit* addPassword(const char* objectName, const QString& label);
    /// Faint words below what was added.
    void addHint(const QString& text);
    /// What is still missing; empty: it can be done. Asked anew by look() and whenever a line changes.
    void setMissing(std::function<QString()> missing);
    /// What the button does; the button is off from then on until failed() is called.
    void setAction(std::function<void()> action);
    void look();
    void failed(const Error& error);

private:
    QString m_title;
    QFormLayout* m_form = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_do = nullptr;
    std::function<QString()> m_missing;
    std::function<void()> m_action;
};

/// Shows a secret that is shown once, to be copied. Deletes itself when it is closed.
void showSecret(QWidget* parent, const QString& title, const QString& text, const QString& secret);

}  // namespace signalbox::ui
