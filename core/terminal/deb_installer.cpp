// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/deb_installer.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/terminal/failure.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBefore = "packages-before";
constexpr std::string_view kArchiveMagic = "!<arch>\n";  // a .deb is an ar archive
constexpr std::size_t kMaxBefore = 1 << 20;

bool isDeb(const fs::path& file) {
    std::array<char, kArchiveMagic.size()> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), head.size());
    return in && std::string_view(head.data(), head.size()) == kArchiveMagic;
}

const DebPackage* findIn(const std::vector<DebPackage>& packages, const std::string& name) {
    const auto found =
        std::find_if(packages.begin(), packages.end(), [&](const DebPackage& package) { return package.name == name; });
    return found == packages.end() ? nullptr : &*found;
}

std::vector<fs::path> filesOf(const std::vector<DebPackage>& packages) {
    std::vector<fs::path> files;
    files.reserve(packages.size());
    for (const DebPackage& package : packages)
        files.push_back(package.file);
    return files;
}

bool isAbsent(const DebPackage* package) {
    return package == nullptr || package->status == "not-installed" || package->status == "config-files";
}

}  // namespace

Result<CommandOutcome> DebInstaller::prepare(const InstallJob& job) {
    if (!m_dpkg.isThere()) return failure(FailureCause::unsupported, "this system has no dpkg");
    if (isDeb(job.package)) {
        CHECK(versions().take(job.product, job.tree, job.package, "package.deb"));
    } else {
        TRY(const CommandOutcome unpacked, TreeInstaller::prepare(job));
        if (!unpacked.good()) return unpacked;
    }
    TRY(const std::vector<DebPackage> packages, packagesBelow(m_dpkg, treeOf(job)));
    TRY(const std::vector<DebPackage> before, m_dpkg.query(namesOf(packages)));
    CHECK(replaceFile(m_files, treeOf(job) / kBefore, bytesOf(packageListText(before))));
    return m_dpkg.tryInstall(filesOf(packages));
}

Result<void> DebInstaller::demandInstalled(const std::vector<DebPackage>& packages) {
    TRY(const std::vector<DebPackage> now, m_dpkg.query(namesOf(packages)));
    for (const DebPackage& package : packages) {
        const DebPackage* found = findIn(now, package.name);
        if (found && found->status == "installed" && found->version == package.version) continue;
        return makeError(BaseErrc::processFailed, "dpkg has " + package.name + " " +
                                                      (found ? found->version + " " + found->status : "not") +
                                                      ", not " + package.version);
    }
    return {};
}

Result<CommandOutcome> DebInstaller::installAll(const std::vector<DebPackage>& packages) {
    TRY(CommandOutcome installed, m_dpkg.install(filesOf(packages)));
    if (installed.good()) CHECK(demandInstalled(packages));
    return installed;
}

Result<CommandOutcome> DebInstaller::finish(const InstallJob& job) {
    TRY(const std::vector<DebPackage> packages, packagesBelow(m_dpkg, treeOf(job)));
    return installAll(packages);
}

Result<DebInstaller::WayBack> DebInstaller::wayBack(const InstallJob& job) {
    TRY(const std::vector<DebPackage> packages, packagesBelow(m_dpkg, treeOf(job)));
    TRY(const std::string text, readFile(treeOf(job) / kBefore, kMaxBefore));
    const std::vector<DebPackage> before = parsePackageList(text);
    std::vector<DebPackage> held;
    const bool wasDeb = job.previousRecipe && job.previousRecipe->kind == InstallKind::deb;
    if (wasDeb && versions().hasTree(job.product, job.previous)) {
        TRY(held, packagesBelow(m_dpkg, versions().treePath(job.product, job.previous)));
    }
    WayBack way;
    for (const DebPackage& package : packages) {
        const DebPackage* was = findIn(before, package.name);
        if (isAbsent(was)) {
            (was && was->status == "config-files" ? way.remove : way.purge).push_back(package.name);
            continue;
        }
        const DebPackage* old = findIn(held, package.name);
        if (!old || old->version != was->version)
            return makeError(BaseErrc::unsupported,
                             "no .deb of " + package.name + " " + was->version + " is held on this machine");
        way.install.push_back(*old);
    }
    return way;
}

std::string DebInstaller::rollBack(const InstallJob& job) {
    const auto way = wayBack(job);
    if (!way) return "none";
    return way->install.empty() ? "removal" : "previous package";
}

/// Where the tree is gone, that was done before a kill. The old ones first: they may need none of what is removed.
Result<CommandOutcome> DebInstaller::undo(const InstallJob& job) {
    if (!versions().hasTree(job.product, job.tree)) return CommandOutcome{};
    TRY(const WayBack way, wayBack(job));
    CommandOutcome outcome;
    if (!way.install.empty()) {
        TRY(outcome, installAll(way.install));
    }
    if (outcome.good() && !way.remove.empty()) {
        TRY(outcome, m_dpkg.remove(way.remove, false));
    }
    if (outcome.good() && !way.purge.empty()) {
        TRY(outcome, m_dpkg.remove(way.purge, true));
    }
    return outcome;
}

}  // namespace signalbox::terminal
