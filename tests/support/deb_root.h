// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "tests/support/package_trees.h"

namespace signalbox::test {

/// The exit code; -1 where the program cannot be run.
inline int runWith(const char* program, const std::vector<std::string>& arguments, std::string* output = nullptr) {
    QStringList list;
    for (const std::string& argument : arguments)
        list.append(QString::fromStdString(argument));
    QByteArray said;
    const int code = runProgram(program, list, &said);
    if (output != nullptr) *output = said.toStdString();
    return code;
}

/// A .deb to be built.
struct DebPlan {
    std::string name;
    std::string version;
    std::string depends;
    std::map<std::string, std::string> files;    ///< by absolute path
    std::map<std::string, std::string> scripts;  ///< "postinst" …, without the first line
    std::vector<std::string> conffiles;
};

/// Built by dpkg-deb below `folder`.
inline fs::path makeDeb(const fs::path& folder, const DebPlan& plan) {
    const fs::path tree = folder / (plan.name + "-" + plan.version);
    std::string control = "Package: " + plan.name + "\nVersion: " + plan.version +
                          "\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: a test\n";
    if (!plan.depends.empty()) control += "Depends: " + plan.depends + "\n";
    writeFile(tree / "DEBIAN/control", control);
    for (const auto& [path, content] : plan.files)
        writeFile(tree / path.substr(1), content);
    for (const auto& [name, script] : plan.scripts)
        writeFile(tree / "DEBIAN" / name, "#!/bin/sh\n" + script + "\n", 0755);
    std::string conffiles;
    for (const std::string& path : plan.conffiles)
        conffiles += path + "\n";
    if (!conffiles.empty()) writeFile(tree / "DEBIAN/conffiles", conffiles);
    const fs::path file = folder / (plan.name + "_" + plan.version + "_all.deb");
    std::string said;
    const int code = runWith("dpkg-deb", {"--root-owner-group", "--build", tree.string(), file.string()}, &said);
    if (code != 0) qFatal("dpkg-deb: %s", said.c_str());
    return file;
}

/// A system that dpkg installs into with maintainer scripts: a whole Debian out of the archive that
/// SIGNALBOX_DEBIAN_SYSTEM names, else the smallest there is: dpkg's database, and busybox for a shell.
class DebRoot {
public:
    explicit DebRoot(fs::path folder) : m_folder(std::move(folder)) {
        if (const char* const archive = std::getenv("SIGNALBOX_DEBIAN_SYSTEM")) {
            fs::create_directories(m_folder);
            std::string said;
            const int code = runWith("tar", {"--extract", "--file", archive, "--directory", m_folder.string()}, &said);
            if (code != 0) qFatal("tar: %s", said.c_str());
            return;
        }
        for (const char* name : {"var/lib/dpkg/info", "var/lib/dpkg/updates", "bin", "tmp", "run", "etc"})
            fs::create_directories(m_folder / name);
        writeFile(m_folder / "var/lib/dpkg/status", "");
        fs::copy_file("/bin/busybox", m_folder / "bin/busybox");
        for (const char* name : {"sh", "cat", "echo", "test", "rm", "mkdir", "sleep", "touch"})
            fs::create_symlink("busybox", m_folder / "bin" / name);
    }

    [[nodiscard]] const fs::path& folder() const { return m_folder; }
    [[nodiscard]] std::string at(const std::string& path) const { return contentOf(m_folder / path.substr(1)); }
    [[nodiscard]] bool has(const std::string& path) const { return fs::exists(m_folder / path.substr(1)); }

    /// "2.0 installed"; "" where dpkg knows nothing of it.
    [[nodiscard]] std::string state(const std::string& name) const {
        std::string said;
        const int code = runWith("dpkg-query",
                                 {"--admindir=" + (m_folder / "var/lib/dpkg").string(), "--show",
                                  "--showformat=${Version} ${db:Status-Status}", name},
                                 &said);
        return code == 0 ? said : std::string();
    }
    /// Its exit code.
    [[nodiscard]] int install(const fs::path& deb) const {
        return runWith("dpkg", {"--root=" + m_folder.string(), "--install", deb.string()});
    }

private:
    fs::path m_folder;
};

}  // namespace signalbox::test
