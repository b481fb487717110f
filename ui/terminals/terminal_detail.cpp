// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminal_detail.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/terminals/terminal_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/wait_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

QTableWidget* smallTable(const char* objectName, const QString& name, const QStringList& headings, int rowsShown) {
    auto* const table = named(new QTableWidget(0, static_cast<int>(headings.size())), objectName, name);
    table->setHorizontalHeaderLabels(headings);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 12);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFixedHeight((rowsShown + 1) * (table->fontMetrics().height() + 13));
    return table;
}

QTableWidgetItem* statusItem(const Status& status) {
    auto* const item = new QTableWidgetItem(status.text);
    item->setData(ToneRole, static_cast<int>(status.tone));
    item->setData(IconNameRole, status.icon);
    return item;
}

}  // namespace

TerminalDetail::TerminalDetail(ManagerLink& link, QWidget* parent) : QWidget(parent), m_link(link) {
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
    inner->addWidget(makeHead());
    inner->addWidget(m_waiting);
    inner->addWidget(m_facts);
    inner->addWidget(makeTags());
    inner->addWidget(makeDeployments());
    inner->addWidget(m_attributesHeading);
    inner->addWidget(m_attributes);
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
    connect(m_waiting, &Notice::acted, this, [this] {
        for (const Deployment& deployment : m_deployments)
            if (!isFinal(deployment.state)) return Q_EMIT rolloutWanted(deployment.rollout.value);
    });
    show({});
}

QWidget* TerminalDetail::makeHead() {
    auto* const head = new QWidget;
    auto* const layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    m_title = headingLabel({});
    m_title->setWordWrap(true);
    m_retire = button("retireTerminal", tr("Retire …", "terminal"), QStringLiteral("withdrawn"));
    m_retire->setToolTip(tr("For hardware that is gone: nothing is offered to it any more", "tool tip"));
    connect(m_retire, &QPushButton::clicked, this, &TerminalDetail::retire);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_retire);
    return head;
}

QWidget* TerminalDetail::makeTags() {
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(tr("Tags", "terminal detail")));
    m_tags = smallTable("terminalTags", tr("Tags", "terminal detail"), {tr("Tag", "column"), tr("Value", "column")}, 3);
    layout->addWidget(m_tags);
    auto* const buttons = new QHBoxLayout;
    auto* const add = button("addTag", tr("Set tag …", "terminal"), QStringLiteral("tag"));
    m_removeTag = button("removeTag", tr("Remove tag", "terminal"), QStringLiteral("remove"));
    m_removeTag->setEnabled(false);
    buttons->addWidget(add);
    buttons->addWidget(m_removeTag);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &TerminalDetail::addTag);
    connect(m_removeTag, &QPushButton::clicked, this, &TerminalDetail::removeTag);
    connect(m_tags, &QTableWidget::itemSelectionChanged, this,
            [this] { m_removeTag->setEnabled(m_tags->currentRow() >= 0); });
    return group;
}

QWidget* TerminalDetail::makeDeployments() {
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(tr("Deployments, newest first", "terminal detail")));
    m_timeline =
        smallTable("terminalDeployments", tr("Deployments", "terminal detail"),
                   {tr("State", "column"), tr("Since", "column"), tr("Rollout", "column"), tr("Said", "column")}, 4);
    m_timeline->setItemDelegateForColumn(0, new StatusDelegate(m_timeline));
    m_timeline->setColumnWidth(0, 170);
    m_timeline->setColumnWidth(1, 110);
    m_timeline->setColumnWidth(2, 70);
    layout->addWidget(m_timeline);
    auto* const buttons = new QHBoxLayout;
    m_reset = button("resetDeployment", tr("Try again", "deployment"), QStringLiteral("refresh"));
    m_reset->setToolTip(tr("Begins this deployment anew, even where the release failed here before", "tool tip"));
    m_cancel = button("cancelDeployment", tr("Cancel …", "deployment"), QStringLiteral("cancelled"));
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
    if (controllerId.isEmpty()) return;
    if (another) {
        m_title->setText(controllerId);
        m_waiting->say(Tone::neutral, {});
        m_facts->setFacts({});
        m_attributes->setFacts({});
        putTags({});
        putDeployments({});
    }
    refresh();
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
    m_retire->setEnabled(!terminal.retiredAt);
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
    const QString chosen = m_tags->currentItem() ? m_tags->item(m_tags->currentRow(), 0)->text() : QString();
    m_tags->setRowCount(static_cast<int>(tags.size()));
    int row = 0;
    for (const auto& [key, value] : tags) {
        m_tags->setItem(row, 0, new QTableWidgetItem(toText(key)));
        m_tags->setItem(row, 1, new QTableWidgetItem(toText(value)));
        if (toText(key) == chosen) m_tags->setCurrentCell(row, 0);
        ++row;
    }
    m_removeTag->setEnabled(m_tags->currentRow() >= 0);
}

