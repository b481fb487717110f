// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <set>

#include "tests/support/package_trees.h"
#include "tests/support/recording_files.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

Recipe recipeOf() {
    Recipe recipe;
    recipe.restart.arguments = {"./restart"};
    recipe.runCheck.arguments = {"./check"};
    return recipe;
}

}  // namespace

/// The power goes at each change on disk of an upgrade, and what was not synced is lost in every way of kLeft. Whatever
/// is left, a whole version is current; and an agent that starts on it brings the upgrade to its end.
class TestPowerCut : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::vector<std::string> m_oldTree;
    std::vector<std::string> m_newTree;
    /// Of kind file: what may be at each place meanwhile, "" nothing, and what is there at the end.
    std::map<std::string, std::set<std::string>> m_places;
    std::map<std::string, std::string> m_endPlaces;
    TestPackage m_old;
    TestPackage m_new;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::vector<std::string> currentTree() const { return describeTree(fs::canonical(path("t/root/kiosk/current"))); }

    TestPackage package(const std::string& version, const std::string& check) {
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        writeFile(tree / "share/data", version + " data");
        writeFile(tree / "restart", "#!/bin/sh\nexit 0\n", 0755);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        TestPackage made = makePackage("kiosk", version, recipeOf(), tree);
        m_node->hold(made);
        return made;
    }

    void offer(const TestPackage& package, std::int64_t deployment) {
        ScriptedOffer offer;
        offer.package = &package;
        offer.deployment = deployment;
        offer.chain = {m_node.get()};
        offer.permit = m_manager->permitFor(offer, "till-1");
        m_manager->offer = offer;
    }

    /// A version of kind file that puts its files to t/etc; their content is long, so that half of it shows.
    TestPackage filePackage(const std::string& version, const std::vector<std::string>& files,
                            const std::string& check) {
        const fs::path tree = path("tree-" + version);
        Recipe recipe = recipeOf();
        recipe.kind = InstallKind::file;
        for (const std::string& file : files) {
            writeFile(tree / file, fileOf(file, version));
            recipe.files.push_back({file, path("t/etc/" + file).string(), "0640", "", ""});
        }
        writeFile(tree / "restart", "#!/bin/sh\nexit 0\n", 0755);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        TestPackage made = makePackage("kiosk", version, recipe, tree);
        m_node->hold(made);
        return made;
    }
    static std::string fileOf(const std::string& file, const std::string& version) {
        return file + " of " + version + std::string(300, '.') + "whole";
    }

    /// Version 1 has the files a and c; the new one has a and b.
    void useFiles(const std::string& check) {
        TestTerminal terminal(*m_io, path("t"));
        m_old = filePackage("1.1", {"a", "c"}, "exit 0");
        m_oldTree = describeTree(path("tree-1.1"));
        m_manager->feedback.clear();
        offer(m_old, 7);
        terminal.start();
        QVERIFY(
            runUntil(*m_io, [&] { return m_manager->last("succeeded") && terminal.agent().feedbackWaiting() == 0; }));
        terminal.stop();
        m_new = filePackage("2.0", {"a", "b"}, check);
        m_newTree = describeTree(path("tree-2.0"));
        m_places = {{"a", {fileOf("a", "1.1"), fileOf("a", "2.0")}},
                    {"b", {"", fileOf("b", "2.0")}},
                    {"c", {"", fileOf("c", "1.1")}}};
    }

    bool placesHold() const {
        return std::all_of(m_places.begin(), m_places.end(), [&](const auto& place) {
            return place.second.contains(contentOf(path("t/etc/" + place.first)));
        });
    }
    bool placesEnded() const {
        if (m_endPlaces.empty()) return true;
        std::map<std::string, std::string> found;
        for (const auto& entry : fs::directory_iterator(path("t/etc")))
            found[entry.path().filename().string()] = contentOf(entry.path());
        return found == m_endPlaces;
    }

    /// Version 1 runs on the terminal in the folder "t".
    void installOld() {
        m_old = package("1.0", "exit 0");
        TestTerminal terminal(*m_io, path("t"));
        offer(m_old, 1);
        terminal.start(*m_manager);
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("succeeded") != nullptr; }));
        terminal.stop();
        m_oldTree = describeTree(path("tree-1.0"));
    }

    /// Goes from version 1 to the new one, or back, on a disk that writes down what it does; a change's mark is 1 when
    /// the manager had been told the end before.
    std::vector<DiskChange> record(const std::string& end, bool barriers) {
        offer(m_new, 2);
        RecordingFileSystem files(path("t"), barriers);
        m_manager->onFeedback = [&](const SeenFeedback& seen) {
            if (seen.state == end) files.mark = 1;
        };
        m_manager->feedback.clear();
        TestTerminal terminal(*m_io, path("t"), files);
        terminal.start();
        const bool ended = runUntil(*m_io, [&] {
            const auto& journal = terminal.agent().deployer().journal();
            return m_manager->last(end) && terminal.agent().feedbackWaiting() == 0 && journal &&
                   journal->stage == terminal::Stage::finished;
        });
        terminal.stop();
        m_manager->onFeedback = {};
        return ended ? files.changes() : std::vector<DiskChange>();
    }

    /// Starts an agent on what the cut left; empty: all went as it should.
    QString revive(const std::string& end, const std::vector<std::string>& endTree, bool told) {
        m_manager->feedback.clear();
        m_manager->offer.reset();
        if (!told) offer(m_new, 2);
        const int polls = m_manager->polls;
        TestTerminal terminal(*m_io, path("t"));
        terminal.start();
        const bool ended = runUntil(*m_io, [&] {
            return (told || m_manager->last(end)) && terminal.agent().feedbackWaiting() == 0 &&
                   m_manager->polls > polls && !terminal.agent().deployer().active();  // told, it may still tidy up
        });
        terminal.stop();
        if (!ended) return QStringLiteral("the end was not told");
        if (!placesEnded()) return QStringLiteral("the places hold something else at the end");
        return currentTree() == endTree ? QString() : QStringLiteral("another tree is current at the end");
    }

    void cutEverywhere(const std::string& end, const std::vector<std::string>& endTree, bool barriers) {
        PowerCutDisk disk(path("t"));
        const std::vector<DiskChange> changes = record(end, barriers);
        QVERIFY(!changes.empty());
        const int given = qEnvironmentVariableIntValue("SIGNALBOX_TEST_STRIDE");
        const std::size_t stride = given > 0 ? static_cast<std::size_t>(given) : 8;
        std::set<std::vector<std::string>> seen;
        int revived = 0;
        bool told = false;
        for (std::size_t done = 0; done <= changes.size(); ++done) {
            if (done > 0) disk.apply(changes[done - 1]);
            if (done > 0) told = changes[done - 1].mark != 0;
            for (const Left left : kLeft) {
                fs::remove_all(path("t"));
                disk.leave(path("t"), left);
                if (!seen.insert(describeTree(path("t"))).second) continue;
                const QString where = QStringLiteral("change %1, left %2").arg(done).arg(static_cast<int>(left));
                const auto current = currentTree();
                QVERIFY2(current == m_oldTree || current == m_newTree, qPrintable(where));
                QVERIFY2(placesHold(), qPrintable(where));
                if (seen.size() % stride != 0 && done != changes.size()) continue;
                const QString wrong = revive(end, endTree, told);
                QVERIFY2(wrong.isEmpty(), qPrintable(where + QStringLiteral(": ") + wrong));
                ++revived;
            }
        }
        qInfo("%zu changes on disk, %zu different disks after a cut, %d brought to the end", changes.size(),
              seen.size(), revived);
        QVERIFY(revived >= 5);
    }

