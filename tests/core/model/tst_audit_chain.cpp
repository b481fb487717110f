// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/model/audit_chain.h"

using namespace signalbox;

/// The hash chain of the audit log, followed without a manager.
class TestAuditChain : public QObject {
    Q_OBJECT

    static std::vector<AuditEntry> log(int length) {
        std::vector<AuditEntry> entries;
        std::string before;
        for (int i = 1; i <= length; ++i) {
            AuditEntry entry;
            entry.sequence = i;
            entry.actor = "anna";
            entry.action = "release.approve";
            entry.subject = "release:" + std::to_string(i);
            entry.detail = "{}";
            entry.hash = before = auditHash(before, entry);
            entries.push_back(entry);
        }
        return entries;
    }

    /// The number of the first entry that is refused; 0 where all are taken.
    static std::int64_t firstRefused(const std::vector<AuditEntry>& entries) {
        AuditChain chain;
        for (const AuditEntry& entry : entries)
            if (const auto taken = chain.take(entry); !taken)
                return taken.error().code == BaseErrc::corrupt ? entry.sequence : -1;
        return 0;
    }

private Q_SLOTS:
    void followsAWholeLog() {
        const auto entries = log(5);
        AuditChain chain;
        for (const AuditEntry& entry : entries)
            QVERIFY(chain.take(entry));
        QCOMPARE(chain.length(), std::int64_t(5));
        QCOMPARE(chain.head(), entries.back().hash);
    }

    void findsWhatWasChanged() {
        auto entries = log(5);
        entries[2].actor = "bert";
        QCOMPARE(firstRefused(entries), std::int64_t(3));
    }

    void findsAnEntryHashedAnewByTheNext() {
        auto entries = log(5);
        entries[2].actor = "bert";
        entries[2].hash = auditHash(entries[1].hash, entries[2]);
        QCOMPARE(firstRefused(entries), std::int64_t(4));
    }

    void findsWhatWasLeftOut() {
        auto entries = log(5);
        entries.erase(entries.begin() + 2);
        QCOMPARE(firstRefused(entries), std::int64_t(4));
        QCOMPARE(firstRefused({entries.begin() + 1, entries.end()}), std::int64_t(2));
    }
};

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_audit_chain.moc"
