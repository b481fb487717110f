// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/object.hpp>
#include <map>

#include "tests/support/deb_root.h"
#include "tests/support/one_terminal.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

using Versions = std::map<std::string, std::string>;

terminal::AdoptRule debRule(std::string product, std::string deb, std::vector<std::string> check = {}) {
    terminal::AdoptRule rule;
    rule.product = std::move(product);
    rule.deb = std::move(deb);
    rule.runCheck = std::move(check);
    return rule;
}

DebPlan plan(const std::string& name, const std::string& version) {
    DebPlan made;
    made.name = name;
    made.version = version;
    made.files = {{"/usr/share/" + name + "/version", version}};
    made.conffiles = {"/etc/" + name + ".conf"};
    made.files["/etc/" + name + ".conf"] = "a setting\n";
    return made;
}

}  // namespace

/// What an agent finds on a machine that it did not install.
class TestAdoption : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OneTerminal> m_world;
    std::unique_ptr<DebRoot> m_root;
    std::map<std::string, TestPackage> m_packages;

    void installByHand(const std::string& name, const std::string& version) {
        QCOMPARE(m_root->install(makeDeb(m_world->path("by-hand"), plan(name, version))), 0);
    }

    /// What the terminal says is installed, after it started.
    Versions told() {
        m_world->manager.configData.clear();
        if (m_world->started)
            m_world->startAgain();
        else
            m_world->terminal->start(m_world->manager);
        m_world->started = true;
        if (!m_world->eagerly([&] { return !m_world->manager.configData.empty(); })) return {{"nothing", "was told"}};
        Versions versions;
        for (const auto& [name, version] :
             m_world->manager.configData.back().at("signalbox").at("installed").as_object())
            versions[std::string(name)] = std::string(version.as_string());
        return versions;
    }

    const TestPackage& tree(const std::string& version, const std::string& check) {
        const fs::path folder = m_world->path("tree-" + version);
        writeFile(folder / "version", version);
        writeFile(folder / "check", "#!/bin/sh\n" + check + "\n", 0755);
        Recipe recipe;
        recipe.runCheck.arguments = {"./check"};
        return m_packages[version] = makePackage("kiosk", version, recipe, folder);
    }
    /// The agent's folder is lost; one that knows nothing joins in its place.
    void loseTheAgent() {
        m_world->terminal->stop();
        fs::remove_all(m_world->terminal->data());
        m_world->terminal->id = "till-2";
        m_world->started = false;
        m_world->manager.offer.reset();
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }
    void init() {
        m_world = std::make_unique<OneTerminal>();
        m_root = std::make_unique<DebRoot>(m_world->path("system"));
        m_world->terminal->systemRoot = m_root->folder();
    }
    void cleanup() {
        m_world.reset();
        m_root.reset();
        m_packages.clear();
    }

    void findsAPackageOfDpkg() {
        m_world->terminal->adopt = {debRule("kiosk", "kiosk-browser")};
        installByHand("kiosk-browser", "1.0-3");
        QCOMPARE(told(), (Versions{{"kiosk", "1.0-3"}}));
        installByHand("kiosk-browser", "1.1-1");
        QCOMPARE(told(), (Versions{{"kiosk", "1.1-1"}}));
    }

    void aPatternTakesEachUnderItsOwnName() {
        m_world->terminal->adopt = {debRule("", "kiosk-*")};
        installByHand("kiosk-browser", "1.0");
        installByHand("kiosk-menu", "7");
        installByHand("other", "3");
        QCOMPARE(told(), (Versions{{"kiosk-browser", "1.0"}, {"kiosk-menu", "7"}}));
    }

    void aPackageThatWasRemovedIsNotThere() {
        m_world->terminal->adopt = {debRule("kiosk", "kiosk")};
        installByHand("kiosk", "1.0");
        QCOMPARE(runWith("dpkg", {"--root=" + m_root->folder().string(), "--remove", "kiosk"}), 0);
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 config-files"));
        QCOMPARE(told(), Versions());
    }

    void whatFailsItsRunCheckDoesNotCount() {
        installByHand("kiosk", "1.0");
        installByHand("menu", "2.0");
        m_world->terminal->adopt = {debRule("kiosk", "kiosk", {"/bin/sh", "-c", "exit 1"}),
                                    debRule("menu", "menu", {"/bin/sh", "-c", "exit 0"})};
        QCOMPARE(told(), (Versions{{"menu", "2.0"}}));
    }

    /// A real database of rpm's. HOME is /, as an agent's programs have it: Debian's rpm keeps its database there.
    void findsAPackageOfRpm() {
        const fs::path top = m_world->path("rpm");
        writeFile(top / "kiosk.spec",
                  "Name: kiosk\nVersion: 1.5\nRelease: 2\nSummary: a test\nLicense: none\nBuildArch: noarch\n"
                  "%description\na test\n%files\n");
        const std::string define = "_topdir " + top.string();
        QCOMPARE(runWith("rpmbuild", {"-bb", "--define", define, (top / "kiosk.spec").string()}), 0);
        QCOMPARE(runWith("env", {"HOME=/", "rpm", "--root", m_root->folder().string(), "--nodeps", "--install",
                                 (top / "RPMS/noarch/kiosk-1.5-2.noarch.rpm").string()}),
                 0);
        terminal::AdoptRule rule;
        rule.rpm = "kio*";
        m_world->terminal->adopt = {rule};
        QCOMPARE(told(), (Versions{{"kiosk", "1.5-2"}}));
    }

    void findsAVersionInAFile() {
        writeFile(m_root->folder() / "opt/kiosk/VERSION", "4.2\r\nbuilt on a Friday\n");
        terminal::AdoptRule rule;
        rule.product = "kiosk";
        rule.versionFile = "/opt/kiosk/VERSION";
        m_world->terminal->adopt = {rule};
        QCOMPARE(told(), (Versions{{"kiosk", "4.2"}}));
        writeFile(m_root->folder() / "opt/kiosk/VERSION", "\x1b[31m");
        QCOMPARE(told(), Versions());
    }

    /// Whole: the next version that fails is taken back to it.
    void takesOverTreesOfALostAgent() {
        QVERIFY(m_world->install(tree("1.0", "exit 0"), 1));
        loseTheAgent();
        QCOMPARE(told(), (Versions{{"kiosk", "1.0"}}));
        m_world->manager.feedback.clear();
        m_world->permit(tree("2.0", "exit 1"), 2);
        QVERIFY(m_world->waitFor("rolledBack"));
        QCOMPARE(m_world->manager.last("rolledBack")->version, std::string("1.0"));
        QCOMPARE(m_world->terminal->current("kiosk", "version"), std::string("1.0"));
    }

    void aTreeThatDoesNotRunIsNotTakenOver() {
        const fs::path works = m_world->path("works");
        writeFile(works, "");
        QVERIFY(m_world->install(tree("1.0", "test -e " + works.string()), 1));
        loseTheAgent();
        fs::remove(works);
        QCOMPARE(told(), Versions());
    }

    void aPackageOfOursThatWasChangedSinceIsToldAsItIs() {
        Recipe recipe;
        recipe.kind = InstallKind::deb;
        const fs::path deb = makeDeb(m_world->path("debs"), plan("kiosk", "1.0-1"));
        m_packages["1.0"] = makeFilePackage("kiosk", "1.0", recipe, deb);
        QVERIFY(m_world->install(m_packages["1.0"], 1));
        m_world->manager.offer.reset();
        QCOMPARE(told(), (Versions{{"kiosk", "1.0"}}));
        installByHand("kiosk", "1.1-1");
        QCOMPARE(told(), (Versions{{"kiosk", "1.1-1"}}));
        QCOMPARE(runWith("dpkg", {"--root=" + m_root->folder().string(), "--purge", "kiosk"}), 0);
        QCOMPARE(told(), Versions());
    }
};

QTEST_GUILESS_MAIN(TestAdoption)
#include "tst_adoption.moc"