private Q_SLOTS:
    void init() {
        m_places.clear();
        m_endPlaces.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        installOld();
    }

    void cleanup() {
        m_node.reset();
        m_manager.reset();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void anUpgradeSurvivesAPowerCutAtEachChange_data() {
        QTest::addColumn<bool>("barriers");
        QTest::newRow("one barrier for a tree") << true;
        QTest::newRow("each file synced by itself") << false;
    }
    void anUpgradeSurvivesAPowerCutAtEachChange() {
        QFETCH(const bool, barriers);
        m_new = package("2.0", "exit 0");
        m_newTree = describeTree(path("tree-2.0"));
        cutEverywhere("succeeded", m_newTree, barriers);
    }

    void aRollBackSurvivesAPowerCutAtEachChange() {
        m_new = package("2.0", "exit 1");
        m_newTree = describeTree(path("tree-2.0"));
        cutEverywhere("rolledBack", m_oldTree, true);
    }

    void filesSurviveAPowerCutAtEachChange() {
        useFiles("exit 0");
        m_endPlaces = {{"a", fileOf("a", "2.0")}, {"b", fileOf("b", "2.0")}};
        cutEverywhere("succeeded", m_newTree, true);
    }

    void aRollBackOfFilesSurvivesAPowerCutAtEachChange() {
        useFiles("exit 1");
        m_endPlaces = {{"a", fileOf("a", "1.1")}, {"c", fileOf("c", "1.1")}};
        cutEverywhere("rolledBack", m_oldTree, true);
    }
};

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    terminal::platform::prepareProcess();
    TestPowerCut test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_power_cut.moc"
