// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <optional>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/progress_bar.h"
#include "app/ctl/release_text.h"
#include "core/base/file_system.h"
#include "core/base/hash.h"
#include "core/model/json.h"
#include "core/model/names.h"
#include "core/package/archive.h"
#include "core/package/recipe_file.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
namespace fs = std::filesystem;

struct ImportArguments {
    std::string path;
    std::string product;
    std::string version;
    std::string platform;
    std::string channel = "stable";
    std::string recipe;
    std::string notes;
    bool submit = false;
    bool yes = false;
};

/// A folder of our own that goes with us, interrupted or not.
class ScratchFolder {
public:
    ScratchFolder() = default;
    ~ScratchFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] Result<fs::path> make() {
        std::error_code error;
        const fs::path parent = fs::temp_directory_path(error);
        if (error) return makeError(error, "the folder for temporary files");
        const fs::path path = parent / ("signalboxctl-" + toHex(bytesOf(randomBytes(8))));
        CHECK(nativeFileSystem().makeDirectories(path));
        m_path = path;
        CHECK(nativeFileSystem().setMode(path, 0700));
        return path;
    }

private:
    fs::path m_path;
};

/// What is uploaded: a file, and the name it gets.
struct PackageFile {
    fs::path path;
    std::string name;
};

std::uint64_t contentSize(const fs::path& folder) {
    std::uint64_t total = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code none;
        if (it->is_regular_file(none) && !it->is_symlink(none)) total += it->file_size(none);
    }
    return total;
}

Result<PackageFile> packFolder(Context& context, const ImportArguments& arguments, const fs::path& scratch) {
    const std::string name = arguments.product + "-" + arguments.version + "-" + arguments.platform + ".tar.zst";
    const fs::path packed = scratch / "package.tar.zst";
    const std::uint64_t total = contentSize(arguments.path);
    ProgressBar bar(context.screen, "packing");
    const auto progress = [&](std::uint64_t done) {
        bar.show(done, total);
        return !Interrupt::happened();
    };
    CHECK(package::packTree(arguments.path, packed, progress));
    return PackageFile{packed, name};
}

/// A file that a DDI client installs by itself, told by its name.
bool isImage(const fs::path& file) {
    const std::string extension = file.extension().string();
    return extension == ".swu" || extension == ".raucb" || extension == ".mender";
}

/// One that the system's installer takes, told by its name.
bool isDeb(const fs::path& file) {
    return file.extension() == ".deb";
}

/// A single file for a recipe that places one: packed as a folder that holds it under the name the recipe looks for.
Result<PackageFile> packFile(Context& context, const ImportArguments& arguments, const Recipe& recipe,
                             const fs::path& scratch) {
    if (recipe.files.size() != 1)
        return makeError(BaseErrc::invalidArgument, "the recipe places " + std::to_string(recipe.files.size()) +
                                                        " files: give the folder that holds them");
    const fs::path folder = scratch / "folder";
    const fs::path file = folder / recipe.files.front().from;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!error) fs::copy_file(arguments.path, file, error);
    if (error) return makeError(error, "copying " + plain(arguments.path));
    ImportArguments packed = arguments;
    packed.path = folder.string();
    return packFolder(context, packed, scratch);
}

Result<PackageFile> choosePackage(Context& context, const ImportArguments& arguments, const Recipe& recipe,
                                  ScratchFolder& scratch) {
    std::error_code error;
    const fs::file_status status = fs::status(arguments.path, error);
    if (status.type() == fs::file_type::not_found)
        return makeError(BaseErrc::notFound, plain(arguments.path) + ": there is no such file or folder");
    if (fs::is_directory(status)) {
        TRY(const fs::path folder, scratch.make());
        return packFolder(context, arguments, folder);
    }
    const std::string name = fs::path(arguments.path).filename().string();
    if (fs::is_regular_file(status) && recipe.kind == InstallKind::image) return PackageFile{arguments.path, name};
    if (fs::is_regular_file(status) && recipe.kind == InstallKind::deb && isDeb(name))
        return PackageFile{arguments.path, name};
    const bool archive = name.ends_with(".tar") || name.find(".tar.") != std::string::npos || name.ends_with(".tgz");
    if (fs::is_regular_file(status) && recipe.kind == InstallKind::file && !archive) {
        TRY(const fs::path folder, scratch.make());
        return packFile(context, arguments, recipe, folder);
    }
    if (!fs::is_regular_file(status) || !archive)
        return makeError(
            BaseErrc::invalidArgument,
            plain(arguments.path) +
                ": a folder, an archive named .tar, .tar.zst, .tar.gz …, a .deb (with no other recipe than "
                "one of kind \"deb\") or an image (.swu, .raucb) is expected; other images need a "
                "recipe of kind \"image\"");
    return PackageFile{arguments.path, name};
}

