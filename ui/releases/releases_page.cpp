// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/releases_page.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/releases/import_dialog.h"
#include "ui/releases/release_model.h"
#include "ui/releases/release_view.h"
#include "ui/shell/task_log.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr int kTableWidth = 560;  // device-independent pixels
constexpr int kViewWidth = 500;

QString localPath(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

ReleasesPage::ReleasesPage(ManagerLink& link, TaskLog& tasks, PackageTools tools, QWidget* parent)
    : Page(link, Topic::release, parent), m_tasks(tasks), m_tools(std::move(tools)) {
    setObjectName(QStringLiteral("releasesPage"));
    setAcceptDrops(true);
    m_model = new ReleaseModel(link, this);
    m_table = new DataTable("releaseTable", tr("Releases", "accessible name"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->showSorted(m_model, 5, Qt::DescendingOrder);
    m_view = new ReleaseView(link);
    m_notice = new Notice;
    m_empty = new EmptyState;
    m_empty->show(QStringLiteral("page-releases"), tr("No releases yet", "empty state"),
                  tr("Drop a folder, an archive or an image here: it becomes a release that people approve and that "
                     "rollouts take to terminals.",
                     "empty state"),
                  tr("Import a release …", "empty state"));
    auto* const import = button("importRelease", tr("&Import a release …", "button"), QStringLiteral("import"));
    m_content = new QWidget;
    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    auto* const top = new QHBoxLayout;
    top->addWidget(import);
    top->addWidget(hintLabel(tr("or drop a file or folder on this page", "releases")), 1);
    auto* const split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_view);
    split->setSizes({kTableWidth, kViewWidth});
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    content->addLayout(top);
    content->addWidget(split, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    connect(import, &QPushButton::clicked, this, [this] { importPath({}); });
    connect(m_empty, &EmptyState::acted, this, [this] { importPath({}); });
    connect(m_table, &DataTable::rowChosen, this, &ReleasesPage::chosen);
    connect(m_model, &ReleaseModel::answered, this, &ReleasesPage::answered);
    connect(m_model, &ReleaseModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
    connect(m_view, &ReleaseView::changed, m_model, [this] { m_model->refresh(); });
    connect(m_view, &ReleaseView::rolloutWanted, this, [this](qlonglong id) {
        Q_EMIT openPage(QStringLiteral("rolloutsPage"), QStringLiteral("new:%1").arg(id));
    });
    auto* const action = new QAction(icon(QStringLiteral("import")), tr("Import a release …", "action"), this);
    connect(action, &QAction::triggered, this, [this] { importPath({}); });
    addAction(action);
}

void ReleasesPage::open(const QString& what) {
    if (what == QStringLiteral("import")) return importPath({});
    m_wanted = what.toLongLong();
    if (m_table->selectId(m_wanted)) m_wanted = 0;
}

void ReleasesPage::refresh(Topics) {
    if (m_model->total() < 0)
        m_model->setSource([](adminclient::PageRequest page) { return calls::releases({}, page); });
    else
        m_model->refresh();
}

void ReleasesPage::clear() {
    m_model->clear();
    m_view->show({});
    m_notice->say(Tone::neutral, {});
}

void ReleasesPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!localPath(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void ReleasesPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    importPath(localPath(event->mimeData()));
}

void ReleasesPage::importPath(const QString& path) {
    auto* const dialog = new ImportDialog(m_tools, path, this);
    connect(dialog, &ImportDialog::wanted, this, &ReleasesPage::startImport);
    dialog->open();
}

void ReleasesPage::startImport(const ImportPlan& plan) {
    Task* const task = m_tasks.begin(tr("Import %1 %2 for %3", "product, version, platform")
                                         .arg(toText(plan.product), toText(plan.version), toText(plan.platform)));
    auto* const import = new ReleaseImport(link(), task, m_tools, plan, this);
    connect(import, &ReleaseImport::imported, this, [this](qlonglong id) {
        m_wanted = id;
        m_model->refresh();
    });
    connect(import, &ReleaseImport::failed, this, [this](const Error& error) {
        m_notice->say(Tone::bad, tr("The import failed. %1", "error").arg(errorText(error)), errorDetails(error));
    });
    m_notice->say(Tone::neutral, {});
    import->start();
}

void ReleasesPage::answered() {
    const bool none = m_model->total() == 0;
    m_content->setVisible(!none);
    m_empty->setVisible(none);
    if (m_wanted != 0 && m_table->selectId(m_wanted)) m_wanted = 0;
    if (!m_table->selectionModel()->hasSelection() && m_wanted == 0 && m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
    chosen();
}

void ReleasesPage::chosen() {
    const Release* const release = m_model->at(m_table->sourceIndex(m_table->currentIndex()));
    const bool any = release && m_table->selectionModel()->hasSelection();
    m_view->show(any ? std::optional<Release>(*release) : std::nullopt);
}

}  // namespace signalbox::ui
