// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/file_output.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::BackupSettingsInfo;
using adminclient::BackupsInfo;

struct BackupArguments {
    std::string name;
    std::string output;
    std::string folder;
    std::string every;
    std::int64_t keep = 0;
    std::string packages;
    bool passphrase = false;
    bool wait = false;
    bool yes = false;
};

void printState(Context& context, const BackupsInfo& backups) {
    std::string running = "no";
    if (backups.running) {
        running = byteCount(backups.running->bytesDone);
        if (backups.running->bytesTotal > 0) running += " of " + byteCount(backups.running->bytesTotal);
    }
    context.screen.print(listing({{"under way", running},
                                  {"last success", when(backups.lastSuccess)},
                                  {"last failure", when(backups.lastFailure)},
                                  {"because", backups.lastError},
                                  {"next", backups.nextDue ? when(backups.nextDue) : "when somebody asks"},
                                  {"overdue", backups.overdue ? "yes" : "no"}}));
    Table table({{"BACKUP"}, {"SIZE", Table::Align::right}, {"MADE"}});
    for (const auto& file : backups.files)
        table.add({file.name, byteCount(file.size), when(file.createdAt)});
    context.screen.print("\n");
    context.screen.print(table, "No backup lies in the folder.");
}

Result<ExitCode> listBackups(Context& context, const NoArguments&) {
    return showAnswer<BackupsInfo>(context, calls::backups(),
                                   [&](const BackupsInfo& backups) { printState(context, backups); });
}

/// Until the one that was begun has ended.
Result<ExitCode> waitForEnd(Context& context, Session& session) {
    constexpr auto kPause = std::chrono::milliseconds(500);
    for (;;) {
        TRY(const auto both, session.askBoth(calls::backups()));
        const BackupsInfo& backups = both.second;
        if (!backups.running) {
            if (!backups.lastError.empty())
                return makeError(BaseErrc::processFailed, "the backup failed: " + backups.lastError);
            if (context.screen.json())
                context.screen.document(both.first);
            else
                context.screen.print(plain(backups.lastFile) + "\n");
            return ExitCode::ok;
        }
        if (context.screen.liveNotes())
            context.screen.status(byteCount(backups.running->bytesDone) + " of " +
                                  byteCount(backups.running->bytesTotal));
        CHECK(session.wait(kPause));
        context.screen.clearStatus();
    }
}

Result<ExitCode> startBackup(Context& context, const BackupArguments& arguments) {
    TRY(Session * session, context.session());
    if (!arguments.wait)
        return showAnswer<BackupsInfo>(context, calls::startBackup(), [&](const BackupsInfo&) {
            context.screen.print("It is under way; signalboxctl backup list shows how far it is.\n");
        });
    TRY([[maybe_unused]] const BackupsInfo begun, session->ask(calls::startBackup()));
    return waitForEnd(context, *session);
}

Result<ExitCode> downloadBackup(Context& context, const BackupArguments& arguments) {
    TRY(Session * session, context.session());
    const std::string path = arguments.output.empty() ? arguments.name : arguments.output;
    if (arguments.name.find('/') != std::string::npos)
        return makeError(BaseErrc::invalidArgument, "a backup's name has no / in it");
    TRY(FileOutput output, FileOutput::create(path, 0600));
    std::uint64_t size = 0;
    CHECK(session->download(calls::backupTarget(arguments.name), [&](std::string_view piece) {
        size += piece.size();
        return output.write(piece);
    }));
    CHECK(output.keep());
    if (context.screen.json())
        context.screen.document({{"file", path}, {"size", size}});
    else
        context.screen.print(plain(path) + ", " + byteCount(size) + "\n");
    return ExitCode::ok;
}

Result<ExitCode> deleteBackup(Context& context, const BackupArguments& arguments) {
    CHECK(context.screen.confirm("Delete the backup " + plain(arguments.name) + "?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteBackup(arguments.name),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted " + plain(arguments.name) + ".\n"); });
}

void printSettings(Context& context, const BackupSettingsInfo& settings) {
    context.screen.print(listing(
        {{"folder", settings.folder.empty() ? "backups in the manager's own" : settings.folder},
         {"every", settings.everySeconds > 0 ? durationText(Seconds(settings.everySeconds)) : "when somebody asks"},
         {"kept", std::to_string(settings.keep)},
         {"packages", settings.packages ? "yes" : "no: nodes hold those of releases"},
         {"passphrase", settings.passphraseSet ? "set" : "none"}}));
}

Result<ExitCode> changeSettings(Context& context, const BackupArguments& arguments) {
    const auto text = [&](const BackupSettingsInfo& settings) { printSettings(context, settings); };
    boost::json::object changes;
    if (!arguments.folder.empty()) changes["folder"] = arguments.folder == "default" ? "" : arguments.folder;
    if (arguments.every == "never") {
        changes["everySeconds"] = 0;
    } else if (!arguments.every.empty()) {
        TRY(const Seconds every, parseDuration(arguments.every));
        changes["everySeconds"] = every.count();
    }
    if (arguments.keep > 0) changes["keep"] = arguments.keep;
    if (!arguments.packages.empty()) changes["packages"] = arguments.packages == "on";
    if (arguments.passphrase) {
        TRY(const std::string secret, context.screen.secret("Passphrase of backups: "));
        changes["passphrase"] = secret;
    }
    if (changes.empty()) return showAnswer<BackupSettingsInfo>(context, calls::backupSettings(), text);
    return showAnswer<BackupSettingsInfo>(context, calls::changeBackupSettings(std::move(changes)), text);
}

void withName(CLI::App& command, BackupArguments& arguments) {
    command.add_option("NAME", arguments.name, "As list shows it")->required();
}

void declareSettings(CLI::App& command, BackupArguments& arguments) {
    command.add_option("--folder", arguments.folder, "Absolute, on the manager's machine; default: in its own");
    command.add_option("--every", arguments.every, "How often, as 1d, or never");
    command.add_option("--keep", arguments.keep, "How many; older ones are dropped")->check(CLI::Range(1, 1000));
    command.add_option("--packages", arguments.packages, "With packages, which nodes hold, too: on or off")
        ->check(CLI::IsMember({"on", "off"}));
    command.add_flag("--passphrase", arguments.passphrase,
                     "Another passphrase; asked for, or read from standard input");
}

}  // namespace

void addBackupCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "backup", "Encrypted backups of the manager, made while it runs");
    using Arguments = BackupArguments;
    addCommand<NoArguments>(*group, chosen, "list", "How they go, and those that lie in the folder", {}, listBackups);
    const auto started = [](CLI::App& command, Arguments& arguments) {
        command.add_flag("--wait", arguments.wait, "Until it is made; prints its name");
    };
    const auto downloaded = [](CLI::App& command, Arguments& arguments) {
        withName(command, arguments);
        command.add_option("--output", arguments.output, "The file here; its name if left out");
    };
    const auto deleted = [](CLI::App& command, Arguments& arguments) {
        withName(command, arguments);
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<Arguments>(*group, chosen, "start", "Begin one now", started, startBackup);
    addCommand<Arguments>(*group, chosen, "download", "Bring one here, encrypted as it is", downloaded, downloadBackup);
    addCommand<Arguments>(*group, chosen, "delete", "Remove one from the folder", deleted, deleteBackup);
    addCommand<Arguments>(*group, chosen, "settings", "Where, how often, how many; shows them where nothing is named",
                          declareSettings, changeSettings);
}

}  // namespace signalbox::ctl
