// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "tests/support/adminclient_server.h"
#include "ui/rollouts/dry_run_view.h"
#include "ui/rollouts/rollout_wizard.h"
#include "ui/rollouts/start_question.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

constexpr int kPatience = 20000;

const char* const kReleases =
    R"({"items":[{"id":1,"product":"kiosk","version":"2.9","channel":"stable","state":"approved"},)"
    R"({"id":2,"product":"kiosk","version":"2.10","channel":"stable","state":"published"},)"
    R"({"id":3,"product":"kiosk","version":"3.0","channel":"stable","state":"published"},)"
    R"({"id":4,"product":"till","version":"1.0","channel":"stable","state":"approved"}],"total":4})";
const char* const kDryRun =
    R"({"at":"2026-11-24T10:00:00Z","matched":1204,"members":1167,"bytes":2048,"finish":null,)"
    R"("excluded":[{"reason":"silent for 30 days","count":22,"terminals":["k1","k2"]},)"
    R"({"reason":"no package for linux-386","count":15,"terminals":["k3"]}],)"
    R"("held":[],"missed":[{"reason":"no window","count":3,"terminals":["=cmd"]}],"withoutNode":[],)"
    R"("phases":[{"name":"pilot","terminals":117,"bytes":1024,"from":"2026-11-24T10:00:00Z","finish":null,"afterHand":false},)"
    R"({"name":"all","terminals":1050,"bytes":1024,"from":null,"finish":null,"afterHand":false}],)"
    R"("nodes":[{"name":"n1","clusterName":"default","online":true,"terminals":1167,"bytes":2048}]})";

/// A wizard on a manager that has releases and says what would happen.
struct Planned {
    int critical = 0;
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    ManagerLink link;
    QPointer<RolloutWizard> wizard;

    AdminServer::Answer answer(const AdminServer::Received& request) const {
        if (request.target.starts_with("/api/v1/events"))
            return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (request.target.starts_with("/api/v1/releases")) return {200, kReleases};
        if (request.target == "/api/v1/audiences/check") {
            const bool isCritical = request.body.find("tag.critical") != std::string::npos;
            return {200, "{\"count\":" + std::to_string(isCritical ? critical : 1204) + ",\"sample\":[]}"};
        }
        if (request.target == "/api/v1/rollouts/dry-run") return {200, kDryRun};
        return {200, R"({"id":7,"name":"made","release":3,"state":"draft"})"};
    }
    bool open(WizardStart start) {
        if (!link.open(server.profile())) return false;
        wizard = new RolloutWizard(link, std::move(start), nullptr);
        wizard->show();
        return QTest::qWaitFor([this] { return find<QComboBox>("wizardRelease")->count() > 0; }, kPatience);
    }
    ~Planned() { delete wizard; }

    template <class T>
    T* find(const char* name) {
        return wizard->findChild<T*>(QString::fromLatin1(name));
    }
    bool press(QWizard::WizardButton which) {
        QAbstractButton* const button = wizard->button(which);
        if (!QTest::qWaitFor([button] { return button->isEnabled() && button->isVisible(); }, kPatience)) return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    bool goToTheEnd() {
        for (int step = 0; step < 4; ++step)
            if (!press(QWizard::NextButton)) return false;
        return QTest::qWaitFor([this] { return find<DryRunView>("dryRunView")->report().has_value(); }, kPatience);
    }
    /// What the last POST to that target said.
    boost::json::object sent(const std::string& target) const {
        boost::json::object last;
        for (const auto& request : server.requests())
            if (request.method == "POST" && request.target == target)
                last = boost::json::parse(request.body).as_object();
        return last;
    }
};

Rollout finishedRollout() {
    Rollout rollout;
    rollout.id = {5};
    rollout.name = "Kiosks to 3";
    rollout.release = {3};
    rollout.audience = "tag.site==berlin";
    Phase half;
    half.name = "half";
    half.size.amount = 50;
    Phase rest;
    rest.name = "rest";
    rollout.phases = {half, rest};
    rollout.breaker.count = 9;
    rollout.startedAt = TimePoint(Milliseconds(1));
    return rollout;
}

}  // namespace

class RolloutWizardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhoIsLeftOutAndWhyWhileTheAudienceIsTyped() {
        Planned planned;
        QVERIFY(planned.open({}));
        QVERIFY(planned.press(QWizard::NextButton));
        auto* const label = planned.find<QLabel>("wizardExcluded");
        QTRY_VERIFY_WITH_TIMEOUT(label->text().contains(QStringLiteral("silent for 30 days")), kPatience);
        QVERIFY(label->text().contains(QStringLiteral("37")));
        QVERIFY(planned.find<QLabel>("wizardCount")->text().startsWith(QStringLiteral("1167")));
    }

    void silentTerminalsAndLatecomersAreAsOneSays() {
        Planned planned;
        QVERIFY(planned.open({}));
        QVERIFY(planned.press(QWizard::NextButton));
        planned.find<QCheckBox>("wizardLeavesSilent")->click();
        planned.find<QCheckBox>("wizardTakesLater")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            planned.sent("/api/v1/rollouts/dry-run").contains("leavesSilentSeconds") &&
                planned.sent("/api/v1/rollouts/dry-run").at("leavesSilentSeconds") == boost::json::value(30 * 86400),
            kPatience);
        QVERIFY(planned.press(QWizard::NextButton) && planned.press(QWizard::NextButton) &&
                planned.press(QWizard::NextButton) && planned.press(QWizard::FinishButton));
        QTRY_VERIFY_WITH_TIMEOUT(!planned.sent("/api/v1/rollouts").empty(), kPatience);
        QCOMPARE(planned.sent("/api/v1/rollouts").at("takesLater"), boost::json::value(true));
    }

    void theLastStepShowsWhatWouldHappenBeforeAnythingDoes() {
        Planned planned;
        QVERIFY(planned.open({}));
        QVERIFY(planned.goToTheEnd());
        QCOMPARE(planned.find<QTableWidget>("dryRunPhases")->rowCount(), 2);
        QCOMPARE(planned.find<QTableWidget>("dryRunGroups")->rowCount(), 3);
        QCOMPARE(planned.find<QTableWidget>("dryRunNodes")->rowCount(), 1);
        QVERIFY(planned.find<QPushButton>("dryRunExport")->isEnabled());
        QCOMPARE(planned.server.count("POST", "/api/v1/rollouts"),
                 planned.server.count("POST", "/api/v1/rollouts/dry"));
    }

    void theReportAsATableKeepsTextText() {
        Planned planned;
        QVERIFY(planned.open({}));
        QVERIFY(planned.goToTheEnd());
        const QString csv = dryRunCsv(*planned.find<DryRunView>("dryRunView")->report());
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 8);
        QVERIFY(csv.contains(QStringLiteral(",pilot,117,1024,2026-11-24T10:00:00Z,")));
        QVERIFY(csv.contains(QStringLiteral("\"k1, k2, …\"")));
        QVERIFY(csv.contains(QStringLiteral(",'=cmd, …")) || csv.contains(QStringLiteral("\"'=cmd, …\"")));
    }

    void aLargeRolloutStartsOnlyWhenItsNumberWasTyped() {
        Planned planned;
        WizardStart start;
        start.typedAbove = 100;
        QVERIFY(planned.open(start));
        QVERIFY(planned.goToTheEnd());
        planned.find<QCheckBox>("wizardStart")->click();
        QVERIFY(planned.press(QWizard::FinishButton));
        QPointer<QMessageBox> box;
        QTRY_VERIFY_WITH_TIMEOUT((box = planned.find<QMessageBox>("question")), kPatience);
        auto* const yes = box->findChild<QPushButton*>(QStringLiteral("questionYes"));
        auto* const typed = box->findChild<QLineEdit*>(QStringLiteral("questionTyped"));
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(typed, QStringLiteral("116"));
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(typed, QStringLiteral("7"));
        QVERIFY(yes->isEnabled());
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(planned.server.count("POST", "/api/v1/rollouts/7/start"), 1, kPatience);
    }

    void aSmallOneStartsWithoutAQuestionUnlessOneOfItIsCritical() {
        for (const int critical : {0, 1}) {
            Planned planned;
            planned.critical = critical;
            WizardStart start;
            start.typedAbove = 5000;
            QVERIFY(planned.open(start));
            QVERIFY(planned.goToTheEnd());
            planned.find<QCheckBox>("wizardStart")->click();
            QVERIFY(planned.press(QWizard::FinishButton));
            if (critical == 0) {
                QTRY_COMPARE_WITH_TIMEOUT(planned.server.count("POST", "/api/v1/rollouts/7/start"), 1, kPatience);
                continue;
            }
            QTRY_VERIFY_WITH_TIMEOUT(planned.find<QMessageBox>("question"), kPatience);
            QVERIFY(planned.find<QLineEdit>("questionTyped"));
            QCOMPARE(planned.server.count("POST", "/api/v1/rollouts/7/start"), 0);
        }
    }

    void aRollBackIsAPlanLikeItsRolloutToAnOlderRelease() {
        Planned planned;
        QVERIFY(planned.open({{}, finishedRollout(), 0}));
        auto* const releases = planned.find<QComboBox>("wizardRelease");
        QCOMPARE(releases->count(), 2);  // of the product, older; the newest of them is offered first
        QVERIFY(releases->currentText().contains(QStringLiteral("2.10")));
        QVERIFY(planned.goToTheEnd());
        QVERIFY(planned.press(QWizard::FinishButton));
        QTRY_VERIFY_WITH_TIMEOUT(!planned.sent("/api/v1/rollouts").empty(), kPatience);
        const boost::json::object plan = planned.sent("/api/v1/rollouts");
        QCOMPARE(plan.at("rollbackOf"), boost::json::value(5));
        QCOMPARE(plan.at("release"), boost::json::value(2));
        QVERIFY(std::string(plan.at("audience").as_string()).starts_with("installed.kiosk=in="));
        QCOMPARE(plan.at("phases").as_array().size(), std::size_t(2));
        QCOMPARE(plan.at("breaker").at("count"), boost::json::value(9));
    }

    void criticalTerminalsAreThoseOfTheAudience() {
        QCOMPARE(criticalOf({}), std::string("tag.critical==*"));
        QCOMPARE(criticalOf("name==a,name==b"), std::string("(name==a,name==b);tag.critical==*"));
    }
};

QTEST_MAIN(RolloutWizardTest)
#include "tst_rollout_wizard.moc"
