// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/stat.h>

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/base/hash.h"

namespace signalbox::test {

namespace fs = std::filesystem;

inline void writeFile(const fs::path& path, const std::string& content, unsigned mode = 0644) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    ::chmod(path.c_str(), mode);
}

[[nodiscard]] inline std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// One line an entry: path, kind, mode, and content's hash, link's target, or the first name of a hard link.
[[nodiscard]] inline std::vector<std::string> describeTree(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    std::map<ino_t, std::string> linked;
    std::vector<std::string> lines;
    for (const fs::path& path : paths) {
        struct stat status {};
        ::lstat(path.c_str(), &status);
        const std::string name = path.native().substr(folder.native().size() + 1);
        std::string line = name + " " + QByteArray::number(status.st_mode, 8).toStdString() + " ";
        if (S_ISLNK(status.st_mode)) line += fs::read_symlink(path).native();
        if (S_ISREG(status.st_mode)) line += sha256Hex(bytesOf(contentOf(path)));
        if (S_ISREG(status.st_mode) && status.st_nlink > 1)
            line += " = " + linked.try_emplace(status.st_ino, name).first->second;
        lines.push_back(std::move(line));
    }
    return lines;
}

/// The exit code; -1 where the program cannot be run.
inline int runProgram(const char* program, const QStringList& arguments, QByteArray* output = nullptr) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QString::fromLatin1(program), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit) return -1;
    const QByteArray said = process.readAll();
    if (output != nullptr) *output = said;
    return process.exitCode();
}

[[nodiscard]] inline QString q(const fs::path& path) {
    return QString::fromStdString(path.string());
}

/// A tree with everything that a package may hold.
inline void makeRichTree(const fs::path& root) {
    writeFile(root / "bin/run", "#!/bin/sh\nexit 0\n", 0755);
    writeFile(root / "bin/helper", "helper", 0700);
    writeFile(root / "etc/read only.conf", "a = 1\n", 0444);
    writeFile(root / "etc/secret", "s", 0600);
    writeFile(root /
                  "share/\xc3\xbc"
                  "ml\xc3\xa4ut \xe2\x80\x93 \xf0\x9f\x9a\x82.txt",
              "names", 0644);
    writeFile(root / "share/empty", "", 0644);
    writeFile(root / "share/big", std::string(3'000'000, 'b') + std::string(10, '\0'), 0644);
    writeFile(root / ("long/" + std::string(120, 'd')) / std::string(120, 'e') / std::string(200, 'f'), "deep", 0644);
    writeFile(root / "-rf", "dash", 0644);
    writeFile(root / "a.b/x", "sorts around the slash", 0644);
    writeFile(root / "a/x", "1", 0644);
    writeFile(root / "a-b/x", "2", 0644);
    fs::create_directories(root / "empty folder/within");
    ::chmod((root / "empty folder").c_str(), 0750);
    fs::create_hard_link(root / "bin/helper", root / "z-helper");
    fs::create_symlink("../bin/run", root / "share/run");
    fs::create_symlink("bin", root / "sbin");
    fs::create_symlink("not there", root / "dangling");
    fs::create_symlink("share/" + std::string(150, 'g'), root / std::string(150, 'h'));
    fs::create_symlink(
        "share/\xc3\xbc"
        "ml\xc3\xa4ut \xe2\x80\x93 \xf0\x9f\x9a\x82.txt",
        root / "uml\xc3\xa4ut");
}

}  // namespace signalbox::test
