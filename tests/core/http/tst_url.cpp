// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/http/client.h"

using namespace signalbox;
using namespace signalbox::http;

class TestUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsUrls_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("http://host", "http://host:80/");
        row("https://host", "https://host:443/");
        row("HTTPS://Host.Example:8443/a/b?c=d%20e", "https://host.example:8443/a/b?c=d%20e");
        row("http://host?x=1", "http://host:80/?x=1");
        row("http://host/a#fragment", "http://host:80/a");
        row("http://host:/a", "http://host:80/a");
        row("http://127.0.0.1:1/", "http://127.0.0.1:1/");
        row("http://[::1]:8080/x", "http://[::1]:8080/x");
        row("http://[FE80::1]", "http://[fe80::1]:80/");
    }
    void readsUrls() {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const auto url = parseUrl(text.toStdString());
        QVERIFY2(url, url ? "" : url.error().text().c_str());
        QCOMPARE(QString::fromStdString(url->text()), expected);
    }

    void refusesBadUrls() {
        for (const char* bad :
             {"", "host", "/path", "http:/host", "http://", "http:///path", "http://user@host/", "http://host:0/",
              "http://host:65536/", "http://host:x/", "http://ho st/", "http://host/a b", "http://host/\r\nX: y",
              "http://[::1/", "http://[zz]/", "http://[::1]x/", "http://h\xc3\xb6st/", "http://a:1:2/"})
            QVERIFY2(!parseUrl(bad) && parseUrl(bad).error().code == BaseErrc::malformed, bad);
        QCOMPARE(parseUrl("ftp://host/").error().code, make_error_code(BaseErrc::unsupported));
        QCOMPARE(parseUrl("http://host/" + std::string(9000, 'a')).error().code, make_error_code(BaseErrc::tooLarge));
    }

    void resolvesReferences_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* reference, const char* expected) {
            QTest::newRow(reference) << QString::fromLatin1(reference) << QString::fromLatin1(expected);
        };
        row("http://other/x", "http://other:80/x");
        row("//other:8/x", "https://other:8/x");
        row("/x/y?z=a%2Fb", "https://base:443/x/y?z=a%2Fb");
        row("x", "https://base:443/a/x");
        row("../x", "https://base:443/x");
        row("../../../x", "https://base:443/x");
        row("./x/./y", "https://base:443/a/x/y");
        row("?only=query", "https://base:443/a/b?only=query");
        row("", "https://base:443/a/b?c=d");
        row("#fragment", "https://base:443/a/b?c=d");
        row("x?u=http://e/..", "https://base:443/a/x?u=http://e/..");
    }
    void resolvesReferences() {
        QFETCH(const QString, reference);
        QFETCH(const QString, expected);
        const Url base = parseUrl("https://base/a/b?c=d").value();
        const auto url = resolveUrl(base, reference.toStdString());
        QVERIFY2(url, url ? "" : url.error().text().c_str());
        QCOMPARE(QString::fromStdString(url->text()), expected);
    }
};

QTEST_GUILESS_MAIN(TestUrl)
#include "tst_url.moc"
