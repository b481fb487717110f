// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>
#include <QStackedWidget>
#include <QTest>

#include "tests/support/adminclient_server.h"
#include "tests/support/console_pilot.h"

using namespace signalbox;
using namespace signalbox::test;
using signalbox::ui::LinkState;

namespace {

constexpr int kPatience = 40000;
constexpr qint64 kLongestStallMs = 2000;  // a hang is longer, a busy machine is not; the figure is the bench's

enum class Mood { good, silent, rude, wrong };

/// A manager in a mood.
class MoodyManager {
public:
    MoodyManager() : m_server([this](const AdminServer::Received& request) { return answer(request); }) {}
    [[nodiscard]] AdminServer& server() { return m_server; }
    void set(Mood mood) {
        m_mood = mood;
        if (mood != Mood::good) m_server.dropStreams();
    }

private:
    [[nodiscard]] AdminServer::Answer answer(const AdminServer::Received& request) const {
        using End = AdminServer::End;
        switch (m_mood) {
            case Mood::silent:
                return {200, "", "application/json", End::silence};
            case Mood::rude:
                return {200, "{}", "application/json", End::nothing};
            case Mood::wrong:
                return {200, R"([1,{"items":7,"next":"x","total":-1}])"};
            case Mood::good:
                break;
        }
        if (request.target.starts_with("/api/v1/events")) return {200, ":\n\n", "text/event-stream", End::stream};
        return {200, R"({"items":[],"total":0})"};
    }

    Mood m_mood = Mood::good;
    AdminServer m_server;
};

struct Opened {
    QTemporaryDir folder;
    Console console{consoleIn(folder, QStringLiteral("/nowhere"))};
    StallMeter meter;

    explicit Opened(MoodyManager& manager) { console.startWith(manager.server().profile()); }

    /// Shows every page, one after the other, until each was asked for.
    void walk() {
        const auto* const pages = console.window().findChild<QStackedWidget*>(QStringLiteral("pages"));
        for (int i = 0; i < pages->count(); ++i) {
            console.window().showPage(pages->widget(i)->objectName());
            QCoreApplication::processEvents();
        }
        auto* const settings = console.window().findChild<QListWidget*>(QStringLiteral("settingsList"));
        for (int row = 0; row < settings->count(); ++row) {
            settings->setCurrentRow(row);
            QCoreApplication::processEvents();
        }
        console.window().showPage(QStringLiteral("terminalsPage"), QStringLiteral("pending"));
        QCoreApplication::processEvents();
        console.window().showPage(QStringLiteral("terminalsPage"), QStringLiteral("filter:"));
    }
    [[nodiscard]] bool becomes(LinkState state) {
        return QTest::qWaitFor([&] { return console.link().state() == state; }, kPatience);
    }
};

}  // namespace

class NeverFrozenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aManagerThatDoesNotAnswerStallsNothing() {
        MoodyManager manager;
        manager.set(Mood::silent);
        Opened opened(manager);
        opened.walk();
        QTRY_VERIFY_WITH_TIMEOUT(manager.server().count("GET", "/api/v1/") > 0, kPatience);
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("connecting")));
        opened.walk();
        QVERIFY2(opened.meter.worstMs() < kLongestStallMs, qPrintable(QString::number(opened.meter.worstMs())));
    }

    void aManagerThatAnswersWronglyStallsNothingAndIsNotCalledLive() {
        for (const Mood mood : {Mood::wrong, Mood::rude}) {
            MoodyManager manager;
            manager.set(mood);
            Opened opened(manager);
            opened.walk();
            QTRY_VERIFY_WITH_TIMEOUT(manager.server().count("GET", "/api/v1/") > 0, kPatience);
            opened.walk();
            QVERIFY2(opened.meter.worstMs() < kLongestStallMs, qPrintable(QString::number(opened.meter.worstMs())));
        }
    }

    void whatIsShownHasAnAgeAndWorkResumes() {
        MoodyManager manager;
        Opened opened(manager);
        QVERIFY(opened.becomes(LinkState::live));
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        opened.walk();
        manager.set(Mood::rude);
        QVERIFY(opened.becomes(LinkState::interrupted));
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral(" old")));
        opened.walk();
        manager.set(Mood::good);
        QVERIFY(opened.becomes(LinkState::live));
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        QVERIFY2(opened.meter.worstMs() < kLongestStallMs, qPrintable(QString::number(opened.meter.worstMs())));
    }

    void aManagerThatDiesLeavesAWindowThatWorks() {
        MoodyManager manager;
        Opened opened(manager);
        QVERIFY(opened.becomes(LinkState::live));
        manager.server().close();
        QVERIFY(opened.becomes(LinkState::interrupted));
        opened.walk();
        QVERIFY(press(QStringLiteral("openPalette")));
        QVERIFY2(opened.meter.worstMs() < kLongestStallMs, qPrintable(QString::number(opened.meter.worstMs())));
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    NeverFrozenTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_never_frozen.moc"
