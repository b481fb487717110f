// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/releases/package_tools.h"
#include "ui/releases/release_import.h"
#include "ui/shell/list_page.h"
#include "ui/signatures/release_facts.h"

namespace signalbox::ui {

class ReleaseModel;
class ReleaseView;
class TaskLog;

/// All releases, one of them in detail; files and folders that are dropped here are imported.
class ReleasesPage : public ListPage {
    Q_OBJECT
public:
    ReleasesPage(ManagerLink& link, TaskLog& tasks, PackageTools tools, const ReleaseDigest& digest,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Releases", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-releases"); }
    /// A release's number, or "import".
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void chosen() override;

private:
    void importPath(const QString& path);
    void startImport(const ImportPlan& plan);

    TaskLog& m_tasks;
    PackageTools m_tools;
    ReleaseModel* m_model = nullptr;
    ReleaseView* m_view = nullptr;
};

}  // namespace signalbox::ui
