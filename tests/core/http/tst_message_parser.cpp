// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/http/message_parser.h"
#include "core/http/message_writer.h"

using namespace signalbox;
using namespace signalbox::http;

namespace {

std::string decodeAll(std::string_view coded, std::size_t pieceSize, bool& failed) {
    ChunkDecoder decoder;
    std::string decoded;
    failed = false;
    while (!coded.empty() && !decoder.finished()) {
        std::string_view piece = coded.substr(0, pieceSize);
        coded.remove_prefix(piece.size());
        while (!piece.empty() && !decoder.finished()) {
            const auto step = decoder.take(piece, 1000);
            if (!step) {
                failed = true;
                return decoded;
            }
            decoded += step->data;
            piece.remove_prefix(step->consumed);
        }
    }
    failed = !decoder.finished();
    return decoded;
}

}  // namespace

/// Heads and chunks as bytes: no sockets.
class TestMessageParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARequestHead() {
        RequestHead head;
        const auto problem = parseRequestHead(
            "POST /a%20b?q=1 HTTP/1.1\r\nHost: h:80\r\nX-A: 1\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n",
            head);
        QVERIFY(!problem);
        QCOMPARE(head.request.method, std::string("POST"));
        QCOMPARE(head.request.target, std::string("/a%20b?q=1"));
        QCOMPARE(head.request.path, std::string("/a%20b"));
        QCOMPARE(head.request.query, std::string("q=1"));
        QVERIFY(head.framing.kind == Framing::Kind::length);
        QCOMPARE(head.framing.length, std::uint64_t{5});
        QVERIFY(head.keepAlive && head.http11 && head.expectsContinue);
    }

    void takesTheHostOfAnAbsoluteTarget() {
        RequestHead head;
        QVERIFY(!parseRequestHead("GET http://other:8/x?y HTTP/1.1\r\nHost: h\r\n\r\n", head));
        QCOMPARE(head.request.path, std::string("/x"));
        QVERIFY(head.request.headers.value("Host") == "other:8");
    }

    void closesWhenAskedOrInHttp10() {
        RequestHead head;
        QVERIFY(!parseRequestHead("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n", head));
        QVERIFY(!head.keepAlive);
        QVERIFY(!parseRequestHead("GET / HTTP/1.0\r\n\r\n", head));
        QVERIFY(!head.keepAlive);
    }

    void findsTheEndOfAHeadByteByByte() {
        const std::string head = "\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n";
        HeadScanner scanner;
        for (std::size_t size = 1; size < head.size(); ++size)
            QVERIFY(scanner.scan(std::string_view(head).substr(0, size), 1000) == HeadScanner::State::needMore);
        QVERIFY(scanner.scan(head + "rest", 1000) == HeadScanner::State::complete);
        QCOMPARE(scanner.leading(), std::size_t{4});
        QCOMPARE(scanner.size(), head.size() - 4);
    }

    void boundsTheHead() {
        const std::string head = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
        HeadScanner exact;
        QVERIFY(exact.scan(head, head.size()) == HeadScanner::State::complete);
        HeadScanner less;
        QVERIFY(less.scan(head, head.size() - 1) == HeadScanner::State::tooLong);
    }

    void refusesBareLineFeeds() {
        HeadScanner first;
        QVERIFY(first.scan("GET / HTTP/1.1\nHost", 1000) == HeadScanner::State::badLineEnd);
        HeadScanner second;
        QVERIFY(second.scan("GET / HTTP/1.1\r\n\nHost", 1000) == HeadScanner::State::badLineEnd);
    }

    void readsAResponseHead() {
        const auto head = parseResponseHead("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX: y\r\n\r\n", false).value();
        QCOMPARE(head.status, 200);
        QVERIFY(head.framing.kind == Framing::Kind::length);
        QVERIFY(head.keepAlive);
    }

    void knowsResponsesWithoutBody() {
        const char* text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";
        QVERIFY(parseResponseHead(text, true)->framing.kind == Framing::Kind::none);
        QVERIFY(parseResponseHead("HTTP/1.1 204 x\r\n\r\n", false)->framing.kind == Framing::Kind::none);
        QVERIFY(parseResponseHead("HTTP/1.1 304 x\r\nContent-Length: 9\r\n\r\n", false)->framing.kind ==
                Framing::Kind::none);
    }

    void readsToTheCloseWithoutALength() {
        const auto head = parseResponseHead("HTTP/1.1 200 OK\r\n\r\n", false).value();
        QVERIFY(head.framing.kind == Framing::Kind::untilClose);
        QVERIFY(!head.keepAlive);
    }

    void refusesBadResponseHeads() {
        for (const char* bad :
             {"HTTP/1.1 2x0 OK\r\n\r\n", "HTTX/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nA b: c\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\n", "HTTP/1.1 099 OK\r\n\r\n"})
            QVERIFY2(
                !parseResponseHead(bad, false) && parseResponseHead(bad, false).error().code == BaseErrc::malformed,
                bad);
    }

    void decodesChunksInPiecesOfAnySize() {
        const std::string coded = "5\r\nhello\r\n1;ext=\"x\"\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
        for (std::size_t piece = 1; piece <= coded.size(); ++piece) {
            bool failed = true;
            QCOMPARE(decodeAll(coded, piece, failed), std::string("hello 0123456789"));
            QVERIFY(!failed);
        }
    }

    void refusesBadChunks() {
        for (const char* bad : {"\r\n", "x\r\n", "-1\r\n", "5\nhello", "5\r\nhelloX\r\n", "5\r\nhello\r\r\n",
                                "5\rhello", "1111111111111111\r\n", "0\r\n\n", "0\r\nTrailer\r\n\rX"}) {
            bool failed = false;
            (void)decodeAll(bad, 100, failed);
            QVERIFY2(failed, bad);
        }
    }

    void boundsExtensionsAndTrailers() {
        ChunkDecoder extension;
        QCOMPARE(extension.take("1;" + std::string(10'000, 'x'), 10).error().code, make_error_code(BaseErrc::tooLarge));
        ChunkDecoder trailer;
        QCOMPARE(trailer.take("0\r\n" + std::string(10'000, 'x'), 10).error().code,
                 make_error_code(BaseErrc::tooLarge));
    }

    void keepsHandlersFromSplittingHeads() {
        Response response = emptyResponse(200);
        response.headers.add("X-A", "one\r\nX-Injected: two");
        response.headers.add("Bad Name", "x");
        response.headers.add("Content-Length", "77");
        response.headers.add("Transfer-Encoding", "chunked");
        std::string head;
        writeResponseHead(head, response, HeadPlan{0, false, false}, "now");
        QCOMPARE(head, std::string("HTTP/1.1 200 OK\r\nX-A: one  X-Injected: two\r\nDate: now\r\n"
                                   "Content-Length: 0\r\n\r\n"));
    }

    void refusesRequestsThatWouldNotStayOneLine() {
        ClientRequest request;
        request.url = parseUrl("http://h/").value();
        request.url.target = "/a b";
        std::string head;
        QCOMPARE(writeRequestHead(head, request).error().code, make_error_code(BaseErrc::invalidArgument));
        request.url.target = "/";
        request.method = "GET /\r\nX:";
        QCOMPARE(writeRequestHead(head, request).error().code, make_error_code(BaseErrc::invalidArgument));
    }
};

QTEST_GUILESS_MAIN(TestMessageParser)
#include "tst_message_parser.moc"
