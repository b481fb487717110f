// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/approver/setting_lines.h"

using namespace signalbox;
using namespace signalbox::approver;

/// Files of settings as single values.
class TestSettingLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonIsTakenApart() {
        const Settings settings =
            settingsOfJson("{\"a\":{\"b\":[1,\"x\",{\"c\":true}]},\"empty\":{},\"n\":null}").value();
        const Settings wanted{
            {"a.b[0]", "1"}, {"a.b[1]", "\"x\""}, {"a.b[2].c", "true"}, {"empty", "{}"}, {"n", "null"}};
        QVERIFY(settings == wanted);
    }

    void linesAreTakenApart() {
        const Settings settings = settingsOfLines("# comment\ntop = 1\r\n[net]\n host=a b \n;x=1\nport: 80").value();
        const Settings wanted{{"top", "1"}, {"net.host", "a b"}, {"net.port", "80"}};
        QVERIFY(settings == wanted);
    }

    void whatIsNoSettingsIsRefused() {
        QCOMPARE(settingsOfJson("{").error().code, make_error_code(BaseErrc::malformed));
        QCOMPARE(settingsOfJson(std::string(100, '[') + std::string(100, ']')).error().code,
                 make_error_code(BaseErrc::malformed));
        QCOMPARE(settingsOfLines("just a text").error().code, make_error_code(BaseErrc::malformed));
        QCOMPARE(settingsOfLines("=1").error().code, make_error_code(BaseErrc::malformed));
        std::string many;
        for (int i = 0; i < 10001; ++i)
            many += "k" + std::to_string(i) + "=1\n";
        QCOMPARE(settingsOfLines(many).error().code, make_error_code(BaseErrc::tooLarge));
    }

    void filesAreKnownByTheirNames() {
        for (const char* const name : {"a.json", "etc/app.INI", "x/y.conf", "z.cfg", "m.properties"})
            QVERIFY2(hasSettings(name), name);
        for (const char* const name : {".json", "a.jsonl", "ini", "app"})
            QVERIFY2(!hasSettings(name), name);
    }
};

QTEST_APPLESS_MAIN(TestSettingLines)
#include "tst_setting_lines.moc"
