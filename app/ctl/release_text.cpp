// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/release_text.h"

#include <algorithm>

#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

std::string commandLine(const Command& command) {
    if (command.arguments.empty()) return "nothing";
    std::string text;
    for (const std::string& argument : command.arguments)
        text += (text.empty() ? "" : " ") + plain(argument);
    return text + "  (at most " + durationText(command.timeout) + ")";
}

std::string fileLine(const PlacedFile& file) {
    std::string text = plain(file.to) + "  (" + plain(file.from);
    if (!file.mode.empty()) text += ", mode " + plain(file.mode);
    if (!file.owner.empty()) text += ", owner " + plain(file.owner);
    if (!file.group.empty()) text += ", group " + plain(file.group);
    return text + ")";
}

std::string rebootText(const RebootRule& rule) {
    switch (rule.when) {
        case RebootWhen::never:
            return "never";
        case RebootWhen::always:
            return "always";
        case RebootWhen::exitCode:
            return "where installation or restart ends with exit code " + std::to_string(rule.exitCode);
        case RebootWhen::file:
            return "where " + plain(rule.file) + " is there afterwards";
    }
    return {};
}

void printPackage(Context& context, const Package& package) {
    const Recipe& recipe = package.recipe;
    std::vector<std::pair<std::string, std::string>> lines{{"platform", package.platform},
                                                           {"file", package.fileName + ", " + byteCount(package.size)},
                                                           {"digest", package.digest.text()},
                                                           {"installs", std::string(nameOf(recipe.kind))},
                                                           {"roll-back", std::string(rollBackOf(recipe))}};
    if (recipe.kind == InstallKind::script) {
        lines.emplace_back("installs by", commandLine(recipe.install));
        lines.emplace_back("taken back by", commandLine(recipe.rollBack));
    }
    for (const PlacedFile& file : recipe.files)
        lines.emplace_back("places", fileLine(file));
    lines.emplace_back("restarts by", commandLine(recipe.restart));
    lines.emplace_back("run check", commandLine(recipe.runCheck));
    lines.emplace_back("reboot", rebootText(recipe.reboot));
    lines.emplace_back("runs as", recipe.user.empty() ? "the agent's user" : recipe.user);
    context.screen.print("\n");
    context.screen.print(listing(lines));
}

}  // namespace

std::string releaseName(const Release& release) {
    return plain(release.product) + " " + plain(release.version) + " (" + plain(release.channel) + ")";
}

void printRelease(Context& context, const Release& release) {
    context.screen.print(listing({{"release", std::to_string(release.id.value)},
                                  {"product", release.product},
                                  {"version", release.version},
                                  {"channel", release.channel},
                                  {"state", std::string(nameOf(release.state))},
                                  {"digest", release.manifestDigest.text()},
                                  {"created", when(release.createdAt) + " by " + release.createdBy}}));
    if (!release.notes.empty()) context.screen.print("\n" + plainLines(release.notes) + "\n");
    for (const Package& package : release.packages)
        printPackage(context, package);
    if (!release.approvals.empty()) context.screen.print("\n");
    for (const Approval& word : release.approvals)
        context.screen.print(std::string(word.approved ? "approved" : "refused") + " by " + plain(word.by) + ", " +
                             localTime(word.at) + (word.comment.empty() ? "" : ": " + plain(word.comment)) + "\n");
}

Result<std::vector<Release>> releasesOf(Session& session, const std::string& product, const std::string& version,
                                        const std::string& channel) {
    const auto pages = [&](adminclient::PageRequest page) { return calls::releases(product, page); };
    TRY(Listed<Release> all, session.askAll<Release>(pages, 0));
    std::erase_if(all.items, [&](const Release& release) {
        return release.product != product || release.version != version ||
               (!channel.empty() && release.channel != channel);
    });
    return std::move(all.items);
}

Result<Release> findRelease(Session& session, const std::string& text) {
    if (const auto id = parseId(text)) return session.ask(calls::release({*id}));
    const auto name = parseProductVersion(text);
    if (!name)
        return makeError(BaseErrc::invalidArgument,
                         "'" + plain(text, 128) + "' names no release: its number or product/version does");
    TRY(const std::vector<Release> found, releasesOf(session, name->first, name->second, ""));
    if (found.empty()) return makeError(BaseErrc::notFound, "there is no release " + plain(text, 128));
    if (found.size() == 1) return found.front();
    std::string ids;
    for (const Release& release : found)
        ids += (ids.empty() ? "" : ", ") + std::to_string(release.id.value) + " (" + plain(release.channel) + ")";
    return makeError(BaseErrc::invalidArgument, plain(text, 128) + " is on several channels; give the number: " + ids);
}

}  // namespace signalbox::ctl