void TerminalDetail::putDeployments(const std::vector<Deployment>& deployments) {
    const qlonglong chosen = chosenDeployment();
    m_deployments = deployments;
    m_timeline->setRowCount(static_cast<int>(deployments.size()));
    for (int row = 0; row < static_cast<int>(deployments.size()); ++row) {
        const Deployment& deployment = deployments[row];
        m_timeline->setItem(row, 0, statusItem(statusOf(deployment.state)));
        auto* const since = new QTableWidgetItem(relativeTime(deployment.changedAt));
        since->setToolTip(utcTime(deployment.changedAt));
        m_timeline->setItem(row, 1, since);
        m_timeline->setItem(row, 2,
                            new QTableWidgetItem(tr("#%1", "number of a rollout").arg(deployment.rollout.value)));
        const QString said = deployment.cause == FailureCause::none
                                 ? toText(deployment.message)
                                 : tr("%1. %2", "cause of a failure, what the terminal said")
                                       .arg(causeText(deployment.cause), toText(deployment.message));
        auto* const words = new QTableWidgetItem(said);
        words->setToolTip(
            plainToolTip(deployment.logTail.empty() ? said : said + QLatin1Char('\n') + toText(deployment.logTail)));
        m_timeline->setItem(row, 3, words);
        if (deployment.id.value == chosen) m_timeline->setCurrentCell(row, 0);
    }
}

qlonglong TerminalDetail::chosenDeployment() const {
    const int row = m_timeline->currentRow();
    return row >= 0 && row < static_cast<int>(m_deployments.size()) ? m_deployments[row].id.value : 0;
}

void TerminalDetail::addTag() {
    auto* const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("tagDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Set a tag", "dialog"));
    dialog->setLabelText(tr("Tag and value, for example site=berlin. A tag needs no value.", "dialog"));
    dialog->setOkButtonText(tr("Set tag", "dialog"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const qsizetype split = text.indexOf(QLatin1Char('='));
        const QString key = (split < 0 ? text : text.left(split)).trimmed();
        if (!key.isEmpty())
            change({{key.toStdString(), split < 0 ? std::string() : text.mid(split + 1).trimmed().toStdString()}});
    });
    dialog->open();
}

void TerminalDetail::removeTag() {
    if (m_tags->currentRow() < 0) return;
    change({{m_tags->item(m_tags->currentRow(), 0)->text().toStdString(), nullptr}});
}

void TerminalDetail::change(boost::json::object tags) {
    m_link.send<Terminal>(calls::changeTerminal(m_controllerId.toStdString(), {{"tags", std::move(tags)}}), this,
                          [this](Result<Terminal> terminal) {
                              if (!terminal)
                                  tellError(this, tr("The tag was not changed", "error"), errorText(terminal.error()),
                                            errorDetails(terminal.error()));
                              refresh();
                              Q_EMIT changed();
                          });
}

void TerminalDetail::retire() {
    const std::string id = m_controllerId.toStdString();
    ask(this,
        {tr("Retire %1?", "question").arg(m_controllerId),
         tr("Its token is revoked and nothing is offered to it any more; its history stays. What it runs goes on "
            "running. To come back it must join anew under another id.",
            "question"),
         tr("Retire terminal", "button"),
         {}},
        [this, id] {
            m_link.send<Terminal>(calls::actOnTerminal(id, "retire"), this, [this](Result<Terminal> terminal) {
                if (!terminal)
                    tellError(this, tr("The terminal was not retired", "error"), errorText(terminal.error()),
                              errorDetails(terminal.error()));
                refresh();
                Q_EMIT changed();
            });
        });
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
