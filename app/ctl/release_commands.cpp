// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/release_contents_text.h"
#include "app/ctl/release_text.h"
#include "app/ctl/show.h"
#include "app/ctl/trust_signing.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct ReleaseArguments {
    std::string release;
    std::string product;
    std::string version;
    std::string channel;
    std::string notes;
    std::string platform;
    std::vector<std::string> needs;
    std::string digest;
    std::string comment;
    SigningArguments signing;
    std::size_t limit = kListed;
    bool yes = false;
    bool difference = false;
};

Result<ExitCode> listReleases(Context& context, const ReleaseArguments& arguments) {
    const auto row = [](const Release& release) {
        std::string platforms;
        for (const Package& package : release.packages)
            platforms += (platforms.empty() ? "" : " ") + package.platform;
        return std::vector<std::string>{
            std::to_string(release.id.value),   release.product, release.version,        release.channel,
            std::string(nameOf(release.state)), platforms,       when(release.createdAt)};
    };
    const auto pages = [&](adminclient::PageRequest page) { return calls::releases(arguments.product, page); };
    Table table({{"ID", Table::Align::right},
                 {"PRODUCT"},
                 {"VERSION"},
                 {"CHANNEL"},
                 {"STATE", Table::Align::left, 9},
                 {"PLATFORMS"},
                 {"CREATED"}});
    return showList<Release>(context, pages, arguments.limit, std::move(table), row, "There is no release yet.");
}

/// Shows a release, as it came or for people.
Result<ExitCode> show(Context& context, const adminclient::Call<Release>& call) {
    return showAnswer<Release>(context, call, [&](const Release& release) { printRelease(context, release); });
}

/// Computed here: from bytes that have their digests, and what this machine believes to be signed.
Result<ExitCode> showDifference(Context& context, Session& session, const Release& release,
                                const SigningArguments& signing) {
    TRY(approver::BelievedMetadata folder, believedOf(session, signing));
    TRY(const approver::BelievedMetadata::Now believed,
        folder.refresh(fetchFrom(session), "p-" + release.product, SystemClock().now()));
    approver::ReleaseLine line;
    line.path = release.product + "/" + release.channel + "/" + release.version + ".json";
    line.digest = release.manifestDigest.text();
    line.channel = release.channel;
    TRY(const ShownDifference difference, lookInto(session, line, believed.product ? &*believed.product : nullptr));
    if (context.screen.json()) {
        context.screen.document(jsonOf(difference));
    } else {
        context.screen.print(textOf(difference));
    }
    return ExitCode::ok;
}

Result<ExitCode> showRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    if (arguments.difference) return showDifference(context, *session, release, arguments.signing);
    return show(context, calls::release(release.id));
}

Result<ExitCode> createRelease(Context& context, const ReleaseArguments& arguments) {
    std::vector<Prerequisite> needs;
    for (const std::string& text : arguments.needs) {
        TRY(Prerequisite one, parsePrerequisite(text));
        needs.push_back(std::move(one));
    }
    return show(context,
                calls::createRelease(arguments.product, arguments.version, arguments.channel, arguments.notes, needs));
}

Result<ExitCode> changeNotes(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    return show(context, calls::changeReleaseNotes(release.id, arguments.notes));
}

Result<ExitCode> removePackage(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    CHECK(context.screen.confirm("Take the package for " + plain(arguments.platform) + " out of " +
                                     releaseName(release) + "? What was approved of it is void then.",
                                 arguments.yes));
    return show(context, calls::removePackage(release.id, arguments.platform));
}

Result<ExitCode> submitRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    return show(context, calls::submitRelease(release.id));
}

/// The digest a person's word is bound to: the one they name, which must be the release's, or the one they were shown.
Result<Digest> agreedDigest(Context& context, const Release& release, const ReleaseArguments& arguments,
                            const std::string& question) {
    if (!arguments.digest.empty()) {
        TRY(Digest wanted, Digest::parse(arguments.digest));
        if (wanted != release.manifestDigest)
            return makeError(BaseErrc::wrongState, "release " + std::to_string(release.id.value) + " is now " +
                                                       release.manifestDigest.text() + ", not what --digest names");
        return wanted;
    }
    if (!context.screen.json()) printRelease(context, release);
    CHECK(context.screen.confirm(question, arguments.yes));
    return release.manifestDigest;
}

Result<ExitCode> approveRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    if (!arguments.signing.keys.empty()) {
        SigningArguments signing = arguments.signing;
        signing.yes = arguments.yes;
        TRY(const boost::json::value done, signStaged(context, "p-" + release.product, signing));
        if (context.screen.json()) context.screen.document(done);
        return ExitCode::ok;
    }
    TRY(const Digest digest, agreedDigest(context, release, arguments, "Approve this?"));
    return showAnswer<Release>(context, calls::approveRelease(release.id, digest, arguments.comment),
                               [&](const Release& now) {
                                   context.screen.print(releaseName(now) + " is now " + std::string(nameOf(now.state)) +
                                                        " as " + digest.text() + "\n");
                               });
}

