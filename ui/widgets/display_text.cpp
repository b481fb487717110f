// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/display_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DisplayText)
};

}  // namespace

QString digestText(const Digest& digest) {
    constexpr qsizetype kGroup = 8;
    QStringList parts;
    const QString hex = QString::fromUtf8(digest.hex().data(), static_cast<qsizetype>(digest.hex().size()));
    for (qsizetype i = 0; i < hex.size(); i += kGroup)
        parts.append(hex.mid(i, kGroup));
    const auto algorithm = digest.algorithm();
    return QString::fromUtf8(algorithm.data(), static_cast<qsizetype>(algorithm.size())) + QStringLiteral(": ") +
           parts.join(QLatin1Char(' '));
}

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString bytes(std::uint64_t value) {
    return QLocale().formattedDataSize(static_cast<qint64>(value), 1, QLocale::DataSizeTraditionalFormat);
}

QString percent(double value) {
    const int digits = value == std::floor(value) ? 0 : 1;
    return Words::tr("%1 %", "percentage").arg(QLocale().toString(value, 'f', digits));
}

QString duration(Seconds value) {
    const auto s = value.count();
    if (s < 60) return Words::tr("%1 s", "duration").arg(number(s));
    if (s < 3600) return Words::tr("%1 min", "duration").arg(number(s / 60));
    if (s < 86400) {
        const QString hours = Words::tr("%1 h", "duration").arg(number(s / 3600));
        return s % 3600 < 60 ? hours
                             : Words::tr("%1 %2 min", "duration, hours first").arg(hours, number(s % 3600 / 60));
    }
    return Words::tr("%1 d", "duration in days").arg(number(s / 86400));
}

QDateTime toDateTime(TimePoint time) {
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

TimePoint toTimePoint(const QDateTime& time) {
    return TimePoint(Milliseconds(time.toMSecsSinceEpoch()));
}

QString localTime(const std::optional<TimePoint>& time) {
    if (!time) return QStringLiteral("–");
    return QLocale().toString(toDateTime(*time).toLocalTime(), QLocale::ShortFormat);
}

QString utcTime(const std::optional<TimePoint>& time) {
    if (!time) return {};
    return Words::tr("%1 UTC", "time").arg(toDateTime(*time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString relativeTime(const std::optional<TimePoint>& time) {
    if (!time) return QStringLiteral("–");
    const auto passed = std::chrono::duration_cast<Seconds>(SystemClock().now() - *time);
    if (passed.count() < 0) return Words::tr("in %1", "time until").arg(duration(-passed));
    return Words::tr("%1 ago", "time since").arg(duration(passed));
}

}  // namespace signalbox::ui