Result<Recipe> readRecipe(const std::string& file, const fs::path& package) {
    constexpr std::size_t kMost = 256 << 10;
    Recipe otherwise;
    if (isImage(package)) otherwise.kind = InstallKind::image;
    if (isDeb(package)) otherwise.kind = InstallKind::deb;
    if (file.empty()) return otherwise;
    TRY(const std::string text, readFile(file, kMost));
    auto recipe = package::parseRecipeToml(text);
    if (!recipe) return std::move(recipe).error().within(plain(file));
    return std::move(*recipe);
}

/// The release that is there already, if one is. Asks before words that people gave are voided.
Result<std::optional<Release>> existing(Context& context, Session& session, const ImportArguments& arguments) {
    TRY(const auto found, releasesOf(session, arguments.product, arguments.version, arguments.channel));
    if (found.empty()) return std::optional<Release>();
    const Release& release = found.front();
    if (release.state == ReleaseState::published || release.state == ReleaseState::withdrawn)
        return makeError(BaseErrc::wrongState, releaseName(release) + " is " + std::string(nameOf(release.state)) +
                                                   ": import this under a version of its own");
    if (release.state != ReleaseState::draft) {
        CHECK(context.screen.confirm(releaseName(release) + " is " + std::string(nameOf(release.state)) +
                                         "; a changed package voids that. Go on?",
                                     arguments.yes));
    }
    return std::optional<Release>(release);
}

Result<adminclient::Blob> uploadFile(Context& context, Session& session, const fs::path& file) {
    ProgressBar bar(context.screen, "sending");
    const auto progress = [&](const adminclient::UploadProgress& now) { bar.show(now.done, now.total, now.rate); };
    const auto interrupted = [&](const Error& error) {
        context.screen.note("the upload was interrupted and goes on: " + plain(error.text()));
    };
    return session.upload(file, progress, interrupted);
}

void printImported(Context& context, const Release& release) {
    if (context.screen.json()) return context.screen.document(toJson(release));
    printRelease(context, release);
    const std::string id = std::to_string(release.id.value);
    if (release.state == ReleaseState::draft) context.screen.note("\nNext: signalboxctl release submit " + id);
    if (release.state == ReleaseState::inReview) context.screen.note("\nNext: signalboxctl release approve " + id);
}

Result<ExitCode> importRelease(Context& context, const ImportArguments& arguments) {
    TRY(const Recipe recipe, readRecipe(arguments.recipe, arguments.path));
    TRY(Session * session, context.session());
    TRY(const std::optional<Release> known, existing(context, *session, arguments));
    ScratchFolder scratch;
    TRY(const PackageFile package, choosePackage(context, arguments, recipe, scratch));
    TRY(const adminclient::Blob blob, uploadFile(context, *session, package.path));
    Release release;
    if (known) {
        release = *known;
    } else {
        TRY(release, session->ask(calls::createRelease(arguments.product, arguments.version, arguments.channel,
                                                       arguments.notes)));
    }
    TRY(release, session->ask(calls::setPackage(release.id, arguments.platform, package.name, blob.digest, recipe)));
    if (known && !arguments.notes.empty()) {
        TRY(release, session->ask(calls::changeReleaseNotes(release.id, arguments.notes)));
    }
    if (arguments.submit) {
        TRY(release, session->ask(calls::submitRelease(release.id)));
    }
    printImported(context, release);
    return ExitCode::ok;
}

}  // namespace

void addReleaseImport(CLI::App& release, Chosen& chosen) {
    const auto declare = [](CLI::App& command, ImportArguments& arguments) {
        command
            .add_option("PATH", arguments.path,
                        "A folder, which is packed, a .tar.zst (.tar.*) archive, a Debian package (.deb), or an image "
                        "(.swu, .raucb)")
            ->required();
        command.add_option("--product", arguments.product, "The product")->required();
        command.add_option("--version", arguments.version, "The version")->required();
        command.add_option("--platform", arguments.platform, "Which terminals it fits, for example linux-amd64")
            ->required();
        command.add_option("--channel", arguments.channel, "The channel")->capture_default_str();
        command.add_option("--recipe", arguments.recipe,
                           "How it is restarted and checked (TOML); without, the switch alone decides");
        command.add_option("--notes", arguments.notes, "What is new");
        command.add_flag("--submit", arguments.submit, "Ask for review at once");
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<ImportArguments>(release, chosen, "import",
                                "Bring a package to the manager; makes the release where there is none", declare,
                                importRelease);
}

}  // namespace signalbox::ctl
