// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "core/package/archive.h"
#include "tests/support/package_tar_builder.h"
#include "tests/support/package_trees.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::package;
using namespace signalbox::test;

namespace {

/// Passes on to the real file system and writes down what is synced instead of doing it.
class SyncRecorder final : public FileSystem {
public:
    std::vector<fs::path> synced;
    std::vector<fs::path> files;
    bool offersBarrier = false;
    std::vector<std::string> steps;  ///< changes and barriers in their order

    Result<std::unique_ptr<FileWriter>> create(const fs::path& path, unsigned mode) override {
        steps.emplace_back("create");
        files.push_back(path);
        TRY(auto writer, m_native.create(path, mode));
        return std::unique_ptr<FileWriter>(std::make_unique<Writer>(std::move(writer), path, *this));
    }
    Result<std::unique_ptr<FileWriter>> append(const fs::path& path, std::uint64_t offset) override {
        return m_native.append(path, offset);
    }
    Result<void> makeDirectories(const fs::path& path) override {
        steps.emplace_back("folder");
        return m_native.makeDirectories(path);
    }
    Result<void> setMode(const fs::path& path, unsigned mode) override {
        steps.emplace_back("mode");
        return m_native.setMode(path, mode);
    }
    Result<void> makeSymlink(const std::string& target, const fs::path& path) override {
        steps.emplace_back("link");

        return m_native.makeSymlink(target, path);
    }
    Result<void> makeHardLink(const fs::path& existing, const fs::path& path) override {
        steps.emplace_back("hard link");

        return m_native.makeHardLink(existing, path);
    }
    Result<void> rename(const fs::path& from, const fs::path& to) override { return m_native.rename(from, to); }
    Result<void> remove(const fs::path& path) override { return m_native.remove(path); }
    Result<void> syncDirectory(const fs::path& path) override {
        synced.push_back(path);
        return {};
    }

    Result<std::unique_ptr<FileSystemBarrier>> openBarrier(const fs::path& directory) override {
        if (!offersBarrier) return FileSystem::openBarrier(directory);
        steps.emplace_back("open barrier");
        return std::unique_ptr<FileSystemBarrier>(std::make_unique<Barrier>(*this));
    }

private:
    class Writer final : public FileWriter {
    public:
        Writer(std::unique_ptr<FileWriter> real, fs::path path, SyncRecorder& recorder)
            : m_real(std::move(real)), m_path(std::move(path)), m_recorder(recorder) {}
        Result<void> write(Bytes bytes) override { return m_real->write(bytes); }
        Result<void> sync() override {
            m_recorder.synced.push_back(m_path);
            return {};
        }

    private:
        std::unique_ptr<FileWriter> m_real;
        fs::path m_path;
        SyncRecorder& m_recorder;
    };

    class Barrier final : public FileSystemBarrier {
    public:
        explicit Barrier(SyncRecorder& recorder) : m_recorder(recorder) {}
        Result<void> sync() override {
            m_recorder.steps.emplace_back("sync barrier");
            return {};
        }

    private:
        SyncRecorder& m_recorder;
    };

    FileSystem& m_native = nativeFileSystem();
};

std::string zeros(std::size_t size) {
    return std::string(size, '\0');
}

}  // namespace

class TestUnpack final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void unpacksWhatTarPacks_data();
    void unpacksWhatTarPacks();
    void unpacksSparseFiles();
    void unpacksThroughEveryKindOfEntry();
    void laterEntryOfAnImpliedFolderSetsItsMode();
    void dropsSetuidAndSetgid();
    void ownerKeepsAllRightsOnFolders();
    void modesDoNotDependOnTheUmask();
    void hardLinkToASymlinkIsAnotherSymlink();
    void makesParentsOfTheFolder();
    void refusesAFolderThatIsThere();
    void refusesAMissingArchive();
    void syncsEveryFileThenFoldersFromWithin();
    void aBarrierEnclosesEveryChange();
    void aBarrierReplacesSyncsOneByOne();
    void anErrorLeavesNothing();

    void refusesHostileArchives_data();
    void refusesHostileArchives();
    void takesLinksThatStayInside_data();
    void takesLinksThatStayInside();
    void refusesEveryTruncation();
    void survivesFlippedBytes();
    void refusesGarbage_data();
    void refusesGarbage();
    void refusesOtherFormats();

    void refusesMoreBytesThanAllowed();
    void refusesMoreEntriesThanAllowed();
    void countsImpliedFoldersAsEntries();
    void refusesABombByRatio();
    void refusesASparseBomb();
    void writesNothingBeyondTheFolder();

