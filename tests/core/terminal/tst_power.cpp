// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "tests/support/package_trees.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Counts every change on disk and kills its process right before the one with the given number.
class DeadlyFileSystem final : public FileSystem {
public:
    explicit DeadlyFileSystem(int last) : m_left(last) {}

    Result<std::unique_ptr<FileWriter>> create(const fs::path& path, unsigned mode) override {
        step();
        return wrap(nativeFileSystem().create(path, mode));
    }
    Result<std::unique_ptr<FileWriter>> append(const fs::path& path, std::uint64_t offset) override {
        step();
        return wrap(nativeFileSystem().append(path, offset));
    }
    Result<void> makeDirectories(const fs::path& path) override {
        step();
        return nativeFileSystem().makeDirectories(path);
    }
    Result<void> setMode(const fs::path& path, unsigned mode) override {
        step();
        return nativeFileSystem().setMode(path, mode);
    }
    Result<void> makeSymlink(const std::string& target, const fs::path& path) override {
        step();
        return nativeFileSystem().makeSymlink(target, path);
    }
    Result<void> makeHardLink(const fs::path& existing, const fs::path& path) override {
        step();
        return nativeFileSystem().makeHardLink(existing, path);
    }
    Result<void> rename(const fs::path& from, const fs::path& to) override {
        step();
        return nativeFileSystem().rename(from, to);
    }
    Result<void> remove(const fs::path& path) override {
        step();
        return nativeFileSystem().remove(path);
    }
    Result<void> syncDirectory(const fs::path& path) override {
        step();
        return nativeFileSystem().syncDirectory(path);
    }

private:
    class Writer final : public FileWriter {
    public:
        Writer(DeadlyFileSystem& files, std::unique_ptr<FileWriter> writer)
            : m_files(files), m_writer(std::move(writer)) {}
        Result<void> write(Bytes bytes) override {
            m_files.step();
            return m_writer->write(bytes);
        }
        Result<void> sync() override {
            m_files.step();
            return m_writer->sync();
        }

    private:
        DeadlyFileSystem& m_files;
        std::unique_ptr<FileWriter> m_writer;
    };

    void step() {
        if (--m_left == 0) ::kill(::getpid(), SIGKILL);
    }
    Result<std::unique_ptr<FileWriter>> wrap(Result<std::unique_ptr<FileWriter>> writer) {
        if (!writer) return writer;
        return std::unique_ptr<FileWriter>(std::make_unique<Writer>(*this, std::move(*writer)));
    }

    std::atomic<int> m_left;
};

/// The child: an agent on `folder` that dies at its `last`th change on disk, or ends when all is told.
int runChild(const fs::path& folder, int last) {
    terminal::platform::prepareProcess();
    DeadlyFileSystem files(last);
    asio::io_context io(1);
    TestTerminal terminal(io, folder, files);
    terminal.start();
    const bool ended = runUntil(io, [&] {
        const auto& journal = terminal.agent().deployer().journal();
        return journal && journal->offer.deployment == 2 && journal->stage == terminal::Stage::finished &&
               terminal.agent().feedbackWaiting() == 0;
    });
    std::_Exit(ended ? 0 : 1);
}

Recipe recipeOf() {
    Recipe recipe;
    recipe.restart.arguments = {"./restart"};
    recipe.runCheck.arguments = {"./check"};
    return recipe;
}

}  // namespace

