// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>
#include <boost/json/serialize.hpp>

#include "core/adminclient/exchange.h"
#include "core/adminclient/once_body.h"
#include "core/trust/certificate.h"

namespace signalbox::adminclient {
namespace {

QString joinErrors(const QList<QSslError>& errors) {
    QStringList texts;
    for (const QSslError& error : errors)
        texts << error.errorString();
    texts.removeDuplicates();
    return texts.join(QStringLiteral("; "));
}

}  // namespace

PendingCall::PendingCall(Exchange* exchange) : m_exchange(exchange) {}

void PendingCall::cancel() {
    if (m_exchange) m_exchange->cancel();
}

Result<std::unique_ptr<Client>> Client::make(const Profile& profile, ClientOptions options) {
    CHECK(checkProfile(profile));
    std::unique_ptr<Client> client(new Client(profile, options));
    if (client->m_ownAuthority) {
        const QList<QSslCertificate> authority =
            QSslCertificate::fromData(QByteArray::fromStdString(profile.caPem), QSsl::Pem);
        if (authority.isEmpty()) return makeError(BaseErrc::malformed, "the manager's authority: no certificate in it");
    }
    return client;
}

Client::Client(const Profile& profile, ClientOptions options)
    : m_url(profile.url),
      m_token(profile.token),
      m_ownAuthority(!profile.caPem.empty()),
      m_options(options),
      m_network(new QNetworkAccessManager(this)) {
    while (m_url.ends_with('/'))
        m_url.pop_back();
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);  // a token must not go elsewhere
    m_network->setAutoDeleteReplies(false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (m_ownAuthority) {
        tls.setCaCertificates(QSslCertificate::fromData(QByteArray::fromStdString(profile.caPem), QSsl::Pem));
        tls.setProtocol(QSsl::TlsV1_3OrLater);
    } else {
        tls.setProtocol(QSsl::TlsV1_2OrLater);
    }
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_tls = std::make_unique<QSslConfiguration>(tls);
    connect(m_network, &QNetworkAccessManager::encrypted, this, &Client::checkRole);
    connect(m_network, &QNetworkAccessManager::sslErrors, this,
            [](QNetworkReply* reply, const QList<QSslError>& errors) {
                reply->setProperty(kUntrustedProperty, joinErrors(errors));
            });
}

Client::~Client() = default;

QNetworkRequest Client::requestFor(const std::string& target) const {
    QNetworkRequest request(QUrl::fromEncoded(QByteArray::fromStdString(m_url + target), QUrl::StrictMode));
    request.setSslConfiguration(*m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_token));
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "signalbox/" SIGNALBOX_VERSION);
    return request;
}

void Client::checkRole(QNetworkReply* reply) {
    if (!m_ownAuthority) return;
    // Qt offers no URIs of a certificate's alternative names, hence our own reader.
    const QByteArray pem = reply->sslConfiguration().peerCertificate().toPem();
    const auto certificate = trust::inspectCertificate({pem.constData(), static_cast<std::size_t>(pem.size())});
    const auto wanted = trust::roleName(trust::Role::manager);
    if (certificate && certificate->role == wanted) return;
    const QString why = certificate
                            ? QStringLiteral("%1: its certificate carries the role '%2', a manager's is needed")
                                  .arg(QString::fromStdString(m_url), QString::fromStdString(certificate->role))
                            : QStringLiteral("%1: its certificate cannot be read").arg(QString::fromStdString(m_url));
    m_refusal = makeError(AdminErrc::untrusted, why.toStdString());
    // Whatever else waits for this connection must not go out on it either.
    const auto replies = findChildren<QNetworkReply*>();
    for (QNetworkReply* each : replies)
        each->setProperty(kUntrustedProperty, why);
    reply->setProperty(kUntrustedProperty, why);
    for (QNetworkReply* each : replies)
        each->abort();
}

PendingCall Client::begin(Outgoing outgoing, QObject* context, Callback callback) {
    if (m_refusal) {
        const auto refuse = [callback = std::move(callback), error = *m_refusal] {
            Reply reply;
            reply.body = error;
            callback(std::move(reply));
        };
        QTimer::singleShot(0, context ? context : this, refuse);
        return {};
    }
    QNetworkRequest request = requestFor(outgoing.target);
    request.setRawHeader("Accept", outgoing.sink ? "*/*" : "application/json, application/problem+json");
    if (!outgoing.ifMatch.empty()) request.setRawHeader("If-Match", QByteArray::fromStdString(outgoing.ifMatch));
    OnceBody* device = nullptr;
    if (!outgoing.type.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, outgoing.type);
        request.setHeader(QNetworkRequest::ContentLengthHeader, outgoing.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        device = new OnceBody(std::move(outgoing.body));
    }
    QNetworkReply* reply = m_network->sendCustomRequest(request, QByteArray::fromStdString(outgoing.method), device);
    if (device) device->setParent(reply);
    Exchange::Plan plan{outgoing.method + " " + m_url + outgoing.target, m_options, std::move(callback),
                        std::move(outgoing.progress), std::move(outgoing.sink)};
    return PendingCall(new Exchange(reply, context, std::move(plan), this));
}

PendingCall Client::request(const Request& request, QObject* context, Callback callback) {
    Outgoing outgoing{.method = request.method, .target = request.target, .ifMatch = request.ifMatch};
    if (request.body) {
        outgoing.type = "application/json";
        outgoing.body = QByteArray::fromStdString(boost::json::serialize(*request.body));
    }
    if (!request.text.empty()) {
        outgoing.type = "text/csv";
        outgoing.body = QByteArray::fromStdString(request.text);
    }
    return begin(std::move(outgoing), context, std::move(callback));
}

PendingCall Client::sendBytes(const std::string& target, QByteArray bytes, QObject* context, Callback callback,
                              SendProgress progress) {
    Outgoing outgoing{.method = "PATCH",
                      .target = target,
                      .type = "application/octet-stream",
                      .body = std::move(bytes),
                      .progress = std::move(progress)};
    return begin(std::move(outgoing), context, std::move(callback));
}

PendingCall Client::download(const std::string& target, QObject* context, Sink sink, Callback callback) {
    Outgoing outgoing{.method = "GET", .target = target, .sink = std::move(sink)};
    return begin(std::move(outgoing), context, std::move(callback));
}

QNetworkReply* Client::openStream(const std::string& target, const QByteArray& lastEventId) {
    QNetworkRequest request = requestFor(target);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-store");
    if (!lastEventId.isEmpty()) request.setRawHeader("Last-Event-ID", lastEventId);
    QNetworkReply* reply = m_network->get(request);
    reply->setParent(this);
    return reply;
}

std::optional<Error> Client::streamError(QNetworkReply* reply) {
    if (auto error = transportError(reply)) return error;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300) return std::nullopt;
    const QByteArray body = reply->read(64 << 10);
    return readProblem(status, {body.constData(), static_cast<std::size_t>(body.size())}).error;
}

}  // namespace signalbox::adminclient
