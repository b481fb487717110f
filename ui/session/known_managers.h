// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <optional>

#include "core/adminclient/manager_probe.h"

namespace signalbox::ui {

/// A manager elsewhere that someone of this computer has trusted. Holds no secret.
struct KnownManager {
    QString name;         ///< what people call it; unique
    QString url;          ///< "https://host:port"
    QString fingerprint;  ///< of its authority, as it was compared
    QString caPem;
    QString account;  ///< who logs in; empty: with a token

    /// Under which its token or password lies in the keychain: bound to the authority, so that another manager of the
    /// same name or address never gets it.
    [[nodiscard]] QString secretKey() const { return fingerprint + QLatin1Char('/') + account; }
    friend bool operator==(const KnownManager&, const KnownManager&) = default;
};

/// Which manager the console shows first.
struct LastChoice {
    enum class Kind { none, embedded, known } kind = Kind::none;
    QString name;  ///< of the known one
};

class Preferences;

/// The managers that the console remembers. What is kept is in the preferences; secrets are not (SecretKeeper).
class KnownManagers : public QObject {
    Q_OBJECT
public:
    explicit KnownManagers(Preferences& preferences, QObject* parent = nullptr);

    [[nodiscard]] const QList<KnownManager>& all() const { return m_all; }
    [[nodiscard]] std::optional<KnownManager> named(const QString& name) const;
    /// Replaces the one of that name.
    void remember(const KnownManager& manager);
    void forget(const QString& name);

    [[nodiscard]] LastChoice last() const;
    void chose(const LastChoice& choice);

    [[nodiscard]] bool stopsEmbeddedAtEnd() const;
    void setStopsEmbeddedAtEnd(bool stops);

Q_SIGNALS:
    void changed();

private:
    void write();

    Preferences& m_preferences;
    QList<KnownManager> m_all;
};

/// A fingerprint as people compare it: groups of four, upper case.
[[nodiscard]] QString groupedFingerprint(const QString& hex);
/// Whether `typed`, with whatever spaces, colons and case, is this fingerprint, all of it.
[[nodiscard]] bool isFingerprint(const QString& typed, const QString& hex);

}  // namespace signalbox::ui
