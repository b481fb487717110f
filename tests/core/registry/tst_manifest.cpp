// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "core/registry/grammar.h"
#include "core/registry/manifest.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::registry;
using signalbox::test::codeOf;

namespace {

Package aPackage(const std::string& platform) {
    Package package;
    package.platform = platform;
    package.fileName = "till \"quoted\".tar.zst";
    package.digest = Digest::ofContent("layer of " + platform);
    package.size = 5'000'000'000;
    package.configDigest = Digest::ofContent("recipe");
    package.configSize = 17;
    package.manifestDigest = Digest::ofContent("manifest of " + platform);
    package.manifestSize = 400;
    return package;
}

Release aRelease() {
    Release release;
    release.product = "Till App";
    release.version = "2.1";
    release.packages = {aPackage("linux-arm64"), aPackage("linux-amd64")};
    return release;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

class TestManifest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItBuilt() {
        const Package package = aPackage("linux-amd64");
        const auto parsed = parseManifest(buildManifest(aRelease(), package));
        QVERIFY(parsed);
        QCOMPARE(parsed->layer.digest, package.digest);
        QCOMPARE(parsed->layer.size, package.size);
        QCOMPARE(parsed->layer.mediaType, std::string(kTreePackageType));
        QCOMPARE(parsed->config.digest, package.configDigest);
        QCOMPARE(parsed->config.size, package.configSize);
    }

    void buildsTheSameBytesForTheSamePackage() {
        const Package package = aPackage("linux-amd64");
        QCOMPARE(buildManifest(aRelease(), package), buildManifest(aRelease(), package));
    }

    void buildsTheSameIndexInWhateverOrderPackagesCame() {
        Release release = aRelease();
        const std::string index = buildIndex(release);
        std::swap(release.packages[0], release.packages[1]);
        QCOMPARE(buildIndex(release), index);
        QVERIFY(index.find("linux-amd64") < index.find("linux-arm64"));
    }

    void bindsTheIndexToVersionAndPackages() {
        Release release = aRelease();
        const std::string index = buildIndex(release);
        release.version = "2.2";
        QVERIFY(buildIndex(release) != index);
        release = aRelease();
        release.packages[0].manifestDigest = Digest::ofContent("tampered");
        QVERIFY(buildIndex(release) != index);
    }

    void refusesOtherManifests_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::newRow("version") << QStringLiteral("\"schemaVersion\":2") << QStringLiteral("\"schemaVersion\":1");
        QTest::newRow("type") << QStringLiteral("image.manifest.v1") << QStringLiteral("image.index.v1");
        QTest::newRow("digest") << QStringLiteral("sha256:") << QStringLiteral("sha257:");
        QTest::newRow("size") << QStringLiteral("\"size\":17") << QStringLiteral("\"size\":-17");
        QTest::newRow("layers") << QStringLiteral("\"layers\":[") << QStringLiteral("\"layers\":[1,");
        QTest::newRow("JSON") << QStringLiteral("{") << QStringLiteral("{{");
    }
    void refusesOtherManifests() {
        QFETCH(const QString, what);
        QFETCH(const QString, by);
        const std::string text = buildManifest(aRelease(), aPackage("x"));
        QCOMPARE(codeOf(parseManifest(replaced(text, what.toStdString(), by.toStdString()))),
                 make_error_code(BaseErrc::malformed));
    }

    void saysThatAnotherKindOfImageIsNotOurs() {
        const std::string text = buildManifest(aRelease(), aPackage("x"));
        QCOMPARE(codeOf(parseManifest(replaced(text, std::string(kRecipeType), "application/x.other"))),
                 make_error_code(BaseErrc::unsupported));
    }

    void boundsManifests() {
        QCOMPARE(codeOf(parseManifest(std::string((4 << 20) + 1, ' '))), make_error_code(BaseErrc::tooLarge));
        QCOMPARE(codeOf(parseManifest(std::string(100'000, '['))), make_error_code(BaseErrc::malformed));
    }

    void aFileUnderATagIsReadAsItWasBuilt() {
        const Digest file = Digest::ofContent("a file");
        const auto parsed = parseFileManifest(buildFileManifest(kMetadataType, file, 6));
        QVERIFY(parsed);
        QCOMPARE(parsed->digest, file);
        QCOMPARE(parsed->size, std::uint64_t{6});
        QCOMPARE(parsed->mediaType, std::string(kMetadataType));
        QCOMPARE(codeOf(parseFileManifest("{}")), make_error_code(BaseErrc::malformed));
    }

    void everyFileOfMetadataHasATagOfItsOwn() {
        QCOMPARE(metadataTag("3.root.json"), std::string("3.root.json"));
        QCOMPARE(metadataTag("timestamp.json"), std::string("timestamp.json"));
        std::set<std::string> tags;
        for (const std::string& name : {std::string("1.p-a%2Bb.json"), std::string("1.p-a%3Ab.json"), std::string(),
                                        std::string(".json"), "1.p-" + std::string(200, 'x') + ".json"}) {
            QVERIFY2(isTag(metadataTag(name)), name.c_str());
            tags.insert(metadataTag(name));
        }
        QCOMPARE(tags.size(), std::size_t{5});
    }

    void namesRepositoriesWithinTheGrammar() {
        QCOMPARE(repositoryOf("till"), std::string("signalbox/till"));
        QCOMPARE(repositoryOf("Till App 2.0"), std::string("signalbox/till-app-2-0"));
        for (const std::string& product : {std::string("--"), std::string("中文"), std::string("Käse"), std::string(),
                                           std::string(300, 'x'), std::string("_a_")})
            QVERIFY2(isRepositoryName(repositoryOf(product)), product.c_str());
        QVERIFY(repositoryOf("中文") != repositoryOf("日本"));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
