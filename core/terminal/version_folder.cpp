// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/version_folder.h"

#include <algorithm>
#include <memory>
#include <system_error>

#include "core/package/archive.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kVersions = "versions";

Error stdError(const std::error_code& error, std::string context) {
    return makeError(boost::system::error_code(error.value(), boost::system::system_category()), std::move(context));
}

}  // namespace

fs::path VersionFolder::treePath(std::string_view product, std::string_view tree) const {
    return versions(product) / tree;
}

fs::path VersionFolder::linkPath(std::string_view product) const {
    return folder(product) / "current";
}

fs::path VersionFolder::notePath(std::string_view product) const {
    return folder(product) / "current.json";
}

Result<std::string> VersionFolder::current(std::string_view product) const {
    const fs::path link = linkPath(product);
    std::error_code error;
    const fs::file_status status = fs::symlink_status(link, error);
    if (status.type() == fs::file_type::not_found) return std::string();
    if (error) return stdError(error, "looking at " + link.string());
    if (status.type() != fs::file_type::symlink)
        return makeError(BaseErrc::wrongState, link.string() + " is no symbolic link");
    const fs::path target = fs::read_symlink(link, error);
    if (error) return stdError(error, "reading " + link.string());
    if (target.parent_path() != fs::path(kVersions))
        return makeError(BaseErrc::wrongState, link.string() + " leads outside versions/");
    return target.filename().string();
}

bool VersionFolder::hasTree(std::string_view product, std::string_view tree) const {
    std::error_code ignored;
    return !tree.empty() && fs::is_directory(fs::symlink_status(treePath(product, tree), ignored));
}

Result<void> VersionFolder::makeFolders(std::string_view product) {
    CHECK(m_files.makeDirectories(versions(product)));
    CHECK(m_files.syncDirectory(versions(product)));
    CHECK(m_files.syncDirectory(folder(product)));
    CHECK(m_files.syncDirectory(m_root));
    return m_files.syncDirectory(m_root.has_parent_path() ? m_root.parent_path() : m_root);
}

Result<void> VersionFolder::unpack(std::string_view product, std::string_view tree, const fs::path& archive) {
    CHECK(makeFolders(product));
    CHECK(removeTree(product, tree));
    CHECK(package::unpackTree(m_files, archive, treePath(product, tree)));
    return m_files.syncDirectory(versions(product));
}

Result<void> VersionFolder::take(std::string_view product, std::string_view tree, const fs::path& package,
                                 const std::string& name) {
    CHECK(makeFolders(product));
    CHECK(removeTree(product, tree));
    const fs::path folder = treePath(product, tree);
    CHECK(m_files.makeDirectories(folder));
    TRY(const std::unique_ptr<FileWriter> writer, copyFile(m_files, package, folder / name, 0644));
    CHECK(writer->sync());
    CHECK(m_files.syncDirectory(folder));
    return m_files.syncDirectory(versions(product));
}

Result<void> VersionFolder::switchTo(std::string_view product, std::string_view tree) {
    if (!hasTree(product, tree)) return makeError(BaseErrc::notFound, treePath(product, tree).string());
    const fs::path beside = folder(product) / "current.new";
    CHECK(m_files.remove(beside));
    CHECK(m_files.makeSymlink((fs::path(kVersions) / tree).string(), beside));
    CHECK(m_files.rename(beside, linkPath(product)));
    return m_files.syncDirectory(folder(product));
}

Result<void> VersionFolder::removeLink(std::string_view product) {
    CHECK(m_files.remove(linkPath(product)));
    return m_files.syncDirectory(folder(product));
}

Result<void> VersionFolder::removeTree(std::string_view product, std::string_view tree) {
    if (tree.empty()) return {};
    TRY(const std::string pointedTo, current(product));
    if (pointedTo == tree)
        return makeError(BaseErrc::wrongState, treePath(product, tree).string() + " is the current version");
    return m_files.remove(treePath(product, tree));
}

Result<void> VersionFolder::keepOnly(std::string_view product, const std::vector<std::string>& trees) {
    TRY(const std::string pointedTo, current(product));
    std::vector<fs::path> old;
    std::error_code error;
    for (fs::directory_iterator entry(versions(product), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name != pointedTo && std::find(trees.begin(), trees.end(), name) == trees.end())
            old.push_back(entry->path());
    }
    if (error) return stdError(error, "reading " + versions(product).string());
    for (const fs::path& path : old)
        CHECK(m_files.remove(path));
    return {};
}

}  // namespace signalbox::terminal
