// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/join_panel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::JoinCodes;
using adminclient::NodeDetail;
using adminclient::Page;

namespace {

constexpr Seconds kCodeValid{24 * 3600};

}  // namespace

QString joinCommand(JoinRole role, const std::string& code) {
    const QString text = QString::fromStdString(code);
    if (role == JoinRole::node)
        return QStringLiteral(
                   "signalbox-node join %1 --data ~/signalbox-node --name \"$(hostname)\" --listen 0.0.0.0:8445 "
                   "--url \"https://$(hostname -f):8445\" && signalbox-node run --data ~/signalbox-node")
            .arg(text);
    return QStringLiteral(
               "signalbox-terminal join %1 --data ~/signalbox-terminal --root ~/signalbox && "
               "signalbox-terminal run --data ~/signalbox-terminal")
        .arg(text);
}

JoinPanel::JoinPanel(ManagerLink& link, QWidget* parent) : QWidget(parent), m_link(link) {
    setObjectName(QStringLiteral("joinPanel"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_node = addRow("node", tr("A download node"),
                    tr("Paste this on the machine that will hand out packages. Any Linux machine with Signalbox's "
                       "node program will do, this one too."));
    m_terminal = addRow("terminal", tr("A terminal"), tr("Paste this on the first machine that is to be upgraded."));
    layout->addStretch(1);
    connect(&m_link, &ManagerLink::refreshWanted, this, [this](Topics topics) {
        if (m_begun && topics & (Topics(Topic::node) | Topic::terminal)) look();
    });
    connect(&m_link, &ManagerLink::managerChanged, this, [this] {
        m_nodes = m_terminals = 0;
        m_asked = false;
    });
}

JoinPanel::Row JoinPanel::addRow(const char* name, const QString& heading, const QString& hint) {
    Row row;
    const QString prefix = QString::fromUtf8(name);
    row.command = new QLineEdit;
    row.command->setObjectName(prefix + QStringLiteral("Command"));
    row.command->setAccessibleName(tr("Command: %1").arg(heading));
    row.command->setReadOnly(true);
    row.command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    row.command->setPlaceholderText(tr("making a join code …"));
    row.copy = button("copy", tr("Copy"), QStringLiteral("copy"));
    row.copy->setObjectName(prefix + QStringLiteral("Copy"));
    row.copy->setAccessibleName(tr("Copy the command: %1").arg(heading));
    row.copy->setEnabled(false);
    row.state = plainLabel(tr("nobody has joined yet"));
    row.state->setObjectName(prefix + QStringLiteral("State"));
    connect(row.copy, &QPushButton::clicked, this,
            [command = row.command] { QGuiApplication::clipboard()->setText(command->text()); });

    auto* const line = new QHBoxLayout;
    line->addWidget(row.command, 1);
    line->addWidget(row.copy);
    auto* const own = qobject_cast<QVBoxLayout*>(layout());
    own->addWidget(headingLabel(heading));
    own->addWidget(hintLabel(hint));
    own->addLayout(line);
    own->addWidget(row.state);
    own->addSpacing(12);
    return row;
}

void JoinPanel::begin() {
    m_begun = true;
    if (m_link.state() == LinkState::live) look();
}

void JoinPanel::look() {
    if (!m_asked) {
        m_asked = true;
        // They join the first cluster; others are chosen on the page Nodes.
        m_link.send<Page<Cluster>>(calls::clusters({0, 1}), this, [this](Result<Page<Cluster>> page) {
            const std::string cluster = page && !page->items.empty() ? page->items.front().name : "default";
            makeCode(JoinRole::node, cluster);
            makeCode(JoinRole::terminal, cluster);
        });
    }
    m_link.send<Page<NodeDetail>>(calls::nodes({0, 1}), this, [this](Result<Page<NodeDetail>> page) {
        if (!page) return;
        m_nodes = page->total;
        show(m_node, m_nodes, page->items.empty() ? QString() : QString::fromStdString(page->items.front().node.name),
             true);
    });
    m_link.send<Page<Terminal>>(calls::terminals("", {0, 1}), this, [this](Result<Page<Terminal>> page) {
        if (!page) return;
        m_terminals = page->total;
        show(m_terminal, m_terminals,
             page->items.empty() ? QString() : QString::fromStdString(page->items.front().controllerId), false);
    });
}

void JoinPanel::show(const Row& row, std::int64_t count, const QString& name, bool isNode) {
    if (count <= 0) return;
    const int shown = static_cast<int>(count);
    row.state->setText(isNode ? tr("%1 has joined (%n node(s) in all)", "", shown).arg(name)
                              : tr("%1 has joined (%n terminal(s) in all)", "", shown).arg(name));
    if (isComplete()) Q_EMIT completed();
}

void JoinPanel::makeCode(JoinRole role, const std::string& cluster) {
    const Row& row = role == JoinRole::node ? m_node : m_terminal;
    m_link.send<JoinCodes>(calls::createJoinCodes(role, cluster, 1, kCodeValid), this,
                           [row, role](Result<JoinCodes> made) {
                               if (!made || made->codes.empty()) {
                                   row.state->setText(made ? QString() : errorText(made.error()));
                                   return;
                               }
                               row.command->setText(joinCommand(role, made->codes.front()));
                               row.command->setCursorPosition(0);
                               row.copy->setEnabled(true);
                           });
}

}  // namespace signalbox::ui
