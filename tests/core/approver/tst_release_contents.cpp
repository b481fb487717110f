// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <map>

#include "core/approver/release_difference.h"
#include "core/base/file_system.h"
#include "core/package/archive.h"
#include "core/package/recipe_file.h"
#include "core/registry/manifest.h"
#include "tests/support/package_trees.h"

using namespace signalbox;
using namespace signalbox::approver;
using namespace signalbox::test;

namespace {

/// Blobs as a manager gives them out, of releases that are packed here; and a manager that lies.
class Shelf {
public:
    /// Of what `fill` puts into a folder; the index's digest.
    Digest release(const std::string& version, const std::function<void(const fs::path&)>& fill,
                   const std::string& restart = "./start", const std::string& platform = "linux-amd64") {
        const fs::path tree = path("tree-" + version);
        fs::create_directories(tree);
        fill(tree);
        const fs::path archive = path(version + ".package");
        package::packTree(tree, archive).value();
        Recipe recipe;
        recipe.restart.arguments = {restart};
        Package package;
        package.platform = platform;
        package.recipe = recipe;
        package.fileName = "app.tar.zst";
        package.digest = put(contentOf(archive));
        package.size = m_blobs[package.digest.text()].size();
        const std::string recipeJson = package::recipeToJson(recipe);
        package.configDigest = put(recipeJson);
        package.configSize = recipeJson.size();
        Release release;
        release.product = "kiosk";
        release.version = version;
        release.channel = "stable";
        const std::string manifest = registry::buildManifest(release, package);
        package.manifestDigest = put(manifest);
        package.manifestSize = manifest.size();
        release.packages = {package};
        lastPackage = package.digest;
        return put(registry::buildIndex(release));
    }
    [[nodiscard]] Result<std::vector<PackageContents>> read(const Digest& index) {
        const auto fetch = [this](const Digest& digest, const fs::path& into, std::uint64_t most) -> Result<void> {
            const auto found = m_blobs.find(digest.text());
            if (found == m_blobs.end()) return makeError(BaseErrc::notFound, digest.text());
            if (found->second.size() > most) return makeError(BaseErrc::tooLarge, digest.text());
            std::ofstream(into, std::ios::binary) << found->second;
            return {};
        };
        return ReleaseContents(fetch, path("scratch")).read(index);
    }
    void tamper(const Digest& digest) { m_blobs[digest.text()].back() ^= 1; }
    [[nodiscard]] bool leavesNothing() const { return fs::is_empty(path("scratch")); }

    Digest lastPackage;

private:
    [[nodiscard]] fs::path path(const std::string& name) const {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    Digest put(const std::string& content) {
        const Digest digest = Digest::ofContent(content);
        m_blobs[digest.text()] = content;
        return digest;
    }

    QTemporaryDir m_folder;
    std::map<std::string, std::string> m_blobs;
};

std::vector<std::string> pathsOf(const std::vector<package::ListedEntry>& entries) {
    std::vector<std::string> paths;
    for (const package::ListedEntry& entry : entries)
        paths.push_back(entry.path);
    return paths;
}

}  // namespace

/// What an approver's machine finds in releases.
class TestReleaseContents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreFoundWithSizesAndHashes() {
        Shelf shelf;
        const Digest index = shelf.release("1.0", [](const fs::path& tree) {
            writeFile(tree / "bin/app", "program", 0755);
            writeFile(tree / "notes.txt", "text");
            fs::create_symlink("bin/app", tree / "run");
        });
        const auto packages = shelf.read(index).value();
        QCOMPARE(packages.size(), std::size_t{1});
        QCOMPARE(packages[0].platform, std::string("linux-amd64"));
        QCOMPARE(pathsOf(packages[0].files), (std::vector<std::string>{"bin/app", "notes.txt", "run"}));
        QCOMPARE(packages[0].files[0].size, std::uint64_t{7});
        QCOMPARE(packages[0].files[0].sha256, sha256Hex(bytesOf(std::string_view("program"))));
        QVERIFY(packages[0].files[0].executable && !packages[0].files[1].executable);
        QCOMPARE(packages[0].files[2].link, std::string("bin/app"));
        QVERIFY(shelf.leavesNothing());
    }

