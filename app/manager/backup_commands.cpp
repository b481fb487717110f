// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/backup_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "core/backup/comparison.h"
#include "core/base/log.h"

namespace signalbox::app {

struct BackupArguments {
    std::string data;
    std::string file;
    std::string passphraseFile;
    bool withoutBlobs = false;
};

namespace {

constexpr int kExitFailed = 1;
constexpr int kExitDiffers = 3;
constexpr std::size_t kMaxPassphrase = 4096;

constexpr const char* kFooter =
    "The passphrase is the first line of --passphrase-file, or SIGNALBOX_BACKUP_PASSPHRASE; 12 characters at least.\n"
    "Whoever loses it has no backup. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the manager differs from the "
    "backup.";

Result<std::string> passphraseOf(const BackupArguments& arguments) {
    if (arguments.passphraseFile.empty()) {
        const char* const variable = std::getenv("SIGNALBOX_BACKUP_PASSPHRASE");
        if (!variable) return makeError(BaseErrc::invalidArgument, "no passphrase: give --passphrase-file");
        return std::string(variable);
    }
    TRY(std::string text, readFile(arguments.passphraseFile, kMaxPassphrase));
    return text.substr(0, text.find_first_of("\r\n"));
}

void print(const backup::BackupInfo& info) {
    std::printf("made       %s by %s\nmanager    %s\nterminals  %llu\nreleases   %llu\nrollouts   %llu\n",
                toRfc3339(info.createdAt).c_str(), printable(info.version).c_str(), printable(info.managerId).c_str(),
                static_cast<unsigned long long>(info.terminals), static_cast<unsigned long long>(info.releases),
                static_cast<unsigned long long>(info.rollouts));
    std::printf("packages   %llu, %llu bytes\naudit log  up to entry %lld\n",
                static_cast<unsigned long long>(info.blobs), static_cast<unsigned long long>(info.blobBytes),
                static_cast<long long>(info.auditSequence));
}

Result<int> create(const BackupArguments& arguments) {
    backup::BackupOptions options;
    options.data = arguments.data;
    options.file = arguments.file;
    options.blobs = !arguments.withoutBlobs;
    TRY(options.passphrase, passphraseOf(arguments));
    TRY(const backup::BackupInfo info, backup::createBackup(nativeFileSystem(), options, SystemClock()));
    print(info);
    return 0;
}

Result<int> verify(const BackupArguments& arguments) {
    TRY(const std::string passphrase, passphraseOf(arguments));
    TRY(const backup::BackupInfo info, backup::verifyBackup(arguments.file, passphrase));
    print(info);
    return 0;
}

Result<int> restore(const BackupArguments& arguments) {
    TRY(const std::string passphrase, passphraseOf(arguments));
    TRY(const backup::BackupInfo info,
        backup::restoreBackup(nativeFileSystem(), arguments.file, passphrase, arguments.data));
    print(info);
    return 0;
}

Result<int> compare(const BackupArguments& arguments) {
    TRY(const std::string passphrase, passphraseOf(arguments));
    TRY(const backup::Comparison found, backup::compareWithBackup(arguments.file, passphrase, arguments.data));
    std::printf("compared with the backup of %s: %llu releases, %llu packages read\n",
                toRfc3339(found.backup.createdAt).c_str(), static_cast<unsigned long long>(found.releasesCompared),
                static_cast<unsigned long long>(found.blobsRead));
    for (const backup::Finding& finding : found.findings)
        std::printf("%s  %s  %s\n", std::string(nameOf(finding.kind)).c_str(), printable(finding.subject).c_str(),
                    printable(finding.detail).c_str());
    if (found.findings.empty()) std::printf("nothing differs that should not\n");
    return found.findings.empty() ? 0 : kExitDiffers;
}

void addFile(CLI::App& command, BackupArguments& arguments) {
    command.add_option("FILE", arguments.file, "The backup")->required();
    command.add_option("--passphrase-file", arguments.passphraseFile, "A file whose first line is the passphrase");
    command.footer(kFooter);
}

void addData(CLI::App& command, BackupArguments& arguments, const char* about) {
    command.add_option("--data", arguments.data, about)->required();
}

}  // namespace

BackupCommands::BackupCommands(CLI::App& app) : m_app(app), m_arguments(std::make_unique<BackupArguments>()) {
    CLI::App* const backup = app.add_subcommand("backup", "Encrypted backups, made while the manager runs");
    backup->require_subcommand(1);
    CLI::App* const create = backup->add_subcommand("create", "Write everything the manager is into one file");
    addFile(*create, *m_arguments);
    addData(*create, *m_arguments, "The manager's folder");
    create->add_flag("--without-packages", m_arguments->withoutBlobs,
                     "Leave packages out: nodes hold those of releases");
    CLI::App* const verify = backup->add_subcommand("verify", "Read a backup to its end");
    addFile(*verify, *m_arguments);
    CLI::App* const compare =
        backup->add_subcommand("compare", "Is what was approved still what was approved? Reads every package");
    addFile(*compare, *m_arguments);
    addData(*compare, *m_arguments, "The manager's folder");
    CLI::App* const restore = app.add_subcommand("restore", "Make a manager's folder out of a backup");
    addFile(*restore, *m_arguments);
    addData(*restore, *m_arguments, "The new folder; must not be there, or be empty");
}

BackupCommands::~BackupCommands() = default;

std::optional<int> BackupCommands::run() const {
    const CLI::App* const backup = m_app.get_subcommand("backup");
    Result<int> code = 0;
    if (m_app.got_subcommand("restore"))
        code = restore(*m_arguments);
    else if (backup->got_subcommand("create"))
        code = create(*m_arguments);
    else if (backup->got_subcommand("verify"))
        code = verify(*m_arguments);
    else if (backup->got_subcommand("compare"))
        code = compare(*m_arguments);
    else
        return std::nullopt;
    if (code) return *code;
    std::fprintf(stderr, "signalbox-manager: %s\n", printable(code.error().text(), 2000).c_str());
    return kExitFailed;
}

}  // namespace signalbox::app