private:
    [[nodiscard]] fs::path at(const std::string& name) const { return m_root / name; }
    Result<void> unpack(const std::string& bytes, const UnpackLimits& limits = {}) {
        writeFile(at("archive"), bytes);
        SyncRecorder files;
        return unpackTree(files, at("archive"), at("into"), limits);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
};

void TestUnpack::init() {
    // In memory where there is such a place: hundreds of small trees cost a busy disk more than the test is worth.
    const QString memory = QStringLiteral("/dev/shm");
    const QString parent = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    m_dir = std::make_unique<QTemporaryDir>(parent + QStringLiteral("/signalbox-unpack-XXXXXX"));
    m_root = fs::path(m_dir->path().toStdString()) / "root";
    writeFile(m_root / "../bait", "untouched");
    writeFile(m_root / "bait", "untouched");
}

/// Whatever was unpacked, what lies beside is as it was.
void TestUnpack::cleanup() {
    QCOMPARE(contentOf(m_root / "../bait"), std::string("untouched"));
    QCOMPARE(contentOf(m_root / "bait"), std::string("untouched"));
    m_dir.reset();
}

void TestUnpack::unpacksWhatTarPacks_data() {
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char* name, const char* options) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("zstd", "--zstd");
    row("gz", "-z");
    row("xz", "-J");
    row("bz2", "-j");
    row("plain", "");
    row("pax", "--format=posix --zstd");
    row("gnu", "--format=gnu --zstd");
    row("sorted by inode", "--sort=inode --zstd");
    row("owner by name", "--owner=root --group=root -z");
    row("absolute times", "--mtime=@4102444800 --format=posix -z");
}

void TestUnpack::unpacksWhatTarPacks() {
    QFETCH(QStringList, options);
    makeRichTree(at("tree"));
    options << QStringLiteral("-cf") << q(at("archive")) << QStringLiteral("-C") << q(at("tree"))
            << QStringLiteral(".");
    QCOMPARE(runProgram("tar", options), 0);
    SyncRecorder files;
    const auto unpacked = unpackTree(files, at("archive"), at("into"));
    QVERIFY2(unpacked, unpacked ? "" : unpacked.error().text().c_str());
    QCOMPARE(describeTree(at("into")), describeTree(at("tree")));
    QCOMPARE(
        runProgram("diff", {QStringLiteral("-r"), QStringLiteral("--no-dereference"), q(at("tree")), q(at("into"))}),
        0);
}

