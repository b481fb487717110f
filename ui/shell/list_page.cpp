// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/list_page.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/paged_model_base.h"

namespace signalbox::ui {

namespace {

constexpr int kTableWidth = 560;  // device-independent pixels
constexpr int kDetailWidth = 500;

}  // namespace

void ListPage::makeFrame(PagedModelBase* model, DataTable* table, QWidget* detail) {
    m_model = model;
    m_table = table;
    m_empty = new EmptyState;
    m_notice = new Notice;
    m_content = new QWidget;
    m_inside = new QVBoxLayout(m_content);
    m_inside->setContentsMargins(0, 0, 0, 0);
    m_top = new QHBoxLayout;
    auto* const split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(detail);
    split->setSizes({kTableWidth, kDetailWidth});
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    m_inside->addLayout(m_top);
    m_inside->addWidget(split, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_table, &DataTable::rowChosen, this, &ListPage::chosen);
    connect(m_model, &PagedModelBase::answered, this, &ListPage::answered);
    connect(m_model, &PagedModelBase::failed, this, [this](const Error& error) {
        if (error.code == BaseErrc::cancelled) return;
        m_failed = true;
        m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
}

void ListPage::putAbove(QWidget* widget) {
    m_inside->insertWidget(1, widget);
}

void ListPage::wantRow(qlonglong id) {
    m_wanted = m_table->selectId(id) ? 0 : id;
}

bool ListPage::hasChosen() const {
    return m_table->selectionModel()->hasSelection();
}

void ListPage::answered() {
    if (std::exchange(m_failed, false)) m_notice->say(Tone::neutral, {});
    const bool none = m_model->total() == 0;
    m_content->setVisible(!none);
    m_empty->setVisible(none);
    if (m_wanted != 0 && m_table->selectId(m_wanted)) m_wanted = 0;
    if (!hasChosen() && m_wanted == 0 && m_table->model()->rowCount() > 0) m_table->selectRow(0);
    chosen();
}

}  // namespace signalbox::ui
