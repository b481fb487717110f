// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preferences.h"

#include <QSettings>
#include <chrono>
#include <utility>

namespace signalbox::ui {
namespace {

constexpr std::chrono::milliseconds kPause{500};

QString fileOf(const QString& file) {
    if (!file.isEmpty()) return file;
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("signalbox"), QStringLiteral("console"))
        .fileName();
}

}  // namespace

Preferences::Preferences(const QString& file, QObject* parent) : QObject(parent), m_file(fileOf(file)) {
    m_disk.setMaxThreadCount(1);  // changes are written in their order
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &Preferences::write);
    const QSettings kept(m_file, QSettings::IniFormat);
    const QStringList keys = kept.allKeys();
    for (const QString& key : keys)
        m_values.insert(key, kept.value(key));
}

Preferences::~Preferences() {
    write();
    m_disk.waitForDone();
}

QVariant Preferences::value(const QString& key, const QVariant& otherwise) const {
    return m_values.value(key, otherwise);
}

void Preferences::set(const QString& key, const QVariant& value) {
    if (m_values.contains(key) && m_values.value(key) == value) return;
    m_values.insert(key, value);
    want({key, value});
}

void Preferences::remove(const QString& group) {
    const QString below = group + QLatin1Char('/');
    m_values.removeIf([&](const QMap<QString, QVariant>::iterator& each) {
        return each.key() == group || each.key().startsWith(below);
    });
    want({group, {}});
}

void Preferences::want(const Change& change) {
    m_changes.append(change);
    // Not put off by what follows: dragging a column changes it all the time.
    if (!m_pause.isActive()) m_pause.start();
    Q_EMIT changed(change.key);
}

void Preferences::write() {
    if (m_changes.isEmpty()) return;
    m_disk.start([file = m_file, changes = std::exchange(m_changes, {})] {
        QSettings kept(file, QSettings::IniFormat);
        for (const Change& change : changes)
            change.value.isValid() ? kept.setValue(change.key, change.value) : kept.remove(change.key);
        kept.sync();
    });
}

}  // namespace signalbox::ui
