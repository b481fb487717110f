// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <QVariant>

namespace signalbox::ui {

/// What there is in the preferences, beside the managers that are known and the widths of columns.
namespace preference {
inline QString language() {
    return QStringLiteral("language");  ///< "de"; empty: the system's
}
inline QString theme() {
    return QStringLiteral("theme");
}
inline QString typedAbove() {
    return QStringLiteral("confirm/typedAbove");  ///< terminals from which on a rollout's start is typed
}
inline QString notify(const QString& kind) {
    return QStringLiteral("notify/") + kind;  ///< of ui/tray/notifier.h
}
inline constexpr int kTypedAbove = 100;
}  // namespace preference

/// What the console keeps for whoever uses it, in one file that is read once, here, before there is a window. From then
/// on it is in memory: what changes is written a moment later, all together, by a thread of its own, and the GUI thread
/// waits for the disk at its end alone.
class Preferences : public QObject {
    Q_OBJECT
public:
    /// `file` empty: the user's.
    explicit Preferences(const QString& file = {}, QObject* parent = nullptr);
    ~Preferences() override;

    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise = {}) const;
    void set(const QString& key, const QVariant& value);
    /// The value of that name and all below it: "managers" takes "managers/1/name", too.
    void remove(const QString& group);

Q_SIGNALS:
    void changed(const QString& key);

private:
    struct Change {
        QString key;
        QVariant value;  ///< invalid: it is removed
    };
    void want(const Change& change);
    void write();

    QString m_file;
    QMap<QString, QVariant> m_values;
    QList<Change> m_changes;  ///< not written yet
    QTimer m_pause;
    QThreadPool m_disk;
};

}  // namespace signalbox::ui
