// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/tuf/strict_json.h"

using namespace signalbox;
using namespace signalbox::tuf;

class TestStrictJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnObject();
    void refusesAMemberThatComesTwice();
    void refusesNumbersThatAreNotWhole();
    void refusesWhatIsNoObject();
};

void TestStrictJson::readsAnObject() {
    const auto read = parseStrictObject(R"( {"a": [1, -2, {"b": null}], "b": {"a": "x"}} )");
    QVERIFY(read);
    QCOMPARE(read->at("b").at("a").get_string().c_str(), "x");
}

void TestStrictJson::refusesAMemberThatComesTwice() {
    for (const char* text : {R"({"a":1,"a":1})", R"({"x":[{"a":1,"b":2,"a":3}]})", R"({"a":1,"\u0061":2})"}) {
        const auto read = parseStrictObject(text);
        QVERIFY2(!read, text);
        QCOMPARE(read.error().code, make_error_code(BaseErrc::malformed));
        QVERIFY(read.error().context.find("'a'") != std::string::npos);
    }
    QVERIFY(parseStrictObject(R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]})"));
}

void TestStrictJson::refusesNumbersThatAreNotWhole() {
    for (const char* text : {R"({"a":1.5})", R"({"a":1.0})", R"({"a":[1e2]})", R"({"a":18446744073709551616})"})
        QVERIFY2(!parseStrictObject(text), text);
}

void TestStrictJson::refusesWhatIsNoObject() {
    for (const char* text : {"", "null", "[]", "{", "{}x", R"({"a":1,})", "\"a\""})
        QVERIFY2(!parseStrictObject(text), text);
    QVERIFY(!parseStrictObject("{\"a\":" + std::string(5000, '[')));
}

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strict_json.moc"
