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

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr int kTableWidth = 640;  // device-independent pixels
constexpr int kDetailWidth = 410;

/// A value in quotes, so that whatever is searched for is a value.
QString quoted(const QString& text) {
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

}  // namespace

TerminalsPage::TerminalsPage(ManagerLink& link, QWidget* parent)
    : Page(link, Topic::terminal | Topics(Topic::deployment), parent) {
    setObjectName(QStringLiteral("terminalsPage"));
    m_model = new TerminalModel(link, this);
    m_filter = new FilterEdit(link, "terminalFilter", tr("Filter of terminals", "accessible name"));
    m_state = named(new QComboBox, "terminalState", tr("Which terminals", "accessible name"));
    m_state->addItem(tr("Active", "terminals"), QStringLiteral("active"));
    m_state->addItem(tr("Retired", "terminals"), QStringLiteral("retired"));
    m_state->addItem(tr("Clones suspected", "terminals"), QStringLiteral("cloneSuspected"));
    m_state->addItem(tr("All", "terminals"), QStringLiteral("all"));
    auto* const add = button("addTerminals", tr("&Add terminals …", "button"), QStringLiteral("add"));
    m_notice = new Notice;
    m_table = new DataTable("terminalTable", tr("Terminals", "accessible name"));
    m_table->show(m_model);
    m_count = hintLabel({});
    m_count->setObjectName(QStringLiteral("terminalCount"));
    m_detail = new TerminalDetail(link);
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
    layout->addWidget(m_notice);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    connect(m_filter, &FilterEdit::filterChanged, this, &TerminalsPage::setSource);
    connect(m_state, &QComboBox::currentIndexChanged, this, &TerminalsPage::setSource);
    connect(add, &QPushButton::clicked, this, &TerminalsPage::addTerminals);
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

void TerminalsPage::makeActions() {
    auto* const add = new QAction(icon(QStringLiteral("add")), tr("Add terminals …", "action"), this);
    connect(add, &QAction::triggered, this, &TerminalsPage::addTerminals);
    auto* const filter = new QAction(icon(QStringLiteral("filter")), tr("Filter terminals", "action"), this);
    connect(filter, &QAction::triggered, m_filter, &FilterEdit::focusText);
    addActions({add, filter});
}

void TerminalsPage::open(const QString& what) {
    if (what.startsWith(QStringLiteral("filter:"))) return m_filter->setText(what.mid(7));
    if (what.startsWith(QStringLiteral("search:"))) {
        const QString words = quoted(QLatin1Char('*') + what.mid(7) + QLatin1Char('*'));
        return m_filter->setText(QStringLiteral("name==%1,controllerId==%1").arg(words));
    }
    m_filter->setText(QStringLiteral("controllerId=in=(%1)").arg(quoted(what)));
    m_detail->show(what);
}

void TerminalsPage::refresh(Topics topics) {
    if (!topics.testFlag(Topic::terminal)) return m_detail->refresh();
    if (m_model->total() < 0) return setSource();
    m_model->refresh();
    m_detail->refresh();
}

void TerminalsPage::clear() {
    m_model->clear();
    m_detail->show({});
    m_notice->say(Tone::neutral, {});
    m_empty->hide();
    m_split->show();
}

void TerminalsPage::setSource() {
    if (link().state() == LinkState::closed) return;
    const std::string filter = m_filter->text().toStdString();
    const std::string state = m_state->currentData().toString().toStdString();
    m_notice->say(Tone::neutral, {});
    m_model->setSource(
        [filter, state](adminclient::PageRequest page) { return calls::terminals(filter, page, state); });
}

void TerminalsPage::chosen() {
    const Terminal* const terminal = m_model->at(m_table->sourceIndex(m_table->currentIndex()));
    m_detail->show(terminal && m_table->selectionModel()->hasSelection() ? toText(terminal->controllerId) : QString());
}

void TerminalsPage::showCount() {
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
