// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/http/message.h"

using namespace signalbox;
using namespace signalbox::http;

/// Headers, percent and query coding, ranges and file responses: no sockets.
class TestMessage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] FileBody tenBytes() const {
        const std::string path = m_folder.filePath(QStringLiteral("ten")).toStdString();
        std::ofstream(path) << "0123456789";
        return openFileBody(path).value();
    }

    [[nodiscard]] Response answer(const std::string& method, const std::string& range, const std::string& ifRange = {},
                                  const std::string& etag = "\"e\"") const {
        Request request;
        request.method = method;
        if (!range.empty()) request.headers.set("range", range);
        if (!ifRange.empty()) request.headers.set("if-range", ifRange);
        return fileResponse(request, tenBytes(), "text/plain", etag);
    }

private Q_SLOTS:
    void comparesHeaderNamesWithoutCase() {
        Headers headers;
        headers.add("Content-Type", "a");
        headers.add("X-Two", "1");
        headers.add("x-two", "2");
        QVERIFY(headers.value("content-TYPE") == "a");
        QVERIFY(headers.value("X-TWO") == "1");
        headers.set("x-TWO", "3");
        QCOMPARE(headers.all().size(), std::size_t{2});
        QVERIFY(headers.value("X-Two") == "3");
        headers.erase("X-two");
        QVERIFY(!headers.find("x-two"));
        QVERIFY(headers.value("none", "otherwise") == "otherwise");
    }

    void decodesWhatItEncodes() {
        std::string all;
        for (int i = 1; i < 256; ++i)
            all += static_cast<char>(i);
        QCOMPARE(decodePercent(encodePercent(all)).value(), all);
        QCOMPARE(encodePercent("aZ09-._~/ "), std::string("aZ09-._~%2F%20"));
    }

    void refusesBadEscapes() {
        for (const char* bad : {"%", "%1", "%g1", "a%00b", "%2"})
            QCOMPARE(decodePercent(bad).error().code, make_error_code(BaseErrc::malformed));
    }

    void readsQueryValuesInOrder() {
        const char* query = "a=1&b=x%20y&a=2+3&flag&%61=4&a=%zz";
        QVERIFY((queryValues(query, "a") == std::vector<std::string>{"1", "2+3", "4"}));
        QCOMPARE(queryValue(query, "b").value(), std::string("x y"));
        QCOMPARE(queryValue(query, "flag").value(), std::string());
        QVERIFY(!queryValue(query, "c"));
    }

    void readsRanges_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* header, int size, const char* expected) {
            QTest::addRow("%s of %d", header, size)
                << QString::fromLatin1(header) << size << QString::fromLatin1(expected);
        };
        row("", 10, "all");
        row("bytes=0-0", 10, "0+1");
        row("bytes=0-9", 10, "0+10");
        row("bytes=0-", 10, "0+10");
        row("bytes=9-", 10, "9+1");
        row("bytes=10-", 10, "none");
        row("bytes=5-100", 10, "5+5");
        row("bytes=100-200", 10, "none");
        row("bytes=-3", 10, "7+3");
        row("bytes=-30", 10, "0+10");
        row("bytes=-0", 10, "none");
        row("bytes=0-0", 0, "none");
        row("bytes=-5", 0, "none");
        row("BYTES=1-2", 10, "1+2");
        row(" bytes = 1 - 2 ", 10, "1+2");
        row("bytes=1-2,3-4", 10, "1+4");
        row("bytes=3-4,1-2", 10, "1+4");
        row("bytes=1-5,3-8", 10, "1+8");
        row("bytes=1-2,4-5", 10, "all");
        row("bytes=1-2,100-", 10, "1+2");
        row("bytes=100-,200-", 10, "none");
        row("bytes=", 10, "all");
        row("bytes=-", 10, "all");
        row("bytes=5-4", 10, "all");
        row("bytes=a-b", 10, "all");
        row("bytes=1", 10, "all");
        row("bytes=1-2,x", 10, "all");
        row("bytes=+1-2", 10, "all");
        row("bytes=0x1-2", 10, "all");
        row("lines=1-2", 10, "all");
        row("bytes", 10, "all");
        row("bytes=0-99999999999999999999", 10, "all");
        row("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,0-0,1-1,2-2,3-3,4-4,5-5,6-6", 10, "all");
    }
    void readsRanges() {
        QFETCH(const QString, header);
        QFETCH(const int, size);
        QFETCH(const QString, expected);
        const auto range = parseRange(header.toStdString(), static_cast<std::uint64_t>(size));
        QString found = QStringLiteral("none");
        if (range && !*range) found = QStringLiteral("all");
        if (range && *range) found = QString::number((*range)->first) + u'+' + QString::number((*range)->length);
        QCOMPARE(found, expected);
        if (!range) QCOMPARE(range.error().code, make_error_code(BaseErrc::invalidArgument));
    }

    void answersAFileWhole() {
        const Response response = answer("GET", "");
        QCOMPARE(response.status, 200);
        QVERIFY(response.headers.value("Accept-Ranges") == "bytes");
        QVERIFY(response.headers.value("ETag") == "\"e\"");
        QCOMPARE(std::get<FileBody>(response.body).length, std::uint64_t{10});
    }

    void answersARangeOfAFile() {
        const Response response = answer("GET", "bytes=2-4");
        QCOMPARE(response.status, 206);
        QVERIFY(response.headers.value("Content-Range") == "bytes 2-4/10");
        QCOMPARE(std::get<FileBody>(response.body).offset, std::uint64_t{2});
        QCOMPARE(std::get<FileBody>(response.body).length, std::uint64_t{3});
    }

    void answers416BeyondTheEnd() {
        const Response response = answer("GET", "bytes=10-");
        QCOMPARE(response.status, 416);
        QVERIFY(response.headers.value("Content-Range") == "bytes */10");
    }

    void answersHeadWithoutBodyAndRange() {
        const Response response = answer("HEAD", "bytes=2-4");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.contentLength.value(), std::uint64_t{10});
        QVERIFY(std::get<std::string>(response.body).empty());
    }

    void ignoresTheRangeWhenIfRangeDiffers() {
        QCOMPARE(answer("GET", "bytes=2-4", "\"e\"").status, 206);
        QCOMPARE(answer("GET", "bytes=2-4", "\"other\"").status, 200);
        QCOMPARE(answer("GET", "bytes=2-4", "W/\"e\"", "W/\"e\"").status, 200);
        QCOMPARE(answer("GET", "bytes=2-4", "\"e\"", "").status, 200);
    }

    void tellsAFileThatIsNotThere() {
        QCOMPARE(openFileBody("/nonexistent/file").error().code, make_error_code(BaseErrc::notFound));
    }

    void refusesWhatIsNoRegularFile() {
        QCOMPARE(openFileBody(m_folder.path().toStdString()).error().code, make_error_code(BaseErrc::invalidArgument));
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
