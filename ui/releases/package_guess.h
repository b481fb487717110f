// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/model/recipe.h"

namespace signalbox::ui {

/// What a package seems to be, from its name and its first bytes: what the import dialog is filled with.
struct PackageGuess {
    enum class Content {
        folder,   ///< is packed, then sent
        archive,  ///< a tar, whatever compressed with
        image,    ///< for a DDI client that installs by itself
        system,   ///< a system's package (.deb, .rpm, .msi, .apk): no recipe installs it yet
        unknown
    };
    Content content = Content::unknown;
    QString product;
    QString version;
    QString platform;

    [[nodiscard]] bool usable() const { return content != Content::system && content != Content::unknown; }
    [[nodiscard]] InstallKind kind() const {
        return content == Content::image ? InstallKind::image : InstallKind::tree;
    }
};

/// `head`: the first bytes of a file, 512 are enough; not used for a folder. Where the bytes and the name disagree, the
/// bytes are right.
[[nodiscard]] PackageGuess guessPackage(const QString& fileName, const QByteArray& head, bool folder);

}  // namespace signalbox::ui
