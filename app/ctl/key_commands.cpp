// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/trust_signing.h"
#include "core/approver/key_file.h"
#include "core/tuf/signer.h"

namespace signalbox::ctl {
namespace {

struct KeyArguments {
    std::string file;
    std::string passphraseFile;
};

void show(Context& context, const trust::PublicKey& key) {
    const std::string id = tuf::keyIdOf(tuf::keyJson(key));
    if (context.screen.json()) {
        context.screen.document({{"id", id}, {"publicKey", key.toPem()}});
        return;
    }
    context.screen.note("Key " + id);
    context.screen.print(key.toPem());
}

Result<ExitCode> createKey(Context& context, const KeyArguments& arguments) {
    TRY(const std::string passphrase,
        passphraseOf(context, "A passphrase for the new key: ", arguments.passphraseFile));
    if (arguments.passphraseFile.empty()) {
        TRY(const std::string again, context.screen.secret("The same again: "));
        if (again != passphrase) return makeError(BaseErrc::invalidArgument, "the two passphrases differ");
    }
    TRY(const trust::PublicKey key, approver::createKeyFile(nativeFileSystem(), arguments.file, passphrase));
    context.screen.note(
        "Who has file and passphrase speaks for you. Without them nobody does: keep a copy apart. What is "
        "given to others is the public key:");
    show(context, key);
    return ExitCode::ok;
}

Result<ExitCode> showKey(Context& context, const KeyArguments& arguments) {
    TRY(const trust::PublicKey key, approver::readPublicKey(arguments.file));
    show(context, key);
    return ExitCode::ok;
}

}  // namespace

void addKeyCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "key", "Keys that people sign with; they stay in files of their own machines");
    const auto file = [](CLI::App& command, KeyArguments& arguments) {
        command.add_option("FILE", arguments.file, "The key's file")->required();
    };
    const auto fresh = [file](CLI::App& command, KeyArguments& arguments) {
        file(command, arguments);
        command.add_option("--passphrase-file", arguments.passphraseFile,
                           "Its first line is the passphrase; else it is asked for");
    };
    addCommand<KeyArguments>(*group, chosen, "create", "Make a key, behind a passphrase", fresh, createKey);
    addCommand<KeyArguments>(*group, chosen, "show", "Its id and public key; asks for no passphrase", file, showKey);
}

}  // namespace signalbox::ctl
