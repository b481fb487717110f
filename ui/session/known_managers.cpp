// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/known_managers.h"

#include <algorithm>

#include "ui/session/preferences.h"

namespace signalbox::ui {
namespace {

constexpr int kGroup = 4;
constexpr int kMostKnown = 1000;

QString keyOf(qsizetype number, const char* name) {
    return QStringLiteral("managers/%1/%2").arg(number + 1).arg(QLatin1String(name));
}

}  // namespace

KnownManagers::KnownManagers(Preferences& preferences, QObject* parent) : QObject(parent), m_preferences(preferences) {
    const int count = std::min(m_preferences.value(QStringLiteral("managers/size")).toInt(), kMostKnown);
    for (int i = 0; i < count; ++i) {
        const auto text = [this, i](const char* name) { return m_preferences.value(keyOf(i, name)).toString(); };
        const KnownManager manager{text("name"), text("url"), text("fingerprint"), text("ca"), text("account")};
        if (!manager.name.isEmpty() && !manager.caPem.isEmpty()) m_all << manager;
    }
}

std::optional<KnownManager> KnownManagers::named(const QString& name) const {
    for (const KnownManager& manager : m_all)
        if (manager.name == name) return manager;
    return std::nullopt;
}

void KnownManagers::remember(const KnownManager& manager) {
    const auto same = std::find_if(m_all.begin(), m_all.end(),
                                   [&manager](const KnownManager& known) { return known.name == manager.name; });
    if (same != m_all.end())
        *same = manager;
    else
        m_all << manager;
    write();
}

void KnownManagers::forget(const QString& name) {
    m_all.removeIf([&name](const KnownManager& known) { return known.name == name; });
    write();
}

void KnownManagers::write() {
    m_preferences.remove(QStringLiteral("managers"));
    m_preferences.set(QStringLiteral("managers/size"), static_cast<int>(m_all.size()));
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        m_preferences.set(keyOf(i, "name"), m_all[i].name);
        m_preferences.set(keyOf(i, "url"), m_all[i].url);
        m_preferences.set(keyOf(i, "fingerprint"), m_all[i].fingerprint);
        m_preferences.set(keyOf(i, "ca"), m_all[i].caPem);
        m_preferences.set(keyOf(i, "account"), m_all[i].account);
    }
    Q_EMIT changed();
}

LastChoice KnownManagers::last() const {
    const QString kind = m_preferences.value(QStringLiteral("last/kind")).toString();
    const QString name = m_preferences.value(QStringLiteral("last/name")).toString();
    if (kind == QLatin1String("embedded")) return {LastChoice::Kind::embedded, {}};
    if (kind == QLatin1String("known") && named(name)) return {LastChoice::Kind::known, name};
    return {};
}

void KnownManagers::chose(const LastChoice& choice) {
    const bool isKnown = choice.kind == LastChoice::Kind::known;
    const bool isEmbedded = choice.kind == LastChoice::Kind::embedded;
    m_preferences.set(QStringLiteral("last/kind"), isKnown      ? QStringLiteral("known")
                                                   : isEmbedded ? QStringLiteral("embedded")
                                                                : QString());
    m_preferences.set(QStringLiteral("last/name"), choice.name);
}

bool KnownManagers::stopsEmbeddedAtEnd() const {
    return m_preferences.value(QStringLiteral("embedded/stopAtEnd"), false).toBool();
}

void KnownManagers::setStopsEmbeddedAtEnd(bool stops) {
    m_preferences.set(QStringLiteral("embedded/stopAtEnd"), stops);
    Q_EMIT changed();
}

QString groupedFingerprint(const QString& hex) {
    QString grouped;
    for (qsizetype i = 0; i < hex.size(); i += kGroup) {
        if (i > 0) grouped += QLatin1Char(' ');
        grouped += hex.mid(i, kGroup).toUpper();
    }
    return grouped;
}

bool isFingerprint(const QString& typed, const QString& hex) {
    QString plain;
    for (const QChar c : typed)
        if (!c.isSpace() && c != QLatin1Char(':') && c != QLatin1Char('-')) plain += c.toLower();
    return !hex.isEmpty() && plain == hex;
}

}  // namespace signalbox::ui
