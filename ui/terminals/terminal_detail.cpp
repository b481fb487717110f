// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminal_detail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/terminals/terminal_actions.h"
#include "ui/terminals/terminal_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/small_table.h"
#include "ui/widgets/status.h"
#include "ui/widgets/wait_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr qsizetype kMostShares = 6;
constexpr int kTagRows = 3;
constexpr int kDeploymentRows = 4;

/// "kiosk 12, till 3": how many have which value, the most first.
QString shares(const std::map<std::string, int>& counts) {
    std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList texts;
    for (const auto& [value, count] : sorted) {
        if (texts.size() == kMostShares) break;
        texts.append(TerminalDetail::tr("%1 (%2)", "a value, how many have it")
                         .arg(value.empty() ? QStringLiteral("–") : toText(value), number(count)));
    }
    if (sorted.size() > kMostShares) texts.append(QStringLiteral("…"));
    return texts.join(QStringLiteral(", "));
}

}  // namespace

TerminalDetail::TerminalDetail(ManagerLink& link, TaskLog& tasks, QWidget* parent) : QWidget(parent), m_link(link) {
    setObjectName(QStringLiteral("terminalDetail"));
    m_body = new QWidget;
    auto* const inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(12, 0, 12, 4);
    inner->setSpacing(10);
    m_waiting = new Notice;
    m_waiting->setObjectName(QStringLiteral("whyWaiting"));
    m_facts = new FactList;
    m_attributes = new FactList;
    m_attributesHeading = headingLabel(tr("What it says of itself", "terminal detail"));
    m_title = headingLabel({});
    m_title->setWordWrap(true);
    m_actions = new TerminalActions(link, tasks);
    inner->addWidget(m_title);
    inner->addWidget(m_actions);
    inner->addWidget(m_waiting);
    inner->addWidget(m_facts);
    m_ofOne = new QWidget;
    auto* const ofOne = new QVBoxLayout(m_ofOne);
    ofOne->setContentsMargins(0, 0, 0, 0);
    ofOne->addWidget(makeTags());
    ofOne->addWidget(makeDeployments());
    ofOne->addWidget(m_attributesHeading);
    ofOne->addWidget(m_attributes);
    inner->addWidget(m_ofOne);
    inner->addStretch(1);

    auto* const scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("terminalDetailScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    m_empty = new EmptyState;
    m_empty->show(
        QStringLiteral("page-terminals"), tr("No terminal chosen", "terminal detail"),
        tr("Choose a terminal in the table to see what it runs, what it waits for and why.", "terminal detail"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    layout->addWidget(m_empty);
    scroll->setVisible(false);
    connect(m_actions, &TerminalActions::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_waiting, &Notice::acted, this, [this] {
        for (const Deployment& deployment : m_deployments)
            if (!isFinal(deployment.state)) return Q_EMIT rolloutWanted(deployment.rollout.value);
    });
    show({});
}

QWidget* TerminalDetail::makeTags() {
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(tr("Tags", "terminal detail")));
    m_tags = smallTable("terminalTags", tr("Tags", "terminal detail"), {tr("Tag", "column"), tr("Value", "column")});
    limitRows(m_tags, kTagRows);
    layout->addWidget(m_tags);
    return group;
}

QWidget* TerminalDetail::makeDeployments() {
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(tr("Deployments, newest first", "terminal detail")));
    m_timeline =
        smallTable("terminalDeployments", tr("Deployments", "terminal detail"),
                   {tr("State", "column"), tr("Since", "column"), tr("Rollout", "column"), tr("Said", "column")});
    limitRows(m_timeline, kDeploymentRows);
    m_timeline->setColumnWidth(0, 170);
    m_timeline->setColumnWidth(1, 110);
    m_timeline->setColumnWidth(2, 70);
    layout->addWidget(m_timeline);
    auto* const buttons = new QHBoxLayout;
    m_reset = button("resetDeployment", tr("Try again", "deployment"), QStringLiteral("refresh"));
    m_reset->setToolTip(tr("Begins this deployment anew, even where the release failed here before", "tool tip"));
    m_cancel = button("cancelDeployment", tr("Cancel …", "deployment"), QStringLiteral("cancelled"));
    needsRole(m_reset, m_link, AccountRole::operator_);
    needsRole(m_cancel, m_link, AccountRole::operator_);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_reset, &QPushButton::clicked, this, &TerminalDetail::resetDeployment);
    connect(m_cancel, &QPushButton::clicked, this, &TerminalDetail::cancelDeployment);
    connect(m_timeline, &QTableWidget::itemDoubleClicked, this, [this](const QTableWidgetItem* item) {
        Q_EMIT rolloutWanted(m_deployments.at(static_cast<std::size_t>(item->row())).rollout.value);
    });
    const auto enable = [this] {
        const int row = m_timeline->currentRow();
        const bool any = row >= 0 && row < static_cast<int>(m_deployments.size());
        m_cancel->setEnabled(any && !isFinal(m_deployments[row].state));
        m_reset->setEnabled(any && isFinal(m_deployments[row].state) &&
                            m_deployments[row].state != DeploymentState::succeeded);
    };
    connect(m_timeline, &QTableWidget::itemSelectionChanged, this, enable);
    m_cancel->setEnabled(false);
    m_reset->setEnabled(false);
    return group;
}

