// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/activity/audit_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

ActivityPage::ActivityPage(ManagerLink& link, QWidget* parent) : Page(link, everyTopic(), parent) {
    setObjectName(QStringLiteral("activityPage"));
    m_model = new AuditModel(link, this);
    m_table = new DataTable("auditTable", tr("What was done", "accessible name"));
    m_table->show(m_model);
    m_count = hintLabel({});
    m_notice = new Notice;
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(
        hintLabel(tr("Everything that anyone did, newest first. Each entry is chained to the one before, so "
                     "that none can be taken away unseen. Enter opens what an entry is about.",
                     "activity")));
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    connect(m_table, &DataTable::rowActivated, this, &ActivityPage::follow);
    connect(m_model, &AuditModel::answered, this, [this] {
        m_notice->say(Tone::neutral, {});
        m_count->setText(tr("%1 shown of %2 – more come as you scroll", "number of rows")
                             .arg(number(m_model->rowCount()), number(m_model->total())));
    });
    connect(m_model, &AuditModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
}

void ActivityPage::refresh(Topics) {
    if (m_model->total() < 0)
        m_model->setSource([](adminclient::PageRequest page) { return calls::newestAudit(page); });
    else
        m_model->refresh();
}

void ActivityPage::clear() {
    m_model->clear();
    m_count->clear();
}

void ActivityPage::follow() {
    const AuditEntry* const entry = m_model->at(m_table->currentIndex());
    if (!entry) return;
    const QString subject = toText(entry->subject);
    const qsizetype colon = subject.indexOf(QLatin1Char(':'));
    const QString kind = subject.left(colon);
    const QString what = subject.mid(colon + 1);
    if (kind == QStringLiteral("release")) Q_EMIT openPage(QStringLiteral("releasesPage"), what);
    if (kind == QStringLiteral("rollout")) Q_EMIT openPage(QStringLiteral("rolloutsPage"), what);
    if (kind == QStringLiteral("terminal")) Q_EMIT openPage(QStringLiteral("terminalsPage"), what);
    if (kind == QStringLiteral("node")) Q_EMIT openPage(QStringLiteral("nodesPage"), what);
}

}  // namespace signalbox::ui
