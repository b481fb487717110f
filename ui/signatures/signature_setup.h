// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "ui/session/manager_link.h"
#include "ui/signatures/approver_keys.h"

namespace signalbox::ui {

/// Sets up signatures for one person: a key that is kept in the keychain, or in a file where there is none, and a
/// second one in a recovery kit. From then on releases need a signature. What went well is not done again when it is
/// tried again. On the GUI thread; what is slow is not.
class SignatureSetup : public QObject {
    Q_OBJECT
public:
    struct Plan {
        std::string keyFile;  ///< empty: the keychain
        std::string keyPassphrase;
        std::string kit;  ///< a file that is not there yet
        std::string kitPassphrase;
    };
    SignatureSetup(ManagerLink& link, QObject* parent) : QObject(parent), m_link(link) {}

    void start(const Plan& plan);
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void done();
    /// `step`: "state", "kit", "key", "manager" or "check".
    void failed(const QString& step, const signalbox::Error& error);

private:
    void chooseKey();
    void keepKey();
    void writeKit();
    void establish();
    void check();
    void fail(const char* step, const Error& error);

    ManagerLink& m_link;
    ApproverKeys m_keychain;
    Plan m_plan;
    std::string m_onlineKey;
    std::optional<trust::PrivateKey> m_own;
    std::optional<trust::PrivateKey> m_spare;
    std::string m_keptIn;  ///< the file of the key, or "keychain"
    std::string m_kitIn;   ///< the kit that was written
    boost::json::object m_root;
    bool m_running = false;
};

}  // namespace signalbox::ui