void TestUnpack::unpacksSparseFiles() {
    writeFile(at("tree/sparse"), "begin");
    fs::resize_file(at("tree/sparse"), 5'000'000);
    writeFile(at("tree/holes"), zeros(4096));
    fs::resize_file(at("tree/holes"), 0);
    fs::resize_file(at("tree/holes"), 3'000'001);
    for (const char* format : {"--format=gnu", "--format=posix"}) {
        QCOMPARE(runProgram("tar", {QString::fromLatin1(format), QStringLiteral("-S"), QStringLiteral("-cf"),
                                    q(at("archive")), QStringLiteral("-C"), q(at("tree")), QStringLiteral(".")}),
                 0);
        QVERIFY(fs::file_size(at("archive")) < 100'000);
        QVERIFY(unpackTree(nativeFileSystem(), at("archive"), at("into")));
        QCOMPARE(describeTree(at("into")), describeTree(at("tree")));
        fs::remove_all(at("into"));
    }
}

void TestUnpack::unpacksThroughEveryKindOfEntry() {
    TarBuilder tar;
    tar.folder("./").folder("./d").file("./d//f", "content").symlink("d/s", "f").hardLink("h", "d/f").file("i/j/k");
    const auto unpacked = unpack(tar.bytes());
    QVERIFY2(unpacked, unpacked ? "" : unpacked.error().text().c_str());
    QCOMPARE(contentOf(at("into/d/f")), std::string("content"));
    QCOMPARE(fs::read_symlink(at("into/d/s")).string(), std::string("f"));
    QVERIFY(fs::equivalent(at("into/h"), at("into/d/f")));
    QCOMPARE(contentOf(at("into/i/j/k")), std::string("x"));
}

void TestUnpack::laterEntryOfAnImpliedFolderSetsItsMode() {
    QVERIFY(unpack(TarBuilder().file("d/f").folder("d", 0711).bytes()));
    QVERIFY(fs::status(at("into/d")).permissions() == static_cast<fs::perms>(0711));
    QVERIFY(fs::exists(at("into/d/f")));
}

void TestUnpack::dropsSetuidAndSetgid() {
    QVERIFY(unpack(TarBuilder().add({"f", '0', {}, 0, 06755}).add({"d", '5', {}, 0, 06755}).bytes()));
    QVERIFY(fs::status(at("into/f")).permissions() == static_cast<fs::perms>(0755));
    QVERIFY(fs::status(at("into/d")).permissions() == static_cast<fs::perms>(0755));
}

void TestUnpack::ownerKeepsAllRightsOnFolders() {
    QVERIFY(unpack(TarBuilder().folder("d", 0).file("d/f").bytes()));
    QVERIFY(fs::status(at("into/d")).permissions() == static_cast<fs::perms>(0700));
    QVERIFY(fs::exists(at("into/d/f")));
}

void TestUnpack::modesDoNotDependOnTheUmask() {
    const mode_t before = ::umask(0077);
    const auto unpacked = unpack(TarBuilder().add({"e/f", '0', {}, 0, 0666}).folder("d", 0777).bytes());
    ::umask(before);
    QVERIFY(unpacked);
    QVERIFY(fs::status(at("into/e/f")).permissions() == static_cast<fs::perms>(0666));
    QVERIFY(fs::status(at("into/d")).permissions() == static_cast<fs::perms>(0777));
    QVERIFY(fs::status(at("into/e")).permissions() == static_cast<fs::perms>(0755));
    QVERIFY(fs::status(at("into")).permissions() == static_cast<fs::perms>(0755));
}

void TestUnpack::hardLinkToASymlinkIsAnotherSymlink() {
    QVERIFY(unpack(TarBuilder().file("f").symlink("s", "f").hardLink("t", "s").bytes()));
    QCOMPARE(fs::read_symlink(at("into/t")).string(), std::string("f"));
}

void TestUnpack::makesParentsOfTheFolder() {
    writeFile(at("archive"), TarBuilder().file("f").bytes());
    QVERIFY(unpackTree(nativeFileSystem(), at("archive"), at("p/q/into")));
    QVERIFY(fs::exists(at("p/q/into/f")));
}

void TestUnpack::refusesAFolderThatIsThere() {
    const std::string bytes = TarBuilder().file("f").bytes();
    writeFile(at("archive"), bytes);
    writeFile(at("into/kept"), "kept");
    QVERIFY(codeOf(unpack(bytes)) == BaseErrc::alreadyExists);
    QCOMPARE(contentOf(at("into/kept")), std::string("kept"));
    fs::create_symlink("nowhere", at("link"));
    QVERIFY(codeOf(unpackTree(nativeFileSystem(), at("archive"), at("link"))) == BaseErrc::alreadyExists);
}

void TestUnpack::refusesAMissingArchive() {
    const auto code = codeOf(unpackTree(nativeFileSystem(), at("nothing"), at("into")));
    QVERIFY(code == boost::system::errc::no_such_file_or_directory);
    QVERIFY(!fs::exists(at("into")));
}

void TestUnpack::syncsEveryFileThenFoldersFromWithin() {
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("archive")));
    SyncRecorder recorder;
    QVERIFY(unpackTree(recorder, at("archive"), at("new/into")));
    QVERIFY(recorder.files.size() > 8);
    const auto& synced = recorder.synced;
    const auto placeOf = [&synced](const fs::path& path) { return std::find(synced.begin(), synced.end(), path); };
    for (const fs::path& file : recorder.files)
        QVERIFY2(placeOf(file) != synced.end(), file.c_str());
    std::vector<fs::path> folders = {at("new/into"), at("new")};
    for (const auto& entry : fs::recursive_directory_iterator(at("new/into")))
        if (entry.is_directory() && !entry.is_symlink()) folders.push_back(entry.path());
    for (const fs::path& folder : folders) {
        QVERIFY2(placeOf(folder) != synced.end(), folder.c_str());
        QVERIFY2(placeOf(folder) < placeOf(folder.parent_path()), folder.c_str());
    }
    QCOMPARE(synced.back(), m_root);
}

