// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/base/log_tap.h"
#include "tests/support/package_trees.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// What is logged meanwhile.
class SeenLines final : public LogTap {
public:
    SeenLines() { setLogTap(this); }
    ~SeenLines() override { setLogTap(nullptr); }
    void take(LogLevel, std::string_view, std::string_view text) override { m_lines += std::string(text) + "\n"; }
    /// The word before `text`; "" where that is not there.
    [[nodiscard]] std::string wordBefore(const std::string& text) const {
        const auto end = m_lines.find(text);
        if (end == std::string::npos) return {};
        const auto begin = m_lines.rfind(' ', end - 1) + 1;
        return m_lines.substr(begin, end - begin);
    }

private:
    std::string m_lines;
};

}  // namespace

/// What an agent takes of disk and line, against a scripted manager and node over TLS.
class TestLimits : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::unique_ptr<TestTerminal> m_terminal;
    std::map<std::string, TestPackage> m_packages;
    std::int64_t m_deployments = 0;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    /// Held, of a version whose run check is `check`.
    ScriptedOffer offerOf(const std::string& version, const std::string& check = "exit 0") {
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        writeFile(tree / "bulk", randomBytes(100000));
        Recipe recipe;
        recipe.runCheck.arguments = {"./check"};
        m_packages[version] = makePackage("kiosk", version, recipe, tree);
        m_node->hold(m_packages[version]);
        ScriptedOffer offer;
        offer.package = &m_packages[version];
        offer.deployment = ++m_deployments;
        offer.chain = {m_node.get()};
        return offer;
    }
    void permit(ScriptedOffer offer) {
        offer.permit = m_manager->permitFor(offer, "till-1");
        m_manager->feedback.clear();
        m_manager->offer = std::move(offer);
    }
    /// Until the manager was told so; the terminal polls much more often than it is asked to.
    bool waitFor(const std::string& state) {
        return eagerly([&] { return m_manager->last(state) != nullptr; });
    }
    bool eagerly(const std::function<bool()>& done) {
        auto next = std::chrono::steady_clock::now();
        const auto watched = [&] {
            if (done()) return true;
            if (std::chrono::steady_clock::now() < next) return false;
            m_terminal->agent().pollNow();
            next = std::chrono::steady_clock::now() + Milliseconds(40);
            return false;
        };
        return runUntil(*m_io, watched);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        m_terminal = std::make_unique<TestTerminal>(*m_io, path("terminal"));
        m_terminal->start(*m_manager);
    }

    void cleanup() {
        m_terminal.reset();
        m_node.reset();
        m_manager.reset();
        m_packages.clear();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    /// Whatever becomes of deployments, nothing piles up.
    void keepsItsDiskTidy() {
        permit(offerOf("1.0"));
        QVERIFY(waitFor("succeeded"));
        for (int round = 0; round < 3; ++round) {
            const std::string good = "2." + std::to_string(round);
            permit(offerOf(good));
            QVERIFY(waitFor("succeeded"));
            permit(offerOf("bad." + std::to_string(round), "exit 1"));
            QVERIFY(waitFor("rolledBack"));
            m_manager->feedback.clear();
            m_manager->offer = offerOf("held." + std::to_string(round));
            QVERIFY(waitFor("holding"));
            m_manager->offer.reset();
            QVERIFY(eagerly([this] { return !m_terminal->agent().deployer().active(); }));
            QCOMPARE(m_terminal->current("kiosk", "version"), good);
            QCOMPARE(m_terminal->trees("kiosk").size(), std::size_t(2));
            QVERIFY(fs::is_empty(m_terminal->data() / "downloads"));
        }
        QVERIFY(eagerly([this] { return m_terminal->agent().feedbackWaiting() == 0; }));
        std::vector<std::string> left;
        for (const auto& entry : fs::recursive_directory_iterator(m_terminal->data()))
            if (entry.is_regular_file()) left.push_back(entry.path().filename().string());
        std::sort(left.begin(), left.end());
        const std::vector<std::string> small{"identity.json", "installed.json", "permit.json", "terminal.toml",
                                             "token"};
        QCOMPARE(left, small);
    }

    void whatWillNotFitUnpackedIsNotBegun() {
        ScriptedOffer offer = offerOf("1.0");
        offer.unpackedSize = std::uint64_t(1) << 60;
        permit(offer);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("diskFull"));
        QCOMPARE(m_node->packageRequests, 0);
    }

    void theLowerBandwidthLimitHolds_data() {
        QTest::addColumn<quint64>("own");
        QTest::addColumn<quint64>("given");
        QTest::addColumn<std::string>("used");
        QTest::newRow("the manager's") << quint64(0) << quint64(50000000) << std::string("50000000");
        QTest::newRow("the lower own") << quint64(40000000) << quint64(50000000) << std::string("40000000");
        QTest::newRow("the lower of the manager") << quint64(60000000) << quint64(50000000) << std::string("50000000");
        QTest::newRow("neither") << quint64(0) << quint64(0) << std::string();
    }
    void theLowerBandwidthLimitHolds() {
        QFETCH(quint64, own);
        QFETCH(quint64, given);
        QFETCH(std::string, used);
        m_terminal->stop();
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        terminal::Settings settings = folder.settings().value();
        settings.bandwidthLimit = own;
        QVERIFY(folder.saveSettings(settings).has_value());
        m_manager->bandwidthLimit = given;
        permit(offerOf("1.0"));
        const SeenLines lines;
        m_terminal->start();
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(lines.wordBefore(" bytes a second are downloaded"), used);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
