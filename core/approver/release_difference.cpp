// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/release_difference.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/approver/setting_lines.h"

namespace signalbox::approver {
namespace {

using package::ListedEntry;

bool isSame(const ListedEntry& a, const ListedEntry& b) {
    return a.sha256 == b.sha256 && a.link == b.link && a.executable == b.executable;
}

void compareSettings(const std::string& file, const Settings& before, const Settings& after,
                     std::vector<SettingChange>& changes) {
    for (const auto& [key, value] : after) {
        const auto known = before.find(key);
        if (known == before.end() || known->second != value)
            changes.push_back({file, key, known == before.end() ? std::string() : known->second, value});
    }
    for (const auto& [key, value] : before)
        if (!after.contains(key)) changes.push_back({file, key, value, {}});
}

/// What cannot be told apart shows as a changed file only.
void compareSettings(const ListedEntry& before, const ListedEntry& after, std::vector<SettingChange>& changes) {
    if (!hasSettings(after.path) || before.content.empty() || after.content.empty()) return;
    const auto old = settingsOf(before.path, before.content);
    const auto now = settingsOf(after.path, after.content);
    if (old && now) compareSettings(after.path, *old, *now, changes);
}

void compareFiles(const std::vector<ListedEntry>& before, const std::vector<ListedEntry>& after,
                  PackageDifference& difference) {
    std::map<std::string_view, const ListedEntry*> old;
    for (const ListedEntry& entry : before)
        old.emplace(entry.path, &entry);
    for (const ListedEntry& entry : after) {
        const auto known = old.find(entry.path);
        if (known == old.end()) {
            difference.added.push_back(entry);
            continue;
        }
        if (isSame(*known->second, entry)) {
            ++difference.unchanged;
        } else {
            compareSettings(*known->second, entry, difference.settings);
            difference.changed.push_back({*known->second, entry});
        }
        old.erase(known);
    }
    for (const auto& [path, entry] : old)
        difference.removed.push_back(*entry);
}

Settings recipeOf(const std::string& json) {
    auto settings = settingsOfJson(json);
    return settings ? std::move(*settings) : Settings{{"", json}};
}

PackageDifference compare(const PackageContents* before, const PackageContents& after) {
    PackageDifference difference;
    difference.platform = after.platform;
    difference.sizeAfter = after.packageSize;
    if (before) difference.sizeBefore = before->packageSize;
    compareFiles(before ? before->files : std::vector<ListedEntry>(), after.files, difference);
    compareSettings({}, before ? recipeOf(before->recipe) : Settings(), recipeOf(after.recipe), difference.recipe);
    const bool isDifferent = !difference.added.empty() || !difference.changed.empty() || !difference.removed.empty() ||
                             !difference.recipe.empty();
    if (!before) {
        difference.kind = PackageDifference::Kind::added;
    } else if (isDifferent) {
        difference.kind = PackageDifference::Kind::changed;
    }
    return difference;
}

const PackageContents* find(const std::vector<PackageContents>& packages, const std::string& platform) {
    const auto found = std::find_if(packages.begin(), packages.end(),
                                    [&platform](const PackageContents& one) { return one.platform == platform; });
    return found == packages.end() ? nullptr : &*found;
}

}  // namespace

std::vector<PackageDifference> differenceOf(const std::vector<PackageContents>& before,
                                            const std::vector<PackageContents>& after) {
    std::vector<PackageDifference> differences;
    differences.reserve(before.size() + after.size());
    for (const PackageContents& package : after)
        differences.push_back(compare(find(before, package.platform), package));
    for (const PackageContents& package : before) {
        if (find(after, package.platform)) continue;
        PackageDifference gone;
        gone.platform = package.platform;
        gone.kind = PackageDifference::Kind::removed;
        gone.sizeBefore = package.packageSize;
        differences.push_back(std::move(gone));
    }
    return differences;
}

std::optional<ReleaseLine> predecessorOf(const ReleaseLine& line, const tuf::Targets* believed) {
    std::optional<ReleaseLine> best;
    if (!believed) return best;
    for (const auto& [path, target] : believed->targets) {
        ReleaseLine known = lineOf(path, target);
        if (path == line.path && known.digest != line.digest) return known;
        if (path == line.path) continue;
        const auto rank = [&line](const ReleaseLine& one) {
            return std::pair(one.channel == line.channel, one.counter);
        };
        if (!best || rank(known) > rank(*best)) best = std::move(known);
    }
    return best;
}

}  // namespace signalbox::approver
