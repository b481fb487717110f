// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/adoption.h"

#include <algorithm>
#include <system_error>

#include "core/base/log.h"
#include "core/package/recipe_file.h"
#include "core/package/text_rules.h"
#include "core/terminal/offer.h"
#include "core/terminal/recipe_command.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr Seconds kAskTime{60};
constexpr std::size_t kMaxVersion = 128;
constexpr std::size_t kMaxVersionFile = 4096;
constexpr std::size_t kMaxProducts = 200;  // of one rule

/// What a manager takes for a version: one short line of text.
bool isVersion(std::string_view text) {
    return !text.empty() && text.size() <= kMaxVersion && package::isPlainText(text);
}

Result<std::string> firstLine(const fs::path& file) {
    TRY(const std::string text, readFile(file, kMaxVersionFile));
    std::string line = text.substr(0, text.find_first_of("\r\n"));
    if (!isVersion(line)) return makeError(BaseErrc::malformed, file.string() + " does not begin with a version");
    return line;
}

std::string nameOfRule(const AdoptRule& rule) {
    if (!rule.deb.empty()) return "deb " + rule.deb;
    return rule.rpm.empty() ? rule.versionFile : "rpm " + rule.rpm;
}

}  // namespace

Adoption::Adoption(CommandRunner& commands, const VersionFolder& versions, const Settings& settings)
    : m_commands(commands), m_versions(versions), m_settings(settings), m_dpkg(commands, settings.systemRoot) {}

Result<std::vector<DebPackage>> Adoption::rpmPackages(const std::string& pattern) {
    CommandSpec spec;
    spec.arguments = {"rpm",
                      "--root",
                      m_settings.systemRoot.string(),
                      "--query",
                      "--all",
                      "--queryformat",
                      "%{NAME}\\t%{VERSION}-%{RELEASE}\\tinstalled\\n",
                      "--",
                      pattern};
    spec.timeout = kAskTime;
    spec.workingDirectory = "/";
    spec.environment = plainEnvironment();
    TRY(const CommandOutcome shown, m_commands.run(spec));
    if (!shown.good()) return makeError(BaseErrc::processFailed, "rpm: " + shown.text() + ": " + shown.logTail);
    return parsePackageList(shown.logTail);
}

Result<std::map<std::string, std::string>> Adoption::versionsOf(const AdoptRule& rule) {
    std::map<std::string, std::string> found;
    if (!rule.versionFile.empty()) {
        TRY(found[rule.product], firstLine(m_settings.systemRoot / fs::path(rule.versionFile).relative_path()));
        return found;
    }
    std::vector<DebPackage> packages;
    if (!rule.deb.empty()) {
        TRY(packages, m_dpkg.query({rule.deb}));
    } else {
        TRY(packages, rpmPackages(rule.rpm));
    }
    for (const DebPackage& package : packages) {
        const std::string& product = rule.product.empty() ? package.name : rule.product;
        if (package.status != "installed" || !isProductName(product) || !isVersion(package.version)) continue;
        if (found.size() < kMaxProducts) found.try_emplace(product, package.version);
    }
    return found;
}

bool Adoption::passes(const std::string& product, CommandSpec check) {
    if (check.arguments.empty()) return true;
    check.endGroup = true;
    const auto outcome = m_commands.run(check);
    if (outcome && outcome->good()) return true;
    logWarning("terminal", "{} is there and does not count, its run check fails: {}", product,
               outcome ? outcome->text() : outcome.error().text());
    return false;
}

std::map<std::string, std::string> Adoption::find() {
    std::map<std::string, std::string> all;
    for (const AdoptRule& rule : m_settings.adopt) {
        auto found = versionsOf(rule);
        if (!found) logInfo("terminal", "nothing is adopted by {}: {}", nameOfRule(rule), found.error().text());
        if (!found || found->empty()) continue;
        CommandSpec check;
        check.arguments = rule.runCheck;
        check.timeout = kAskTime;
        check.workingDirectory = "/";
        check.environment = plainEnvironment();
        if (passes(nameOfRule(rule), std::move(check))) all.merge(*found);
    }
    return all;
}

std::map<std::string, std::string> Adoption::changed(const InstalledProducts& ours) {
    std::map<std::string, std::string> all;
    for (const auto& [product, installed] : ours) {
        const auto recipe = package::recipeFromJson(installed.recipeJson);
        if (!recipe || recipe->kind != InstallKind::deb) continue;
        const auto held = packagesBelow(m_dpkg, m_versions.treePath(product, installed.tree));
        if (!held) continue;
        const auto now = m_dpkg.query(namesOf(*held));
        if (!now) continue;
        const auto isSame = [&](const DebPackage& package) {
            return std::any_of(now->begin(), now->end(), [&](const DebPackage& found) {
                return found.name == package.name && found.version == package.version && found.status == "installed";
            });
        };
        if (std::all_of(held->begin(), held->end(), isSame)) continue;
        const bool one = held->size() == 1 && now->size() == 1 && now->front().status == "installed";
        all[product] = one ? now->front().version : std::string();
    }
    return all;
}

bool Adoption::runs(const std::string& product, const InstalledProduct& installed) {
    const auto recipe = package::recipeFromJson(installed.recipeJson);
    if (!recipe || !m_commands.mayRun(*recipe, product, m_settings.allowRoot)) return false;
    InstallJob job;
    job.product = product;
    job.version = installed.version;
    job.tree = installed.tree;
    return passes(product, recipeCommand(m_versions, job, *recipe, recipe->runCheck));
}

InstalledProducts Adoption::ownTrees(const InstalledProducts& known) {
    InstalledProducts found;
    std::error_code error;
    for (fs::directory_iterator entry(m_versions.root(), error), end; !error && entry != end; entry.increment(error)) {
        const std::string product = entry->path().filename().string();
        if (!isProductName(product) || known.contains(product)) continue;
        const auto current = m_versions.current(product);
        const auto note = readFile(m_versions.notePath(product), kMaxProductText);
        if (!current || current->empty() || !note) continue;
        const auto installed = parseProduct(*note);
        if (!installed || installed->tree != *current || !m_versions.hasTree(product, *current)) continue;
        if (!runs(product, *installed)) continue;
        logInfo("terminal", "{} {} is there already and taken over", product, installed->version);
        found[product] = *installed;
    }
    return found;
}

}  // namespace signalbox::terminal
