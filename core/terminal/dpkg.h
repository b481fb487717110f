// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/terminal/command_runner.h"

namespace signalbox::terminal {

/// A package as dpkg names it.
struct DebPackage {
    std::string name;
    std::string version;
    std::string status;          ///< of a system's: "installed", "half-configured", "config-files" …
    std::filesystem::path file;  ///< of a .deb
    friend bool operator==(const DebPackage&, const DebPackage&) = default;
};

/// One "name\tversion\tstatus" a line; lines of another form are left out.
[[nodiscard]] std::vector<DebPackage> parsePackageList(std::string_view text);
[[nodiscard]] std::string packageListText(const std::vector<DebPackage>& packages);

/// The system's dpkg, on the system below `system`. Its programs see no terminal and are asked nothing; changed
/// configuration files stay as they are (--force-confold). Blocking; the pool's thread.
class Dpkg {
public:
    Dpkg(CommandRunner& commands, std::filesystem::path system) : m_commands(commands), m_system(std::move(system)) {}

    /// Is there a dpkg with a database here?
    [[nodiscard]] bool isThere() const;
    /// What a .deb says of itself.
    [[nodiscard]] Result<DebPackage> read(const std::filesystem::path& file);
    /// What the system knows of these packages, or of those that a pattern such as kiosk-* takes.
    [[nodiscard]] Result<std::vector<DebPackage>> query(const std::vector<std::string>& names);

    /// Would they install? Changes nothing.
    [[nodiscard]] Result<CommandOutcome> tryInstall(const std::vector<std::filesystem::path>& files);
    /// Waits for other users of dpkg; what one left in the middle is finished first.
    [[nodiscard]] Result<CommandOutcome> install(const std::vector<std::filesystem::path>& files);
    /// `purge`: with their configuration files.
    [[nodiscard]] Result<CommandOutcome> remove(const std::vector<std::string>& names, bool purge);

private:
    [[nodiscard]] Result<CommandOutcome> run(std::string program, std::vector<std::string> arguments, Seconds timeout);
    [[nodiscard]] Result<CommandOutcome> change(std::vector<std::string> arguments);
    [[nodiscard]] Result<void> waitForOthers() const;
    [[nodiscard]] Result<void> finishInterrupted();

    CommandRunner& m_commands;
    std::filesystem::path m_system;
};

/// The .deb files in a folder, 1 to 64, no two of one package. Errors carry FailureCause::unpackFailed.
[[nodiscard]] Result<std::vector<DebPackage>> packagesBelow(Dpkg& dpkg, const std::filesystem::path& folder);
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<DebPackage>& packages);

}  // namespace signalbox::terminal
