// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/release_facts.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/signatures/key_choice.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReleaseFacts)
};

QString commandText(const Command& command) {
    QStringList words;
    for (const std::string& word : command.arguments)
        words.append(toText(word));
    return words.join(QLatin1Char(' '));
}

QString fileText(const PlacedFile& file) {
    QStringList more;
    if (!file.mode.empty()) more.append(Words::tr("permissions %1", "placed file").arg(toText(file.mode)));
    if (!file.owner.empty() || !file.group.empty())
        more.append(Words::tr("of %1", "placed file, owner and group").arg(toText(file.owner + ":" + file.group)));
    const QString text = Words::tr("puts %1 to %2", "placed file: from, to").arg(toText(file.from), toText(file.to));
    return more.isEmpty() ? text : text + QStringLiteral(" (") + more.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QString rebootText(const RebootRule& rule) {
    switch (rule.when) {
        case RebootWhen::never:
            return Words::tr("does not start the machine again", "recipe");
        case RebootWhen::always:
            return Words::tr("starts the machine again", "recipe");
        case RebootWhen::exitCode:
            return Words::tr("starts the machine again where a command ends with %1", "recipe, an exit code")
                .arg(rule.exitCode);
        case RebootWhen::file:
            return Words::tr("starts the machine again where %1 is there", "recipe, a file").arg(toText(rule.file));
    }
    return {};
}

QString backText(const Recipe& recipe) {
    switch (recipe.kind) {
        case InstallKind::image:
            return Words::tr("is taken back by the terminal's own client", "recipe");
        case InstallKind::script:
            return recipe.rollBack.arguments.empty()
                       ? Words::tr("cannot be taken back", "recipe")
                       : Words::tr("is taken back with: %1", "recipe").arg(commandText(recipe.rollBack));
        case InstallKind::tree:
        case InstallKind::file:
        case InstallKind::deb:
            break;
    }
    return Words::tr("goes back to what was there before where it fails", "recipe");
}

}  // namespace

QString recipeText(const Recipe& recipe) {
    QStringList lines;
    for (const PlacedFile& file : recipe.files)
        lines.append(fileText(file));
    const auto runs = [&lines](const Command& command, const QString& text) {
        if (!command.arguments.empty()) lines.append(text.arg(commandText(command)));
    };
    runs(recipe.install, Words::tr("installs with: %1", "recipe"));
    runs(recipe.restart, Words::tr("restarts with: %1", "recipe"));
    runs(recipe.runCheck, Words::tr("is checked with: %1", "recipe"));
    if (!recipe.user.empty()) lines.append(Words::tr("runs its commands as %1", "recipe").arg(toText(recipe.user)));
    if (recipe.kind != InstallKind::image) lines.append(rebootText(recipe.reboot));
    lines.append(backText(recipe));
    return lines.join(QLatin1Char('\n'));
}

QString releaseText(const approver::ReleaseLine& line, const Release* release) {
    QStringList platforms;
    for (const std::string& platform : line.platforms)
        platforms.append(toText(platform));
    QStringList lines{Words::tr("Channel %1, for %2", "release: channel, platforms")
                          .arg(toText(line.channel), platforms.join(QStringLiteral(", "))),
                      Words::tr("Digest %1", "release").arg(toText(line.digest)),
                      Words::tr("Counter %1: terminals take no lower one afterwards", "release").arg(line.counter)};
    if (!release) return lines.join(QLatin1Char('\n'));
    for (const Package& package : release->packages) {
        lines.append(Words::tr("%1: %2, %3, %4", "package: platform, file, size, kind")
                         .arg(toText(package.platform), toText(package.fileName), bytes(package.size),
                              kindText(package.recipe.kind)));
        lines.append(QStringLiteral("    ") + toText(package.digest.text()));
        for (const QString& part : recipeText(package.recipe).split(QLatin1Char('\n')))
            lines.append(QStringLiteral("    ") + part);
    }
    for (const Prerequisite& each : release->prerequisites)
        lines.append(Words::tr("needs %1 %2 or newer", "release: product, version")
                         .arg(toText(each.product), toText(each.minVersion)));
    return lines.join(QLatin1Char('\n'));
}

QString roleTitle(const std::string& role) {
    if (role == "root") return Words::tr("Root: who holds the keys", "signatures");
    if (role == "targets") return Words::tr("Who approves which product", "signatures");
    if (role == "snapshot") return Words::tr("State of everything (by the manager)", "signatures");
    if (role == "timestamp") return Words::tr("Freshness (by the manager, daily)", "signatures");
    return Words::tr("Releases of %1", "signatures, a product")
        .arg(toText(role.substr(0, 2) == "p-" ? role.substr(2) : role));
}

QString statementText(const approver::Statement& statement,
                      const std::function<QString(const approver::ReleaseLine&)>& textOf) {
    QStringList lines;
    const auto name = [](const approver::ReleaseLine& line) {
        QString path = toText(line.path);
        if (path.endsWith(QLatin1String(".json"))) path.chop(5);
        return path;
    };
    const auto add = [&](const QString& heading, const approver::ReleaseLine& line) {
        lines.append(heading.arg(name(line)));
        for (const QString& part : textOf(line).split(QLatin1Char('\n')))
            lines.append(QStringLiteral("    ") + part);
    };
    for (const approver::ReleaseLine& line : statement.added)
        add(Words::tr("New: %1", "statement, a release"), line);
    for (const approver::ChangedLine& line : statement.changed) {
        add(Words::tr("Changed: %1", "statement, a release"), line.after);
        lines.append(QStringLiteral("    ") +
                     Words::tr("before: %1", "statement, a digest").arg(toText(line.before.digest)));
    }
    for (const approver::ReleaseLine& line : statement.removed)
        lines.append(Words::tr("Not approved any more: %1", "statement, a release").arg(name(line)));
    for (const approver::SignersLine& line : statement.signers) {
        lines.append(Words::tr("%1: %2 of these %3 keys must sign", "statement: role, signatures, keys")
                         .arg(roleTitle(line.role))
                         .arg(line.threshold)
                         .arg(line.keyIds.size()));
        for (const std::string& key : line.keyIds)
            lines.append(QStringLiteral("    ") + keyText(key));
    }
    for (const std::string& role : statement.without)
        lines.append(Words::tr("%1: nobody may speak of it any more", "statement, a role").arg(roleTitle(role)));
    if (lines.isEmpty()) lines.append(Words::tr("The same as now, with a later end", "statement"));
    if (statement.unchanged > 0)
        lines.append(Words::tr("%n release(s) stay as they are", "statement", static_cast<int>(statement.unchanged)));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace signalbox::ui
