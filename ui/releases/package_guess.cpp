// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/package_guess.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::ui {

namespace {

using Content = PackageGuess::Content;

struct Ending {
    const char* text;
    Content content;
};
constexpr std::array<Ending, 16> kEndings{{{".tar.zst", Content::archive},
                                           {".tar.gz", Content::archive},
                                           {".tar.xz", Content::archive},
                                           {".tar.bz2", Content::archive},
                                           {".tgz", Content::archive},
                                           {".tar", Content::archive},
                                           {".swu", Content::image},
                                           {".raucb", Content::image},
                                           {".mender", Content::image},
                                           {".deb", Content::system},
                                           {".rpm", Content::system},
                                           {".msi", Content::system},
                                           {".apk", Content::system},
                                           {".ipk", Content::system},
                                           {".exe", Content::system},
                                           {".zip", Content::unknown}}};

Content contentOf(const QByteArray& head, Content byName) {
    if (head.startsWith("!<arch>\n") || head.startsWith("\xed\xab\xee\xdb") || head.startsWith("\xd0\xcf\x11\xe0"))
        return Content::system;                                                         // deb, rpm, msi
    if (head.startsWith("070702") || head.startsWith("070701")) return Content::image;  // cpio: swupdate
    if (head.startsWith("hsqs")) return Content::image;                                 // squashfs: RAUC
    const bool packed = head.startsWith("\x28\xb5\x2f\xfd") || head.startsWith("\x1f\x8b") ||
                        head.startsWith(
                            "\xfd"
                            "7zXZ") ||
                        head.startsWith("BZh");
    const bool tar = head.size() >= 262 && head.mid(257, 5) == "ustar";
    if (tar && byName == Content::image) return Content::image;  // mender is a tar of its own kind
    if (tar) return Content::archive;
    if (packed) return byName == Content::unknown ? Content::unknown : byName;
    // A name that promises an archive, and bytes that are none.
    return byName == Content::archive ? Content::unknown : byName;
}

/// What an RPM calls itself in its lead: "kiosk-2.0-1", 66 bytes at the tenth. Empty for anything else.
QString rpmName(const QByteArray& head) {
    constexpr qsizetype kFrom = 10;
    constexpr qsizetype kMost = 66;
    if (!head.startsWith("\xed\xab\xee\xdb") || head.size() < kFrom + kMost) return {};
    const QByteArray name = head.mid(kFrom, kMost);
    const QByteArray text = name.left(qMax<qsizetype>(0, name.indexOf('\0')));
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
    return isPlain ? QString::fromLatin1(text) : QString();
}

/// The system that a kind of package belongs to.
QString systemOf(const QString& fileName, const QByteArray& head) {
    if (head.startsWith("\xd0\xcf\x11\xe0") || fileName.endsWith(QLatin1String(".exe"), Qt::CaseInsensitive))
        return QStringLiteral("windows");
    const bool isZip = head.startsWith("PK\x03\x04");
    if (isZip && fileName.endsWith(QLatin1String(".apk"), Qt::CaseInsensitive)) return QStringLiteral("android");
    return QStringLiteral("linux");
}

QString platformOf(const QString& rest, QString system) {
    static const std::array<std::pair<QRegularExpression, QString>, 5> kArchitectures{{
        {QRegularExpression(QStringLiteral("(amd64|x86_64|x64)")), QStringLiteral("amd64")},
        {QRegularExpression(QStringLiteral("(arm64|aarch64)")), QStringLiteral("arm64")},
        {QRegularExpression(QStringLiteral("(armhf|armv7l?)")), QStringLiteral("armhf")},
        {QRegularExpression(QStringLiteral("(riscv64)")), QStringLiteral("riscv64")},
        {QRegularExpression(QStringLiteral("(i386|i686|x86)")), QStringLiteral("386")},
    }};
    if (rest.contains(QStringLiteral("windows")) || rest.contains(QStringLiteral("win64")))
        system = QStringLiteral("windows");
    if (rest.contains(QStringLiteral("android"))) system = QStringLiteral("android");
    for (const auto& [pattern, name] : kArchitectures)
        if (pattern.match(rest).hasMatch()) return system + QLatin1Char('-') + name;
    return {};
}

}  // namespace

PackageGuess guessPackage(const QString& fileName, const QByteArray& head, bool folder) {
    PackageGuess guess;
    QString stem = fileName;
    guess.content = folder ? Content::folder : Content::unknown;
    if (!folder) {
        for (const Ending& ending : kEndings) {
            if (!stem.endsWith(QLatin1String(ending.text), Qt::CaseInsensitive)) continue;
            guess.content = ending.content;
            stem.chop(static_cast<qsizetype>(qstrlen(ending.text)));
            break;
        }
        guess.content = contentOf(head, guess.content);
    }
    // A file can be renamed; what an RPM says of itself stays. Its platform is in its file's name alone.
    const QString ownName = folder ? QString() : rpmName(head);
    const QString platformStem = stem;
    if (!ownName.isEmpty()) stem = ownName;
    // "kiosk-2.0-linux-amd64", "kiosk_2.0-1_amd64", "till v1.2": a name, a number with at least one dot or a v, the
    // rest.
    static const QRegularExpression pattern(QStringLiteral(
        "^(?<name>.+?)[-_ ]+(?:v(?=\\d)|(?=\\d))(?<version>\\d[\\w.+~]*(?:-\\d+)?)(?<rest>(?:[-_ .].*)?)$"));
    const auto match = pattern.match(stem);
    guess.product = match.hasMatch() ? match.captured(QStringLiteral("name")) : stem;
    guess.version = match.hasMatch() ? match.captured(QStringLiteral("version")) : QString();
    const QString system = folder ? QStringLiteral("linux") : systemOf(fileName, head);
    guess.platform = platformOf((match.hasMatch() ? match.captured(QStringLiteral("rest")) : stem).toLower(), system);
    if (guess.platform.isEmpty() && !ownName.isEmpty()) guess.platform = platformOf(platformStem.toLower(), system);
    // "2.0_amd64": an underscore is no part of a version.
    const qsizetype underscore = guess.version.indexOf(QLatin1Char('_'));
    if (underscore > 0) {
        if (guess.platform.isEmpty()) guess.platform = platformOf(guess.version.mid(underscore).toLower(), system);
        guess.version.truncate(underscore);
    }
    return guess;
}

}  // namespace signalbox::ui
