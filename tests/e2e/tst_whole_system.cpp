// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/package_trees.h"
#include "tests/support/whole_system.h"

using namespace signalbox;
using namespace signalbox::test;

/// Real manager, node and agents in one process, under the test's clocks.
class TestWholeSystem : public QObject {
    Q_OBJECT

private:
    static std::string installed(WholeSystem& system, const std::string& terminal, const std::string& product) {
        return system.host.admin("GET", "/api/v1/terminals/" + terminal).text("installed/" + product);
    }
    static bool isAudited(WholeSystem& system, const std::string& action) {
        return system.host.admin("GET", "/api/v1/audit?order=newest&limit=100").body.find('"' + action + '"') !=
               std::string::npos;
    }
    static bool all(WholeSystem& system, std::int64_t rollout, const std::vector<std::string>& terminals,
                    const std::string& state) {
        return std::all_of(terminals.begin(), terminals.end(),
                           [&](const std::string& id) { return system.stateOf(rollout, id) == state; });
    }

private Q_SLOTS:
    void twoProductsAtATime() {
        WholeSystem system(SystemClock().now());
        const TestTerminal& till = system.addTerminal("till-1");
        const std::int64_t kiosk = system.rollOut(system.addRelease("kiosk", "1.0"));
        const std::int64_t menu = system.rollOut(system.addRelease("menu", "7.0"));
        QVERIFY(system.until([&] {
            return system.stateOf(kiosk, "till-1") == "succeeded" && system.stateOf(menu, "till-1") == "succeeded";
        }));
        QCOMPARE(till.current("kiosk", "version"), std::string("1.0"));
        QCOMPARE(till.current("menu", "version"), std::string("7.0"));

        const std::int64_t worse = system.addRelease("menu", "8.0", "exit 1");
        const std::int64_t better = system.addRelease("kiosk", "2.0");
        const std::int64_t bad = system.rollOut(worse, R"(,"retry":{"count":0})");
        const std::int64_t good = system.rollOut(better);
        QVERIFY(system.until([&] {
            return system.stateOf(bad, "till-1") == "rolledBack" && system.stateOf(good, "till-1") == "succeeded";
        }));
        QCOMPARE(till.current("kiosk", "version"), std::string("2.0"));
        QCOMPARE(till.current("menu", "version"), std::string("7.0"));
        QVERIFY(system.until([&] {
            return installed(system, "till-1", "kiosk") == "2.0" && installed(system, "till-1", "menu") == "7.0";
        }));
        // Of each product the current version and the one before, and no download.
        QCOMPARE(till.trees("kiosk").size(), std::size_t(2));
        QCOMPARE(till.trees("menu").size(), std::size_t(1));
        QVERIFY(fs::is_empty(till.data() / "downloads"));
    }

    void aYearAwayAndBack() {
        constexpr std::chrono::hours year{366 * 24};
        WholeSystem system(SystemClock().now() - year);
        TestTerminal& worked = system.addTerminal("worked", -year);  // installed offline, then was switched off
        TestTerminal& slept = system.addTerminal("slept", -year);    // holds a permit, its agent goes on running
        TestTerminal& missed = system.addTerminal("missed", -year);  // heard of nothing
        const std::int64_t first = system.rollOut(system.addRelease("kiosk", "1.0"));
        QVERIFY(system.until([&] { return all(system, first, {"worked", "slept", "missed"}, "succeeded"); }));
        const std::string fingerprint = system.host.admin("GET", "/api/v1/status").text("caFingerprint");

        missed.stop();
        const std::string update = toRfc3339(system.host.clock.now() + std::chrono::hours(2));
        const std::string offline = ",\"offlineInstall\":true,\"updateTime\":\"" + update + "\"";
        const std::int64_t second = system.rollOut(system.addRelease("kiosk", "2.0"), offline);
        QVERIFY(system.until([&] { return all(system, second, {"worked", "slept"}, "holding"); }));
        worked.cable.pulled = true;
        slept.cable.pulled = true;
        worked.clock.shift += std::chrono::hours(3);
        QVERIFY(system.until([&] { return worked.current("kiosk", "version") == "2.0"; }));
        QVERIFY(system.until([&] { return !worked.agent().deployer().active(); }));
        QVERIFY(worked.agent().feedbackWaiting() > 0);
        worked.stop();

        // Meanwhile: the doors' certificate is renewed by the manager that runs on, silence is judged, and 3.0 comes.
        system.host.clock.advance(year);
        QVERIFY(system.until([&] { return isAudited(system, "certificate.renew"); }));
        QVERIFY(system.until([&] { return all(system, second, {"worked", "slept"}, "failed"); }));
        const std::int64_t third = system.rollOut(system.addRelease("kiosk", "3.0"));
        const std::string path = "/api/v1/rollouts/" + std::to_string(third);
        QVERIFY(system.until([&] { return system.host.admin("GET", path).text("state") == "running"; }));

        // Back, but at first without the manager: the permit of a year ago installs nothing.
        for (TestTerminal* terminal : {&worked, &slept, &missed}) {
            terminal->clock.shift = Milliseconds(0);
            writeFile(terminal->data() / "attributes.toml", "floor = 7\n");
        }
        const int refused = slept.cable.refused;
        QVERIFY(system.until([&] { return slept.cable.refused >= refused + 2; }));
        QCOMPARE(slept.current("kiosk", "version"), std::string("1.0"));

        // With it: the token holds, what was done offline counts late, and everyone gets what is due now.
        worked.cable.pulled = false;
        slept.cable.pulled = false;
        worked.start();
        missed.start();
        QVERIFY(system.until([&] { return all(system, third, {"worked", "slept", "missed"}, "succeeded"); }));
        QVERIFY(system.until([&] { return system.stateOf(second, "worked") == "succeeded"; }));
        QCOMPARE(worked.agent().feedbackWaiting(), std::size_t(0));
        QCOMPARE(system.stateOf(second, "slept"), std::string("failed"));
        QVERIFY2(system.until([&] { return system.stateOf(second, "missed") == "superseded"; }),
                 system.stateOf(second, "missed").c_str());
        for (const std::string id : {"worked", "slept", "missed"}) {
            QCOMPARE(system.terminal(id).current("kiosk", "version"), std::string("3.0"));
            QVERIFY(system.until(
                [&] { return system.host.admin("GET", "/api/v1/terminals/" + id).text("attributes/floor") == "7"; }));
        }
        QCOMPARE(system.host.admin("GET", "/api/v1/status").text("caFingerprint"), fingerprint);
    }
};

QTEST_GUILESS_MAIN(TestWholeSystem)
#include "tst_whole_system.moc"
