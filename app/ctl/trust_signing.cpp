// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/trust_signing.h"

#include <QStandardPaths>

#include "app/ctl/plain_text.h"
#include "app/ctl/release_contents_text.h"
#include "app/ctl/show.h"
#include "core/approver/key_file.h"
#include "core/approver/signing.h"
#include "core/trust/canonical_json.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
namespace json = boost::json;

constexpr std::size_t kMaxPassphrase = 4096;

std::string platformsOf(const approver::ReleaseLine& line) {
    std::string all;
    for (const std::string& platform : line.platforms)
        all += (all.empty() ? "" : " ") + plain(platform);
    return all;
}

std::string textOf(const char* mark, const approver::ReleaseLine& line) {
    return std::string("  ") + mark + " " + plain(line.path) + "  " + line.digest + "  " + std::to_string(line.size) +
           " bytes of index, for " + platformsOf(line) + ", counter " + std::to_string(line.counter) +
           (line.approvedUntil ? ", to be installed until " + when(line.approvedUntil) : std::string()) + "\n";
}

void print(Context& context, const approver::Statement& statement) {
    std::string text = "With your key you say, as " + plain(statement.role) + " version " +
                       std::to_string(statement.version) + ", good until " + when(statement.ends) + ":\n";
    for (const approver::ReleaseLine& line : statement.added)
        text += textOf("+", line);
    for (const approver::ChangedLine& line : statement.changed)
        text += textOf("-", line.before) + textOf("+", line.after);
    for (const approver::ReleaseLine& line : statement.removed)
        text += textOf("-", line);
    if (statement.unchanged > 0) text += "  " + std::to_string(statement.unchanged) + " releases stay as they are\n";
    for (const approver::SignersLine& line : statement.signers) {
        const std::string rules = approver::textOf(line.rules);
        text += "  + " + plain(line.role) + ": " + std::to_string(line.threshold) + " of" +
                (rules.empty() ? std::string() : " these, " + plain(rules)) + "\n";
        for (std::size_t i = 0; i < line.keyIds.size(); ++i) {
            const std::string name = i < line.names.size() ? plain(line.names[i]) : std::string();
            text += "      " + plain(line.keyIds[i]) + (name.empty() ? "" : "  " + name) + "\n";
        }
    }
    for (const std::string& role : statement.without)
        text += "  - nobody speaks for " + plain(role) + " any more\n";
    if (statement.audit)
        text += "  the audit log has " + std::to_string(statement.audit->sequence) + " entries, the last " +
                plain(statement.audit->hash) + "\n";
    context.screen.note(text.substr(0, text.size() - 1));
}

/// What is in the releases that are new or different. Nothing is signed that cannot be looked at.
Result<void> printContents(Context& context, Session& session, const approver::Statement& statement,
                           const approver::BelievedMetadata::Now& believed) {
    std::vector<approver::ReleaseLine> lines = statement.added;
    for (const approver::ChangedLine& changed : statement.changed)
        lines.push_back(changed.after);
    for (const approver::ReleaseLine& line : lines) {
        auto difference = lookInto(session, line, believed.product ? &*believed.product : nullptr);
        if (!difference) return std::move(difference).error().within("looking into " + line.path);
        const std::string text = textOf(*difference);
        context.screen.note(text.substr(0, text.size() - 1));
    }
    return {};
}

}  // namespace

Result<std::string> passphraseOf(Context& context, const std::string& question, const std::string& passphraseFile) {
    if (passphraseFile.empty()) return context.screen.secret(question);
    TRY(const std::string text, readFile(passphraseFile, kMaxPassphrase));
    const std::string line = text.substr(0, text.find('\n'));
    if (line.empty()) return makeError(BaseErrc::invalidArgument, passphraseFile + ": its first line is empty");
    return line;
}

approver::AskPin pinFrom(Context& context, const std::string& passphraseFile) {
    return [&context, passphraseFile](const std::string& token) {
        return passphraseOf(context, "PIN of the token " + plain(token) + ": ", passphraseFile);
    };
}

Result<std::unique_ptr<tuf::Signer>> openKey(Context& context, const std::string& key,
                                             const std::string& passphraseFile) {
    if (approver::isTokenUri(key)) {
        TRY(auto token, approver::TokenKey::open(key, pinFrom(context, passphraseFile)));
        return std::unique_ptr<tuf::Signer>(std::move(token));
    }
    TRY(const std::string passphrase, passphraseOf(context, "Passphrase of " + plain(key) + ": ", passphraseFile));
    TRY(trust::PrivateKey opened, approver::openKeyFile(key, passphrase));
    return std::unique_ptr<tuf::Signer>(std::make_unique<tuf::KeySigner>(std::move(opened)));
}

Result<approver::BelievedMetadata> believedOf(Session& session, const SigningArguments& arguments) {
    if (!arguments.trustFolder.empty()) return approver::BelievedMetadata(nativeFileSystem(), arguments.trustFolder);
    TRY(const adminclient::ManagerStatus status, session.ask(calls::status()));
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return approver::BelievedMetadata(
        nativeFileSystem(), std::filesystem::path(base.toStdString()) / "signalbox" / "trust" / status.managerId);
}

approver::BelievedMetadata::Fetch fetchFrom(Session& session) {
    return [&session](const std::string& name, std::size_t most) -> Result<std::optional<std::string>> {
        auto file = session.ask(calls::trustFile(name));
        if (!file && file.error().code == BaseErrc::notFound) return std::optional<std::string>();
        if (!file) return std::move(file).error();
        if (file->content.size() > most) return makeError(BaseErrc::tooLarge, name);
        return std::optional(std::move(file->content));
    };
}

Result<json::value> signStaged(Context& context, const std::string& role, const SigningArguments& arguments,
                               const json::object* mustBe) {
    TRY(Session * session, context.session());
    TRY(const adminclient::StagedTrust staged, session->ask(calls::stagedTrust(role)));
    TRY(const json::object content, approver::readStaged(staged.content));
    if (mustBe) CHECK(approver::checkSame(content, *mustBe));
    TRY(approver::BelievedMetadata folder, believedOf(*session, arguments));
    const bool ofProduct = role != "root" && role != "targets";
    TRY(const approver::BelievedMetadata::Now believed,
        folder.refresh(fetchFrom(*session), ofProduct ? role : std::string(), SystemClock().now()));
    TRY(const approver::Statement statement, approver::statementFor(role, believed, content));
    print(context, statement);
    if (!arguments.withoutContents) CHECK(printContents(context, *session, statement, believed));
    CHECK(context.screen.confirm("Sign this?", arguments.yes));
    TRY(const std::string canonical, trust::canonicalJson(content));
    json::value last = json::object();
    for (const std::string& file : arguments.keys) {
        TRY(const auto key, openKey(context, file, arguments.passphraseFile));
        TRY(const tuf::Signature signature, key->sign(canonical));
        TRY(auto both, session->askBoth(calls::signTrust(role, signature.keyId, signature.hex)));
        const adminclient::SignedTrust& done = both.second;
        if (!context.screen.json())
            context.screen.print("Signed with " + signature.keyId +
                                 (done.published ? ": published.\n"
                                                 : ": " + std::to_string(done.have) + " of " +
                                                       std::to_string(done.need) + " signatures.\n"));
        last = std::move(both.first);
        if (done.published) break;
    }
    return last;
}

}  // namespace signalbox::ctl
