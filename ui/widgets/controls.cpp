// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Controls)
};

constexpr int kCardMargin = 14;

}  // namespace

QString plainToolTip(const QString& text) {
    if (text.isEmpty()) return {};
    return QStringLiteral("<span style=\"white-space: pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</span>");
}

QLabel* plainLabel(const QString& text, QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* hintLabel(const QString& text, QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* headingLabel(const QString& text, QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    label->setFont(font);
    return label;
}

QPushButton* button(const char* objectName, const QString& text, const QString& iconName, QWidget* parent) {
    auto* const made = new QPushButton(text, parent);
    if (!iconName.isEmpty()) made->setIcon(icon(iconName));
    made->setAutoDefault(false);
    return named(made, objectName, QString(text).remove(QLatin1Char('&')));
}

QFrame* card(const QString& heading, QVBoxLayout*& body, QWidget* parent) {
    auto* const frame = new QFrame(parent);
    frame->setProperty("card", true);
    body = new QVBoxLayout(frame);
    body->setContentsMargins(kCardMargin, kCardMargin, kCardMargin, kCardMargin);
    body->setSpacing(8);
    if (!heading.isEmpty()) body->addWidget(headingLabel(heading));
    return frame;
}

void ask(QWidget* parent, const Question& question, std::function<void()> yes) {
    auto* const box = new QMessageBox(QMessageBox::Warning, question.title, question.title, QMessageBox::Cancel,
                                      parent ? parent->window() : nullptr);
    box->setObjectName(QStringLiteral("question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.text);
    for (auto* const label : box->findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
    auto* const action = box->addButton(question.action, QMessageBox::AcceptRole);
    named(action, "questionYes", question.action);
    box->setDefaultButton(QMessageBox::Cancel);
    if (!question.typed.isEmpty()) {
        auto* const edit = named(new QLineEdit(box), "questionTyped", Words::tr("Confirmation", "of a question"));
        edit->setPlaceholderText(Words::tr("Type %1 to go on", "confirmation").arg(question.typed));
        box->layout()->addWidget(edit);
        action->setEnabled(false);
        QObject::connect(edit, &QLineEdit::textChanged, action,
                         [action, typed = question.typed](const QString& text) { action->setEnabled(text == typed); });
    }
    QObject::connect(box, &QMessageBox::buttonClicked, parent ? static_cast<QObject*>(parent) : box,
                     [action, yes = std::move(yes)](QAbstractButton* clicked) {
                         if (clicked == action) yes();
                     });
    box->open();
}

void tellError(QWidget* parent, const QString& what, const QString& why, const QString& details) {
    auto* const box =
        new QMessageBox(QMessageBox::Warning, what, what, QMessageBox::Ok, parent ? parent->window() : nullptr);
    box->setObjectName(QStringLiteral("errorBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details.isEmpty() ? why : why + QStringLiteral("\n\n") + details);
    for (auto* const label : box->findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
    box->open();
}

}  // namespace signalbox::ui
