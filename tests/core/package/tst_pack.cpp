// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <span>

#include "core/base/file_system.h"
#include "core/package/archive.h"
#include "tests/support/package_trees.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::package;
using namespace signalbox::test;

class TestPack final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatItPacksUnpacksEqual();
    void tellsWhatATreeTakesUnpacked();
    void tellsWhatIsNoPackage();
    void sameTreeGivesSameBytes();
    void ownerAndTimesAreLeftOut();
    void tarReadsWhatItPacks();
    void namesDoNotDependOnTheLocale();
    void packsAnEmptyFolder();
    void hardLinksAreStoredOnce();
    void refusesFifo();
    void refusesSocket();
    void refusesAbsoluteLink();
    void refusesLinkThatLeadsOut();
    void refusesNameThatIsNotUtf8();
    void refusesToPackIntoItself();
    void refusesAMissingFolder();
    void reportsProgressUpToTheTreesSize();
    void cancelLeavesNoFileAndKeepsTheOld();
    void errorKeepsTheOldFile();

private:
    [[nodiscard]] fs::path at(const std::string& name) const { return fs::path(m_dir->path().toStdString()) / name; }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestPack::whatItPacksUnpacksEqual() {
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("p")));
    const auto unpacked = unpackTree(nativeFileSystem(), at("p"), at("out"));
    QVERIFY2(unpacked, unpacked ? "" : unpacked.error().text().c_str());
    QCOMPARE(describeTree(at("out")), describeTree(at("tree")));
}

namespace {

PackageReader readerOf(const std::string& bytes) {
    return [&bytes](std::uint64_t offset, std::span<std::byte> into) {
        const auto part = bytesOf(bytes).subspan(offset, std::min(into.size(), bytes.size() - offset));
        std::copy(part.begin(), part.end(), into.begin());
        return Result<std::size_t>(part.size());
    };
}

}  // namespace

void TestPack::tellsWhatATreeTakesUnpacked() {
    writeFile(at("tree/empty"), "");
    writeFile(at("tree/folder/small"), "x");
    writeFile(at("tree/zeros"), std::string(3'000'000, '\0'));
    QVERIFY(packTree(at("tree"), at("p")));
    const std::string bytes = contentOf(at("p"));
    QVERIFY(bytes.size() < 4096);
    const std::uint64_t blocks = 1 + 1 + 1 + (3'000'000 + 4095) / 4096;  // two files, a folder and the zeros
    QCOMPARE(unpackedSize(readerOf(bytes)).value(), blocks * 4096);
    UnpackLimits limits;
    limits.maxEntries = 3;
    QCOMPARE(unpackedSize(readerOf(bytes), limits).error().code, boost::system::error_code(BaseErrc::tooLarge));
    limits = {};
    limits.maxBytes = 2'000'000;
    QCOMPARE(unpackedSize(readerOf(bytes), limits).error().code, boost::system::error_code(BaseErrc::tooLarge));
}

void TestPack::tellsWhatIsNoPackage() {
    const boost::system::error_code malformed = BaseErrc::malformed;
    const std::string text = "no archive at all";
    QCOMPARE(unpackedSize(readerOf(text)).error().code, malformed);
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("p")));
    const std::string bytes = contentOf(at("p"));
    const std::string cut = bytes.substr(0, bytes.size() / 2);
    QCOMPARE(unpackedSize(readerOf(cut)).error().code, malformed);
    const PackageReader broken = [](std::uint64_t, std::span<std::byte>) {
        return Result<std::size_t>(makeError(BaseErrc::unavailable));
    };
    QCOMPARE(unpackedSize(broken).error().code, malformed);
}

void TestPack::sameTreeGivesSameBytes() {
    makeRichTree(at("one"));
    makeRichTree(at("two"));
    // Another order in the folder itself, and other times.
    fs::rename(at("two/a"), at("two/moved"));
    writeFile(at("two/zz"), "");
    fs::remove(at("two/zz"));
    fs::rename(at("two/moved"), at("two/a"));
    fs::last_write_time(at("two/bin/run"), fs::file_time_type::clock::now() - std::chrono::hours(99));
    QVERIFY(packTree(at("one"), at("p1")));
    QVERIFY(packTree(at("two"), at("p2")));
    QVERIFY(contentOf(at("p1")) == contentOf(at("p2")));
}

void TestPack::ownerAndTimesAreLeftOut() {
    writeFile(at("tree/a"), "a");
    QVERIFY(packTree(at("tree"), at("p")));
    QByteArray listing;
    QCOMPARE(runProgram("tar", {QStringLiteral("--zstd"), QStringLiteral("--utc"), QStringLiteral("-tvf"), q(at("p"))},
                        &listing),
             0);
    QVERIFY(listing.contains("-rw-r--r-- 0/0 "));
    QVERIFY(listing.contains("1970-01-01 00:00 a"));
}

void TestPack::tarReadsWhatItPacks() {
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("p")));
    fs::create_directories(at("out"));
    QByteArray output;
    QCOMPARE(
        runProgram("tar",
                   {QStringLiteral("--zstd"), QStringLiteral("-xpf"), q(at("p")), QStringLiteral("-C"), q(at("out"))},
                   &output),
        0);
    QCOMPARE(output, QByteArray());
    QCOMPARE(describeTree(at("out")), describeTree(at("tree")));
    QCOMPARE(
        runProgram("diff", {QStringLiteral("-r"), QStringLiteral("--no-dereference"), q(at("tree")), q(at("out"))}), 0);
}

