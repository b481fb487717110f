// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <numeric>
#include <optional>
#include <set>

#include "core/base/throttle.h"
#include "core/terminal/chain_download.h"
#include "core/terminal/file_sink.h"
#include "core/trust/certificate.h"
#include "tests/support/http_servers.h"
#include "tests/support/package_trees.h"
#include "tests/support/terminal_doors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::terminal;

namespace {

constexpr std::uint64_t kRange = 64 << 10;
constexpr std::size_t kBulk = 1600000;

class HeldClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override { return time; }
    TimePoint time{Milliseconds(1'000'000)};
};

/// Bytes that came through the throttle in `duration`, in pieces, by one that waits as it is told.
std::uint64_t passed(HeldClock& clock, Throttle& throttle, Milliseconds duration, std::uint64_t piece) {
    const TimePoint end = clock.time + duration;
    std::uint64_t bytes = 0;
    while (clock.time < end) {
        bytes += piece;
        clock.time += throttle.take(piece);
    }
    return bytes;
}

}  // namespace

/// A package's way from nodes over TLS into a file.
class TestDownload : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::vector<std::unique_ptr<TestNode>> m_nodes;
    std::unique_ptr<http::Client> m_client;
    TestPackage m_package;
    std::optional<std::string> m_foreignAuthority;  ///< the first node is a registry of another maker
    std::uint64_t m_paced = 0;
    std::uint64_t m_mostAhead = 0;  ///< of what was asked for, beyond what lay in the file

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    TestNode& node(std::size_t index) { return *m_nodes.at(index); }

    Offer offer() const {
        Offer offer;
        offer.repository = m_package.repository;
        offer.manifest = m_package.manifestDigest;
        offer.token = "node-token";
        for (const auto& node : m_nodes)
            offer.chain.push_back({node->name(), http::parseUrl(node->url()).value(), std::nullopt});
        if (m_foreignAuthority)
            offer.chain[0].foreign = registry::ForeignAccess{offer.chain[0].url, {}, {}, *m_foreignAuthority};
        return offer;
    }

    Result<std::string> fetch(DownloadPolicy policy) {
        auto sink = FileSink::open(nativeFileSystem(), path("download"), Hasher::Algorithm::sha256);
        if (!sink) return sink.error();
        for (const auto& node : m_nodes)
            node->onPackage = [this, &sink, asked = node.get()] { noteAhead((*sink)->held()); };
        ChainDownload::Callbacks callbacks;
        callbacks.pace = [this](std::size_t bytes) { return pace(bytes); };
        ChainDownload chain(*m_client, policy, offer(), std::move(callbacks));
        const registry::Descriptor layer{"application/octet-stream", m_package.layer, m_package.content.size()};
        if (auto done = runTask(*m_io, chain.package(layer, **sink)); !done) return done.error();
        return readFile(path("download"), 1 << 24);
    }

    Result<std::string> fetchInRanges() { return fetch(ranged()); }

    static DownloadPolicy ranged() {
        DownloadPolicy policy{3, Milliseconds(1), Milliseconds(2), std::uint64_t(1) << 30};
        policy.sources = 3;
        policy.rangesAbove = 100000;
        policy.rangeSize = kRange;
        return policy;
    }

    Task<void> pace(std::size_t bytes) {
        m_paced += bytes;
        co_return Result<void>();
    }
    void noteAhead(std::uint64_t held) {
        for (const auto& node : m_nodes)
            for (const std::string& range : node->ranges)
                if (const auto parsed = http::parseRange(range, m_package.content.size()); parsed && *parsed)
                    m_mostAhead = std::max(m_mostAhead, std::max((*parsed)->first, held) - held);
    }
    std::uint64_t bytesOfAll() const {
        return std::accumulate(m_nodes.begin(), m_nodes.end(), std::uint64_t{0},
                               [](std::uint64_t sum, const auto& node) { return sum + node->packageBytes; });
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        writeFile(path("tree") / "bulk", randomBytes(kBulk));
        m_package = makePackage("kiosk", "1.0", Recipe{}, path("tree"));
        for (const char* name : {"n1", "n2", "n3", "n4"}) {
            m_nodes.push_back(std::make_unique<TestNode>(*m_io, *m_trust, name));
            m_nodes.back()->hold(m_package);
        }
        http::TlsClientOptions tls;
        tls.caPem = m_trust->authority.certificatePem();
        tls.requiredRole = "node";
        http::ClientOptions options;
        options.tls = http::TlsClientContext::make(std::move(tls)).value();
        m_client = http::makeClient(*m_io, std::move(options));
        m_paced = 0;
        m_mostAhead = 0;
        m_foreignAuthority.reset();
    }
    void cleanup() {
        m_client.reset();
        m_nodes.clear();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void aLargePackageComesFromSeveralNodesAtOnce() {
        QVERIFY(fetchInRanges().value() == m_package.content);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(node(i).packageRequests > 2);
        QCOMPARE(node(3).packageRequests, 0);
        QCOMPARE(m_paced, bytesOfAll());
    }

    void aRegistryOfAnotherMakerGetsNoTokenOfOurs() {
        m_foreignAuthority = m_trust->authority.certificatePem();
        QVERIFY(fetchInRanges().value() == m_package.content);
        QVERIFY(node(0).packageRequests > 2);
        QCOMPARE(node(0).authorizations, std::set<std::string>{""});
        QCOMPARE(node(1).authorizations, std::set<std::string>{"Bearer node-token"});
        QVERIFY(fetch({}).value() == m_package.content);
    }

    void aRegistryThatNobodyTrustsIsLeftOut() {
        m_foreignAuthority = trust::CertificateAuthority::create("other", SystemClock().now()).value().certificatePem();
        QVERIFY(fetchInRanges().value() == m_package.content);
        QCOMPARE(node(0).packageRequests, 0);
    }

    void aSmallOneComesFromOne() {
        DownloadPolicy policy = ranged();
        policy.rangesAbove = m_package.content.size();
        QVERIFY(fetch(policy).value() == m_package.content);
        QCOMPARE(node(0).ranges, std::vector<std::string>{""});
        QCOMPARE(node(1).packageRequests, 0);
    }

    void rangesGoOnFromWhatIsOnDisk() {
        constexpr std::size_t kHeld = 700001;
        writeFile(path("download"), m_package.content.substr(0, kHeld));
        QVERIFY(fetchInRanges().value() == m_package.content);
        QCOMPARE(node(0).ranges.front(), "bytes=700001-" + std::to_string(kHeld + kRange - 1));
        QVERIFY(bytesOfAll() < m_package.content.size() - kHeld + 4 * kRange);
    }

    void aNodeThatDiesIsReplaced() {
        node(1).dieAfter = 1000;
        QVERIFY(fetchInRanges().value() == m_package.content);
        QCOMPARE(node(1).packageRequests, 1);
        QVERIFY(node(3).packageRequests > 0);
    }

    void aSilentNodeHoldsUpNobody() {
        node(0).silent = true;  // for longer than the watchdog of the test waits
        QVERIFY(fetchInRanges().value() == m_package.content);
        QCOMPARE(node(0).packageRequests, 1);
    }

    void whatWaitsInMemoryIsBounded() {
        node(0).silent = true;
        QVERIFY(fetchInRanges().value() == m_package.content);
        QVERIFY(m_mostAhead > kRange);
        QVERIFY(m_mostAhead <= 6 * kRange);
    }

    void wrongBytesAmongRangesAreNotKept() {
        node(0).wrongBytes = true;
        node(1).wrongBytes = true;
        QVERIFY(fetchInRanges().value() == m_package.content);
    }

    void nodesWithoutRangesGiveTheWhole() {
        for (const auto& each : m_nodes)
            each->wholeOnly = true;
        QVERIFY(fetchInRanges().value() == m_package.content);
    }

    void allNodesDownIsAnError() {
        for (const auto& each : m_nodes)
            each->down = true;
        QVERIFY(!fetchInRanges());
    }

    void aLimitHoldsOverAWindow_data() {
        QTest::addColumn<int>("rate");
        QTest::newRow("slow") << 8192;
        QTest::newRow("middling") << 1000000;
        QTest::newRow("fast") << 100000000;
    }
    void aLimitHoldsOverAWindow() {
        QFETCH(int, rate);
        HeldClock clock;
        Throttle throttle(clock, static_cast<std::uint64_t>(rate));
        const auto bytes = static_cast<double>(passed(clock, throttle, Seconds(60), 16384));
        QVERIFY(bytes > 60.0 * rate * 0.9);
        QVERIFY(bytes < 60.0 * rate * 1.1);
    }

    void anIdleTimeOrAJumpedClockIsNotMadeUpFor() {
        HeldClock clock;
        Throttle throttle(clock, 100000);
        (void)throttle.take(1);
        clock.time += Seconds(86400);
        QVERIFY(passed(clock, throttle, Seconds(10), 1000) <= 1050000 + 1000);
        clock.time -= Seconds(86400);
        QVERIFY(passed(clock, throttle, Seconds(10), 1000) <= 1050000 + 1000);
    }

    void noLimitMakesNobodyWait() {
        HeldClock clock;
        Throttle throttle(clock, 0);
        QVERIFY(!throttle.limits());
        QCOMPARE(throttle.take(1 << 30), Milliseconds(0));
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
