// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>

#include "core/base/hash.h"
#include "core/trust/canonical_json.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;

namespace {

Result<std::string> canonical(std::string_view text) {
    return canonicalJson(boost::json::parse(text));
}

}  // namespace

class TestCanonicalJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesTheKnownVector();
    void sortsMembersByCodePoint();
    void escapesQuoteAndBackslashOnly();
    void keepsIntegersOf64Bits();
    void refusesNumbersThatAreNoIntegers();
    void writesEmptyContainers();
};

void TestCanonicalJson::matchesTheKnownVector() {
    const auto text = canonical(R"( {"b": 1, "a": [true, false, null]} )");
    QVERIFY(text);
    QCOMPARE(*text, std::string(R"({"a":[true,false,null],"b":1})"));
    QCOMPARE(sha256Hex(bytesOf(*text)).substr(0, 16), std::string("087e44ed138472a8"));
}

void TestCanonicalJson::sortsMembersByCodePoint() {
    // U+FF5E sorts before U+1F600 by code point, after it by UTF-16 unit.
    const auto text = canonical("{\"\\ud83d\\ude00\":1,\"\\uff5e\":2,\"z\":3,\"Z\":4,\"\":5}");
    QVERIFY(text);
    QCOMPARE(*text, std::string("{\"\":5,\"Z\":4,\"z\":3,\"\xef\xbd\x9e\":2,\"\xf0\x9f\x98\x80\":1}"));
}

void TestCanonicalJson::escapesQuoteAndBackslashOnly() {
    const auto text = canonical(R"(["a\"b\\c\nd\te\/f\u0001"])");
    QVERIFY(text);
    QCOMPARE(*text, std::string("[\"a\\\"b\\\\c\nd\te/f\x01\"]"));
}

void TestCanonicalJson::keepsIntegersOf64Bits() {
    const auto text = canonical("[-9223372036854775808,18446744073709551615,0,-0]");
    QVERIFY(text);
    QCOMPARE(*text, std::string("[-9223372036854775808,18446744073709551615,0,0]"));
}

void TestCanonicalJson::refusesNumbersThatAreNoIntegers() {
    for (const char* text : {"1.5", "[1.0]", "{\"a\":1e3}", "18446744073709551616"})
        QVERIFY(test::codeOf(canonical(text)) == BaseErrc::unsupported);
}

void TestCanonicalJson::writesEmptyContainers() {
    const auto text = canonical(R"({"b":{},"a":[]})");
    QVERIFY(text);
    QCOMPARE(*text, std::string(R"({"a":[],"b":{}})"));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonical_json.moc"
