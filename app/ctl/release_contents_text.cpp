// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/release_contents_text.h"

#include <QTemporaryDir>
#include <algorithm>
#include <boost/json/array.hpp>

#include "app/ctl/file_output.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
namespace json = boost::json;
using approver::PackageDifference;
using package::ListedEntry;

constexpr std::size_t kMostLines = 200;  // of one kind and package; the JSON has all

std::string factsOf(const ListedEntry& entry) {
    if (!entry.link.empty()) return "link to " + plain(entry.link);
    return std::to_string(entry.size) + " bytes" + (entry.executable ? ", executable" : "");
}

std::string lineOf(const char* mark, const ListedEntry& entry) {
    return std::string("      ") + mark + " " + plain(entry.path) + "  " + factsOf(entry) + "\n";
}

std::string valueOf(const std::string& value) {
    return value.empty() ? "(nothing)" : plain(value);
}

std::string lineOf(const approver::SettingChange& change) {
    return "      * " + (change.file.empty() ? std::string() : plain(change.file) + " ") + plain(change.key) + ": " +
           valueOf(change.before) + " -> " + valueOf(change.after) + "\n";
}

std::string lineOf(const approver::FileChange& change) {
    return "      * " + plain(change.after.path) + "  " + factsOf(change.before) + " -> " + factsOf(change.after) +
           "\n";
}

template <class Items, class Line>
std::string linesOf(const Items& items, const Line& line) {
    std::string text;
    for (std::size_t i = 0; i < std::min(items.size(), kMostLines); ++i)
        text += line(items[i]);
    if (items.size() > kMostLines) text += "      … and " + std::to_string(items.size() - kMostLines) + " more\n";
    return text;
}

std::string textOf(const PackageDifference& package) {
    std::string text = "    " + plain(package.platform) + ": ";
    if (package.kind == PackageDifference::Kind::removed) return text + "no package any more\n";
    if (package.kind == PackageDifference::Kind::same) return text + "the same files and recipe\n";
    text += std::to_string(package.sizeAfter) + " bytes packed";
    if (package.kind == PackageDifference::Kind::changed)
        text += " (" + std::to_string(package.sizeBefore) + " before)";
    text += ", files: " + std::to_string(package.added.size()) + " added, " + std::to_string(package.changed.size()) +
            " changed, " + std::to_string(package.removed.size()) + " removed, " + std::to_string(package.unchanged) +
            " the same\n";
    text += linesOf(package.added, [](const ListedEntry& entry) { return lineOf("+", entry); });
    text += linesOf(package.changed, [](const approver::FileChange& change) { return lineOf(change); });
    text += linesOf(package.removed, [](const ListedEntry& entry) { return lineOf("-", entry); });
    const auto setting = [](const approver::SettingChange& change) { return lineOf(change); };
    if (!package.settings.empty()) text += "      settings:\n" + linesOf(package.settings, setting);
    if (!package.recipe.empty()) text += "      recipe:\n" + linesOf(package.recipe, setting);
    return text;
}

json::object jsonOf(const ListedEntry& entry) {
    json::object object{{"path", entry.path}, {"size", entry.size}, {"executable", entry.executable}};
    if (entry.link.empty()) object["sha256"] = entry.sha256;
    if (!entry.link.empty()) object["link"] = entry.link;
    return object;
}

json::array jsonOf(const std::vector<ListedEntry>& entries) {
    json::array list;
    for (const ListedEntry& entry : entries)
        list.push_back(jsonOf(entry));
    return list;
}

json::array jsonOf(const std::vector<approver::SettingChange>& changes) {
    json::array list;
    for (const approver::SettingChange& change : changes)
        list.push_back(json::object{
            {"file", change.file}, {"key", change.key}, {"before", change.before}, {"after", change.after}});
    return list;
}

json::object jsonOf(const PackageDifference& package) {
    json::array changed;
    for (const approver::FileChange& change : package.changed)
        changed.push_back(json::object{{"before", jsonOf(change.before)}, {"after", jsonOf(change.after)}});
    constexpr const char* kKinds[] = {"changed", "added", "removed", "same"};
    return {{"platform", package.platform},       {"kind", kKinds[static_cast<std::size_t>(package.kind)]},
            {"sizeBefore", package.sizeBefore},   {"sizeAfter", package.sizeAfter},
            {"added", jsonOf(package.added)},     {"changed", std::move(changed)},
            {"removed", jsonOf(package.removed)}, {"unchanged", package.unchanged},
            {"recipe", jsonOf(package.recipe)},   {"settings", jsonOf(package.settings)}};
}

approver::ReleaseContents::Fetch fetchBlobs(Session& session) {
    return [&session](const Digest& digest, const std::filesystem::path& into, std::uint64_t most) -> Result<void> {
        TRY(FileOutput output, FileOutput::create(into, 0600));
        std::uint64_t size = 0;
        CHECK(session.download(calls::blobContentTarget(digest), [&](std::string_view piece) -> Result<void> {
            size += piece.size();
            if (size > most) return makeError(BaseErrc::tooLarge, "more comes than " + digest.text() + " has");
            return output.write(piece);
        }));
        return output.keep();
    };
}

}  // namespace

Result<ShownDifference> lookInto(Session& session, const approver::ReleaseLine& release, const tuf::Targets* believed) {
    const QTemporaryDir scratch;
    if (!scratch.isValid()) return makeError(BaseErrc::unavailable, "no folder for what is looked at");
    const approver::ReleaseContents contents(fetchBlobs(session), scratch.path().toStdString());
    ShownDifference difference;
    difference.release = release;
    const auto other = approver::predecessorOf(release, believed);
    std::vector<approver::PackageContents> before;
    if (other) {
        difference.against = other->path;
        TRY(const Digest digest, Digest::parse(other->digest));
        TRY(before, contents.read(digest));
    }
    TRY(const Digest digest, Digest::parse(release.digest));
    TRY(const std::vector<approver::PackageContents> after, contents.read(digest));
    difference.packages = approver::differenceOf(before, after);
    return difference;
}

std::string textOf(const ShownDifference& difference) {
    std::string text = "  What is in " + plain(difference.release.path) +
                       (difference.against.empty() ? std::string(", of which nothing is trusted yet")
                                                   : ", held against " + plain(difference.against)) +
                       ":\n";
    for (const PackageDifference& package : difference.packages)
        text += textOf(package);
    return text;
}

json::value jsonOf(const ShownDifference& difference) {
    json::array packages;
    for (const PackageDifference& package : difference.packages)
        packages.push_back(jsonOf(package));
    return json::object{{"path", difference.release.path},
                        {"digest", difference.release.digest},
                        {"against", difference.against},
                        {"packages", std::move(packages)}};
}

}  // namespace signalbox::ctl
