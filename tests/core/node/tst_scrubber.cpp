// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/asio/io_context.hpp>
#include <fstream>

#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;
using node::Scrubber;
using node::ScrubState;

namespace {

constexpr std::uint64_t kFast = std::uint64_t{1} << 40;

/// A store with a scrubber of its own.
struct Bench {
    Bench() : store(std::move(registry::BlobStore::open(nativeFileSystem(), path()).value())) { restart(); }
    ~Bench() { pool.join(); }

    [[nodiscard]] std::filesystem::path path() const { return folder.path().toStdString(); }
    [[nodiscard]] std::filesystem::path fileOf(const Digest& digest) const {
        return path() / "blobs" / digest.algorithm() / digest.hex().substr(0, 2) / digest.hex();
    }
    void damage(const Digest& digest) {
        std::fstream file(fileOf(digest), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(2);
        file.put('#');
    }
    void restart() { scrubber = std::make_unique<Scrubber>(nativeFileSystem(), *store, pool, clock, path()); }
    [[nodiscard]] bool round() { return runTask(io, scrubber->round(pulse, kFast)).has_value(); }

    QTemporaryDir folder{quickFolder()};
    SystemClock clock;
    asio::io_context io;
    Pulse pulse{io.get_executor()};
    BlockingPool pool{1};
    std::unique_ptr<registry::BlobStore> store;
    std::unique_ptr<Scrubber> scrubber;
};

}  // namespace

class TestScrubber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundBlobsStay() {
        Bench bench;
        const Digest small = bench.store->put(bytesOf("small")).value();
        const Digest large = bench.store->put(bytesOf(patternOf(3 << 20))).value();
        QVERIFY(bench.round());
        QVERIFY(bench.store->verify(small) && bench.store->verify(large));
        QCOMPARE(bench.scrubber->damaged(), std::uint64_t(0));
        QCOMPARE(ScrubState::read(bench.path()).rounds, std::uint64_t(1));
        QVERIFY(ScrubState::read(bench.path()).roundEnd.has_value());
    }

    void aDamagedBlobIsTakenAway() {
        Bench bench;
        const Digest sound = bench.store->put(bytesOf("sound blob")).value();
        const Digest bad = bench.store->put(bytesOf("to be damaged")).value();
        const Digest cut = bench.store->put(bytesOf("to be cut off")).value();
        bench.damage(bad);
        std::filesystem::resize_file(bench.fileOf(cut), 3);
        QVERIFY(bench.round());
        QVERIFY(!bench.store->size(bad) && !bench.store->size(cut));
        QVERIFY(bench.store->verify(sound));
        QCOMPARE(bench.scrubber->damaged(), std::uint64_t(2));
        bench.restart();
        QCOMPARE(bench.scrubber->damaged(), std::uint64_t(2));
    }

    void goesOnWhereItWas() {
        Bench bench;
        const Digest first = bench.store->put(bytesOf("one")).value();
        const Digest second = bench.store->put(bytesOf("two")).value();
        const Digest& early = std::min(first, second, [](const auto& a, const auto& b) { return a.text() < b.text(); });
        const Digest& late = early == first ? second : first;
        const std::string state = "{\"after\":\"" + early.text() + "\",\"rounds\":4,\"damaged\":1}";
        QVERIFY(replaceFile(nativeFileSystem(), bench.path() / "scrub.json", bytesOf(state)).has_value());
        bench.damage(early);
        bench.damage(late);
        bench.restart();
        QVERIFY(bench.round());
        QVERIFY2(bench.store->size(early) && !bench.store->size(late), "what came before waits for the next round");
        QCOMPARE(ScrubState::read(bench.path()).rounds, std::uint64_t(5));
        QVERIFY(bench.round());
        QVERIFY(!bench.store->size(early));
        QCOMPARE(bench.scrubber->damaged(), std::uint64_t(3));
    }

    void anUnreadableStateIsABeginning() {
        Bench bench;
        for (const char* text : {"", "[]", "{\"after\":7,\"rounds\":-1}", "\xff"}) {
            QVERIFY(replaceFile(nativeFileSystem(), bench.path() / "scrub.json", bytesOf(text)).has_value());
            bench.restart();
            QVERIFY(bench.round());
        }
    }

    void readersGet404AndAPushMendsIt() {
        NodeHost host(NodeHostOptions{false, true});
        NodeProbe probe;
        const std::string content = patternOf(100'000);
        const Digest digest = Digest::ofContent(content);
        const std::string blob = host.url("/v2/app/blobs/" + digest.text());
        const auto push = [&] {
            return probe.send("POST", host.url("/v2/app/blobs/uploads/?digest=" + digest.text()), {}, content)
                .value()
                .status;
        };
        QCOMPARE(push(), 201);
        const auto file = host.folder() / "blobs" / "sha256" / digest.hex().substr(0, 2) / digest.hex();
        std::filesystem::resize_file(file, 99'999);
        asio::io_context io;
        Pulse pulse(io.get_executor());
        QVERIFY(runTask(io, host.service().scrubber().round(pulse, kFast)).has_value());
        QCOMPARE(probe.send("HEAD", blob).value().status, 404);
        QCOMPARE(probe.send("GET", blob).value().status, 404);
        const std::string mount = "/v2/other/blobs/uploads/?from=app&mount=" + digest.text();
        QCOMPARE(probe.send("POST", host.url(mount)).value().status, 202);
        QCOMPARE(std::string(probe.send("GET", host.url("/v2/")).value().headers.value("Signalbox-Blobs-Damaged")),
                 std::string("1"));
        QCOMPARE(push(), 201);
        QVERIFY(probe.send("GET", blob).value().body == content);
    }

    void stopsInTheMiddle() {
        Bench bench;
        [[maybe_unused]] const Digest digest = bench.store->put(bytesOf(patternOf(5 << 20))).value();
        bench.pulse.stop();
        const auto ended = runTask(bench.io, bench.scrubber->run(bench.pulse, 1));
        QVERIFY(ended.has_value());
        QCOMPARE(ScrubState::read(bench.path()).rounds, std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestScrubber)
#include "tst_scrubber.moc"
