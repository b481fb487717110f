// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <cstdint>

#include "core/adminclient/client.h"
#include "core/adminclient/event_parser.h"
#include "core/model/records.h"

namespace signalbox::adminclient {

struct EventStreamOptions {
    std::chrono::milliseconds silence{35000};     ///< the manager speaks every 10 s; longer, the connection is dead
    std::chrono::milliseconds firstBackOff{500};  ///< before connecting again; doubled each time
    std::chrono::milliseconds mostBackOff{15000};
};

/// Follows /api/v1/events: connects again by itself, with a growing pause, from the event it saw last, until stopped.
/// On the client's thread; lives no longer than the client.
class EventStream : public QObject {
    Q_OBJECT
public:
    explicit EventStream(Client& client, EventStreamOptions options = {}, QObject* parent = nullptr);
    ~EventStream() override;

    /// Events after `after`; 0: from now on.
    void start(std::int64_t after = 0);
    void stop();

Q_SIGNALS:
    void connected();
    void event(const signalbox::Event& event);
    /// Events were lost (the manager no longer keeps them): read everything anew.
    void gap();
    /// The connection is gone; the next attempt comes after the pause.
    void interrupted(const signalbox::Error& error, std::chrono::milliseconds pause);
    /// Refused for good (token, certificate, no such call); nothing more comes.
    void failed(const signalbox::Error& error);

private:
    void open();
    void readSome();
    void closed();
    void retry(const Error& error);
    void drop();

    Client& m_client;
    EventStreamOptions m_options;
    EventParser m_parser;
    QPointer<QNetworkReply> m_reply;
    QTimer m_silence;
    QTimer m_pause;
    std::chrono::milliseconds m_backOff;
    std::string m_lastId;
    bool m_running = false;
    bool m_spoke = false;  ///< something came on this connection
};

}  // namespace signalbox::adminclient