void TestPack::namesDoNotDependOnTheLocale() {
    makeRichTree(at("tree"));
    const std::string before = ::setlocale(LC_ALL, nullptr);
    ::setlocale(LC_ALL, "C.UTF-8");
    QVERIFY(packTree(at("tree"), at("p1")));
    ::setlocale(LC_ALL, "C");
    QVERIFY(packTree(at("tree"), at("p2")));
    QVERIFY(unpackTree(nativeFileSystem(), at("p1"), at("out")));
    ::setlocale(LC_ALL, before.c_str());
    QVERIFY(contentOf(at("p1")) == contentOf(at("p2")));
    QCOMPARE(describeTree(at("out")), describeTree(at("tree")));
}

void TestPack::packsAnEmptyFolder() {
    fs::create_directories(at("tree"));
    QVERIFY(packTree(at("tree"), at("p")));
    QVERIFY(unpackTree(nativeFileSystem(), at("p"), at("out")));
    QVERIFY(fs::is_empty(at("out")));
}

void TestPack::hardLinksAreStoredOnce() {
    writeFile(at("tree/a"), randomBytes(500'000));
    fs::create_hard_link(at("tree/a"), at("tree/b"));
    QVERIFY(packTree(at("tree"), at("p")));
    QVERIFY(fs::file_size(at("p")) < 510'000);
}

void TestPack::refusesFifo() {
    fs::create_directories(at("tree"));
    QCOMPARE(::mkfifo(at("tree/fifo").c_str(), 0600), 0);
    QVERIFY(codeOf(packTree(at("tree"), at("p"))) == BaseErrc::unsupported);
    QVERIFY(!fs::exists(at("p")));
    QVERIFY(!fs::exists(at("p.new")));
}

void TestPack::refusesSocket() {
    fs::create_directories(at("tree"));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = at("tree/s").string();
    QVERIFY(path.size() < sizeof address.sun_path);
    std::copy(path.begin(), path.end(), address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    QVERIFY(codeOf(packTree(at("tree"), at("p"))) == BaseErrc::unsupported);
    ::close(descriptor);
}

void TestPack::refusesAbsoluteLink() {
    fs::create_directories(at("tree"));
    fs::create_symlink("/etc/passwd", at("tree/link"));
    QVERIFY(codeOf(packTree(at("tree"), at("p"))) == BaseErrc::malformed);
}

void TestPack::refusesLinkThatLeadsOut() {
    fs::create_directories(at("tree/a"));
    fs::create_symlink("../../b", at("tree/a/link"));
    QVERIFY(codeOf(packTree(at("tree"), at("p"))) == BaseErrc::malformed);
}

void TestPack::refusesNameThatIsNotUtf8() {
    const fs::path file = at("tree") / "caf\xe9";
    writeFile(file, "latin 1");
    const auto packed = packTree(at("tree"), at("p"));
    fs::remove(file);  // QTemporaryDir cannot
    QVERIFY(codeOf(packed) == BaseErrc::malformed);
}

void TestPack::refusesToPackIntoItself() {
    writeFile(at("tree/sub/a"), "a");
    QVERIFY(codeOf(packTree(at("tree"), at("tree/sub/p"))) == BaseErrc::invalidArgument);
    QVERIFY(!fs::exists(at("tree/sub/p.new")));
}

void TestPack::refusesAMissingFolder() {
    QVERIFY(codeOf(packTree(at("nothing"), at("p"))) == BaseErrc::notFound);
    writeFile(at("file"), "a");
    QVERIFY(codeOf(packTree(at("file"), at("p"))) == BaseErrc::notFound);
}

void TestPack::reportsProgressUpToTheTreesSize() {
    writeFile(at("tree/a"), std::string(1'000'000, 'a'));
    writeFile(at("tree/b"), std::string(77, 'b'));
    std::vector<std::uint64_t> seen;
    QVERIFY(packTree(at("tree"), at("p"), [&seen](std::uint64_t done) {
        seen.push_back(done);
        return true;
    }));
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(seen.back(), std::uint64_t(1'000'077));
    QVERIFY(seen.size() > 2);
}

void TestPack::cancelLeavesNoFileAndKeepsTheOld() {
    writeFile(at("tree/a"), "a");
    writeFile(at("p"), "old");
    QVERIFY(codeOf(packTree(at("tree"), at("p"), [](std::uint64_t) { return false; })) == BaseErrc::cancelled);
    QCOMPARE(contentOf(at("p")), std::string("old"));
    QVERIFY(!fs::exists(at("p.new")));
}

void TestPack::errorKeepsTheOldFile() {
    writeFile(at("tree/a"), "a");
    fs::create_symlink("/", at("tree/link"));
    writeFile(at("p"), "old");
    QVERIFY(!packTree(at("tree"), at("p")));
    QCOMPARE(contentOf(at("p")), std::string("old"));
}

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
