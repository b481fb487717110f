// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/file_installer.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>
#include <system_error>

#include "core/terminal/failure.h"
#include "core/terminal/platform/platform.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxNote = 1 << 20;
constexpr std::string_view kKept = "kept ";
constexpr std::string_view kNone = "none ";

fs::path beside(const fs::path& place, std::string_view ending) {
    return place.parent_path() / ("." + place.filename().string() + std::string(ending));
}
fs::path freshOf(const fs::path& place) {
    return beside(place, ".signalbox-new");
}
fs::path oldOf(const fs::path& place) {
    return beside(place, ".signalbox-old");
}

bool isThere(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

/// Where the previous version put files, and the new one puts none.
std::vector<fs::path> placesThatGo(const InstallJob& job) {
    std::vector<fs::path> places;
    if (!job.previousRecipe) return places;
    for (const PlacedFile& old : job.previousRecipe->files) {
        const auto same = [&](const PlacedFile& file) { return file.to == old.to; };
        if (std::none_of(job.recipe.files.begin(), job.recipe.files.end(), same)) places.emplace_back(old.to);
    }
    return places;
}

std::vector<fs::path> placesOf(const InstallJob& job) {
    std::vector<fs::path> places = placesThatGo(job);
    for (const PlacedFile& file : job.recipe.files)
        places.emplace_back(file.to);
    return places;
}

/// What the note says of a place: its old file was kept, or there was none.
struct NotedPlace {
    fs::path place;
    bool kept = false;
};
std::vector<NotedPlace> notedPlaces(std::string_view note) {
    std::vector<NotedPlace> noted;
    while (!note.empty()) {
        const std::string_view line = note.substr(0, note.find('\n'));
        note.remove_prefix(std::min(line.size() + 1, note.size()));
        const bool kept = line.starts_with(kKept);
        if (kept || line.starts_with(kNone)) noted.push_back({fs::path(line.substr(kKept.size())), kept});
    }
    return noted;
}

Result<unsigned> modeOf(const PlacedFile& file, const fs::path& source) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(source, error);
    if (!fs::is_regular_file(status))
        return failure(FailureCause::unpackFailed, "the package has no file '" + file.from + "'");
    unsigned mode = static_cast<unsigned>(status.permissions()) & 0777U;
    if (!file.mode.empty()) std::from_chars(file.mode.data(), file.mode.data() + file.mode.size(), mode, 8);
    return mode;
}

}  // namespace

fs::path FileInstaller::note(const InstallJob& job) const {
    return treeOf(job).concat(".before");
}

Result<void> FileInstaller::makeParent(const fs::path& place) {
    std::vector<fs::path> made;
    for (fs::path folder = place.parent_path(); !isThere(folder); folder = folder.parent_path())
        made.push_back(folder);
    if (made.empty()) return {};
    CHECK(m_files.makeDirectories(place.parent_path()));
    for (const fs::path& folder : made)
        CHECK(m_files.syncDirectory(folder.parent_path()));
    return {};
}

Result<void> FileInstaller::writeFresh(const InstallJob& job, const PlacedFile& file) {
    const fs::path source = treeOf(job) / file.from;
    const fs::path fresh = freshOf(file.to);
    TRY(const unsigned mode, modeOf(file, source));
    CHECK(makeParent(file.to));
    CHECK(m_files.remove(fresh));
    TRY(const std::unique_ptr<FileWriter> writer, copyFile(m_files, source, fresh, mode));
    if (!file.owner.empty() || !file.group.empty()) {
        TRY(const platform::Owner owner, platform::ownerOf(file.owner, file.group));
        CHECK(m_files.setOwner(fresh, owner.user, owner.group));
        CHECK(m_files.setMode(fresh, mode));
    }
    return writer->sync();
}