void TestUnpack::aBarrierEnclosesEveryChange() {
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("archive")));
    SyncRecorder recorder;
    recorder.offersBarrier = true;
    QVERIFY(unpackTree(recorder, at("archive"), at("into")));
    QVERIFY(recorder.steps.size() > 20);
    QCOMPARE(recorder.steps.front(), std::string("open barrier"));
    QCOMPARE(recorder.steps.back(), std::string("sync barrier"));
    QCOMPARE(std::count(recorder.steps.begin(), recorder.steps.end(), "sync barrier"), 1);
}

void TestUnpack::aBarrierReplacesSyncsOneByOne() {
    writeFile(at("archive"), TarBuilder().file("a/b").bytes());
    SyncRecorder recorder;
    recorder.offersBarrier = true;
    QVERIFY(unpackTree(recorder, at("archive"), at("into")));
    QVERIFY(recorder.synced.empty());
}

void TestUnpack::anErrorLeavesNothing() {
    QVERIFY(!unpack(TarBuilder().file("a/b/c").folder("d", 0500).file("../x").bytes()));
    QVERIFY(!fs::exists(at("into")));
}

void TestUnpack::refusesHostileArchives_data() {
    QTest::addColumn<std::string>("bytes");
    const auto row = [](const char* name, const TarBuilder& tar) { QTest::newRow(name) << tar.bytes(); };
    row("absolute", TarBuilder().file("/tmp/signalbox-test-escape"));
    row("dot dot", TarBuilder().file("../bait"));
    row("dot dot alone", TarBuilder().folder(".."));
    row("dot dot within", TarBuilder().file("a/../../bait"));
    row("dot dot that stays inside", TarBuilder().file("a/../b"));
    row("dot dot at the end", TarBuilder().folder("a/.."));
    row("dot dot by pax", TarBuilder().pax("path", "../bait").file("harmless"));
    row("absolute by pax", TarBuilder().pax("path", "/tmp/signalbox-test-escape").file("harmless"));
    row("dot dot by GNU long name", TarBuilder().gnuLongName("../bait").file("harmless"));
    row("file below a link", TarBuilder().symlink("l", ".").file("l/f"));
    row("file below a link to a folder", TarBuilder().folder("d").symlink("l", "d").file("l/f"));
    row("folder below a link", TarBuilder().folder("d").symlink("l", "d").folder("l/e"));
    row("link below a link", TarBuilder().folder("d").symlink("l", "d").symlink("l/m", "x"));
    row("hard link below a link", TarBuilder().file("f").folder("d").symlink("l", "d").hardLink("l/h", "f"));
    row("folder over a link", TarBuilder().symlink("l", "d").folder("l"));
    row("file over a link", TarBuilder().symlink("l", "f").file("l"));
    row("link to dot dot", TarBuilder().symlink("l", ".."));
    row("link to dot dot below", TarBuilder().folder("a").symlink("a/l", "../.."));
    row("link out and in again", TarBuilder().symlink("l", "../into/f"));
    row("link by way of a link", TarBuilder().symlink("a", ".").symlink("b", "a/.."));
    row("link out by way of a link", TarBuilder().folder("d").symlink("d/a", "..").symlink("d/b", "a/.."));
    row("link absolute", TarBuilder().symlink("l", "/etc/passwd"));
    row("link empty", TarBuilder().symlink("l", ""));
    row("link absolute by pax", TarBuilder().pax("linkpath", "/etc/passwd").symlink("l", "x"));
    row("hard link out", TarBuilder().hardLink("h", "../bait"));
    row("hard link absolute", TarBuilder().hardLink("h", "/etc/passwd"));
    row("hard link to nothing", TarBuilder().hardLink("h", "f"));
    row("hard link to what comes later", TarBuilder().hardLink("h", "f").file("f"));
    row("hard link to itself", TarBuilder().hardLink("h", "h"));
    row("hard link to a folder", TarBuilder().folder("d").hardLink("h", "d"));
    row("hard link to a link from above",
        TarBuilder().folder("a/b").symlink("a/b/l", "../../x").hardLink("h", "a/b/l"));
    row("hard link with content", TarBuilder().file("f").pax("size", "4").add({"h", '1', "f", 4, 0644}, "evil"));
    row("character device", TarBuilder().add({"null", '3', {}, 0, 0666}));
    row("block device", TarBuilder().add({"sda", '4', {}, 0, 0666}));
    row("fifo", TarBuilder().add({"fifo", '6', {}, 0, 0666}));
    row("name of 5000 bytes", TarBuilder().pax("path", std::string(5000, 'n')).file("x"));
    row("path of 5000 bytes",
        TarBuilder().pax("path", "a" + std::string(2500, '/') + std::string(2500, 'b')).file("x"));
    row("name that is not UTF-8", TarBuilder().file("caf\xe9"));
    row("pax name that is not UTF-8", TarBuilder().pax("path", "caf\xe9").file("x"));
    row("empty name", TarBuilder().file(""));
    row("the folder as a file", TarBuilder().file("."));
    row("the folder as a link", TarBuilder().symlink("./", "a"));
    row("the folder twice", TarBuilder().folder(".").folder("./"));
    row("file twice", TarBuilder().file("f").file("f"));
    row("file twice, spelt otherwise", TarBuilder().file("a/f").file("./a//f"));
    row("folder twice", TarBuilder().folder("d").folder("d"));
    row("link twice", TarBuilder().symlink("l", "a").symlink("l", "b"));
    row("file over a folder", TarBuilder().folder("d").file("d"));
    row("file over an implied folder", TarBuilder().file("d/f").file("d"));
    row("link over a folder", TarBuilder().folder("d").symlink("d", "e"));
    row("folder over a file", TarBuilder().file("f").folder("f"));
    row("file below a file", TarBuilder().file("f").file("f/g"));
    row("hard link over a file", TarBuilder().file("f").file("g").hardLink("g", "f"));
}

