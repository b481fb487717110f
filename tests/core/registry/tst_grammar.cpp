// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/registry/grammar.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::registry;
using signalbox::test::codeOf;

class TestGrammar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsRepositoryNames() {
        for (const char* name : {"a", "a/b/c", "a.b", "a_b", "a__b", "a-b", "a---b", "0/1"})
            QVERIFY(isRepositoryName(name));
        QVERIFY(isRepositoryName(std::string(255, 'a')));
        for (const char* name :
             {"", "/", "a/", "/a", "a//b", "A", "a..b", "a___b", "-a", "a-", "a._b", "a b", "a\n", "..", "a/../b", "ä"})
            QVERIFY2(!isRepositoryName(name), name);
        QVERIFY(!isRepositoryName(std::string(256, 'a')));
    }

    void knowsTags() {
        for (const char* tag : {"a", "_", "V1.2.3-rc_1", "0"})
            QVERIFY(isTag(tag));
        QVERIFY(isTag(std::string(128, 'a')));
        for (const char* tag : {"", ".a", "-a", "a/b", "a:b", "a b", "..", "ä"})
            QVERIFY2(!isTag(tag), tag);
        QVERIFY(!isTag(std::string(129, 'a')));
    }

    void knowsMediaTypes() {
        QVERIFY(isMediaType("application/vnd.oci.image.manifest.v1+json"));
        for (const char* type : {"", "a", "a/", "/a", "a/b/c", "a/b; c", "a b/c", "a/b\r\nX: y"})
            QVERIFY2(!isMediaType(type), type);
    }

    void readsChunkRanges() {
        QCOMPARE(parseChunkRange("0-0").value(), (ChunkRange{0, 0}));
        QCOMPARE(parseChunkRange("5-18446744073709551615").value(), (ChunkRange{5, 18446744073709551615ULL}));
        QCOMPARE(parseChunkRange("bytes=0-9").value(), (ChunkRange{0, 9}));
        QCOMPARE(parseChunkRange("bytes 0-9/10").value(), (ChunkRange{0, 9}));
        for (const char* text : {"", "-", "1-", "-1", "2-1", "a-b", "1 - 2", "+1-2", "0-18446744073709551616", "0-1/x"})
            QCOMPARE(codeOf(parseChunkRange(text)), make_error_code(BaseErrc::malformed));
    }

    void readsContentRanges() {
        const auto range = parseContentRange("bytes 5-9/10");
        QVERIFY(range);
        QCOMPARE(range->range, (ChunkRange{5, 9}));
        QCOMPARE(range->size.value_or(0), std::uint64_t{10});
        QVERIFY(!parseContentRange("bytes 5-9/*").value().size);
        for (const char* text : {"5-9/10", "bytes 5-9", "bytes 5-10/10", "bytes */10", ""})
            QCOMPARE(codeOf(parseContentRange(text)), make_error_code(BaseErrc::malformed));
    }
};

QTEST_GUILESS_MAIN(TestGrammar)
#include "tst_grammar.moc"