/// A second name for what is at the place; the line for the note.
Result<std::string> FileInstaller::keepOld(const fs::path& place) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(place, error);
    CHECK(m_files.remove(oldOf(place)));
    if (status.type() == fs::file_type::not_found) return std::string(kNone) + place.string() + "\n";
    if (!fs::is_regular_file(status) && !fs::is_symlink(status))
        return makeError(BaseErrc::wrongState, place.string() + " is no file");
    CHECK(m_files.makeHardLink(place, oldOf(place)));
    return std::string(kKept) + place.string() + "\n";
}

Result<void> FileInstaller::syncAround(const std::vector<fs::path>& places) {
    std::set<fs::path> folders;
    for (const fs::path& place : places)
        if (isThere(place.parent_path())) folders.insert(place.parent_path());
    for (const fs::path& folder : folders)
        CHECK(m_files.syncDirectory(folder));
    return {};
}

Result<CommandOutcome> FileInstaller::prepare(const InstallJob& job) {
    CHECK(putBack(job));
    TRY(CommandOutcome unpacked, TreeInstaller::prepare(job));
    for (const PlacedFile& file : job.recipe.files)
        if (auto written = writeFresh(job, file); !written)
            return std::move(written).error().within("preparing " + file.to);
    std::string before;
    const std::vector<fs::path> places = placesOf(job);
    for (const fs::path& place : places) {
        TRY(const std::string line, keepOld(place));
        before += line;
    }
    CHECK(syncAround(places));
    CHECK(replaceFile(m_files, note(job), bytesOf(before)));
    return unpacked;
}

Result<void> FileInstaller::switchTo(const InstallJob& job) {
    for (const PlacedFile& file : job.recipe.files)
        CHECK(m_files.rename(freshOf(file.to), file.to));
    for (const fs::path& place : placesThatGo(job))
        CHECK(m_files.remove(place));
    CHECK(syncAround(placesOf(job)));
    return TreeInstaller::switchTo(job);
}

/// By the note, too: after a kill in mid-keep the new version is the previous one already.
Result<void> FileInstaller::keep(const InstallJob& job) {
    std::vector<fs::path> places = placesOf(job);
    auto before = readFile(note(job), kMaxNote);
    if (!before && before.error().code != BaseErrc::notFound) return std::move(before).error();
    if (before)
        for (const NotedPlace& noted : notedPlaces(*before))
            places.push_back(noted.place);
    for (const fs::path& place : places)
        CHECK(m_files.remove(oldOf(place)));
    CHECK(syncAround(places));
    return TreeInstaller::keep(job);
}

std::string FileInstaller::rollBack(const InstallJob&) {
    return "previous files";
}

/// Where an old file is gone from beside its place, it is back already. The note goes last, when all are back.
Result<void> FileInstaller::putBack(const InstallJob& job) {
    auto before = readFile(note(job), kMaxNote);
    if (!before && before.error().code != BaseErrc::notFound) return std::move(before).error();
    std::vector<fs::path> places = placesOf(job);
    for (const NotedPlace& noted : notedPlaces(before ? std::string_view(*before) : std::string_view())) {
        const fs::path& place = noted.place;
        if (!noted.kept) CHECK(m_files.remove(place));
        if (noted.kept && isThere(oldOf(place))) CHECK(m_files.rename(oldOf(place), place));
        places.push_back(place);
    }
    for (const fs::path& place : places) {
        CHECK(m_files.remove(freshOf(place)));
        CHECK(m_files.remove(oldOf(place)));  // a rename of two names of one file leaves both
    }
    CHECK(syncAround(places));
    if (!before) return {};
    CHECK(m_files.remove(note(job)));
    return m_files.syncDirectory(note(job).parent_path());
}

Result<void> FileInstaller::switchBack(const InstallJob& job) {
    CHECK(putBack(job));
    return TreeInstaller::switchBack(job);
}

Result<void> FileInstaller::discard(const InstallJob& job) {
    CHECK(putBack(job));
    return TreeInstaller::discard(job);
}

}  // namespace signalbox::terminal