Result<ExitCode> refuseRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    TRY(const Digest digest, agreedDigest(context, release, arguments, "Refuse this?"));
    return show(context, calls::refuseRelease(release.id, digest, arguments.comment));
}

Result<ExitCode> withdrawRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    CHECK(context.screen.confirm("Withdraw " + releaseName(release) + "? Nothing of it is offered any more.",
                                 arguments.yes));
    TRY(const ExitCode done, show(context, calls::withdrawRelease(release.id, arguments.comment)));
    if (done != ExitCode::ok) return done;
    TRY(const adminclient::ReleaseRetention kept, session->ask(calls::releaseRetention(release.id)));
    if (kept.dropsAt)
        context.screen.note("Its packages are taken off nodes and manager " + ago(kept.dropsAt) +
                            (kept.neededBy.empty() ? "." : ", once " + plain(kept.neededBy) + " needs them no more."));
    return done;
}

Result<ExitCode> deleteRelease(Context& context, const ReleaseArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    CHECK(context.screen.confirm("Delete the draft " + releaseName(release) + "?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteRelease(release.id),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted " + releaseName(release) + ".\n"); });
}

void withRelease(CLI::App& command, ReleaseArguments& arguments) {
    command.add_option("RELEASE", arguments.release, "Its number or product/version")->required();
}

void declareShow(CLI::App& command, ReleaseArguments& arguments) {
    withRelease(command, arguments);
    command.add_flag("--diff", arguments.difference,
                     "What is in its packages, held against the release that is trusted now");
    command.add_option("--trust-folder", arguments.signing.trustFolder,
                       "With --diff: what this machine believes of the manager; one of the user's if left out");
}

void declareList(CLI::App& command, ReleaseArguments& arguments) {
    command.add_option("--product", arguments.product, "Only of this product");
    command.add_option("--limit", arguments.limit, "How many; 0 for all")->capture_default_str();
}

void declareCreate(CLI::App& command, ReleaseArguments& arguments) {
    command.add_option("--product", arguments.product, "The product")->required();
    command.add_option("--version", arguments.version, "The version")->required();
    command.add_option("--channel", arguments.channel, "The channel; stable if left out");
    command.add_option("--notes", arguments.notes, "What is new");
    command
        .add_option("--needs", arguments.needs,
                    "What must be installed before, once for each: \"agent>=2.4\", of this product or another")
        ->allow_extra_args(false);
}

void declareNotes(CLI::App& command, ReleaseArguments& arguments) {
    withRelease(command, arguments);
    command.add_option("NOTES", arguments.notes, "What is new")->required();
}

void declareRemovePackage(CLI::App& command, ReleaseArguments& arguments) {
    withRelease(command, arguments);
    command.add_option("PLATFORM", arguments.platform, "Whose package")->required();
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

void declareWord(CLI::App& command, ReleaseArguments& arguments) {
    withRelease(command, arguments);
    command.add_option("--digest", arguments.digest, "Only if this is the release's digest; does not ask");
    command.add_option("--comment", arguments.comment, "Recorded with it");
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

void declareApprove(CLI::App& command, ReleaseArguments& arguments) {
    declareWord(command, arguments);
    command
        .add_option("--key", arguments.signing.keys,
                    "Sign with this key file, or the key of this pkcs11: URI: where releases need signatures")
        ->allow_extra_args(false);
    command.add_option("--passphrase-file", arguments.signing.passphraseFile,
                       "Its first line is the key's passphrase, or the token's PIN; else it is asked for");
    command.add_option("--trust-folder", arguments.signing.trustFolder,
                       "What this machine believes of the manager; one of the user's if left out");
    command.add_flag("--without-contents", arguments.signing.withoutContents,
                     "Do not bring the packages to show what is in them");
}

void declareAsked(CLI::App& command, ReleaseArguments& arguments) {
    withRelease(command, arguments);
    command.add_option("--comment", arguments.comment, "Recorded with it");
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

}  // namespace

void addReleaseCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "release", "Releases: versions of products");
    using Arguments = ReleaseArguments;
    addCommand<Arguments>(*group, chosen, "list", "The releases", declareList, listReleases);
    addCommand<Arguments>(*group, chosen, "show", "One release, its packages and recipes", declareShow, showRelease);
    addCommand<Arguments>(*group, chosen, "create", "A draft without packages", declareCreate, createRelease);
    addReleaseImport(*group, chosen);
    addCommand<Arguments>(*group, chosen, "notes", "Change its notes", declareNotes, changeNotes);
    addCommand<Arguments>(*group, chosen, "remove-package", "Take one platform's package out", declareRemovePackage,
                          removePackage);
    addCommand<Arguments>(*group, chosen, "submit", "Ask for review", withRelease, submitRelease);
    addCommand<Arguments>(*group, chosen, "approve", "Approve exactly what it now is", declareApprove, approveRelease);
    addCommand<Arguments>(*group, chosen, "refuse", "Send it back to draft", declareWord, refuseRelease);
    addCommand<Arguments>(*group, chosen, "withdraw", "No new offers or permits", declareAsked, withdrawRelease);
    addCommand<Arguments>(*group, chosen, "delete", "Remove a draft", declareAsked, deleteRelease);
}

}  // namespace signalbox::ctl