void TerminalDetail::show(const QString& controllerId) {
    m_call.cancel();
    const bool another = controllerId != m_controllerId;
    m_controllerId = controllerId;
    if (another) m_deployments.clear();
    m_empty->setVisible(controllerId.isEmpty());
    findChild<QScrollArea*>(QStringLiteral("terminalDetailScroll"))->setVisible(!controllerId.isEmpty());
    m_ofOne->show();
    if (controllerId.isEmpty()) return m_actions->setTerminals({});
    if (another) {
        m_actions->setTerminals({});
        m_title->setText(controllerId);
        m_waiting->say(Tone::neutral, {});
        m_facts->setFacts({});
        m_attributes->setFacts({});
        putTags({});
        putDeployments({});
    }
    refresh();
}

void TerminalDetail::showMany(const std::vector<Terminal>& terminals) {
    m_call.cancel();
    m_controllerId.clear();
    m_deployments.clear();
    m_empty->hide();
    findChild<QScrollArea*>(QStringLiteral("terminalDetailScroll"))->show();
    m_ofOne->hide();
    m_waiting->say(Tone::neutral, {});
    m_title->setText(tr("%n terminal(s) chosen", "terminal detail", static_cast<int>(terminals.size())));
    m_actions->setTerminals(terminals);
    std::map<std::string, int> platforms;
    std::map<std::string, int> installed;
    std::map<std::string, int> tags;
    for (const Terminal& terminal : terminals) {
        ++platforms[terminal.platform];
        for (const auto& [product, version] : terminal.installed)
            ++installed[product + " " + version];
        for (const auto& [key, value] : terminal.tags)
            ++tags[value.empty() ? key : key + "=" + value];
    }
    QList<Fact> facts{{tr("Platform", "terminal"), shares(platforms)}};
    if (!installed.empty()) facts.append({tr("Runs", "terminal"), shares(installed)});
    if (!tags.empty()) facts.append({tr("Tags", "terminal detail"), shares(tags)});
    m_facts->setFacts(facts);
}

void TerminalDetail::refresh() {
    if (m_controllerId.isEmpty()) return;
    m_call.cancel();
    m_call = m_link.send<adminclient::TerminalDetail>(
        calls::terminal(m_controllerId.toStdString()), this, [this](Result<adminclient::TerminalDetail> detail) {
            if (detail) return put(*detail);
            if (detail.error().code != BaseErrc::cancelled)
                m_waiting->say(Tone::bad, errorText(detail.error()), errorDetails(detail.error()));
        });
}

void TerminalDetail::put(const adminclient::TerminalDetail& detail) {
    const Terminal& terminal = detail.terminal;
    if (toText(terminal.controllerId) != m_controllerId) return;
    m_title->setText(toText(terminal.name.empty() ? terminal.controllerId : terminal.name));
    m_actions->setTerminals({terminal});
    QList<Fact> facts{{tr("Contact", "terminal"), contactStatus(terminal).text, utcTime(terminal.lastContact)},
                      {tr("Id", "terminal"), toText(terminal.controllerId)},
                      {tr("Platform", "terminal"), toText(terminal.platform)},
                      {tr("Cluster", "terminal"), toText(detail.clusterName)},
                      {tr("Joined", "terminal"), localTime(terminal.joinedAt), utcTime(terminal.joinedAt)}};
    for (const auto& [product, version] : terminal.installed)
        facts.append({tr("Runs %1", "terminal, a product").arg(toText(product)), toText(version)});
    if (terminal.installed.empty()) facts.append({tr("Runs", "terminal"), tr("nothing of ours yet", "terminal")});
    m_facts->setFacts(facts);
    QList<Fact> attributes;
    for (const auto& [key, value] : terminal.attributes)
        attributes.append({toText(key), toText(value)});
    m_attributes->setFacts(attributes);
    m_attributesHeading->setVisible(!attributes.isEmpty());
    putTags(terminal.tags);
    putDeployments(detail.deployments);
    putWaiting(detail.deployments);
}

