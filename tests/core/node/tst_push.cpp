// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/registry/manifest.h"
#include "tests/support/node_host.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using registry::OciClient;
using registry::OciClientOptions;
using registry::Target;

namespace {

constexpr std::uint64_t kChunk = 1 << 20;

OciClientOptions quick() {
    OciClientOptions options;
    options.chunk = kChunk;
    options.backOff = Milliseconds(10);
    return options;
}

Target targetAt(const std::string& url, std::string token = {}) {
    return Target{http::parseUrl(url).value(), "signalbox/till", std::move(token)};
}

}  // namespace

/// Our client against our node: whole pushes and pulls, and what comes between them.
class TestPush : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pushesAndPullsOverTlsWithTokens() {
        NodeHost node(NodeHostOptions{true});
        NodeProbe probe(node.certificates.client());
        OciClient client(probe.client(), quick());
        const Target target = targetAt(node.url(), node.tokens.token("signalbox/till", {"pull", "push"}));
        const std::string content = patternOf(3 * kChunk + 12345);
        const Digest digest = Digest::ofContent(content);
        std::uint64_t reported = 0;
        auto progress = [&reported](std::uint64_t done) { reported = done; };
        QVERIFY(probe.run(client.pushBlob(target, digest, content.size(), sourceOf(content), progress)));
        QCOMPARE(reported, std::uint64_t{content.size()});
        QCOMPARE(probe.run(client.headBlob(target, digest)).value(), std::uint64_t{content.size()});

