// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "core/base/result.h"

namespace QKeychain {
class Job;
}

namespace signalbox::ui {

/// Passwords and tokens in the keychain of the operating system, and nowhere else: never in a file. Asynchronous, on
/// the GUI thread. Errors: BaseErrc::notFound; BaseErrc::denied where the person or the keychain refused;
/// BaseErrc::unavailable where this computer has none: then say so and ask each time.
class SecretKeeper : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void read(const QString& key, QObject* context, std::function<void(Result<QString>)> done);
    void write(const QString& key, const QString& secret, QObject* context, std::function<void(Result<void>)> done);
    /// Nothing there is success.
    void remove(const QString& key, QObject* context, std::function<void(Result<void>)> done);
};

}  // namespace signalbox::ui
