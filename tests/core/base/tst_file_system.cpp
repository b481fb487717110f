// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_system.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;
namespace fs = std::filesystem;

class TestFileSystem final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void replaceFileMakesAFile();
    void replaceFileReplacesContentAndMode();
    void replaceFileLeavesNothingBeside();
    void replaceFileReplacesALinkNotItsTarget();
    void replaceFileIntoAMissingFolderFails();
    void createSetsTheModeWhateverTheUmask();
    void createDoesNotFollowALink();
    void appendGoesOnAtTheOffset();
    void appendAtZeroMakesTheFile();
    void appendToAMissingFileFails();
    void appendBeyondTheEndFails();
    void setModeDoesNotFollowALink();
    void removeTakesATreeButNotWhatLinksPointTo();
    void removeOfNothingSucceeds();
    void readFileGivesTheWholeFile();
    void readFileRefusesWhatIsTooLarge();
    void readFileNamesAMissingFile();
    void barrierSyncs();
    void errorsCarryThePath();

private:
    [[nodiscard]] fs::path at(const char* name) const { return fs::path(m_dir->path().toStdString()) / name; }
    [[nodiscard]] std::string read(const char* name) const { return readFile(at(name), 1 << 20).value(); }
    [[nodiscard]] static unsigned modeOf(const fs::path& path) {
        return static_cast<unsigned>(fs::status(path).permissions());
    }

    FileSystem& m_files = nativeFileSystem();
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFileSystem::replaceFileMakesAFile() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("content")));
    QCOMPARE(read("a"), std::string("content"));
    QCOMPARE(modeOf(at("a")), 0644U);
}

void TestFileSystem::replaceFileReplacesContentAndMode() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("old and longer")));
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("new"), 0600));
    QCOMPARE(read("a"), std::string("new"));
    QCOMPARE(modeOf(at("a")), 0600U);
}

void TestFileSystem::replaceFileLeavesNothingBeside() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("content")));
    QCOMPARE(std::distance(fs::directory_iterator(at("")), fs::directory_iterator()), std::ptrdiff_t(1));
}

void TestFileSystem::replaceFileReplacesALinkNotItsTarget() {
    QVERIFY(replaceFile(m_files, at("target"), bytesOf("kept")));
    fs::create_symlink("target", at("a"));
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("new")));
    QCOMPARE(read("target"), std::string("kept"));
    QVERIFY(!fs::is_symlink(at("a")));
}

void TestFileSystem::replaceFileIntoAMissingFolderFails() {
    QVERIFY(codeOf(replaceFile(m_files, at("no/a"), bytesOf("x"))) == boost::system::errc::no_such_file_or_directory);
}

void TestFileSystem::createSetsTheModeWhateverTheUmask() {
    const mode_t before = ::umask(0077);
    const bool made = m_files.create(at("a"), 0755).has_value();
    ::umask(before);
    QVERIFY(made);
    QCOMPARE(modeOf(at("a")), 0755U);
}

void TestFileSystem::createDoesNotFollowALink() {
    fs::create_symlink("target", at("a"));
    QVERIFY(!m_files.create(at("a"), 0644));
    QVERIFY(!fs::exists(at("target")));
}

void TestFileSystem::appendGoesOnAtTheOffset() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("0123456789")));
    const auto writer = m_files.append(at("a"), 4);
    QVERIFY(writer);
    QVERIFY((*writer)->write(bytesOf("ab")));
    QVERIFY((*writer)->write(bytesOf("c")));
    QCOMPARE(read("a"), std::string("0123abc"));
}

void TestFileSystem::appendAtZeroMakesTheFile() {
    const auto writer = m_files.append(at("a"), 0);
    QVERIFY(writer);
    QVERIFY((*writer)->write(bytesOf("ab")));
    QCOMPARE(read("a"), std::string("ab"));
}

void TestFileSystem::appendToAMissingFileFails() {
    QVERIFY(codeOf(m_files.append(at("a"), 3)) == boost::system::errc::no_such_file_or_directory);
    QVERIFY(!fs::exists(at("a")));
}

void TestFileSystem::appendBeyondTheEndFails() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("abc")));
    QVERIFY(codeOf(m_files.append(at("a"), 4)) == BaseErrc::wrongState);
    QCOMPARE(read("a"), std::string("abc"));
}

void TestFileSystem::setModeDoesNotFollowALink() {
    QVERIFY(replaceFile(m_files, at("target"), bytesOf("x"), 0600));
    fs::create_symlink("target", at("a"));
    QVERIFY(!m_files.setMode(at("a"), 0777));
    QCOMPARE(modeOf(at("target")), 0600U);
    QVERIFY(m_files.setMode(at("target"), 0751));
    QCOMPARE(modeOf(at("target")), 0751U);
}

void TestFileSystem::removeTakesATreeButNotWhatLinksPointTo() {
    QVERIFY(replaceFile(m_files, at("kept"), bytesOf("x")));
    QVERIFY(m_files.makeDirectories(at("d/e/f")));
    QVERIFY(m_files.makeSymlink("../../kept", at("d/e/link")));
    QVERIFY(m_files.makeSymlink("..", at("d/up")));
    QVERIFY(m_files.remove(at("d")));
    QVERIFY(!fs::exists(at("d")));
    QCOMPARE(read("kept"), std::string("x"));
}

void TestFileSystem::removeOfNothingSucceeds() {
    QVERIFY(m_files.remove(at("nothing/at/all")));
}

void TestFileSystem::readFileGivesTheWholeFile() {
    const std::string content = randomBytes(200'000);
    QVERIFY(replaceFile(m_files, at("a"), bytesOf(content)));
    QVERIFY(readFile(at("a"), content.size()).value() == content);
    QVERIFY(replaceFile(m_files, at("empty"), {}));
    QCOMPARE(readFile(at("empty"), 0).value(), std::string());
}

void TestFileSystem::readFileRefusesWhatIsTooLarge() {
    QVERIFY(replaceFile(m_files, at("a"), bytesOf("abcd")));
    QVERIFY(codeOf(readFile(at("a"), 3)) == BaseErrc::tooLarge);
    QVERIFY(codeOf(readFile("/dev/zero", 100'000)) == BaseErrc::tooLarge);
}

void TestFileSystem::readFileNamesAMissingFile() {
    QVERIFY(codeOf(readFile(at("a"), 10)) == BaseErrc::notFound);
}

void TestFileSystem::barrierSyncs() {
    const auto barrier = m_files.openBarrier(at(""));
    QVERIFY(barrier);
    QVERIFY(m_files.create(at("a"), 0644));
    QVERIFY((*barrier)->sync());
    QVERIFY(codeOf(m_files.openBarrier(at("nothing"))) == boost::system::errc::no_such_file_or_directory);
}

void TestFileSystem::errorsCarryThePath() {
    const auto created = m_files.create(at("no/such/file"), 0644);
    QVERIFY(!created);
    QVERIFY(created.error().context.find(at("no/such/file").string()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_file_system.moc"
