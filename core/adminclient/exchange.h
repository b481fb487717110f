// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <optional>
#include <string>

#include "core/adminclient/client.h"

namespace signalbox::adminclient {

/// One request and its bounded answer; deletes itself after the callback. Internal to this room.
class Exchange : public QObject {
    Q_OBJECT
public:
    struct Plan {
        std::string what;  ///< for errors: "POST https://…"
        ClientOptions options;
        Client::Callback callback;
        Client::SendProgress progress;
        Client::Sink sink;  ///< of a 2xx answer's body; none: it is collected
    };
    Exchange(QNetworkReply* reply, QObject* context, Plan plan, QObject* parent);

    void cancel();

private:
    void readSome();
    void fail(Error error);
    void finish();
    [[nodiscard]] Reply result();

    QNetworkReply* m_reply;
    Plan m_plan;
    QByteArray m_body;
    qint64 m_received = 0;
    QTimer m_silence;
    std::optional<Error> m_failure;
    bool m_over = false;
};

/// Why a reply ended without a complete answer; nullopt where it has one.
[[nodiscard]] std::optional<Error> transportError(QNetworkReply* reply);

/// Set on a reply whose peer turned out not to be the manager: the reason.
inline constexpr const char* kUntrustedProperty = "signalboxUntrusted";

}  // namespace signalbox::adminclient
