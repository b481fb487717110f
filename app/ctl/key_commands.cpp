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
    std::string token;
    std::string passphraseFile;
};

constexpr const char* kNeedsOne = "say which key: a FILE, or --token with its URI";

void show(Context& context, const trust::PublicKey& key) {
    const std::string id = tuf::keyIdOf(tuf::keyJson(key));
    if (context.screen.json()) {
        context.screen.document({{"id", id}, {"publicKey", key.toPem()}});
        return;
    }
    context.screen.note("Key " + id);
    context.screen.print(key.toPem());
}

Result<ExitCode> createOnToken(Context& context, const KeyArguments& arguments) {
    TRY(const trust::PublicKey key,
        approver::TokenKey::create(arguments.token, pinFrom(context, arguments.passphraseFile)));
    context.screen.note(
        "Whoever has the token and its PIN speaks for you; the key never leaves it, so there is no copy. "
        "What is given to others is the public key:");
    show(context, key);
    return ExitCode::ok;
}

Result<ExitCode> createKey(Context& context, const KeyArguments& arguments) {
    if (!arguments.token.empty()) return createOnToken(context, arguments);
    if (arguments.file.empty()) return makeError(BaseErrc::invalidArgument, kNeedsOne);
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
    if (arguments.token.empty() && arguments.file.empty()) return makeError(BaseErrc::invalidArgument, kNeedsOne);
    TRY(const trust::PublicKey key, arguments.token.empty() ? approver::readPublicKey(arguments.file)
                                                            : approver::TokenKey::readPublic(arguments.token));
    show(context, key);
    return ExitCode::ok;
}

}  // namespace

void addKeyCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group =
        addGroup(app, "key", "Keys that people sign with; they stay in files of their own machines, or on tokens");
    const auto file = [](CLI::App& command, KeyArguments& arguments) {
        CLI::Option* const name = command.add_option("FILE", arguments.file, "The key's file");
        command
            .add_option("--token", arguments.token,
                        "Instead of a file: the key on a PKCS#11 token by its URI, pkcs11:token=…;object=…")
            ->excludes(name);
    };
    const auto fresh = [file](CLI::App& command, KeyArguments& arguments) {
        file(command, arguments);
        command.add_option("--passphrase-file", arguments.passphraseFile,
                           "Its first line is the passphrase, or the token's PIN; else it is asked for");
    };
    addCommand<KeyArguments>(*group, chosen, "create", "Make a key, behind a passphrase", fresh, createKey);
    addCommand<KeyArguments>(*group, chosen, "show", "Its id and public key; asks for no passphrase", file, showKey);
}

}  // namespace signalbox::ctl
