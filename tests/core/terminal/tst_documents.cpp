// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/terminal/data_folder.h"
#include "core/terminal/failure.h"
#include "core/terminal/journal.h"
#include "core/terminal/offer.h"
#include "core/terminal/report.h"
#include "core/trust/key.h"

using namespace signalbox;
using namespace signalbox::terminal;

namespace json = boost::json;

namespace {

json::object anOffer() {
    const std::string digest = "sha256:" + std::string(64, 'a');
    const json::object node{{"node", "n1"}, {"url", "https://127.0.0.1:8443"}};
    const json::object ours{{"attempt", 1},
                            {"product", "kiosk"},
                            {"version", "1.0"},
                            {"releaseDigest", digest},
                            {"manifestDigest", digest},
                            {"repository", "signalbox/kiosk"},
                            {"chain", json::array{json::value(node)}},
                            {"permit", "a.b.c"}};
    return {{"id", "8"}, {"signalbox", ours}};
}

/// The offer with one of our members changed, or removed where the value is null.
std::string offerWith(const char* member, const char* value) {
    json::object offer = anOffer();
    offer["signalbox"].as_object()[member] = json::parse(value);
    return json::serialize(offer);
}

}  // namespace

/// What comes from the manager, from the disk and from people.
class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnOffer() {
        const auto offer = parseOffer(json::serialize(anOffer()));
        QVERIFY(offer);
        QCOMPARE(offer->deployment, std::int64_t(8));
        QCOMPARE(offer->chain.size(), std::size_t(1));
        QVERIFY(!offer->hold);
    }

    void readsARegistryOfAnotherMaker() {
        // No raw strings: moc loses its way in one that holds "//".
        const std::string foreign =
            "{\"node\":\"r\",\"url\":\"http://"
            "h:5000\",\"registry\":{\"user\":\"u\",\"password\":\"p\",\"ca\":\"PEM\"}}";
        const std::string ours = "{\"node\":\"n\",\"url\":\"https://h:8443\",\"registry\":null}";
        const auto offer = parseOffer(offerWith("chain", ("[" + foreign + "," + ours + "]").c_str()));
        QVERIFY(offer && offer->chain.size() == 2 && offer->chain[0].foreign && !offer->chain[1].foreign);
        const registry::ForeignAccess& access = *offer->chain[0].foreign;
        QVERIFY(access.user == "u" && access.password == "p" && access.caPem == "PEM");
        QVERIFY(access.registry.origin() == offer->chain[0].url.origin());
        QVERIFY(!parseOffer(offerWith("chain", "[{\"node\":\"r\",\"url\":\"https://h:1\",\"registry\":1}]")));
        QVERIFY(!parseOffer(offerWith("chain", "[{\"node\":\"r\",\"url\":\"ftp://h:1\",\"registry\":{}}]")));
    }

    void refusesABadOffer_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("attempt 0") << QByteArray("attempt") << QByteArray("0");
        QTest::newRow("attempt text") << QByteArray("attempt") << QByteArray("\"1\"");
        QTest::newRow("product is a way up") << QByteArray("product") << QByteArray("\"..\"");
        QTest::newRow("product has a slash") << QByteArray("product") << QByteArray("\"a/b\"");
        QTest::newRow("product has a NUL") << QByteArray("product") << QByteArray("\"a\\u0000\"");
        QTest::newRow("empty product") << QByteArray("product") << QByteArray("\"\"");
        QTest::newRow("no digest") << QByteArray("manifestDigest") << QByteArray("\"sha256:12\"");
        QTest::newRow("no release") << QByteArray("releaseDigest") << QByteArray("null");
        QTest::newRow("empty chain") << QByteArray("chain") << QByteArray("[]");
        QTest::newRow("plain http") << QByteArray("chain") << QByteArray("[{\"node\":\"n\",\"url\":\"http://h:1\"}]");
        QTest::newRow("nothing of both") << QByteArray("permit") << QByteArray("null");
        QTest::newRow("both") << QByteArray("hold") << QByteArray("{\"reason\":\"r\",\"until\":null}");
        QTest::newRow("bad time") << QByteArray("hold") << QByteArray("{\"reason\":\"r\",\"until\":\"soon\"}");
    }

    void refusesABadOffer() {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        const auto offer = parseOffer(offerWith(member.constData(), value.constData()));
        QVERIFY(!offer);
        QVERIFY(offer.error().code == BaseErrc::malformed);
    }

    void readsAPollAnswer() {
        const auto answer = parsePoll(
            "{\"config\":{\"polling\":{\"sleep\":\"00:01:30\"}},\"_links\":{\"cancelAction\":{\"href\":\"https://h/x/"
            "11\"}}}");
        QVERIFY(answer);
        QCOMPARE(answer->sleep, Seconds(90));
        QCOMPARE(answer->cancelAction, std::string("https://h/x/11"));
        QVERIFY(answer->deploymentBase.empty());
    }

    void readsWhereTheManagerCanBeFound() {
        const auto poll = [](const std::string& urls) {
            return parsePoll(
                "{\"config\":{\"polling\":{\"sleep\":\"00:01:30\"}},\"signalbox\":{\"managerUrls\":" + urls + "}}");
        };
        const auto told = poll("[\"https://a:8443\",\"https://b:9443/x\"]");
        QVERIFY(told && told->managers);
        QCOMPARE(told->managers->at(1).text(), std::string("https://b:9443/"));
        for (const char* bad : {"[]", "{}", "[1]", "[\"http://a\"]", "[\"nonsense\"]"})
            QVERIFY(poll(bad).error().code == BaseErrc::malformed);
        QVERIFY(!parsePoll("{\"config\":{\"polling\":{\"sleep\":\"00:01:30\"}}}")->managers);
    }

    void refusesABadSleep_data() {
        QTest::addColumn<QByteArray>("sleep");
        for (const char* sleep : {"PT24H", "00:61:00", "1:00:00", "00:00", "-1:00:00", ""})
            QTest::newRow(sleep) << QByteArray(sleep);
    }

    void refusesABadSleep() {
        QFETCH(QByteArray, sleep);
        const auto answer = parsePoll("{\"config\":{\"polling\":{\"sleep\":\"" + sleep.toStdString() + "\"}}}");
        QVERIFY(!answer);
        QVERIFY(answer.error().code == BaseErrc::malformed);
    }

    void neverPollsFasterThanOnceASecond() {
        const auto answer = parsePoll("{\"config\":{\"polling\":{\"sleep\":\"00:00:00\"}}}");
        QVERIFY(answer);
        QCOMPARE(answer->sleep, Seconds(1));
    }

    void readsADeploymentsNumberFromALink() {
        QCOMPARE(*deploymentOfLink("https://h/DEFAULT/controller/v1/c/deploymentBase/8?c=-5"), std::int64_t(8));
        QVERIFY(!deploymentOfLink("https://h/x"));
    }

    void settingsComeBackAsWritten() {
        Settings settings{"/srv/a \"b\"", "Till \\ 1\n", "linux-amd64", {"kiosk", "p\"q"}};
        settings.proxy = "http://till:s%22ecret@proxy.example:3128";
        settings.noProxy = {"10.0.0.0/8", ".example"};
        settings.bandwidthLimit = 65536;
        settings.downloadSources = 2;
        settings.channels = {"stable", "long \"term\""};
        settings.systemRoot = "/srv/system";
        settings.rebootCommand = {"/sbin/reboot", "-f"};
        settings.adopt = {{"kiosk", "kiosk-browser", "", "", {"/bin/check", "\"x\""}},
                          {"", "", "menu-*", "", {}},
                          {"till", "", "", "/opt/till/VERSION", {}}};
        const auto read = parseSettings(settingsText(settings));
        QVERIFY(read);
        QCOMPARE(read->root, settings.root);
        QCOMPARE(read->name, settings.name);
        QCOMPARE(read->allowRoot, settings.allowRoot);
        QCOMPARE(read->proxy, settings.proxy);
        QCOMPARE(read->noProxy, settings.noProxy);
        QCOMPARE(read->bandwidthLimit, settings.bandwidthLimit);
        QCOMPARE(read->downloadSources, settings.downloadSources);
        QCOMPARE(read->channels, settings.channels);
        QCOMPARE(read->systemRoot, settings.systemRoot);
        QCOMPARE(read->rebootCommand, settings.rebootCommand);
        QVERIFY(read->adopt == settings.adopt);
    }

    void refusesBadSettings_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("unknown key") << QByteArray("root='/r'\nplatform='p'\nrooot='/x'\n");
        QTest::newRow("relative root") << QByteArray("root='r'\nplatform='p'\n");
        QTest::newRow("no platform") << QByteArray("root='/r'\n");
        QTest::newRow("no list") << QByteArray("root='/r'\nplatform='p'\nallow_root=true\n");
        QTest::newRow("no TOML") << QByteArray("root=\n");
        QTest::newRow("no proxy") << QByteArray("root='/r'\nplatform='p'\nproxy='socks5://h'\n");
        QTest::newRow("crawling") << QByteArray("root='/r'\nplatform='p'\nbandwidth_limit=1\n");
        const QByteArray good("root='/r'\nplatform='p'\n");
        QTest::newRow("relative system") << good + "system_root='r'\n";
        QTest::newRow("adopt is no list") << good + "adopt='kiosk'\n";
        QTest::newRow("adopts nothing") << good + "[[adopt]]\nproduct='kiosk'\n";
        QTest::newRow("adopts two ways") << good + "[[adopt]]\ndeb='a'\nrpm='a'\n";
        QTest::newRow("adopts a pattern as one") << good + "[[adopt]]\nproduct='kiosk'\ndeb='a*'\n";
        QTest::newRow("adopts a file as nothing") << good + "[[adopt]]\nversion_file='/v'\n";
        QTest::newRow("adopts a relative file") << good + "[[adopt]]\nproduct='kiosk'\nversion_file='v'\n";
        QTest::newRow("adopts no product") << good + "[[adopt]]\nproduct='../x'\ndeb='a'\n";
        QTest::newRow("adopts with an unknown key") << good + "[[adopt]]\ndeb='a'\ncheck=['a']\n";
        QTest::newRow("too many") << QByteArray("root='/r'\nplatform='p'\ndownload_sources=9\n");
    }

    void refusesBadSettings() {
        QFETCH(QByteArray, text);
        const auto read = parseSettings(text.toStdString());
        QVERIFY(!read);
        QVERIFY(read.error().code == BaseErrc::malformed);
    }

    void attributesAreFlat() {
        QCOMPARE(parseAttributes("a = 1\nb = true\nc = 'x'\n")->at("b"), std::string("true"));
        QVERIFY(!parseAttributes("[a]\nb = 1\n"));
    }

    void anIdentityComesBackAsWritten() {
        Identity identity{"till-1", "https://h:1", "DEFAULT", "ca", {}, Seconds(30)};
        identity.permitKeyPem = trust::PrivateKey::generate().publicKey().toPem();
        const auto read = parseIdentity(identityText(identity));
        QVERIFY(read);
        QCOMPARE(read->permitKeyPem, identity.permitKeyPem);
        QCOMPARE(read->poll, Seconds(30));
        identity.managerUrl = "http://h:1";
        QVERIFY(!parseIdentity(identityText(identity)));
    }

    void aJournalComesBackAsWritten() {
        Journal journal;
        journal.document = json::serialize(anOffer());
        journal.offer = *parseOffer(journal.document);
        journal.stage = Stage::rollingBack;
        journal.tree = "t";
        journal.previous = "p";
        journal.cause = FailureCause::runCheckFailed;
        journal.logTail = "tail\n";
        journal.holdUntil = TimePoint(Milliseconds(1000));
        const auto read = parseJournal(journalText(journal));
        QVERIFY(read);
        QCOMPARE(journalText(*read), journalText(journal));
        QCOMPARE(read->offer.product, std::string("kiosk"));
    }

    void feedbackKeepsTheContractsBounds() {
        Report report;
        report.deployment = 1;
        report.state = DeploymentState::failed;
        report.cause = FailureCause::diskFull;
        report.message = std::string(511, 'm') + "\xc3\xa4\xc3\xa4";
        report.logTail = "\xff" + std::string(9000, 'l') + "\x80";
        const json::object body = json::parse(feedbackBody(report)).as_object();
        const json::object& ours = body.at("signalbox").as_object();
        QCOMPARE(std::string(ours.at("cause").as_string()), std::string("diskFull"));
        QCOMPARE(std::string(ours.at("message").as_string()), std::string(511, 'm'));
        QVERIFY(ours.at("logTail").as_string().size() <= kMaxLogTail);
        QCOMPARE(std::string(body.at("status").at("execution").as_string()), std::string("closed"));
        QCOMPARE(std::string(body.at("status").at("result").at("finished").as_string()), std::string("failure"));
    }

    void aFullDiskIsSeenInAnyError() {
        const auto system = [](int number) {
            return makeError(boost::system::error_code(number, boost::system::system_category()));
        };
        QVERIFY(causeOf(system(ENOSPC), FailureCause::unpackFailed) == FailureCause::diskFull);
        QVERIFY(causeOf(system(EDQUOT), FailureCause::unpackFailed) == FailureCause::diskFull);
        QVERIFY(causeOf(system(EFBIG), FailureCause::unpackFailed) == FailureCause::diskFull);
        QVERIFY(causeOf(system(EIO), FailureCause::unpackFailed) == FailureCause::unpackFailed);
        QVERIFY(causeOf(failure(FailureCause::unsupported, {}), FailureCause::other) == FailureCause::unsupported);
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
