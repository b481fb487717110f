// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace {

constexpr int kWidth = 480;
constexpr int kSecretWidth = 560;

}  // namespace

FormDialog::FormDialog(const char* objectName, const QString& title, const QString& action, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_title(title) {
    named(this, objectName, title);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    m_form = new QFormLayout;
    m_notice = new Notice;
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = button(objectName, action, {});
    m_do->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Do"));
    m_do->setDefault(true);
    box->addButton(m_do, QDialogButtonBox::ActionRole);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(m_form);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, [this] {
        m_notice->say(Tone::neutral, {});
        m_do->setEnabled(false);
        if (m_action) m_action();
    });
}

QLineEdit* FormDialog::addLine(const char* objectName, const QString& label, const QString& text) {
    auto* const edit = named(new QLineEdit(text), objectName, label);
    m_form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &FormDialog::look);
    return edit;
}

QLineEdit* FormDialog::addPassword(const char* objectName, const QString& label) {
    QLineEdit* const edit = addLine(objectName, label);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

void FormDialog::addHint(const QString& text) {
    m_form->addRow(hintLabel(text));
}

void FormDialog::setMissing(std::function<QString()> missing) {
    m_missing = std::move(missing);
    look();
}

void FormDialog::setAction(std::function<void()> action) {
    m_action = std::move(action);
}

void FormDialog::look() {
    const QString missing = m_missing ? m_missing() : QString();
    m_do->setEnabled(missing.isEmpty());
    m_do->setToolTip(missing);
}

void FormDialog::failed(const Error& error) {
    look();
    m_notice->say(Tone::bad, errorText(error), errorDetails(error));
}

void showSecret(QWidget* parent, const QString& title, const QString& text, const QString& secret) {
    auto* const dialog = new QDialog(parent ? parent->window() : nullptr);
    named(dialog, "secretDialog", title);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinimumWidth(kSecretWidth);
    auto* const line = named(new QLineEdit(secret), "secretText", title);
    line->setReadOnly(true);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line->setCursorPosition(0);
    auto* const copy = button("secretCopy", FormDialog::tr("&Copy", "button"), QStringLiteral("copy"));
    auto* const row = new QHBoxLayout;
    row->addWidget(line, 1);
    row->addWidget(copy);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* const layout = new QVBoxLayout(dialog);
    layout->setSpacing(10);
    layout->addWidget(headingLabel(title));
    layout->addWidget(hintLabel(text));
    layout->addLayout(row);
    layout->addWidget(box);
    QObject::connect(copy, &QPushButton::clicked, dialog, [secret] { QGuiApplication::clipboard()->setText(secret); });
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
    copy->setFocus();
}

}  // namespace signalbox::ui
