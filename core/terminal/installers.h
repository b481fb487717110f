// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/terminal/deb_installer.h"
#include "core/terminal/file_installer.h"
#include "core/terminal/script_installer.h"

namespace signalbox::terminal {

/// The installer of each kind, on one root folder.
class Installers {
public:
    Installers(FileSystem& files, CommandRunner& commands, VersionFolder& versions, const std::filesystem::path& system)
        : m_tree(versions),
          m_script(versions, commands),
          m_file(versions, files),
          m_deb(versions, files, commands, system) {}

    /// `image` is no kind of ours: refused before the download.
    [[nodiscard]] Installer& of(InstallKind kind) {
        if (kind == InstallKind::script) return m_script;
        if (kind == InstallKind::file) return m_file;
        if (kind == InstallKind::deb) return m_deb;
        return m_tree;
    }

private:
    TreeInstaller m_tree;
    ScriptInstaller m_script;
    FileInstaller m_file;
    DebInstaller m_deb;
};

}  // namespace signalbox::terminal