void TestUnpack::refusesHostileArchives() {
    QFETCH(const std::string, bytes);
    const auto unpacked = unpack(bytes);
    QVERIFY2(codeOf(unpacked) == BaseErrc::malformed, unpacked ? "unpacked" : unpacked.error().text().c_str());
    QVERIFY(!fs::exists(fs::symlink_status(at("into"))));
    QVERIFY(!fs::exists("/tmp/signalbox-test-escape"));
}

void TestUnpack::takesLinksThatStayInside_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("target");
    QTest::newRow("beside") << std::string("l") << std::string("f");
    QTest::newRow("to the folder") << std::string("l") << std::string(".");
    QTest::newRow("up to the folder") << std::string("a/l") << std::string("..");
    QTest::newRow("up and down") << std::string("a/b/l") << std::string("../../c/f");
    QTest::newRow("dots before") << std::string("a/l") << std::string("././../f");
    QTest::newRow("dangling") << std::string("l") << std::string("no/such/thing");
    QTest::newRow("to itself") << std::string("l") << std::string("l");
    QTest::newRow("name that begins with dots") << std::string("l") << std::string("..f/...");
}

void TestUnpack::takesLinksThatStayInside() {
    QFETCH(const std::string, name);
    QFETCH(const std::string, target);
    QVERIFY(unpack(TarBuilder().symlink(name, target).bytes()));
    QCOMPARE(fs::read_symlink(at("into") / name).string(), target);
}

void TestUnpack::refusesEveryTruncation() {
    writeFile(at("tree/a"), randomBytes(700));
    writeFile(at("tree/b/c"), "c");
    QVERIFY(packTree(at("tree"), at("whole")));
    const std::string whole = contentOf(at("whole"));
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        QVERIFY2(codeOf(unpack(whole.substr(0, size))) == BaseErrc::malformed, std::to_string(size).c_str());
        QVERIFY(!fs::exists(at("into")));
    }
}

void TestUnpack::survivesFlippedBytes() {
    // No promise that each flip is found (the digest is for that), only that none escapes or crashes.
    const std::string whole = TarBuilder().folder("d").file("d/f").symlink("l", "d").hardLink("h", "d/f").bytes();
    for (std::size_t i = 0; i < 4 * 512; i += 17) {
        std::string bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x2e);
        if (unpack(bytes)) fs::remove_all(at("into"));
        QVERIFY(!fs::exists(fs::symlink_status(at("into"))));
    }
}

