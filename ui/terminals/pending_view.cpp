// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/pending_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::Count;
using adminclient::PendingInfo;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PendingModel)
};

std::vector<Column<PendingInfo>> pendingColumns() {
    using Row = PendingInfo;
    return {
        Column<Row>(Words::tr("Id", "column, a terminal's DDI identity"), 180,
                    [](const Row& row) { return QVariant(toText(row.controllerId)); }),
        Column<Row>(Words::tr("Name", "column"), 160, [](const Row& row) { return QVariant(toText(row.name)); }),
        Column<Row>(Words::tr("Platform", "column"), 120,
                    [](const Row& row) { return QVariant(toText(row.platform)); }),
        Column<Row>(Words::tr("Cluster", "column"), 120,
                    [](const Row& row) { return QVariant(toText(row.clusterName)); }),
        Column<Row>(Words::tr("Asks from", "column, an address"), 150,
                    [](const Row& row) { return QVariant(toText(row.address)); }),
        Column<Row>(Words::tr("First asked", "column"), 130,
                    [](const Row& row) { return QVariant(relativeTime(row.askedAt)); })
            .hint([](const Row& row) { return utcTime(row.askedAt); }),
        Column<Row>(Words::tr("Last asked", "column"), 130,
                    [](const Row& row) { return QVariant(relativeTime(row.lastAsked)); })
            .hint([](const Row& row) { return utcTime(row.lastAsked); }),
    };
}

}  // namespace

PendingModel::PendingModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, pendingColumns(), [](const PendingInfo& row) { return row.id; }, Ids::ascending, parent) {}

PendingView::PendingView(ManagerLink& link, QWidget* parent) : QWidget(parent), m_link(link) {
    setObjectName(QStringLiteral("pendingView"));
    m_model = new PendingModel(link, this);
    m_table = new DataTable("pendingTable", tr("Terminals that wait to be let in", "accessible name"));
    m_table->show(m_model);
    m_all = button("chooseAllPending", tr("Choose &all", "button"), QStringLiteral("checking"));
    m_letIn = button("letIn", tr("&Let in", "button"), QStringLiteral("ok"));
    m_refuse = button("refusePending", tr("&Refuse …", "button"), QStringLiteral("failed"));
    needsRole(m_letIn, link, AccountRole::operator_);
    needsRole(m_refuse, link, AccountRole::operator_);
    m_notice = new Notice;
    m_empty = new EmptyState;
    m_empty->show(QStringLiteral("page-terminals"), tr("Nobody waits", "empty state"),
                  tr("Terminals wait here when they join with a code that asks for a person's word, or without a code "
                     "where that is allowed (Settings, Door for terminals).",
                     "empty state"));
    m_content = new QWidget;
    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(hintLabel(
        tr("Let in only what you know: compare the id and the address with the machine.", "pending terminals")));
    content->addWidget(m_table, 1);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const each : {m_letIn, m_refuse, m_all})
        buttons->addWidget(each);
    buttons->addStretch(1);
    content->addLayout(buttons);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_table, &DataTable::rowChosen, this, &PendingView::enable);
    connect(m_all, &QPushButton::clicked, m_table, &DataTable::selectAll);
    connect(m_letIn, &QPushButton::clicked, this, &PendingView::letIn);
    connect(m_refuse, &QPushButton::clicked, this, &PendingView::refuse);
    connect(m_model, &PendingModel::answered, this, [this] {
        m_content->setVisible(m_model->total() > 0);
        m_empty->setVisible(m_model->total() == 0);
        enable();
    });
    connect(m_model, &PendingModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
    enable();
}

void PendingView::refresh() {
    if (m_model->total() < 0)
        m_model->setSource([](adminclient::PageRequest page) { return calls::pendingTerminals(page); });
    else
        m_model->refresh();
}

void PendingView::clear() {
    m_model->clear();
    m_notice->say(Tone::neutral, {});
    m_empty->hide();
    m_content->show();
    enable();
}

std::vector<std::int64_t> PendingView::chosen() const {
    const QList<qlonglong> ids = m_table->selectedIds();
    return {ids.begin(), ids.end()};
}

void PendingView::enable() {
    const int count = static_cast<int>(chosen().size());
    m_letIn->setEnabled(count > 0);
    m_refuse->setEnabled(count > 0);
    m_letIn->setText(count > 1 ? tr("&Let %n in", "button, several terminals", count) : tr("&Let in", "button"));
    m_letIn->setAccessibleName(QString(m_letIn->text()).remove(QLatin1Char('&')));
}

void PendingView::letIn() {
    if (!chosen().empty()) send(calls::approvePending(chosen()), tr("They were not let in", "error"));
}

void PendingView::refuse() {
    const auto ids = chosen();
    if (ids.empty()) return;
    ask(this,
        {tr("Refuse %n terminal(s)?", "question", static_cast<int>(ids.size())),
         tr("They leave the queue and are not let in. They may ask again.", "question"),
         tr("Refuse", "button"),
         {}},
        [this, ids] { send(calls::refusePending(ids), tr("They were not refused", "error")); });
}

void PendingView::send(const adminclient::Call<Count>& call, const QString& failure) {
    m_notice->say(Tone::neutral, {});
    m_link.send<Count>(call, this, [this, failure](const Result<Count>& done) {
        if (!done)
            m_notice->say(Tone::bad, tr("%1. %2", "error: what, why").arg(failure, errorText(done.error())),
                          errorDetails(done.error()));
        m_model->refresh();
        Q_EMIT changed();
    });
}

}  // namespace signalbox::ui
