// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/hash.h"
#include "core/trust/password.h"

using namespace signalbox;
using namespace signalbox::trust;

/// Memory-hard hashes of passwords.
class TestPassword : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void derivesAsRfc7914Says() {
        const auto key = scryptKey("password", "NaCl", {10, 8, 16}, 64);
        QCOMPARE(toHex(bytesOf(key.value())),
                 std::string("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                             "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"));
    }

    void matchesOnlyItsPassword() {
        const ScryptCost cheap{4, 8, 1};
        const std::string hash = hashPassword("correct horse", cheap).value();
        QVERIFY(hash.starts_with("$scrypt$ln=4,r=8,p=1$"));
        QVERIFY(passwordMatches(hash, "correct horse"));
        QVERIFY(!passwordMatches(hash, "correct horsf"));
        QVERIFY(!passwordMatches(hash, ""));
        QVERIFY(hashPassword("correct horse", cheap).value() != hash);
    }

    void whatIsNoHashMatchesNothing() {
        const std::string hash = hashPassword("x", {4, 8, 1}).value();
        for (const std::string& bad :
             {std::string(), std::string("$"), std::string("$scrypt$ln=4,r=8,p=1$$"), "x" + hash, hash + "$",
              hash.substr(0, hash.size() - 20), std::string("$scrypt$ln=40,r=8,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAA")})
            QVERIFY2(!passwordMatches(bad, "x"), bad.c_str());
    }

    /// scrypt's shorter outputs are prefixes of its longer ones (RFC 7914 section 6): a cut hash must not match.
    void aCutHashMatchesNothing() {
        const std::string hash = hashPassword("x", {4, 8, 1}).value();
        const std::size_t begin = hash.rfind('$') + 1;
        for (std::size_t size = begin; size < hash.size(); ++size) {
            // The last digit without its lower bits is what base64 without padding demands of each length.
            for (const char* last : {"", "A", "Q", "g", "w"})
                QVERIFY2(!passwordMatches(hash.substr(0, size) + last, "x") || hash.substr(0, size) + last == hash,
                         hash.c_str());
        }
    }

    void costsBeyondMeasureAreRefused() {
        for (const ScryptCost cost : {ScryptCost{25, 8, 1}, ScryptCost{20, 16, 1}, ScryptCost{0, 8, 1},
                                      ScryptCost{4, 0, 1}, ScryptCost{4, 8, 17}})
            QVERIFY(!scryptKey("x", "y", cost, 32));
    }
};

QTEST_GUILESS_MAIN(TestPassword)
#include "tst_password.moc"
