// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <string>

#include "core/base/result.h"

class QSslSocket;

namespace signalbox::adminclient {

/// What a manager shows of itself before anyone trusts it.
struct ManagerIdentity {
    std::string url;          ///< "https://host:port"
    std::string fingerprint;  ///< of its authority, as ManagerStatus::caFingerprint: what people compare
    std::string caPem;        ///< for Profile::caPem, once they have
};

/// Looks at the certificates of an address without sending it anything but the handshake: no password, no token, no
/// request. Whoever answers may claim to be any manager; the fingerprint is to be compared by a person. One thread with
/// an event loop.
class ManagerProbe : public QObject {
    Q_OBJECT
public:
    explicit ManagerProbe(QObject* parent = nullptr);
    ~ManagerProbe() override;

    /// `url`: "https://host:port". found() or failed() comes once, from the event loop; a probe under way is dropped.
    void start(const std::string& url, std::chrono::milliseconds patience = std::chrono::milliseconds(10000));
    void cancel();

Q_SIGNALS:
    void found(const signalbox::adminclient::ManagerIdentity& identity);
    /// BaseErrc::invalidArgument for the url; AdminErrc::unreachable; BaseErrc::timedOut; AdminErrc::untrusted
    /// where the certificate is no manager's, is for another host, or was not signed by the authority it came with.
    void failed(const signalbox::Error& error);

private:
    void encrypted();
    void end(const Result<ManagerIdentity>& outcome);

    std::string m_url;
    QSslSocket* m_socket = nullptr;
    QTimer m_patience;
};

}  // namespace signalbox::adminclient
