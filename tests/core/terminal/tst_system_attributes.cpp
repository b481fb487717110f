// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/terminal/system_attributes.h"
#include "tests/support/package_trees.h"

using namespace signalbox;
using namespace signalbox::test;
using terminal::diskAttributes;
using terminal::systemAttributes;

using Attributes = std::map<std::string, std::string>;

/// The files of made-up machines, laid out as Linux has them.
class TestSystemAttributes final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path system() const { return m_folder->path().toStdString(); }
    void zoneLink(const std::string& target) const {
        fs::create_directories(system() / "etc");
        fs::create_symlink(target, system() / "etc/localtime");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsAPc() {
        writeFile(system() / "etc/os-release",
                  "PRETTY_NAME=\"Debian GNU/Linux 12\"\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\nID=debian\n");
        writeFile(system() / "proc/meminfo", "MemTotal:       16384000 kB\nMemFree:         1000 kB\n");
        writeFile(system() / "sys/class/dmi/id/product_name", "OptiPlex 7090\n");
        writeFile(system() / "sys/class/dmi/id/product_serial", "4X7Q2N3\n");
        zoneLink("/usr/share/zoneinfo/Europe/Berlin");
        writeFile(system() / "etc/timezone", "Etc/UTC\n");
        const Attributes expected{{"osName", "debian"},       {"osVersion", "12"},   {"memoryMiB", "16000"},
                                  {"model", "OptiPlex 7090"}, {"serial", "4X7Q2N3"}, {"timezone", "Europe/Berlin"}};
        QCOMPARE(systemAttributes(system()), expected);
    }

    void readsABoardWithADeviceTree() {
        writeFile(system() / "usr/lib/os-release", "ID='raspbian'\n");
        writeFile(system() / "proc/device-tree/model", std::string("Raspberry Pi 4 Model B\0", 23));
        writeFile(system() / "proc/device-tree/serial-number", std::string("10000000abcdef01\0", 17));
        writeFile(system() / "etc/timezone", "America/Lima\n");
        const Attributes expected{{"osName", "raspbian"},
                                  {"model", "Raspberry Pi 4 Model B"},
                                  {"serial", "10000000abcdef01"},
                                  {"timezone", "America/Lima"}};
        QCOMPARE(systemAttributes(system()), expected);
    }

    void leavesOutWhatIsNotThere() { QCOMPARE(systemAttributes(system()), Attributes()); }

    void leavesOutWhatSaysNothing() {
        writeFile(system() / "sys/class/dmi/id/product_name", "To Be Filled By O.E.M.\n");
        writeFile(system() / "sys/class/dmi/id/product_serial", " \n");
        writeFile(system() / "proc/meminfo", "MemTotal: lots\n");
        QCOMPARE(systemAttributes(system()), Attributes());
    }

    void leavesOutWhatIsTooLongOrNoText() {
        writeFile(system() / "sys/class/dmi/id/product_name", std::string(129, 'a'));
        writeFile(system() / "sys/class/dmi/id/product_serial", "4X\x1b[31m");
        writeFile(system() / "etc/timezone", "Europe/\xff");
        writeFile(system() / "etc/os-release", "ID=debian\n" + std::string(65536, '#'));
        QCOMPARE(systemAttributes(system()), Attributes());
    }

    void tellsTheDiskOfAFolderThatIsNotThereYet() {
        const Attributes here = diskAttributes(system());
        QVERIFY(std::stoull(here.at("diskMiB")) > 0);
        QCOMPARE(diskAttributes(system() / "opt/products"), here);
    }
};

QTEST_GUILESS_MAIN(TestSystemAttributes)
#include "tst_system_attributes.moc"