    void theDifferenceNamesFilesRecipeAndSettings() {
        Shelf shelf;
        const Digest old = shelf.release("1.0", [](const fs::path& tree) {
            writeFile(tree / "same", "same");
            writeFile(tree / "gone", "gone");
            writeFile(tree / "program", "one");
            writeFile(tree / "etc/app.json", "{\"port\":80,\"tls\":{\"on\":true}}");
            writeFile(tree / "etc/app.ini", "[log]\nlevel=info\n");
        });
        const Digest now = shelf.release(
            "2.0",
            [](const fs::path& tree) {
                writeFile(tree / "same", "same");
                writeFile(tree / "new", "new");
                writeFile(tree / "program", "second", 0755);
                writeFile(tree / "etc/app.json", "{\"port\":8080,\"tls\":{\"on\":false},\"name\":\"x\"}");
                writeFile(tree / "etc/app.ini", "[log]\nlevel=debug\n");
            },
            "./start-2");
        const auto differences = differenceOf(shelf.read(old).value(), shelf.read(now).value());
        QCOMPARE(differences.size(), std::size_t{1});
        const PackageDifference& found = differences[0];
        QVERIFY(found.kind == PackageDifference::Kind::changed);
        QCOMPARE(pathsOf(found.added), std::vector<std::string>{"new"});
        QCOMPARE(pathsOf(found.removed), std::vector<std::string>{"gone"});
        QCOMPARE(found.changed.size(), std::size_t{3});
        QCOMPARE(found.changed[2].after.path, std::string("program"));
        QCOMPARE(found.changed[2].before.size, std::uint64_t{3});
        QCOMPARE(found.changed[2].after.size, std::uint64_t{6});
        QCOMPARE(found.unchanged, std::size_t{1});
        const std::vector<SettingChange> settings{{"etc/app.ini", "log.level", "info", "debug"},
                                                  {"etc/app.json", "name", "", "\"x\""},
                                                  {"etc/app.json", "port", "80", "8080"},
                                                  {"etc/app.json", "tls.on", "true", "false"}};
        QVERIFY(found.settings == settings);
        QCOMPARE(found.recipe.size(), std::size_t{1});
        QCOMPARE(found.recipe[0].after, std::string("\"./start-2\""));
    }

    void aFirstReleaseIsNewAsAWhole() {
        Shelf shelf;
        const Digest index = shelf.release("1.0", [](const fs::path& tree) { writeFile(tree / "a", "a"); });
        const auto contents = shelf.read(index).value();
        const auto first = differenceOf({}, contents);
        QVERIFY(first[0].kind == PackageDifference::Kind::added);
        QCOMPARE(first[0].added.size(), std::size_t{1});
        QVERIFY(differenceOf(contents, contents)[0].kind == PackageDifference::Kind::same);
        QVERIFY(differenceOf(contents, {})[0].kind == PackageDifference::Kind::removed);
    }

    void otherBytesThanTheDigestSaysAreNotLookedAt() {
        Shelf shelf;
        const Digest index = shelf.release("1.0", [](const fs::path& tree) { writeFile(tree / "a", "a"); });
        shelf.tamper(shelf.lastPackage);
        QCOMPARE(shelf.read(index).error().code, make_error_code(BaseErrc::corrupt));
        QVERIFY(shelf.leavesNothing());
        shelf.tamper(index);
        QCOMPARE(shelf.read(index).error().code, make_error_code(BaseErrc::corrupt));
    }

    void aReleaseIsHeldAgainstTheNewestTrustedOfItsChannel() {
        tuf::Targets believed;
        const auto trust = [&believed](const std::string& path, const std::string& channel, std::int64_t counter) {
            tuf::Target target;
            target.length = 1;
            target.hashes["sha256"] = std::string(64, static_cast<char>('0' + counter));
            target.custom = {{"channel", channel}, {"release_counter", counter}};
            believed.targets[path] = target;
        };
        ReleaseLine line;
        line.path = "kiosk/stable/3.0.json";
        line.digest = "sha256:" + std::string(64, 'a');
        line.channel = "stable";
        QVERIFY(!predecessorOf(line, nullptr) && !predecessorOf(line, &believed));
        trust("kiosk/beta/4.0.json", "beta", 4);
        QCOMPARE(predecessorOf(line, &believed)->path, std::string("kiosk/beta/4.0.json"));
        trust("kiosk/stable/1.0.json", "stable", 1);
        trust("kiosk/stable/2.0.json", "stable", 2);
        QCOMPARE(predecessorOf(line, &believed)->path, std::string("kiosk/stable/2.0.json"));
        trust("kiosk/stable/3.0.json", "stable", 3);
        QCOMPARE(predecessorOf(line, &believed)->counter, 3);
        line.digest = predecessorOf(line, &believed)->digest;
        QCOMPARE(predecessorOf(line, &believed)->path, std::string("kiosk/stable/2.0.json"));
    }
};

QTEST_APPLESS_MAIN(TestReleaseContents)
#include "tst_release_contents.moc"
