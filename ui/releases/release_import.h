// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>
#include <QThreadPool>
#include <atomic>
#include <memory>

#include "core/adminclient/upload.h"
#include "core/model/release.h"
#include "ui/releases/package_tools.h"
#include "ui/session/manager_link.h"
#include "ui/shell/task_log.h"

namespace signalbox::ui {

/// What is imported, as the dialog has it.
struct ImportPlan {
    std::filesystem::path path;
    bool folder = false;
    std::string product;
    std::string version;
    std::string channel = "stable";
    std::string platform;
    std::string notes;
    Recipe recipe;
    bool submit = false;
};

/// Brings one package to the manager: packs a folder, sends the file, makes the release where there is none, sets its
/// package, asks for review. Says how far it is in the task log and is cancelled from there. Deletes itself at the end;
/// nothing here blocks.
class ReleaseImport : public QObject {
    Q_OBJECT
public:
    ReleaseImport(ManagerLink& link, Task* task, PackageTools tools, ImportPlan plan, QObject* parent);
    ~ReleaseImport() override;

    void start();

Q_SIGNALS:
    void imported(qlonglong release);
    void failed(const signalbox::Error& error);

private:
    void pack();
    void packed(Result<void> done);
    void send(const std::filesystem::path& file);
    void sent(Result<adminclient::Blob> blob);
    void findRelease();
    void setPackage(const Release& release);
    void packageSet(Result<Release> release);
    void finish(const Release& release);
    void fail(const Error& error);
    void cancel();
    void showProgress(const adminclient::UploadProgress& progress);

    ManagerLink& m_link;
    QPointer<Task> m_task;
    PackageTools m_tools;
    ImportPlan m_plan;
    std::unique_ptr<QTemporaryDir> m_scratch;
    QThreadPool m_disk;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<adminclient::Upload> m_upload;
    adminclient::Blob m_blob;
    bool m_over = false;
};

}  // namespace signalbox::ui
