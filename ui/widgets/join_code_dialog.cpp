// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/join_code_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr QSize kSize{680, 480};
constexpr int kMostCodes = 1000;

QSpinBox* spin(const char* objectName, const QString& name, int value, int most) {
    auto* const box = named(new QSpinBox, objectName, name);
    box->setRange(1, most);
    box->setValue(value);
    return box;
}

/// One word of a shell, whatever is in it.
QString inShell(QString text) {
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

}  // namespace

JoinCodeDialog::JoinCodeDialog(ManagerLink& link, JoinRole role, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_link(link), m_role(role) {
    const bool node = role == JoinRole::node;
    named(this, "joinCodeDialog", node ? tr("Add nodes", "dialog") : tr("Add terminals", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    m_cluster = named(new QComboBox, "joinCluster", tr("Cluster", "join codes"));
    m_count = spin("joinCount", tr("Number of codes", "join codes"), 1, kMostCodes);
    m_uses = spin("joinUses", tr("Terminals for each code", "join codes"), 1, 100000);
    m_hours = spin("joinHours", tr("Valid for", "join codes"), node ? 1 : 24, 24 * 30);
    m_hours->setSuffix(tr(" h", "hours, after a number"));
    m_approval = named(new QCheckBox(tr("Each must be let in by an administrator", "join codes")), "joinApproval",
                       tr("Each must be let in by an administrator", "join codes"));
    m_make = button("joinMake", tr("&Make codes", "button"), QStringLiteral("key"));
    m_make->setDefault(true);
    m_copy = button("joinCopy", tr("&Copy commands", "button"), QStringLiteral("copy"));
    m_copy->setEnabled(false);
    m_commands = named(new QPlainTextEdit, "joinCommands", tr("Commands to run", "join codes"));
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setPlaceholderText(node ? tr("The commands to run on the machine that becomes a node appear here.")
                                        : tr("The commands to run on each terminal appear here."));
    m_notice = new Notice;

    auto* const form = new QFormLayout;
    form->addRow(tr("Cluster", "join codes"), m_cluster);
    form->addRow(tr("Number of codes", "join codes"), m_count);
    form->addRow(tr("Terminals for each code", "join codes"), m_uses);
    form->addRow(tr("Valid for", "join codes"), m_hours);
    form->addRow(QString(), m_approval);
    form->setRowVisible(m_uses, !node);
    form->setRowVisible(m_approval, !node);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(
        hintLabel(tr("A code carries the manager's address and the fingerprint of its certificate: nothing "
                     "else has to be typed or trusted. Whoever has it may join, so send it as you would a "
                     "password.",
                     "join codes")));
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_notice);
    layout->addWidget(m_commands, 1);
    layout->addWidget(box);
    connect(m_make, &QPushButton::clicked, this, &JoinCodeDialog::make);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_commands->toPlainText()); });
    readClusters();
}

void JoinCodeDialog::readClusters() {
    m_make->setEnabled(false);
    m_link.send<adminclient::Page<Cluster>>(
        calls::clusters({0, 1000}), this, [this](Result<adminclient::Page<Cluster>> page) {
            if (!page) return m_notice->say(Tone::bad, errorText(page.error()), errorDetails(page.error()));
            for (const Cluster& cluster : page->items)
                m_cluster->addItem(toText(cluster.name));
            m_make->setEnabled(m_cluster->count() > 0);
        });
}

void JoinCodeDialog::make() {
    m_make->setEnabled(false);
    const Seconds valid{m_hours->value() * 3600};
    const bool node = m_role == JoinRole::node;
    m_link.send<adminclient::JoinCodes>(
        calls::createJoinCodes(m_role, m_cluster->currentText().toStdString(), m_count->value(), valid,
                               node ? 1 : m_uses->value(), !node && m_approval->isChecked()),
        this, [this](Result<adminclient::JoinCodes> codes) {
            m_make->setEnabled(true);
            if (!codes) return m_notice->say(Tone::bad, errorText(codes.error()), errorDetails(codes.error()));
            put(*codes);
        });
}

void JoinCodeDialog::put(const adminclient::JoinCodes& codes) {
    QStringList lines;
    int number = 0;
    for (const std::string& code : codes.codes)
        lines.append(commandFor(m_role, toText(code), ++number));
    m_commands->setPlainText(lines.join(QStringLiteral("\n\n")));
    m_copy->setEnabled(true);
    m_copy->setFocus();
    m_notice->say(
        Tone::good,
        tr("Valid until %1. The codes are shown only here and only now.", "join codes").arg(localTime(codes.notAfter)),
        utcTime(codes.notAfter));
}

QString JoinCodeDialog::commandFor(JoinRole role, const QString& code, int number, const QString& id) {
    if (role == JoinRole::node)
        return QStringLiteral(
                   "signalbox-node join %1 --data /srv/signalbox --name node-%2 --listen 0.0.0.0:9443 "
                   "--url https://$(hostname -f):9443\nsignalbox-node run --data /srv/signalbox")
            .arg(code)
            .arg(number);
    return QStringLiteral(
               "signalbox-terminal join %1 --data /var/lib/signalbox-terminal --root /opt/products --id "
               "%2\nsignalbox-terminal run --data /var/lib/signalbox-terminal")
        .arg(code, id.isEmpty() ? QStringLiteral("$(hostname)") : inShell(id));
}

}  // namespace signalbox::ui
