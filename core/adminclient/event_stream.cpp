// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/event_stream.h"

#include <QNetworkReply>
#include <algorithm>
#include <charconv>

namespace signalbox::adminclient {

EventStream::EventStream(Client& client, EventStreamOptions options, QObject* parent)
    : QObject(parent), m_client(client), m_options(options), m_backOff(options.firstBackOff) {
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_options.silence);
    m_pause.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this,
            [this] { retry(makeError(BaseErrc::timedOut, "the event stream fell silent")); });
    connect(&m_pause, &QTimer::timeout, this, &EventStream::open);
}

EventStream::~EventStream() {
    drop();
}

void EventStream::start(std::int64_t after) {
    stop();
    m_running = true;
    m_backOff = m_options.firstBackOff;
    m_lastId = after > 0 ? std::to_string(after) : std::string();
    open();
}

void EventStream::stop() {
    m_running = false;
    m_pause.stop();
    drop();
}

void EventStream::drop() {
    m_silence.stop();
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void EventStream::open() {
    m_parser = EventParser();
    m_spoke = false;
    if (m_client.refusal()) {
        QTimer::singleShot(0, this, [this, error = *m_client.refusal()] {
            stop();
            Q_EMIT failed(error);
        });
        return;
    }
    m_reply = m_client.openStream("/api/v1/events", QByteArray::fromStdString(m_lastId));
    m_reply->setReadBufferSize(1 << 20);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::closed, Qt::QueuedConnection);
    m_silence.start();
}

void EventStream::readSome() {
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status >= 300) return;  // closed() tells what it says
    m_silence.start();
    if (!m_spoke) {
        m_spoke = true;
        m_backOff = m_options.firstBackOff;
        Q_EMIT connected();
        if (!m_reply) return;
    }
    const QByteArray bytes = m_reply->readAll();
    const auto events = m_parser.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!events) return retry(events.error());
    const QPointer<EventStream> alive(this);
    for (const ServerEvent& received : *events) {
        if (!received.id.empty()) m_lastId = received.id;
        Event made{0, received.type, received.data};
        std::from_chars(received.id.data(), received.id.data() + received.id.size(), made.sequence);
        if (received.type == "reset") {
            Q_EMIT gap();
        } else {
            Q_EMIT event(made);
        }
        if (!alive || !m_running) return;
    }
}

void EventStream::closed() {
    if (!m_reply || !m_running) return;
    if (m_reply->bytesAvailable() > 0 && m_reply->error() == QNetworkReply::NoError) readSome();
    if (!m_reply || !m_running) return;
    Error error = Client::streamError(m_reply).value_or(makeError(AdminErrc::unreachable, "the event stream ended"));
    if (mayHealByItself(error)) return retry(error);
    stop();
    Q_EMIT failed(error);
}

void EventStream::retry(const Error& error) {
    drop();
    if (const auto asked = m_parser.retry()) m_backOff = std::max(m_backOff, std::min(*asked, m_options.mostBackOff));
    const auto pause = m_backOff;
    m_backOff = std::min(m_backOff * 2, m_options.mostBackOff);
    m_pause.start(pause);
    Q_EMIT interrupted(error, pause);
}

}  // namespace signalbox::adminclient
