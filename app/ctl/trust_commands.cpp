// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/trust_signing.h"
#include "core/approver/key_file.h"
#include "core/approver/trust_plan.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
namespace json = boost::json;

struct EstablishArguments {
    SigningArguments signing;
    std::vector<std::string> rootKeys;
    std::vector<std::string> targetsKeys;
    std::uint32_t rootThreshold = 1;
    std::uint32_t targetsThreshold = 1;
};

struct ApproversArguments {
    SigningArguments signing;
    std::string product;
    std::vector<std::string> approvers;
    std::uint32_t threshold = 1;
    approver::ApprovalRules rules;
    bool othersOnly = false;
};

struct SignArguments {
    SigningArguments signing;
    std::string role;
};

struct DropArguments {
    std::string role;
    bool yes = false;
};

Result<approver::Signers> signersOf(const std::vector<std::string>& files, std::uint32_t threshold) {
    approver::Signers signers;
    signers.threshold = threshold;
    for (const std::string& given : files) {
        // NAME=FILE, or a file that is called like its owner.
        const auto sign = given.find('=');
        const bool named = sign != std::string::npos && given.find('/') > sign;
        const std::filesystem::path file(named ? given.substr(sign + 1) : given);
        TRY(trust::PublicKey key, approver::readPublicKey(file));
        signers.keys.push_back(std::move(key));
        signers.names.push_back(named ? given.substr(0, sign) : file.stem().string());
    }
    return signers;
}

/// Whose keys they are; the beginning of its id where nobody said so.
std::string ownerOf(const adminclient::TrustRole& role, std::size_t key) {
    constexpr std::size_t kShort = 12;
    const bool named = key < role.owners.size() && !role.owners[key].empty();
    return named ? role.owners[key] : role.keyIds[key].substr(0, kShort);
}

std::string ownersOf(const adminclient::TrustRole& role) {
    std::string all;
    for (std::size_t key = 0; key < role.keyIds.size(); ++key)
        all += (all.empty() ? "" : ", ") + ownerOf(role, key);
    return all;
}

/// Who has signed.
std::string ownersOf(const adminclient::TrustState& state, const adminclient::StagedTrust& staged) {
    std::string all;
    for (const std::string& signer : staged.signers) {
        std::string name = signer.substr(0, 12);
        for (const adminclient::TrustRole& role : state.roles)
            for (std::size_t key = 0; key < role.keyIds.size(); ++key)
                if (role.keyIds[key] == signer) name = ownerOf(role, key);
        all += (all.empty() ? "signed by " : ", ") + name;
    }
    return all;
}

Result<ExitCode> showTrust(Context& context, const NoArguments&) {
    return showAnswer<adminclient::TrustState>(context, calls::trust(), [&](const adminclient::TrustState& state) {
        if (!state.established)
            context.screen.note(
                "Releases are approved by a recorded call; no signatures are asked for yet. See "
                "signalboxctl trust establish.");
        Table table({{"ROLE"}, {"SIGNATURES", Table::Align::right}, {"KEYS OF"}, {"ENDS"}, {"STATE"}});
        for (const adminclient::TrustRole& role : state.roles)
            table.add({role.role, std::to_string(role.need), ownersOf(role), when(role.ends),
                       role.rules.empty() ? "published" : "published; " + role.rules});
        for (const adminclient::StagedTrust& staged : state.staged)
            table.add({staged.role, std::to_string(staged.have) + " of " + std::to_string(staged.need),
                       ownersOf(state, staged), "", "waits for signatures"});
        context.screen.print(table, "Nothing is published and nothing is staged.");
    });
}

Result<ExitCode> end(Context& context, const json::value& done) {
    if (context.screen.json()) context.screen.document(done);
    return ExitCode::ok;
}

/// Stages content and signs it with what keys are at hand.
Result<json::value> stageAndSign(Context& context, const std::string& role, const json::object& content,
                                 const SigningArguments& signing) {
    TRY(Session * session, context.session());
    TRY(const adminclient::StagedTrust staged, session->ask(calls::stageTrust(role, content)));
    static_cast<void>(staged);
    if (signing.keys.empty()) {
        context.screen.note(plain(role) + " waits for signatures: signalboxctl trust sign " + plain(role) +
                            " --key FILE");
        return json::value{{"role", role}, {"published", false}};
    }
    return signStaged(context, role, signing, &content);
}