/// kill -9 of a real process at its changes on disk, one after the other, in the whole of an upgrade.
class TestPower : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::vector<std::string> m_oldTree;
    std::vector<std::string> m_newTree;
    TestPackage m_old;
    TestPackage m_new;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    /// A version of kind script that notes itself in root/setup, and takes that back.
    TestPackage script(const std::string& check) {
        const fs::path tree = path("tree-2.0");
        writeFile(tree / "install", "#!/bin/sh\necho 2.0 > \"$SIGNALBOX_ROOT/setup\"\n", 0755);
        writeFile(tree / "undo", "#!/bin/sh\necho 1.0 > \"$SIGNALBOX_ROOT/setup\"\n", 0755);
        Recipe recipe = recipeOf();
        recipe.kind = InstallKind::script;
        recipe.install.arguments = {"./install"};
        recipe.rollBack.arguments = {"./undo"};
        return package("2.0", check, recipe);
    }

    TestPackage package(const std::string& version, const std::string& check, const Recipe& recipe = recipeOf()) {
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        writeFile(tree / "restart", "#!/bin/sh\nexit 0\n", 0755);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        TestPackage made = makePackage("kiosk", version, recipe, tree);
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

    /// A terminal on which version 1 runs, in the folder "ready".
    void prepare() {
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        m_old = package("1.0", "exit 0");
        TestTerminal terminal(*m_io, path("ready"));
        offer(m_old, 1);
        terminal.start(*m_manager);
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("succeeded") != nullptr; }));
        terminal.stop();
        m_oldTree = describeTree(path("tree-1.0"));
    }

    /// Starts the child; true: it died by SIGKILL, false: it came to its end.
    bool runKilled(const fs::path& folder, int last) {
        const std::string program = QCoreApplication::applicationFilePath().toStdString();
        const std::string number = std::to_string(last);
        const pid_t child = ::fork();
        if (child == 0) {
            ::execl(program.c_str(), program.c_str(), "--child", folder.c_str(), number.c_str(), nullptr);
            ::_exit(127);
        }
        int status = 0;
        bool ended = false;
        const bool inTime = runUntil(*m_io, [&] {
            ended = ended || ::waitpid(child, &status, WNOHANG) == child;
            return ended;
        });
        if (!inTime) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            qWarning("the child did not end");
        }
        return WIFSIGNALED(status);
    }

    /// The tree that `current` leads to, wherever its root is.
    std::vector<std::string> currentTree(const fs::path& folder) {
        return describeTree(fs::canonical(folder / "root/kiosk/current"));
    }

    /// For every few changes on disk: kill there, look, start again, look.
    void killEverywhere(const std::string& end, const std::vector<std::string>& endTree,
                        const std::string& endSetup = {}) {
        const int stride = qEnvironmentVariableIntValue("SIGNALBOX_TEST_STRIDE");
        int kills = 0;
        for (int last = 1;; last += stride > 0 ? stride : 15) {
            const fs::path folder = path("terminal-" + std::to_string(last));
            fs::copy(path("ready"), folder, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
            writeFile(folder / "data/terminal.toml",
                      terminal::settingsText({folder / "root", "Till 1", "linux-amd64", {"kiosk"}}));
            m_manager->feedback.clear();
            offer(m_new, 2);
            const bool killed = runKilled(folder, last);
            if (killed) ++kills;
            const auto between = currentTree(folder);
            QVERIFY2(between == m_oldTree || between == m_newTree, qPrintable(QString::number(last)));
            TestTerminal terminal(*m_io, folder);
            terminal.start();
            const auto told = [&] { return m_manager->last(end) && terminal.agent().feedbackWaiting() == 0; };
            QVERIFY2(runUntil(*m_io, told), qPrintable(QString::number(last)));
            terminal.stop();
            QCOMPARE(currentTree(folder), endTree);
            if (!endSetup.empty()) QCOMPARE(contentOf(folder / "root/setup"), endSetup);
            verifyOrder(end);
            fs::remove_all(folder);
            if (!killed) break;
        }
        QVERIFY(kills > 5);
    }

    /// First mentions come in the order of the work; the outcome is the last word.
    void verifyOrder(const std::string& end) {
        std::vector<std::string> firsts;
        for (const std::string& state : m_manager->states())
            if (std::find(firsts.begin(), firsts.end(), state) == firsts.end()) firsts.push_back(state);
        const std::vector<std::string> expected{"downloaded", "installing", "checking", end};
        QCOMPARE(firsts, expected);
        QCOMPARE(m_manager->states().back(), end);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        prepare();
    }

    void cleanup() {
        m_node.reset();
        m_manager.reset();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void anUpgradeKilledAnywhereIsFinishedLater() {
        m_new = package("2.0", "exit 0");
        m_newTree = describeTree(path("tree-2.0"));
        killEverywhere("succeeded", m_newTree);
    }

    void aRollBackKilledAnywhereIsFinishedLater() {
        m_new = package("2.0", "exit 1");
        m_newTree = describeTree(path("tree-2.0"));
        killEverywhere("rolledBack", m_oldTree);
    }

    void aScriptKilledAnywhereIsFinishedLater() {
        m_new = script("exit 0");
        m_newTree = describeTree(path("tree-2.0"));
        killEverywhere("succeeded", m_newTree, "2.0\n");
    }

    void aScriptsRollBackKilledAnywhereIsFinishedLater() {
        m_new = script("exit 1");
        m_newTree = describeTree(path("tree-2.0"));
        killEverywhere("rolledBack", m_oldTree, "1.0\n");
    }
};

int main(int argc, char** argv) {
    if (argc == 4 && std::string_view(argv[1]) == "--child") return runChild(argv[2], std::atoi(argv[3]));
    QCoreApplication app(argc, argv);
    terminal::platform::prepareProcess();
    TestPower test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_power.moc"
