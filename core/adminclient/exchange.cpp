// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/exchange.h"

#include <QVariant>
#include <utility>

#include "core/model/json.h"

namespace signalbox::adminclient {

Exchange::Exchange(QNetworkReply* reply, QObject* context, Plan plan, QObject* parent)
    : QObject(parent), m_reply(reply), m_plan(std::move(plan)) {
    m_reply->setParent(this);
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_plan.options.silence);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        fail(makeError(BaseErrc::timedOut,
                       "nothing came for " + std::to_string(m_plan.options.silence.count()) + " ms"));
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readSome);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        m_silence.start();
        if (m_plan.progress && !m_over) m_plan.progress(sent);
    });
    // Queued, so that no callback comes from within the call that started or cancelled the request.
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish, Qt::QueuedConnection);
    if (context) {
        connect(context, &QObject::destroyed, this, [this] {
            m_plan.callback = {};
            m_plan.progress = {};
            m_plan.sink = {};
            cancel();
        });
    }
    m_silence.start();
}

void Exchange::cancel() {
    fail(makeError(BaseErrc::cancelled));
}

void Exchange::fail(Error error) {
    if (m_over || m_failure) return;
    m_failure = std::move(error);
    if (m_reply->isRunning()) m_reply->abort();
}

void Exchange::readSome() {
    m_silence.start();
    if (m_failure || !m_reply->isOpen()) return;
    const QByteArray piece = m_reply->readAll();
    m_received += piece.size();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_plan.sink && status >= 200 && status < 300) {
        auto taken = m_plan.sink({piece.constData(), static_cast<std::size_t>(piece.size())});
        if (!taken) fail(std::move(taken).error());
        return;
    }
    m_body += piece;
    if (static_cast<std::size_t>(m_body.size()) > m_plan.options.maxBody)
        fail(makeError(BaseErrc::tooLarge, "the answer is above " + std::to_string(m_plan.options.maxBody) + " bytes"));
}

void Exchange::finish() {
    if (m_over) return;
    if (!m_failure) readSome();
    m_over = true;
    m_silence.stop();
    Reply reply = result();
    // What the manager says explains itself.
    if (!reply.body && (reply.status < 400 || reply.body.error().context.starts_with("status ")))
        reply.body = std::move(reply.body).error().within(m_plan.what);
    deleteLater();
    if (const auto callback = std::exchange(m_plan.callback, {})) callback(std::move(reply));
}

Reply Exchange::result() {
    Reply reply;
    if (m_failure) {
        reply.body = std::move(*m_failure);
        return reply;
    }
    if (auto error = transportError(m_reply)) {
        reply.body = std::move(*error);
        return reply;
    }
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const std::string_view body(m_body.constData(), static_cast<std::size_t>(m_body.size()));
    if (length.isValid() && length.toLongLong() != m_received) {
        reply.body = makeError(AdminErrc::unreachable, "the answer was cut off after " + std::to_string(m_received) +
                                                           " of " + std::to_string(length.toLongLong()) + " bytes");
    } else if (reply.status >= 200 && reply.status < 300) {
        if (body.empty()) {
            reply.body = boost::json::value(nullptr);
        } else if (auto json = parseJson(body, m_plan.options.maxBody)) {
            reply.body = std::move(*json);
        } else {
            reply.body = makeError(AdminErrc::badAnswer, "no JSON, " + json.error().context);
        }
    } else {
        Problem problem = readProblem(reply.status, body);
        reply.body = std::move(problem.error);
        reply.place = problem.place;
    }
    return reply;
}

std::optional<Error> transportError(QNetworkReply* reply) {
    const QVariant untrusted = reply->property(kUntrustedProperty);
    if (untrusted.isValid()) return makeError(AdminErrc::untrusted, untrusted.toString().toStdString());
    const QNetworkReply::NetworkError error = reply->error();
    if (error == QNetworkReply::NoError) return std::nullopt;
    const std::string text = reply->errorString().toStdString();
    if (error == QNetworkReply::SslHandshakeFailedError) return makeError(AdminErrc::untrusted, text);
    // For every status from 400 Qt makes an error of its own; readProblem() knows better.
    if (error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure &&
        reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return std::nullopt;
    return makeError(AdminErrc::unreachable, text);
}

}  // namespace signalbox::adminclient
