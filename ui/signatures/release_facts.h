// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "core/approver/statement.h"
#include "core/model/release.h"

namespace signalbox::ui {

/// The digest that a release has if it is what is shown of it, computed on this machine from its packages and recipes;
/// wired in app/signalbox.
using ReleaseDigest = std::function<Digest(const Release&)>;

/// What an upgrade does to a machine, in plain words, one a line: files, commands, reboots, and the way back.
[[nodiscard]] QString recipeText(const Recipe& recipe);
/// A release that a statement speaks of. `release`: what it is, with the statement's digest; nullptr: not known.
[[nodiscard]] QString releaseText(const approver::ReleaseLine& line, const Release* release);
/// "Root", "Who approves which product", "Releases of kiosk".
[[nodiscard]] QString roleTitle(const std::string& role);
/// What a signature on it says, but for the releases that `textOf` tells.
[[nodiscard]] QString statementText(const approver::Statement& statement,
                                    const std::function<QString(const approver::ReleaseLine&)>& textOf);

}  // namespace signalbox::ui