void TestUnpack::refusesGarbage_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("this is no archive");
    QTest::newRow("random") << randomBytes(100'000);
    QTest::newRow("gzip of nothing") << std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    QTest::newRow("zstd magic alone") << std::string("\x28\xb5\x2f\xfd");
    QTest::newRow("program") << contentOf("/proc/self/exe").substr(0, 100'000);
    QTest::newRow("garbage after an entry") << TarBuilder().file("f").bytes().substr(0, 1024) + randomBytes(1024);
}

void TestUnpack::refusesGarbage() {
    QFETCH(const std::string, bytes);
    QVERIFY(codeOf(unpack(bytes)) == BaseErrc::malformed);
    QVERIFY(!fs::exists(at("into")));
}

void TestUnpack::refusesOtherFormats() {
    writeFile(at("tree/a"), "a");
    QVERIFY(codeOf(unpack("!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n")) ==
            BaseErrc::malformed);
    QVERIFY(codeOf(unpack("#mtree\n./a type=file contents=/etc/passwd\n")) == BaseErrc::malformed);
}

void TestUnpack::refusesMoreBytesThanAllowed() {
    UnpackLimits limits;
    limits.maxBytes = 1000;
    const std::string fits = TarBuilder().file("a", std::string(400, 'a')).file("b", std::string(600, 'b')).bytes();
    const std::string above = TarBuilder().file("a", std::string(400, 'a')).file("b", std::string(601, 'b')).bytes();
    QVERIFY(codeOf(unpack(above, limits)) == BaseErrc::tooLarge);
    QVERIFY(!fs::exists(at("into")));
    QVERIFY(unpack(fits, limits));
}

void TestUnpack::refusesMoreEntriesThanAllowed() {
    UnpackLimits limits;
    limits.maxEntries = 3;
    QVERIFY(codeOf(unpack(TarBuilder().file("a").file("b").folder("c").symlink("d", "a").bytes(), limits)) ==
            BaseErrc::tooLarge);
    QVERIFY(unpack(TarBuilder().file("a").file("b").folder("c").bytes(), limits));
}

void TestUnpack::countsImpliedFoldersAsEntries() {
    UnpackLimits limits;
    limits.maxEntries = 10;
    QVERIFY(codeOf(unpack(TarBuilder().file("a/b/c/d/e/f/g/h/i/j/k").bytes(), limits)) == BaseErrc::tooLarge);
}

void TestUnpack::refusesABombByRatio() {
    fs::create_directories(at("tree"));
    writeFile(at("tree/zeros"), "");
    fs::resize_file(at("tree/zeros"), 200 << 20);
    QVERIFY(packTree(at("tree"), at("bomb")));
    QVERIFY(fs::file_size(at("bomb")) < 60'000);
    QVERIFY(codeOf(unpackTree(nativeFileSystem(), at("bomb"), at("into"))) == BaseErrc::tooLarge);
    QVERIFY(!fs::exists(at("into")));
}

void TestUnpack::refusesASparseBomb() {
    // GNU.sparse 1.0: a map in the content says that 4 bytes lie at the end of 2^40.
    TarBuilder tar;
    const std::string map = "1\n1099511627772\n4\n";
    const std::string content = map + zeros(512 - map.size()) + "evil";
    const auto record = [](const std::string& key, const std::string& value) {
        const std::string rest = " " + key + "=" + value + "\n";
        return std::to_string(rest.size() + 2) + rest;
    };
    const std::string records = record("GNU.sparse.major", "1") + record("GNU.sparse.minor", "0") +
                                record("GNU.sparse.name", "bomb") + record("GNU.sparse.realsize", "1099511627776");
    tar.add({"PaxHeader", 'x', {}, records.size(), 0644}, records);
    tar.add({"GNUSparseFile.0/bomb", '0', {}, content.size(), 0644}, content);
    QVERIFY(codeOf(unpack(tar.bytes())) == BaseErrc::tooLarge);
    QVERIFY(!fs::exists(at("into")));
}

void TestUnpack::writesNothingBeyondTheFolder() {
    makeRichTree(at("tree"));
    QVERIFY(packTree(at("tree"), at("archive")));
    const auto before = describeTree(m_root);
    QVERIFY(unpackTree(nativeFileSystem(), at("archive"), at("into")));
    fs::remove_all(at("into"));
    QCOMPARE(describeTree(m_root), before);
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "tst_unpack.moc"
