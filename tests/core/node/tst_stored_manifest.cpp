// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/node/stored_manifest.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::node::readManifestFacts;
using signalbox::test::codeOf;

class TestStoredManifest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWhatItDoesNotKnow() {
        QVERIFY(readManifestFacts("{}"));
        QVERIFY(readManifestFacts(R"({"layers":[],"odd":{"a":[1,null,true]},"subject":null,"config":[]})"));
        QVERIFY(readManifestFacts(R"({"manifests":[{"data":"e30="}],"annotations":null})"));
    }

    void prefersTheArtifactTypeToTheConfigs() {
        QCOMPARE(readManifestFacts(R"({"artifactType":"a/b","config":{"mediaType":"c/d"}})").value().artifactType,
                 std::string("a/b"));
        QCOMPARE(readManifestFacts(R"({"config":{"mediaType":"c/d"}})").value().artifactType, std::string("c/d"));
    }

    void readsTheSubject() {
        const Digest digest = Digest::ofContent("x");
        const auto facts = readManifestFacts(R"({"subject":{"digest":")" + digest.text() + R"("}})");
        QCOMPARE(facts.value().subject.value_or(Digest()), digest);
    }

    void refusesOtherForms() {
        for (const char* text : {"", "[]", "1", "{", "{} x", R"({"mediaType":1})", R"({"subject":1})",
                                 R"({"subject":{"digest":"sha256:x"}})", R"({"subject":{}})"})
            QCOMPARE(codeOf(readManifestFacts(text)), make_error_code(BaseErrc::malformed));
    }

    void boundsDepthAndSize() {
        QCOMPARE(codeOf(readManifestFacts("{\"a\":" + std::string(100'000, '['))),
                 make_error_code(BaseErrc::malformed));
        QCOMPARE(codeOf(readManifestFacts(std::string(node::kMostManifestBytes + 1, ' '))),
                 make_error_code(BaseErrc::tooLarge));
    }
};

QTEST_GUILESS_MAIN(TestStoredManifest)
#include "tst_stored_manifest.moc"
