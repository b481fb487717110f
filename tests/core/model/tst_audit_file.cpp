// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/model/audit_file.h"

using namespace signalbox;

/// An exported audit log, read without a manager.
class TestAuditFile : public QObject {
    Q_OBJECT

    /// The lines of a log behind entry `after`.
    static std::vector<std::string> file(std::int64_t after = 0) {
        std::string before = after == 0 ? "" : std::string(64, 'a');
        std::vector<std::string> lines{auditFileHead({"m1", TimePoint(Milliseconds(1)), after, before})};
        for (std::int64_t i = after + 1; i <= after + 4; ++i) {
            AuditEntry entry;
            entry.sequence = i;
            entry.at = TimePoint(Milliseconds(i));
            entry.actor = "anna";
            entry.action = "release.approve";
            entry.subject = "release:" + std::to_string(i);
            entry.detail = R"({"n":1.5})";
            entry.hash = before = auditHash(before, entry);
            lines.push_back(auditFileLine(entry));
        }
        lines.push_back(auditFileEnd(4, before));
        return lines;
    }
    static Result<std::int64_t> read(const std::vector<std::string>& lines) {
        AuditFileReader reader;
        for (const std::string& line : lines)
            CHECK(reader.take(std::string_view(line).substr(0, line.size() - 1)));
        CHECK(reader.end());
        return reader.entries();
    }
    static bool names(const Result<std::int64_t>& result, BaseErrc code, const char* where) {
        return !result && result.error().code == code && result.error().context.starts_with(where);
    }

private Q_SLOTS:
    void readsWhatWasWritten() {
        QCOMPARE(read(file()).value(), std::int64_t(4));
        QCOMPARE(read(file(17)).value(), std::int64_t(4));
    }

    void namesTheLineThatWasChanged() {
        const auto lines = file();
        for (std::size_t i = 1; i <= 4; ++i) {
            auto changed = lines;
            changed[i].replace(changed[i].find("anna"), 4, "bert");
            QVERIFY(names(read(changed), BaseErrc::corrupt, ("line " + std::to_string(i + 1) + ": entry").c_str()));
        }
    }

    void noticesWhatWasLeftOutPutInOrCutOff() {
        auto without = file();
        without.erase(without.begin() + 2);
        QVERIFY(names(read(without), BaseErrc::corrupt, "line 3: entry 3"));
        auto twice = file();
        twice.insert(twice.begin() + 2, twice[1]);
        QVERIFY(names(read(twice), BaseErrc::corrupt, "line 3: entry 1"));
        auto cut = file();
        cut.pop_back();
        QVERIFY(names(read(cut), BaseErrc::corrupt, "the file ends"));
        auto shortened = file();
        shortened.erase(shortened.end() - 2);
        QVERIFY(names(read(shortened), BaseErrc::corrupt, "line 5"));
        auto longer = file();
        longer.push_back(longer[1]);
        QVERIFY(names(read(longer), BaseErrc::corrupt, "line 7"));
    }

    void refusesWhatIsNoSuchFile() {
        QVERIFY(names(read({"{}\n"}), BaseErrc::malformed, "line 1"));
        QVERIFY(names(read({"x\n"}), BaseErrc::malformed, "line 1"));
        QVERIFY(names(read({R"({"signalboxAudit":2})"
                            "\n"}),
                      BaseErrc::unsupported, "line 1"));
        auto later = file(17);
        later[0] = auditFileHead({"m1", TimePoint(), 17, "none"});
        QVERIFY(names(read(later), BaseErrc::malformed, "line 1"));
        QVERIFY(!read({}));
    }
};

QTEST_GUILESS_MAIN(TestAuditFile)
#include "tst_audit_file.moc"
