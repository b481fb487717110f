// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/release_import.h"

#include "core/adminclient/paging.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 10000;

}  // namespace

ReleaseImport::ReleaseImport(ManagerLink& link, Task* task, PackageTools tools, ImportPlan plan, QObject* parent)
    : QObject(parent), m_link(link), m_task(task), m_tools(std::move(tools)), m_plan(std::move(plan)) {
    m_disk.setMaxThreadCount(1);
    connect(task, &Task::cancelWanted, this, &ReleaseImport::cancel);
    connect(&link, &ManagerLink::managerChanged, this, &ReleaseImport::cancel);
}

ReleaseImport::~ReleaseImport() {
    m_cancelled->store(true);
    m_disk.waitForDone();
}

void ReleaseImport::start() {
    if (m_plan.folder) return pack();
    send(m_plan.path);
}

void ReleaseImport::pack() {
    m_task->report(-1, tr("Packing the folder …", "import"));
    m_disk.start([this, tools = m_tools, plan = m_plan, cancelled = m_cancelled] {
        auto scratch = std::make_shared<std::unique_ptr<QTemporaryDir>>(std::make_unique<QTemporaryDir>());
        Result<void> done;
        if (!(*scratch)->isValid())
            done = makeError(BaseErrc::unavailable, "the folder for temporary files");
        else
            done = tools.packFolder(plan.path, (*scratch)->filePath(QStringLiteral("package.tar.zst")).toStdString(),
                                    [cancelled](std::uint64_t) { return !cancelled->load(); });
        // The destructor waits for this thread, so `this` is there when the call is queued.
        QMetaObject::invokeMethod(this, [this, scratch, done] {
            m_scratch = std::move(*scratch);
            packed(done);
        });
    });
}

void ReleaseImport::packed(Result<void> done) {
    if (m_over) return;
    if (!done) return fail(done.error());
    send(m_scratch->filePath(QStringLiteral("package.tar.zst")).toStdString());
}

void ReleaseImport::send(const std::filesystem::path& file) {
    if (!m_link.client()) return fail(makeError(BaseErrc::cancelled, "no manager is chosen"));
    m_task->report(0, tr("Sending …", "import"));
    m_upload = std::make_unique<adminclient::Upload>(*m_link.client(), file);
    connect(m_upload.get(), &adminclient::Upload::progress, this, &ReleaseImport::showProgress);
    connect(m_upload.get(), &adminclient::Upload::interrupted, this, [this](const Error& error) {
        m_task->report(-1, tr("Interrupted, goes on by itself. %1", "import").arg(errorText(error)));
    });
    m_upload->start([this](Result<adminclient::Blob> blob) { sent(std::move(blob)); });
}

void ReleaseImport::showProgress(const adminclient::UploadProgress& progress) {
    const int percentDone = progress.total == 0 ? 0 : static_cast<int>(progress.done * 100 / progress.total);
    QString detail = tr("%1 of %2", "bytes sent").arg(bytes(progress.done), bytes(progress.total));
    if (progress.rate > 0) {
        const auto left =
            static_cast<std::int64_t>(static_cast<double>(progress.total - progress.done) / progress.rate);
        detail = tr("%1, %2/s, %3 left", "bytes sent, rate, time")
                     .arg(detail, bytes(static_cast<std::uint64_t>(progress.rate)), duration(Seconds(left)));
    }
    m_task->report(percentDone, detail);
}

void ReleaseImport::sent(Result<adminclient::Blob> blob) {
    if (!blob) return fail(blob.error());
    m_blob = std::move(*blob);
    m_scratch.reset();
    if (!m_over) findRelease();
}

void ReleaseImport::findRelease() {
    if (!m_link.client()) return fail(makeError(BaseErrc::cancelled, "no manager is chosen"));
    m_task->report(100, tr("Making the release …", "import"));
    adminclient::ListReader<Release>::read(
        *m_link.client(),
        [product = m_plan.product](adminclient::PageRequest page) { return calls::releases(product, page); },
        kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (!releases) return fail(releases.error());
            for (const Release& release : *releases)
                if (release.version == m_plan.version && release.channel == m_plan.channel) return setPackage(release);
            m_link.send<Release>(
                calls::createRelease(m_plan.product, m_plan.version, m_plan.channel, m_plan.notes), this,
                [this](Result<Release> release) { release ? setPackage(*release) : fail(release.error()); });
        });
}

void ReleaseImport::setPackage(const Release& release) {
    if (m_over) return;
    std::string name = m_plan.path.filename().string();
    if (m_plan.folder) name = m_plan.product + "-" + m_plan.version + "-" + m_plan.platform + ".tar.zst";
    m_link.send<Release>(calls::setPackage(release.id, m_plan.platform, name, m_blob.digest, m_plan.recipe), this,
                         [this](Result<Release> changed) { packageSet(std::move(changed)); });
}

void ReleaseImport::packageSet(Result<Release> release) {
    if (!release) return fail(release.error());
    if (!m_plan.submit || release->state != ReleaseState::draft) return finish(*release);
    m_link.send<Release>(calls::submitRelease(release->id), this, [this](Result<Release> submitted) {
        submitted ? finish(*submitted) : fail(submitted.error());
    });
}

void ReleaseImport::finish(const Release& release) {
    if (m_over) return;
    m_over = true;
    m_task->end(Task::State::done,
                tr("%1 %2 is there", "product, version").arg(toText(release.product), toText(release.version)));
    Q_EMIT imported(release.id.value);
    deleteLater();
}

void ReleaseImport::fail(const Error& error) {
    if (m_over) return;
    m_over = true;
    if (m_task && error.code == BaseErrc::cancelled)
        m_task->end(Task::State::cancelled, tr("Nothing was changed", "import"));
    else if (m_task)
        m_task->end(Task::State::failed, errorText(error) + QLatin1Char(' ') + errorDetails(error));
    if (error.code != BaseErrc::cancelled) Q_EMIT failed(error);
    deleteLater();
}

void ReleaseImport::cancel() {
    m_cancelled->store(true);
    if (m_upload && m_blob.digest.empty()) return m_upload->cancel();
    fail(makeError(BaseErrc::cancelled, "by the user"));
}

}  // namespace signalbox::ui
