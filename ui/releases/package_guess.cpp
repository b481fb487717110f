// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/package_guess.h"

#include <QRegularExpression>
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

QString platformOf(const QString& rest) {
    static const std::array<std::pair<QRegularExpression, QString>, 5> kArchitectures{{
        {QRegularExpression(QStringLiteral("(amd64|x86_64|x64)")), QStringLiteral("amd64")},
        {QRegularExpression(QStringLiteral("(arm64|aarch64)")), QStringLiteral("arm64")},
        {QRegularExpression(QStringLiteral("(armhf|armv7l?)")), QStringLiteral("armhf")},
        {QRegularExpression(QStringLiteral("(riscv64)")), QStringLiteral("riscv64")},
        {QRegularExpression(QStringLiteral("(i386|i686|x86)")), QStringLiteral("386")},
    }};
    QString system = QStringLiteral("linux");
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
    // "kiosk-2.0-linux-amd64", "kiosk_2.0-1_amd64", "till v1.2": a name, a number with at least one dot or a v, the
    // rest.
    static const QRegularExpression pattern(QStringLiteral(
        "^(?<name>.+?)[-_ ]+(?:v(?=\\d)|(?=\\d))(?<version>\\d[\\w.+~]*(?:-\\d+)?)(?<rest>(?:[-_ .].*)?)$"));
    const auto match = pattern.match(stem);
    guess.product = match.hasMatch() ? match.captured(QStringLiteral("name")) : stem;
    guess.version = match.hasMatch() ? match.captured(QStringLiteral("version")) : QString();
    guess.platform = platformOf((match.hasMatch() ? match.captured(QStringLiteral("rest")) : stem).toLower());
    // "2.0_amd64": an underscore is no part of a version.
    const qsizetype underscore = guess.version.indexOf(QLatin1Char('_'));
    if (underscore > 0) {
        if (guess.platform.isEmpty()) guess.platform = platformOf(guess.version.mid(underscore).toLower());
        guess.version.truncate(underscore);
    }
    return guess;
}

}  // namespace signalbox::ui
