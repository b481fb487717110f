// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <filesystem>

#include "core/registry/foreign_client.h"
#include "core/registry/manifest.h"
#include "tests/support/docker_registry.h"
#include "tests/support/node_host.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::registry;

namespace {

constexpr std::uint64_t kChunk = 1 << 20;

struct Fixture {
    DockerRegistry registry;
    NodeProbe probe;
    OciClient client{probe.client(), OciClientOptions{kChunk, 6, Milliseconds(50)}};
    std::string content = patternOf(5 * kChunk + 77);
    Digest digest = Digest::ofContent(content);
};

}  // namespace

/// Our client against a registry of another hand.
class TestDockerRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(DockerRegistry::isInstalled(), "docker-registry is not installed"); }

    void pushesAndPullsBlobs() {
        Fixture f;
        const Target target = f.registry.target();
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {})));
        QCOMPARE(f.probe.run(f.client.headBlob(target, f.digest)).value(), std::uint64_t{f.content.size()});
        std::string pulled;
        auto sink = [&pulled](Bytes bytes) -> Result<void> {
            pulled += textOf(bytes);
            return {};
        };
        QVERIFY(f.probe.run(f.client.pullBlob(target, f.digest, 4321, f.content.size(), sink)));
        QVERIFY(pulled == f.content.substr(4321));
    }

    void pushesAndPullsManifests() {
        Fixture f;
        const Target target = f.registry.target();
        const std::string recipe = "{}";
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {})));
        QVERIFY(f.probe.run(f.client.pushBlob(target, Digest::ofContent(recipe), 2, sourceOf(recipe), {})));
        Release release;
        release.product = "till";
        Package package;
        package.digest = f.digest;
        package.size = f.content.size();
        package.configDigest = Digest::ofContent(recipe);
        package.configSize = 2;
        const std::string text = buildManifest(release, package);
        const Digest digest = Digest::ofContent(text);
        QVERIFY(f.probe.run(f.client.pushManifest(target, digest.text(), std::string(kImageManifestType), text)));
        QCOMPARE(f.probe.run(f.client.pullManifest(target, digest)).value(), text);
    }

    void finishesThoughTheRegistryDiesInMidPush() {
        Fixture f;
        bool killed = false;
        const auto whole = sourceOf(f.content);
        auto source = [&](std::uint64_t offset, std::span<std::byte> into) -> Result<std::size_t> {
            if (!killed && offset > 2 * kChunk + kChunk / 2) {
                killed = true;
                f.registry.stop();
                f.registry.start();
            }
            return whole(offset, into);
        };
        const Target target = f.registry.target();
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), source, {})));
        QVERIFY(killed);
        QCOMPARE(f.probe.run(f.client.headBlob(target, f.digest)).value(), std::uint64_t{f.content.size()});
    }

    void readsBackWhatHeadDoesNotShow() {
        Fixture f;
        const Target target = f.registry.target();
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {})));
        QVERIFY(f.probe.run(f.client.readBack(target, f.digest, f.content.size())));
        damageFile(f.registry.fileOf(f.digest));
        QVERIFY(f.probe.run(f.client.headBlob(target, f.digest)));
        QCOMPARE(codeOf(f.probe.run(f.client.readBack(target, f.digest, f.content.size()))),
                 make_error_code(BaseErrc::corrupt));
        std::filesystem::resize_file(f.registry.fileOf(f.digest), 5);
        QCOMPARE(codeOf(f.probe.run(f.client.readBack(target, f.digest, f.content.size()))),
                 make_error_code(BaseErrc::corrupt));
        std::filesystem::remove(f.registry.fileOf(f.digest));
        QCOMPARE(codeOf(f.probe.run(f.client.readBack(target, f.digest, f.content.size()))),
                 make_error_code(BaseErrc::notFound));
    }

    /// It takes bytes anew only once its garbage collection took the damaged ones, and that takes what nothing names.
    void keepsDamagedBytesUntilItsGarbageIsCollected() {
        Fixture f;
        OciClient unbelieving(f.probe.client(), OciClientOptions{.chunk = kChunk, .believesHead = false});
        const Target target = f.registry.target();
        const auto push = [&] {
            return f.probe.run(unbelieving.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {}));
        };
        QVERIFY(push());
        damageFile(f.registry.fileOf(f.digest));
        QVERIFY(f.probe.run(f.client.removeBlob(target, f.digest)));
        QVERIFY(push());
        QCOMPARE(codeOf(f.probe.run(f.client.readBack(target, f.digest, f.content.size()))),
                 make_error_code(BaseErrc::corrupt));
        QVERIFY(f.probe.run(f.client.removeBlob(target, f.digest)));
        f.registry.collectGarbage();
        QVERIFY(push());
        QVERIFY(f.probe.run(f.client.readBack(target, f.digest, f.content.size())));
    }

    void logsInWhereItIsAskedTo() {
        DockerRegistry closed(DockerRegistry::Access::passwords);
        Fixture f;
        Target target = closed.target();
        const auto push = [&] {
            return f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {}));
        };
        QCOMPARE(codeOf(push()), make_error_code(BaseErrc::denied));
        target.client = openForeign(f.probe.client(), {target.registry, "pusher", "wrong", {}}).value();
        QCOMPARE(codeOf(push()), make_error_code(BaseErrc::denied));
        target.client = openForeign(f.probe.client(), {target.registry, "pusher", "push-secret", {}}).value();
        QVERIFY(push());
        target.client = openForeign(f.probe.client(), {target.registry, "puller", "pull-secret", {}}).value();
        QVERIFY(f.probe.run(f.client.readBack(target, f.digest, f.content.size())));
        target.client = openForeign(f.probe.client(), {target.registry, {}, {}, {}}).value();
        QCOMPARE(codeOf(f.probe.run(f.client.readBack(target, f.digest, f.content.size()))),
                 make_error_code(BaseErrc::denied));
    }

    void saysWhenContentIsNotOfItsDigest() {
        Fixture f;
        QCOMPARE(codeOf(f.probe.run(f.client.pushBlob(f.registry.target(), Digest::ofContent("other"), f.content.size(),
                                                      sourceOf(f.content), {}))),
                 make_error_code(BaseErrc::corrupt));
    }
};

QTEST_GUILESS_MAIN(TestDockerRegistry)
#include "tst_docker_registry.moc"
