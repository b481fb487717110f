// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <map>

#include "tests/support/one_terminal.h"
#include "tests/support/package_trees.h"

using namespace signalbox;
using namespace signalbox::test;

/// Files at stated paths, put there by a real agent.
class TestFileInstaller : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OneTerminal> m_world;
    std::map<std::string, TestPackage> m_packages;

    fs::path place(const std::string& name) const { return m_world->path("places") / name; }
    std::string at(const std::string& name) const { return contentOf(place(name)); }

    PlacedFile placed(const std::string& name) const { return {name, place(name).string(), "", "", ""}; }

    /// A version that puts `files` where they belong, each with the version as its content.
    const TestPackage& package(const std::string& version, std::vector<PlacedFile> files,
                               const std::string& check = "exit 0") {
        const fs::path tree = m_world->path("tree-" + version);
        for (const PlacedFile& file : files)
            if (!file.from.starts_with("missing")) writeFile(tree / file.from, file.from + " of " + version);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        Recipe recipe;
        recipe.kind = InstallKind::file;
        recipe.files = std::move(files);
        recipe.runCheck.arguments = {"./check"};
        return m_packages[version] = makePackage("kiosk", version, recipe, tree);
    }

    /// What lies at the places that is none of theirs.
    std::vector<std::string> leftovers() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(m_world->path("places")))
            if (entry.path().filename().string().find("signalbox") != std::string::npos)
                names.push_back(entry.path().filename().string());
        return names;
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }
    void init() {
        m_world = std::make_unique<OneTerminal>();
        fs::create_directories(m_world->path("places"));
    }
    void cleanup() {
        m_world.reset();
        m_packages.clear();
    }

    void putsFilesWhereTheyBelong() {
        writeFile(place("a.conf"), "by hand", 0600);
        QVERIFY(m_world->install(package("1.0", {placed("a.conf"), placed("sub/folder/b")}), 1));
        QCOMPARE(at("a.conf"), std::string("a.conf of 1.0"));
        QCOMPARE(at("sub/folder/b"), std::string("sub/folder/b of 1.0"));
        QVERIFY(leftovers().empty());
    }

    void aFileGetsTheModeAndTheOwnerOfTheRecipe() {
        const group* own = ::getgrgid(::getegid());
        QVERIFY(own);
        PlacedFile file = placed("secret");
        file.mode = "0640";
        file.group = own->gr_name;
        QVERIFY(m_world->install(package("1.0", {file}), 1));
        struct stat status {};
        QCOMPARE(::lstat(place("secret").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0640U);
        QCOMPARE(status.st_uid, ::geteuid());
        QCOMPARE(status.st_gid, ::getegid());
    }

    void aVersionThatFailsPutsTheOldFilesBack() {
        writeFile(place("a.conf"), "by hand", 0600);
        const ino_t before = [this] {
            struct stat status {};
            ::lstat(place("a.conf").c_str(), &status);
            return status.st_ino;
        }();
        m_world->permit(package("1.0", {placed("a.conf"), placed("b.conf")}, "exit 1"), 1);
        m_world->terminal->start(m_world->manager);
        QVERIFY(m_world->waitFor("failed"));
        QCOMPARE(at("a.conf"), std::string("by hand"));
        struct stat status {};
        QCOMPARE(::lstat(place("a.conf").c_str(), &status), 0);
        QCOMPARE(status.st_ino, before);  // with owner, mode and all
        QVERIFY(!fs::exists(place("b.conf")));
        QVERIFY(leftovers().empty());
    }

    void whatTheNextVersionDoesNotPlaceGoesAndComesBackWithIt() {
        QVERIFY(m_world->install(package("1.0", {placed("a"), placed("b")}), 1));
        m_world->permit(package("2.0", {placed("a")}, "test ! -e " + place("b").string() + " && exit 1"), 2);
        QVERIFY(m_world->waitFor("rolledBack"));
        QCOMPARE(at("a"), std::string("a of 1.0"));
        QCOMPARE(at("b"), std::string("b of 1.0"));
        m_world->manager.feedback.clear();
        QVERIFY(m_world->install(package("3.0", {placed("a")}), 3));
        QCOMPARE(at("a"), std::string("a of 3.0"));
        QVERIFY(!fs::exists(place("b")));
        QVERIFY(leftovers().empty());
    }

    void aFolderAtThePlaceIsLeftAlone() {
        fs::create_directories(place("a/within"));
        writeFile(place("b"), "by hand");
        m_world->permit(package("1.0", {placed("b"), placed("a")}), 1);
        m_world->terminal->start(m_world->manager);
        QVERIFY(m_world->waitFor("failed"));
        QVERIFY(fs::exists(place("a/within")));
        QCOMPARE(at("b"), std::string("by hand"));
        QVERIFY(leftovers().empty());
    }

    void aFileThatThePackageLacksFailsBeforeTheSwitch() {
        writeFile(place("a"), "by hand");
        PlacedFile missing = placed("missing");
        m_world->permit(package("1.0", {placed("a"), missing}), 1);
        m_world->terminal->start(m_world->manager);
        QVERIFY(m_world->waitFor("failed"));
        QCOMPARE(m_world->manager.last("failed")->cause, std::string("unpackFailed"));
        QCOMPARE(at("a"), std::string("by hand"));
        QVERIFY(leftovers().empty());
    }

    void anUnknownOwnerFailsBeforeTheSwitch() {
        PlacedFile file = placed("a");
        file.owner = "nobody-of-that-name";
        m_world->permit(package("1.0", {file}), 1);
        m_world->terminal->start(m_world->manager);
        QVERIFY(m_world->waitFor("failed"));
        QVERIFY(!fs::exists(place("a")));
        QVERIFY(leftovers().empty());
    }

    void anAgentThatIsRootPlacesOnlyWhatItsMachineAllows() {
        Recipe recipe;
        recipe.kind = InstallKind::file;
        recipe.files = {placed("a")};
        const auto commands = terminal::platform::makeCommandRunner();
        QVERIFY(commands->mayRun(recipe, "kiosk", {"kiosk"}));
        const bool allowed = commands->mayRun(recipe, "kiosk", {"other"}).has_value();
        QCOMPARE(allowed, ::geteuid() != 0);
    }
};

QTEST_GUILESS_MAIN(TestFileInstaller)
#include "tst_file_installer.moc"