        std::string pulled;
        auto sink = [&pulled](Bytes bytes) -> Result<void> {
            pulled += textOf(bytes);
            return {};
        };
        QVERIFY(probe.run(client.pullBlob(target, digest, 1000, content.size(), sink)));
        QVERIFY(pulled == content.substr(1000));
    }

    void pushesAndPullsManifests() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        const Target target = targetAt(node.url());
        const std::string text = registry::buildIndex(Release());
        const Digest digest = Digest::ofContent(text);
        QVERIFY(probe.run(client.pushManifest(target, digest.text(), std::string(registry::kImageIndexType), text)));
        QCOMPARE(probe.run(client.pullManifest(target, digest)).value(), text);
        QCOMPARE(probe.run(client.headManifest(target, digest.text())).value(), std::uint64_t{text.size()});
        QCOMPARE(codeOf(probe.run(client.pullManifest(target, Digest::ofContent("none")))),
                 make_error_code(BaseErrc::notFound));
    }

    void pushesNothingTwice() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        const std::string content = patternOf(1000);
        const Target target = targetAt(node.url());
        QVERIFY(probe.run(client.pushBlob(target, Digest::ofContent(content), 1000, sourceOf(content), {})));
        auto neverRead = [](std::uint64_t, std::span<std::byte>) -> Result<std::size_t> {
            return makeError(BaseErrc::wrongState, "read");
        };
        QVERIFY(probe.run(client.pushBlob(target, Digest::ofContent(content), 1000, neverRead, {})));
    }

    void pushesAnEmptyBlob() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        const std::string content;
        QVERIFY(probe.run(client.pushBlob(targetAt(node.url()), Digest::ofContent(""), 0, sourceOf(content), {})));
        QCOMPARE(probe.run(client.headBlob(targetAt(node.url()), Digest::ofContent(""))).value(), std::uint64_t{0});
    }

    void saysWhenContentIsNotOfItsDigest() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        const std::string content = patternOf(1000);
        const Digest other = Digest::ofContent("other");
        QCOMPARE(codeOf(probe.run(client.pushBlob(targetAt(node.url()), other, 1000, sourceOf(content), {}))),
                 make_error_code(BaseErrc::corrupt));
    }

    void endsWithTheSourcesOwnError() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        auto source = [](std::uint64_t, std::span<std::byte>) -> Result<std::size_t> {
            return makeError(BaseErrc::unsupported, "disk");
        };
        QCOMPARE(codeOf(probe.run(client.pushBlob(targetAt(node.url()), Digest::ofContent("x"), 5, source, {}))),
                 make_error_code(BaseErrc::unsupported));
    }

    void saysWhenATokenDoesNotDo() {
        NodeHost node;
        NodeProbe probe;
        OciClient client(probe.client(), quick());
        const std::string content = patternOf(10);
        const Target readOnly = targetAt(node.url(), node.tokens.token("signalbox/till", {"pull"}));
        QCOMPARE(codeOf(probe.run(client.pushBlob(readOnly, Digest::ofContent(content), 10, sourceOf(content), {}))),
                 make_error_code(BaseErrc::denied));
        QCOMPARE(codeOf(probe.run(client.headBlob(targetAt(node.url()), Digest::ofContent(content)))),
                 make_error_code(BaseErrc::denied));
    }

    void resumesAfterANodeKilledInMidPush() {
        const QTemporaryDir data(quickFolder());
        const QString folder = data.filePath(QStringLiteral("node"));
        const auto arguments = [&](const QString& listen) {
            return QStringList{QStringLiteral("run"),
                               QStringLiteral("--data"),
                               folder,
                               QStringLiteral("--listen"),
                               listen,
                               QStringLiteral("--plain"),
                               QStringLiteral("--anonymous-access")};
        };
        auto program = std::make_unique<NodeProgram>(arguments(QStringLiteral("127.0.0.1:0")));
        const std::string origin = program->origin();
        QVERIFY(!origin.empty());
        const QString address = QString::fromStdString(origin.substr(std::string_view("http://").size()));

        NodeProbe probe;
        OciClientOptions options = quick();
        options.backOff = Milliseconds(100);
        OciClient client(probe.client(), options);
        const std::string content = patternOf(6 * kChunk);
        const Digest digest = Digest::ofContent(content);
        std::uint64_t lowestAfter = content.size();
        bool killed = false;
        const auto whole = sourceOf(content);
        auto source = [&](std::uint64_t offset, std::span<std::byte> into) -> Result<std::size_t> {
            if (!killed && offset > 2 * kChunk + kChunk / 2) {
                killed = true;
                program->killHard();
                program = std::make_unique<NodeProgram>(arguments(address));
            } else if (killed) {
                lowestAfter = std::min(lowestAfter, offset);
            }
            return whole(offset, into);
        };
        QVERIFY(probe.run(client.pushBlob(targetAt(origin), digest, content.size(), source, {})));
        QVERIFY(killed);
        QVERIFY2(lowestAfter >= 2 * kChunk, "what was acknowledged was sent again");
        QCOMPARE(probe.run(client.headBlob(targetAt(origin), digest)).value(), std::uint64_t{content.size()});
        QCOMPARE(program->terminate(), 0);
    }

    void keepsAnUploadAcrossARestart() {
        NodeHost node(NodeHostOptions{false, true});
        NodeProbe probe;
        const auto begun = probe.send("POST", node.url("/v2/a/b/blobs/uploads/")).value();
        const std::string location(begun.headers.value("Location"));
        QCOMPARE(probe.send("PATCH", node.url(location), {}, "first half, ").value().status, 202);
        node.restart();
        const auto status = probe.send("GET", node.url(location)).value();
        QCOMPARE(status.status, 204);
        QCOMPARE(status.headers.value("Range"), std::string_view("0-11"));
        const Digest digest = Digest::ofContent("first half, second half");
        const auto put = probe.send("PUT", node.url(location + "?digest=" + digest.text()),
                                    {{"Content-Range", "12-22"}}, "second half");
        QCOMPARE(put.value().status, 201);
        node.restart();
        QCOMPARE(probe.send("GET", node.url("/v2/a/b/blobs/" + digest.text())).value().body,
                 std::string("first half, second half"));
    }
};

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"
