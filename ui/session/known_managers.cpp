// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/known_managers.h"

#include <algorithm>

namespace signalbox::ui {
namespace {

constexpr int kGroup = 4;
constexpr int kMostKnown = 1000;

QSettings::Format format() {
    return QSettings::IniFormat;
}

QString settingsFile(const QString& file) {
    if (!file.isEmpty()) return file;
    return QSettings(format(), QSettings::UserScope, QStringLiteral("signalbox"), QStringLiteral("console")).fileName();
}

}  // namespace

KnownManagers::KnownManagers(const QString& file, QObject* parent)
    : QObject(parent), m_settings(settingsFile(file), format()) {
    const int count = std::min(m_settings.beginReadArray(QStringLiteral("managers")), kMostKnown);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const auto text = [this](const char* name) { return m_settings.value(QString::fromUtf8(name)).toString(); };
        const KnownManager manager{text("name"), text("url"), text("fingerprint"), text("ca"), text("account")};
        if (!manager.name.isEmpty() && !manager.caPem.isEmpty()) m_all << manager;
    }
    m_settings.endArray();
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
    m_settings.remove(QStringLiteral("managers"));
    m_settings.beginWriteArray(QStringLiteral("managers"), static_cast<int>(m_all.size()));
    for (int i = 0; i < m_all.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), m_all[i].name);
        m_settings.setValue(QStringLiteral("url"), m_all[i].url);
        m_settings.setValue(QStringLiteral("fingerprint"), m_all[i].fingerprint);
        m_settings.setValue(QStringLiteral("ca"), m_all[i].caPem);
        m_settings.setValue(QStringLiteral("account"), m_all[i].account);
    }
    m_settings.endArray();
    Q_EMIT changed();
}

LastChoice KnownManagers::last() const {
    const QString kind = m_settings.value(QStringLiteral("last/kind")).toString();
    const QString name = m_settings.value(QStringLiteral("last/name")).toString();
    if (kind == QLatin1String("embedded")) return {LastChoice::Kind::embedded, {}};
    if (kind == QLatin1String("known") && named(name)) return {LastChoice::Kind::known, name};
    return {};
}

void KnownManagers::chose(const LastChoice& choice) {
    const bool isKnown = choice.kind == LastChoice::Kind::known;
    const bool isEmbedded = choice.kind == LastChoice::Kind::embedded;
    m_settings.setValue(QStringLiteral("last/kind"), isKnown      ? QStringLiteral("known")
                                                     : isEmbedded ? QStringLiteral("embedded")
                                                                  : QString());
    m_settings.setValue(QStringLiteral("last/name"), choice.name);
}

bool KnownManagers::stopsEmbeddedAtEnd() const {
    return m_settings.value(QStringLiteral("embedded/stopAtEnd"), false).toBool();
}

void KnownManagers::setStopsEmbeddedAtEnd(bool stops) {
    m_settings.setValue(QStringLiteral("embedded/stopAtEnd"), stops);
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