Result<ExitCode> establish(Context& context, const EstablishArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const adminclient::TrustState state, session->ask(calls::trust()));
    if (state.established)
        return makeError(BaseErrc::wrongState, "signatures are set up already; see signalboxctl trust show");
    TRY(const trust::PublicKey online, trust::PublicKey::fromPem(state.onlineKeyPem));
    TRY(const approver::Signers root, signersOf(arguments.rootKeys, arguments.rootThreshold));
    TRY(const approver::Signers targets,
        signersOf(arguments.targetsKeys.empty() ? arguments.rootKeys : arguments.targetsKeys,
                  arguments.targetsThreshold));
    TRY(const json::object rootContent, approver::rootContent(root, targets, online));
    TRY(json::value rootDone, stageAndSign(context, "root", rootContent, arguments.signing));
    TRY(json::value targetsDone, stageAndSign(context, "targets", approver::targetsContent(), arguments.signing));
    return end(context, {{"root", std::move(rootDone)}, {"targets", std::move(targetsDone)}});
}

/// The keys of `files` that sign for a role now or, where it is staged, from then on.
Result<std::vector<std::string>> keysOf(const std::vector<std::string>& files, const approver::Signers& signers) {
    std::vector<std::string> fitting;
    for (const std::string& file : files) {
        TRY(const trust::PublicKey key, approver::readPublicKey(file));
        const auto same = [&key](const trust::PublicKey& other) { return other.toPem() == key.toPem(); };
        if (std::any_of(signers.keys.begin(), signers.keys.end(), same)) fitting.push_back(file);
    }
    return fitting;
}

/// Other root holders, or another number of them, from now on. What they have to sign beside the root goes with it.
Result<ExitCode> changeHolders(Context& context, const EstablishArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const adminclient::TrustState state, session->ask(calls::trust()));
    if (!state.established)
        return makeError(BaseErrc::wrongState, "no signatures are set up yet; see signalboxctl trust establish");
    TRY(const trust::PublicKey online, trust::PublicKey::fromPem(state.onlineKeyPem));
    TRY(const approver::Signers root, signersOf(arguments.rootKeys, arguments.rootThreshold));
    TRY(const approver::Signers targets,
        signersOf(arguments.targetsKeys.empty() ? arguments.rootKeys : arguments.targetsKeys,
                  arguments.targetsKeys.empty() ? arguments.rootThreshold : arguments.targetsThreshold));
    TRY(const json::object content, approver::rootContent(root, targets, online));
    TRY(json::value rootDone, stageAndSign(context, "root", content, arguments.signing));
    TRY(const adminclient::TrustState after, session->ask(calls::trust()));
    const bool more = std::any_of(after.staged.begin(), after.staged.end(),
                                  [](const adminclient::StagedTrust& staged) { return staged.role == "targets"; });
    json::value targetsDone;
    SigningArguments signing = arguments.signing;
    TRY(signing.keys, keysOf(arguments.signing.keys, targets));
    if (more && !signing.keys.empty()) {
        TRY(targetsDone, signStaged(context, "targets", signing));
    } else if (more) {
        context.screen.note(
            "targets waits for signatures of the new holders, too: signalboxctl trust sign targets "
            "--key FILE");
    }
    return end(context, {{"root", std::move(rootDone)}, {"targets", std::move(targetsDone)}});
}

Result<ExitCode> nameApprovers(Context& context, const ApproversArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(approver::BelievedMetadata folder, believedOf(*session, arguments.signing));
    TRY(approver::BelievedMetadata::Now believed, folder.refresh(fetchFrom(*session), {}, SystemClock().now()));
    if (!believed.targets)
        return makeError(BaseErrc::wrongState, "no signatures are set up yet; see signalboxctl trust establish");
    TRY(const approver::Signers approvers, signersOf(arguments.approvers, arguments.threshold));
    approver::ApprovalRules rules = arguments.rules;
    rules.ownRequests = !arguments.othersOnly;
    TRY(const json::object content,
        approver::withApprovers(std::move(*believed.targets), arguments.product, approvers, rules));
    TRY(const json::value done, stageAndSign(context, "targets", content, arguments.signing));
    return end(context, done);
}

/// The same content, so that what is shown before the signature is the later end alone.
Result<ExitCode> renew(Context& context, const SignArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const adminclient::StagedTrust staged, session->ask(calls::renewTrust(arguments.role)));
    static_cast<void>(staged);
    if (arguments.signing.keys.empty()) {
        context.screen.note(plain(arguments.role) + " waits for signatures: signalboxctl trust sign " +
                            plain(arguments.role) + " --key FILE");
        return end(context, json::value{{"role", arguments.role}, {"published", false}});
    }
    TRY(const json::value done, signStaged(context, arguments.role, arguments.signing));
    return end(context, done);
}

