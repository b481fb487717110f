// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/releases_page.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

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
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

QString localPath(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

ReleasesPage::ReleasesPage(ManagerLink& link, TaskLog& tasks, PackageTools tools, const ReleaseDigest& digest,
                           QWidget* parent)
    : ListPage(link, Topic::release, parent), m_tasks(tasks), m_tools(std::move(tools)) {
    setObjectName(QStringLiteral("releasesPage"));
    setAcceptDrops(true);
    m_model = new ReleaseModel(link, this);
    auto* const table = new DataTable("releaseTable", tr("Releases", "accessible name"));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->showSorted(m_model, 5, Qt::DescendingOrder);
    m_view = new ReleaseView(link, digest);
    makeFrame(m_model, table, m_view);
    empty()->show(QStringLiteral("page-releases"), tr("No releases yet", "empty state"),
                  tr("Drop a folder, an archive or an image here: it becomes a release that people approve and that "
                     "rollouts take to terminals.",
                     "empty state"),
                  tr("Import a release …", "empty state"));
    auto* const import = button("importRelease", tr("&Import a release …", "button"), QStringLiteral("import"));
    needsRole(import, link, AccountRole::operator_);
    needsRole(empty()->button(), link, AccountRole::operator_);
    top()->addWidget(import);
    top()->addWidget(hintLabel(tr("or drop a file or folder on this page", "releases")), 1);
    connect(import, &QPushButton::clicked, this, [this] { importPath({}); });
    connect(empty(), &EmptyState::acted, this, [this] { importPath({}); });
    connect(m_view, &ReleaseView::changed, m_model, [this] { m_model->refresh(); });
    connect(m_view, &ReleaseView::rolloutWanted, this, [this](qlonglong id) {
        Q_EMIT openPage(QStringLiteral("rolloutsPage"), QStringLiteral("new:%1").arg(id));
    });
    auto* const action = new QAction(icon(QStringLiteral("import")), tr("Import a release …", "action"), this);
    action->setObjectName(QStringLiteral("importReleaseAction"));
    needsRole(action, link, AccountRole::operator_);
    connect(action, &QAction::triggered, this, [this] { importPath({}); });
    addAction(action);
}

void ReleasesPage::open(const QString& what) {
    if (what == QStringLiteral("import")) return importPath({});
    wantRow(what.toLongLong());
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
    notice()->say(Tone::neutral, {});
}

void ReleasesPage::dragEnterEvent(QDragEnterEvent* event) {
    const bool mayImport = whyNot(link(), AccountRole::operator_).isEmpty();
    if (mayImport && !localPath(event->mimeData()).isEmpty()) event->acceptProposedAction();
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
        wantRow(id);
        m_model->refresh();
    });
    connect(import, &ReleaseImport::failed, this, [this](const Error& error) {
        notice()->say(Tone::bad, tr("The import failed. %1", "error").arg(errorText(error)), errorDetails(error));
    });
    notice()->say(Tone::neutral, {});
    import->start();
}

void ReleasesPage::chosen() {
    const Release* const release = m_model->at(table()->sourceIndex(table()->currentIndex()));
    m_view->show(release && hasChosen() ? std::optional<Release>(*release) : std::nullopt);
}

}  // namespace signalbox::ui
