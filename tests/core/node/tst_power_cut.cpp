// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "core/node/repositories.h"
#include "tests/support/node_host.h"
#include "tests/support/package_trees.h"
#include "tests/support/recording_files.h"

using namespace signalbox;
using namespace signalbox::test;
using node::Repositories;
using registry::BlobStore;

namespace {

constexpr const char* kManifestType = "application/vnd.oci.image.manifest.v1+json";

/// A node's disk with what is on it.
struct Disk {
    explicit Disk(const fs::path& folder, FileSystem& files = nativeFileSystem())
        : blobs(std::move(BlobStore::open(files, folder).value())),
          repositories(std::move(Repositories::open(files, *blobs, folder).value())) {}
    std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Repositories> repositories;
};

node::ManifestPut manifestOf(std::string content, std::vector<std::string> tags) {
    node::ManifestPut put;
    put.digest = Digest::ofContent(content);
    put.mediaType = kManifestType;
    put.content = std::move(content);
    put.tags = std::move(tags);
    return put;
}

bool upload(Disk& disk, const std::string& content) {
    auto upload = disk.blobs->beginUpload();
    if (!upload || !(*upload)->append(bytesOf(content.substr(0, 3))) || !(*upload)->append(bytesOf(content.substr(3))))
        return false;
    const Digest digest = Digest::ofContent(content);
    return disk.blobs->finishUpload(std::move(*upload), digest) && disk.repositories->linkBlob("app", digest);
}

bool tagIs(const Disk& disk, const std::string& content) {
    const auto digest = disk.repositories->resolveTag("app", "v1");
    if (!digest || *digest != Digest::ofContent(content)) return false;
    const auto manifest = disk.repositories->manifest("app", *digest);
    return manifest && manifest->content == content && manifest->mediaType == kManifestType;
}

bool holds(const Disk& disk, const std::string& content) {
    const Digest digest = Digest::ofContent(content);
    return disk.repositories->hasBlob("app", digest) && disk.blobs->verify(digest);
}

/// One request with what must be so from its answer on, until a later one changes that.
struct Step {
    std::function<bool(Disk&)> run;
    std::function<bool(const Disk&)> holds;
    std::size_t replacedBy = SIZE_MAX;  ///< which
};

std::vector<Step> steps() {
    return {
        {[](Disk& disk) { return upload(disk, "blob one"); }, [](const Disk& disk) { return holds(disk, "blob one"); },
         3},
        {[](Disk& disk) { return disk.repositories->putManifest("app", manifestOf("{\"a\":1}", {"v1"})).has_value(); },
         [](const Disk& disk) { return tagIs(disk, "{\"a\":1}"); }, 2},
        {[](Disk& disk) { return disk.repositories->putManifest("app", manifestOf("{\"b\":2}", {"v1"})).has_value(); },
         [](const Disk& disk) { return tagIs(disk, "{\"b\":2}"); }},
        {[](Disk& disk) { return disk.repositories->removeBlob("app", Digest::ofContent("blob one")).has_value(); },
         [](const Disk& disk) { return !disk.repositories->hasBlob("app", Digest::ofContent("blob one")); }},
        {[](Disk& disk) { return upload(disk, "blob two"); }, [](const Disk& disk) { return holds(disk, "blob two"); }},
    };
}

/// Empty: every blob with a name is whole.
QString damagedBlob(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder / "blobs"))
        if (entry.is_regular_file() && Digest::ofContent(contentOf(entry.path())).hex() != entry.path().filename())
            return q(entry.path());
    return {};
}

}  // namespace

/// The power goes at each change on a node's disk: what was answered is there, and what has a digest's name has it.
class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredSurvivesAPowerCutAtEachChange() {
        const QTemporaryDir place(quickFolder());
        const fs::path folder = fs::path(place.path().toStdString()) / "node";
        fs::create_directories(folder);
        const Disk made(folder);
        PowerCutDisk after(folder);
        RecordingFileSystem files(folder);
        {
            Disk disk(folder, files);
            for (const Step& step : steps()) {
                QVERIFY(step.run(disk));
                ++files.mark;
            }
        }
        const auto changes = files.changes();
        std::set<std::vector<std::string>> seen;
        for (std::size_t done = 0; done <= changes.size(); ++done) {
            if (done > 0) after.apply(changes[done - 1]);
            // How many were answered for certain when the power went: those before the next change was made.
            const std::size_t answered =
                static_cast<std::size_t>(done < changes.size() ? changes[done].mark : files.mark.load());
            for (const Left left : kLeft) {
                fs::remove_all(folder);
                after.leave(folder, left);
                auto look = describeTree(folder);
                look.push_back(std::to_string(answered));
                if (!seen.insert(std::move(look)).second) continue;
                const QString where = QStringLiteral("change %1, left %2").arg(done).arg(static_cast<int>(left));
                QVERIFY2(damagedBlob(folder).isEmpty(), qPrintable(where));
                const Disk disk(folder);
                for (std::size_t step = 0; step < answered; ++step)
                    if (answered < steps()[step].replacedBy) QVERIFY2(steps()[step].holds(disk), qPrintable(where));
            }
        }
        qInfo("%zu changes on disk, %zu different disks after a cut", changes.size(), seen.size());
        QVERIFY(seen.size() > 30);
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
