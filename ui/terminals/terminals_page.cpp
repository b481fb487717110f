// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminals_page.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

#include "ui/terminals/pending_view.h"
#include "ui/terminals/terminal_detail.h"
#include "ui/terminals/terminal_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/join_code_dialog.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

const QString kPending = QStringLiteral("pending");

constexpr int kTableWidth = 640;  // device-independent pixels
constexpr int kDetailWidth = 410;

/// A value in quotes, so that whatever is searched for is a value.
QString quoted(const QString& text) {
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

}  // namespace

TerminalsPage::TerminalsPage(ManagerLink& link, TaskLog& tasks, QWidget* parent)
    : Page(link, Topic::terminal | Topics(Topic::deployment) | Topic::other, parent) {
    setObjectName(QStringLiteral("terminalsPage"));
    m_model = new TerminalModel(link, this);
    m_filter = new FilterEdit(link, "terminalFilter", tr("Filter of terminals", "accessible name"));
    m_state = named(new QComboBox, "terminalState", tr("Which terminals", "accessible name"));
    makeStates();
    auto* const add = button("addTerminals", tr("&Add terminals …", "button"), QStringLiteral("add"));
    needsRole(add, link, AccountRole::operator_);
    m_notice = new Notice;
    m_waiting = new Notice;
    m_waiting->setObjectName(QStringLiteral("pendingNotice"));
    m_pending = new PendingView(link);
    m_table = new DataTable("terminalTable", tr("Terminals", "accessible name"));
    m_table->show(m_model);
    m_count = hintLabel({});
    m_count->setObjectName(QStringLiteral("terminalCount"));
    m_detail = new TerminalDetail(link, tasks);
    m_empty = new EmptyState;

    auto* const top = new QHBoxLayout;
    top->addWidget(m_filter, 1, Qt::AlignTop);
    top->addWidget(m_state, 0, Qt::AlignTop);
    top->addWidget(add, 0, Qt::AlignTop);
    auto* const left = new QWidget;
    auto* const list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_table, 1);
    list->addWidget(m_count);
    m_split = new QSplitter;
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(left);
    m_split->addWidget(m_detail);
    m_split->setSizes({kTableWidth, kDetailWidth});
    m_split->setStretchFactor(0, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addLayout(top);
    layout->addWidget(m_waiting);
    layout->addWidget(m_notice);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_pending, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    m_pending->hide();

    connect(m_filter, &FilterEdit::filterChanged, this, &TerminalsPage::setSource);
    connect(m_state, &QComboBox::currentIndexChanged, this, &TerminalsPage::stateChosen);
    connect(m_waiting, &Notice::acted, this, [this] { open(QStringLiteral("pending")); });
    connect(m_pending, &PendingView::changed, this, [this] {
        readPending();
        m_model->refresh();
    });
    connect(add, &QPushButton::clicked, this, &TerminalsPage::addTerminals);
    needsRole(m_empty->button(), link, AccountRole::operator_);
    connect(m_empty, &EmptyState::acted, this, &TerminalsPage::addTerminals);
    connect(m_table, &DataTable::rowChosen, this, &TerminalsPage::chosen);
    connect(m_model, &TerminalModel::answered, this, &TerminalsPage::showCount);
    connect(m_model, &TerminalModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
    connect(m_detail, &TerminalDetail::changed, m_model, [this] { m_model->refresh(); });
    connect(m_detail, &TerminalDetail::rolloutWanted, this,
            [this](qlonglong id) { Q_EMIT openPage(QStringLiteral("rolloutsPage"), QString::number(id)); });
    makeActions();
}

void TerminalsPage::makeStates() {
    m_state->addItem(tr("Active", "terminals"), QStringLiteral("active"));
    m_state->addItem(tr("Waiting to join", "terminals"), kPending);
    m_state->addItem(tr("Retired", "terminals"), QStringLiteral("retired"));
    m_state->addItem(tr("Clones suspected", "terminals"), QStringLiteral("cloneSuspected"));
    m_state->addItem(tr("All", "terminals"), QStringLiteral("all"));
}

void TerminalsPage::makeActions() {
    const auto make = [this](const char* name, const QString& text, const QString& iconName) {
        auto* const action = new QAction(icon(iconName), text, this);
        action->setObjectName(QString::fromLatin1(name));
        addAction(action);
        return action;
    };
    auto* const add = make("addTerminalsAction", tr("Add terminals …", "action"), QStringLiteral("add"));
    needsRole(add, link(), AccountRole::operator_);
    connect(add, &QAction::triggered, this, &TerminalsPage::addTerminals);
    auto* const filter = make("filterTerminalsAction", tr("Filter terminals", "action"), QStringLiteral("filter"));
    connect(filter, &QAction::triggered, m_filter, &FilterEdit::focusText);
    auto* const pending =
        make("pendingTerminalsAction", tr("Let terminals in that wait", "action"), QStringLiteral("ok"));
    connect(pending, &QAction::triggered, this, [this] { open(kPending); });
}

bool TerminalsPage::isPending() const {
    return m_state->currentData().toString() == kPending;
}

void TerminalsPage::open(const QString& what) {
    if (what == kPending) return m_state->setCurrentIndex(m_state->findData(kPending));
    if (isPending()) m_state->setCurrentIndex(0);
    if (what.startsWith(QStringLiteral("filter:"))) return m_filter->setText(what.mid(7));
    if (what.startsWith(QStringLiteral("search:"))) {
        const QString words = quoted(QLatin1Char('*') + what.mid(7) + QLatin1Char('*'));
        return m_filter->setText(QStringLiteral("name==%1,controllerId==%1").arg(words));
    }
    m_filter->setText(QStringLiteral("controllerId=in=(%1)").arg(quoted(what)));
    m_detail->show(what);
}

void TerminalsPage::refresh(Topics topics) {
    if (topics & (Topic::terminal | Topics(Topic::other))) readPending();
    if (isPending()) return m_pending->refresh();
    if (!topics.testFlag(Topic::terminal)) return m_detail->refresh();
    if (m_model->total() < 0) return setSource();
    m_model->refresh();
    m_detail->refresh();
}

void TerminalsPage::clear() {
    m_model->clear();
    m_detail->show({});
    m_notice->say(Tone::neutral, {});
    m_pending->clear();
    showPending(0);
    m_empty->hide();
    m_split->setVisible(!isPending());
}

void TerminalsPage::readPending() {
    link().send<adminclient::Page<adminclient::PendingInfo>>(
        calls::pendingTerminals({0, 1}), this, [this](const Result<adminclient::Page<adminclient::PendingInfo>>& page) {
            if (page) showPending(page->total);
        });
}

void TerminalsPage::showPending(std::int64_t count) {
    const QString text = count > 0 ? tr("Waiting to join (%1)", "terminals, how many").arg(number(count))
                                   : tr("Waiting to join", "terminals");
    m_state->setItemText(m_state->findData(kPending), text);
    const QString ask = tr("%n terminal(s) ask to join and wait for you.", "terminals", static_cast<int>(count));
    m_waiting->say(Tone::warning, count > 0 && !isPending() ? ask : QString(), {}, tr("Look at them", "button"));
}

void TerminalsPage::stateChosen() {
    m_filter->setEnabled(!isPending());
    m_pending->setVisible(isPending());
    if (!isPending()) {
        m_split->show();
        readPending();
        return setSource();
    }
    m_waiting->say(Tone::neutral, {});
    m_notice->say(Tone::neutral, {});
    m_split->hide();
    m_empty->hide();
    if (link().state() == LinkState::live) m_pending->refresh();
}

void TerminalsPage::setSource() {
    if (link().state() == LinkState::closed || isPending()) return;
    const std::string filter = m_filter->text().toStdString();
    const std::string state = m_state->currentData().toString().toStdString();
    m_notice->say(Tone::neutral, {});
    m_isNew = true;
    m_model->setSource(
        [filter, state](adminclient::PageRequest page) { return calls::terminals(filter, page, state); });
}

void TerminalsPage::chosen() {
    std::vector<Terminal> terminals;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        if (const Terminal* const terminal = m_model->at(m_table->sourceIndex(row))) terminals.push_back(*terminal);
    if (terminals.size() > 1) return m_detail->showMany(terminals);
    m_detail->show(terminals.empty() ? QString() : toText(terminals.front().controllerId));
}

void TerminalsPage::showCount() {
    if (isPending()) return;
    m_notice->say(Tone::neutral, {});
    const bool none = m_model->total() == 0;
    const bool all = m_filter->text().isEmpty() && m_state->currentIndex() == 0;
    m_split->setVisible(!none);
    m_empty->setVisible(none);
    if (none && all)
        m_empty->show(QStringLiteral("page-terminals"), tr("No terminals yet", "empty state"),
                      tr("A terminal joins with a one-time code: make codes here, and run the command that you are "
                         "shown on each machine.",
                         "empty state"),
                      tr("Add terminals …", "empty state"));
    else if (none)
        m_empty->show(
            QStringLiteral("search"), tr("Nothing matches", "empty state"),
            tr("No terminal matches this filter. Take a part of it away, or look among all terminals.", "empty state"));
    // Something is in detail from the beginning; afterwards what is chosen is up to whoever looks.
    if (std::exchange(m_isNew, false) && !m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    m_count->setText(tr("%1 shown of %2 – more come as you scroll", "number of rows")
                         .arg(number(m_model->rowCount()), number(m_model->total())));
    if (m_model->rowCount() == m_model->total())
        m_count->setText(tr("%n terminal(s)", "number of rows", static_cast<int>(m_model->total())));
    QStringList fields;
    for (const Terminal& terminal : m_model->rows()) {
        for (const auto& [key, value] : terminal.tags)
            fields.append(QStringLiteral("tag.") + toText(key));
        for (const auto& [key, value] : terminal.attributes)
            fields.append(QStringLiteral("attribute.") + toText(key));
        for (const auto& [key, value] : terminal.installed)
            fields.append(QStringLiteral("installed.") + toText(key));
        if (fields.size() > 500) break;
    }
    fields.removeDuplicates();
    m_filter->addFields(fields);
}

void TerminalsPage::addTerminals() {
    auto* const dialog = new JoinCodeDialog(link(), JoinRole::terminal, this);
    dialog->open();
}

}  // namespace signalbox::ui
