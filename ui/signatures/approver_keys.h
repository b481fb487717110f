// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <string>
#include <vector>

#include "core/approver/key_ring.h"
#include "ui/session/secret_keeper.h"

namespace signalbox::ui {

/// The keys that whoever uses this computer signs with. They lie in the keychain of the operating system, and go
/// nowhere else. Asynchronous, on the GUI thread. Errors as SecretKeeper has them, and BaseErrc::malformed where the
/// keychain's entry is no key.
class ApproverKeys : public QObject {
    Q_OBJECT
public:
    using Keys = std::vector<trust::PrivateKey>;
    using QObject::QObject;

    /// None is success.
    void read(QObject* context, std::function<void(Result<Keys>)> done);
    /// A key that is there already is success. BaseErrc::tooLarge where there are as many as can be kept.
    void add(const trust::PrivateKey& key, QObject* context, std::function<void(Result<void>)> done);
    /// For ever. BaseErrc::notFound.
    void remove(const std::string& id, QObject* context, std::function<void(Result<void>)> done);

private:
    void change(QObject* context, std::function<Result<void>(Keys&)> change, std::function<void(Result<void>)> done);

    SecretKeeper m_keeper;
};

}  // namespace signalbox::ui
