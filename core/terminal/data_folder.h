// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_system.h"
#include "core/http/client.h"
#include "core/http/proxy.h"
#include "core/model/recipe.h"
#include "core/terminal/permit_check.h"

namespace signalbox::terminal {

/// Software that is on the machine by other ways than ours, and counts as a product. One of `deb`, `rpm` and
/// `versionFile` is set.
struct AdoptRule {
    std::string product;  ///< empty: each package is a product of its own name
    std::string deb;      ///< a package's name or, without `product`, a pattern such as kiosk-*
    std::string rpm;
    std::string versionFile;            ///< absolute; its first line is the version
    std::vector<std::string> runCheck;  ///< exit code 0: it works; empty: it is there, that is enough
    friend bool operator==(const AdoptRule&, const AdoptRule&) = default;
};

/// What an administrator of the machine sets, in terminal.toml.
struct Settings {
    std::filesystem::path root;  ///< products are installed below it
    std::string name;
    std::string platform;
    std::vector<std::string> allowRoot;  ///< products whose recipes may run commands as root
    std::string proxy{};                 ///< http::Proxy's form, credentials included; empty: none
    std::vector<std::string> noProxy{};
    std::uint64_t bandwidthLimit = 0;          ///< bytes a second of packages; 0: none
    unsigned downloadSources = 4;              ///< nodes that send parts of one package at once
    std::filesystem::path systemRoot{"/"};     ///< of the system that packages of its own kind go to
    std::vector<std::string> rebootCommand{};  ///< empty: the system's own
    std::vector<AdoptRule> adopt{};
    std::vector<std::string> channels{};  ///< releases of these are installed; empty: of all
};
/// BaseErrc::malformed names line and key; unknown keys are errors.
[[nodiscard]] Result<Settings> parseSettings(std::string_view toml);
[[nodiscard]] std::string settingsText(const Settings& settings);
/// The proxy that the settings name.
[[nodiscard]] Result<std::optional<http::Proxy>> proxyOf(const Settings& settings);

/// attributes.toml: a flat table; texts, numbers and truth values, all told as text. BaseErrc::malformed names the
/// line.
[[nodiscard]] Result<std::map<std::string, std::string>> parseAttributes(std::string_view toml);

/// What joining gave, in identity.json.
struct Identity {
    std::string controllerId;
    std::string managerUrl;
    std::string tenant = "DEFAULT";
    std::string caPem;
    std::string permitKeyPem;
    Seconds poll{300};
    std::string trustedRoot{};  ///< root metadata of The Update Framework, where the manager has it
};
[[nodiscard]] Result<Identity> parseIdentity(std::string_view json);
[[nodiscard]] std::string identityText(const Identity& identity);

/// One product on this machine, in installed.json.
struct InstalledProduct {
    std::string version;
    std::string manifest;             ///< digest of the package's manifest
    std::string tree;                 ///< folder below versions/
    std::string recipeJson;           ///< for starting it again after a failed upgrade
    std::int64_t releaseCounter = 0;  ///< what was signed with it; 0: nothing
};
inline constexpr std::size_t kMaxProductText = 1 << 20;
[[nodiscard]] Result<InstalledProduct> parseProduct(std::string_view json);
[[nodiscard]] std::string productText(const InstalledProduct& product);
using InstalledProducts = std::map<std::string, InstalledProduct>;

/// The agent's folder: every file in it, each replaced as a whole. Blocking; small files only.
class DataFolder {
public:
    DataFolder(FileSystem& files, std::filesystem::path path) : m_files(files), m_path(std::move(path)) {}

    [[nodiscard]] FileSystem& files() const { return m_files; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path lockFile() const { return m_path / "lock"; }
    [[nodiscard]] std::filesystem::path journalFile() const { return m_path / "deployment.json"; }
    [[nodiscard]] std::filesystem::path feedbackFolder() const { return m_path / "feedback"; }
    [[nodiscard]] std::filesystem::path trustFolder() const { return m_path / "trust"; }
    [[nodiscard]] std::filesystem::path downloadFolder() const { return m_path / "downloads"; }
    [[nodiscard]] std::filesystem::path downloadFile(const Digest& digest) const;

    [[nodiscard]] Result<void> create();
    [[nodiscard]] bool joined() const;

    [[nodiscard]] Result<Settings> settings() const;
    [[nodiscard]] Result<void> saveSettings(const Settings& settings);
    [[nodiscard]] Result<std::map<std::string, std::string>> attributes() const;  ///< empty where there is no file
    [[nodiscard]] Result<Identity> identity() const;
    [[nodiscard]] Result<void> saveIdentity(const Identity& identity);
    /// Where the manager said that it can be found; empty where it never did.
    [[nodiscard]] Result<std::vector<http::Url>> managers() const;
    [[nodiscard]] Result<void> saveManagers(const std::vector<http::Url>& managers);
    [[nodiscard]] Result<std::string> token() const;
    /// The token that is there, or a new one, durable, of mode 0600.
    [[nodiscard]] Result<std::string> ensureToken();
    [[nodiscard]] Result<InstalledProducts> installed() const;
    [[nodiscard]] Result<void> saveInstalled(const InstalledProducts& products);
    [[nodiscard]] Result<PermitUse> permitUse() const;
    [[nodiscard]] Result<void> savePermitUse(const PermitUse& use);
    /// Removes every download but the one of `keep` (none: all).
    [[nodiscard]] Result<void> cleanDownloads(const std::optional<Digest>& keep);

private:
    [[nodiscard]] Result<std::string> read(std::string_view name, std::size_t most) const;
    [[nodiscard]] Result<void> write(std::string_view name, std::string_view content, unsigned mode);

    FileSystem& m_files;
    std::filesystem::path m_path;
};

}  // namespace signalbox::terminal