void TerminalDetail::putWaiting(const std::vector<Deployment>& deployments) {
    for (const Deployment& deployment : deployments) {
        if (isFinal(deployment.state)) continue;
        sayWhy(deployment);
        // Only asked for itself does a deployment say which rule holds it.
        m_link.send<adminclient::DeploymentDetail>(
            calls::deployment(deployment.id), this, [this](Result<adminclient::DeploymentDetail> detail) {
                if (detail && toText(detail->controllerId) == m_controllerId && !isFinal(detail->deployment.state))
                    sayWhy(detail->deployment);
            });
        return;
    }
    m_waiting->say(Tone::neutral, {});
}

void TerminalDetail::sayWhy(const Deployment& deployment) {
    const Tone tone = statusOf(deployment.state).tone;
    m_waiting->say(tone == Tone::busy ? Tone::busy : Tone::waiting, waitText(deployment), utcTime(deployment.nextTry),
                   tr("Open its rollout", "terminal detail"));
}

void TerminalDetail::putTags(const std::map<std::string, std::string>& tags) {
    m_tags->setRowCount(static_cast<int>(tags.size()));
    int row = 0;
    for (const auto& [key, value] : tags)
        setCells(m_tags, row++, {textCell(toText(key)), textCell(toText(value))});
}

void TerminalDetail::putDeployments(const std::vector<Deployment>& deployments) {
    const qlonglong chosen = chosenDeployment();
    m_deployments = deployments;
    m_timeline->setRowCount(static_cast<int>(deployments.size()));
    for (int row = 0; row < static_cast<int>(deployments.size()); ++row) {
        const Deployment& deployment = deployments[row];
        const QString said = deployment.cause == FailureCause::none
                                 ? toText(deployment.message)
                                 : tr("%1. %2", "cause of a failure, what the terminal said")
                                       .arg(causeText(deployment.cause), toText(deployment.message));
        setCells(m_timeline, row,
                 {statusCell(statusOf(deployment.state)),
                  textCell(relativeTime(deployment.changedAt), utcTime(deployment.changedAt)),
                  textCell(tr("#%1", "number of a rollout").arg(deployment.rollout.value)),
                  textCell(said,
                           deployment.logTail.empty() ? said : said + QLatin1Char('\n') + toText(deployment.logTail))});
        if (deployment.id.value == chosen) m_timeline->setCurrentCell(row, 0);
    }
}

qlonglong TerminalDetail::chosenDeployment() const {
    const int row = m_timeline->currentRow();
    return row >= 0 && row < static_cast<int>(m_deployments.size()) ? m_deployments[row].id.value : 0;
}

void TerminalDetail::cancelDeployment() {
    const DeploymentId id{chosenDeployment()};
    if (!id) return;
    ask(this,
        {tr("Cancel this deployment?", "question"),
         tr("The terminal is asked to stop. What it has installed already stays; its rollout does not offer it this "
            "release again.",
            "question"),
         tr("Cancel deployment", "button"),
         {}},
        [this, id] {
            m_link.send<adminclient::DeploymentDetail>(
                calls::cancelDeployment(id), this, [this](Result<adminclient::DeploymentDetail> answer) {
                    if (!answer)
                        tellError(this, tr("The deployment was not cancelled", "error"), errorText(answer.error()),
                                  errorDetails(answer.error()));
                    refresh();
                });
        });
}

void TerminalDetail::resetDeployment() {
    const DeploymentId id{chosenDeployment()};
    if (!id) return;
    m_link.send<adminclient::DeploymentDetail>(
        calls::resetDeployment(id), this, [this](Result<adminclient::DeploymentDetail> answer) {
            if (!answer)
                tellError(this, tr("The deployment was not begun anew", "error"), errorText(answer.error()),
                          errorDetails(answer.error()));
            refresh();
        });
}

}  // namespace signalbox::ui