Result<ExitCode> dropStaged(Context& context, const DropArguments& arguments) {
    CHECK(context.screen.confirm("Drop what is staged for " + plain(arguments.role) + ", with its signatures?",
                                 arguments.yes));
    return showAnswer<adminclient::Nothing>(context, calls::dropStagedTrust(arguments.role),
                                            [&](const adminclient::Nothing&) { context.screen.print("Dropped.\n"); });
}

Result<ExitCode> sign(Context& context, const SignArguments& arguments) {
    TRY(const json::value done, signStaged(context, arguments.role, arguments.signing));
    return end(context, done);
}

void declareSigning(CLI::App& command, SigningArguments& arguments, bool required) {
    CLI::Option* const key =
        command.add_option("--key", arguments.keys, "A key file, or a pkcs11: URI, to sign with, once for each")
            ->allow_extra_args(false);
    if (required) key->required();
    command.add_option("--passphrase-file", arguments.passphraseFile,
                       "Its first line is the passphrase or PIN of the keys; else it is asked for");
    command.add_option("--trust-folder", arguments.trustFolder,
                       "What this machine believes of the manager; one of the user's if left out");
    command.add_flag("--yes", arguments.yes, "Do not ask");
    command.add_flag("--without-contents", arguments.withoutContents,
                     "Do not bring releases' packages to show what is in them");
}

void declareEstablish(CLI::App& command, EstablishArguments& arguments) {
    command
        .add_option("--root-key", arguments.rootKeys,
                    "The file of a root holder's key or public key, once for each, or NAME=FILE. Have two at least, "
                    "one kept apart: "
                    "without them nothing can be changed later")
        ->allow_extra_args(false)
        ->required();
    command.add_option("--root-threshold", arguments.rootThreshold, "How many of them must sign")
        ->capture_default_str();
    command
        .add_option("--targets-key", arguments.targetsKeys,
                    "The same of those who name approvers; the root holders if left out")
        ->allow_extra_args(false);
    command.add_option("--targets-threshold", arguments.targetsThreshold, "How many of them must sign")
        ->capture_default_str();
    declareSigning(command, arguments.signing, false);
}

void declareApprovers(CLI::App& command, ApproversArguments& arguments) {
    command.add_option("PRODUCT", arguments.product, "The product")->required();
    command
        .add_option("--approver", arguments.approvers,
                    "The file of an approver's key or public key, once for each; it is called like its owner, or given "
                    "as NAME=FILE")
        ->allow_extra_args(false)
        ->required();
    command.add_option("--threshold", arguments.threshold, "How many of them must sign a release")
        ->capture_default_str();
    command
        .add_option("--channel", arguments.rules.channels,
                    "A channel that they may approve for, once for each; all if left out")
        ->allow_extra_args(false);
    command.add_flag("--others-only", arguments.othersOnly, "Whoever created or submitted a release may not sign it");
    command
        .add_option("--approval-days", arguments.rules.approvalDays,
                    "For how many days an approval lets terminals install; 0: as long as it is signed")
        ->check(CLI::Range(std::int64_t{0}, approver::kMostApprovalDays))
        ->capture_default_str();
    declareSigning(command, arguments.signing, false);
}

void declareSign(CLI::App& command, SignArguments& arguments) {
    command.add_option("ROLE", arguments.role, "root, targets, or p-PRODUCT")->required();
    declareSigning(command, arguments.signing, true);
}

void declareRenew(CLI::App& command, SignArguments& arguments) {
    command.add_option("ROLE", arguments.role, "root, targets, or p-PRODUCT")->required();
    declareSigning(command, arguments.signing, false);
}

}  // namespace

void addTrustCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "trust", "Whose signatures a release needs");
    addCommand<NoArguments>(*group, chosen, "show", "Roles, keys, ends, and what waits for signatures", {}, showTrust);
    addCommand<EstablishArguments>(*group, chosen, "establish", "From now on releases need signatures",
                                   declareEstablish, establish);
    addCommand<EstablishArguments>(*group, chosen, "holders", "Other root holders, or more of them to sign",
                                   declareEstablish, changeHolders);
    addCommand<ApproversArguments>(*group, chosen, "approvers", "Name who approves a product's releases",
                                   declareApprovers, nameApprovers);
    const auto drop = [](CLI::App& command, DropArguments& arguments) {
        command.add_option("ROLE", arguments.role, "root or targets")->required();
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<DropArguments>(*group, chosen, "drop", "Take back what waits for signatures", drop, dropStaged);
    addCommand<SignArguments>(*group, chosen, "renew", "The same again with a later end, before it ends", declareRenew,
                              renew);
    addCommand<SignArguments>(*group, chosen, "sign", "See what waits for signatures, and sign it", declareSign, sign);
}

}  // namespace signalbox::ctl
