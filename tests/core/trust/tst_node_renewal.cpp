// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/trust/node_renewal.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::trust;

/// What a node signs to get another certificate.
class TestNodeRenewal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWasSigned() {
        const PrivateKey key = PrivateKey::generate();
        const auto back = verifyNodeRenewal(signNodeRenewal({"manager-1", "node-1", "request"}, key), key.publicKey());
        QVERIFY(back && back->issuer == "manager-1" && back->node == "node-1" && back->signingRequest == "request");
    }

    void anotherKeysIsRefused() {
        const std::string text = signNodeRenewal({"manager-1", "node-1", "request"}, PrivateKey::generate());
        QCOMPARE(codeOf(verifyNodeRenewal(text, PrivateKey::generate().publicKey())),
                 make_error_code(BaseErrc::denied));
    }

    void nonsenseIsRefused() {
        const PrivateKey key = PrivateKey::generate();
        for (const char* text : {"", "x", "a.b.c"})
            QVERIFY(!verifyNodeRenewal(text, key.publicKey()));
    }
};

QTEST_GUILESS_MAIN(TestNodeRenewal)
#include "tst_node_renewal.moc"
