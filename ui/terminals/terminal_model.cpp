// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminal_model.h"

#include <QCoreApplication>

#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TerminalModel)
};

constexpr Seconds kSilent{900};

QString joined(const std::map<std::string, std::string>& values, QLatin1String between) {
    QStringList texts;
    for (const auto& [key, value] : values)
        texts.append(value.empty() ? toText(key) : toText(key) + between + toText(value));
    return texts.join(QStringLiteral(", "));
}

std::vector<Column<Terminal>> terminalColumns() {
    using Row = Terminal;
    return {
        Column<Row>(Words::tr("Name", "column"), 120,
                    [](const Row& t) { return QVariant(toText(t.name.empty() ? t.controllerId : t.name)); }),
        Column<Row>(Words::tr("Id", "column, a terminal's DDI identity"), 110,
                    [](const Row& t) { return QVariant(toText(t.controllerId)); }),
        Column<Row>(Words::tr("Contact", "column"), 105,
                    [](const Row& t) { return QVariant(relativeTime(t.lastContact)); })
            .badge(contactStatus)
            .hint([](const Row& t) { return utcTime(t.lastContact); }),
        Column<Row>(Words::tr("Installed", "column"), 130,
                    [](const Row& t) { return QVariant(joined(t.installed, QLatin1String(" "))); }),
        Column<Row>(Words::tr("Platform", "column"), 110, [](const Row& t) { return QVariant(toText(t.platform)); }),
        Column<Row>(Words::tr("Tags", "column"), 160,
                    [](const Row& t) { return QVariant(joined(t.tags, QLatin1String("="))); }),
    };
}

}  // namespace

Status contactStatus(const Terminal& terminal) {
    if (terminal.retiredAt) return {Words::tr("Retired", "terminal"), QStringLiteral("withdrawn"), Tone::unknown};
    if (terminal.cloneSeenAt)
        return {Words::tr("Two machines use its identity", "terminal"), QStringLiteral("warning"), Tone::bad};
    if (!terminal.lastContact) return {Words::tr("Never seen", "terminal"), QStringLiteral("unknown"), Tone::unknown};
    if (SystemClock().now() - *terminal.lastContact > kSilent)
        return {relativeTime(terminal.lastContact), QStringLiteral("offline"), Tone::warning};
    return {relativeTime(terminal.lastContact), QStringLiteral("ok"), Tone::good};
}

TerminalModel::TerminalModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, terminalColumns(), [](const Terminal& terminal) { return terminal.id.value; }, Ids::ascending, parent) {
}

}  // namespace signalbox::ui
