// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adminclient_server.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <algorithm>

namespace signalbox::test {
namespace {

QByteArray lower(QByteArray text) {
    return text.trimmed().toLower();
}

/// Takes one whole request off the front of `buffer`; false while it is not complete.
bool takeRequest(QByteArray& buffer, AdminServer::Received& into) {
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) return false;
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    into.method = first.value(0).toStdString();
    into.target = first.value(1).toStdString();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        into.headers[lower(lines[i].left(colon)).toStdString()] = lines[i].mid(colon + 1).trimmed().toStdString();
    }
    const auto length = static_cast<qsizetype>(std::atoll(into.headers["content-length"].c_str()));
    if (buffer.size() < headEnd + 4 + length) return false;
    into.body = buffer.mid(headEnd + 4, length).toStdString();
    buffer.remove(0, headEnd + 4 + length);
    return true;
}

}  // namespace

AdminServer::AdminServer(Handler handler, AdminServerIdentity identity)
    : m_handler(std::move(handler)), m_server(std::make_unique<QSslServer>()) {
    const TimePoint now = SystemClock().now();
    const auto authority = trust::CertificateAuthority::create("Test authority", now).value();
    m_caPem = authority.certificatePem();
    const auto key = trust::PrivateKey::generate();
    const std::string request = trust::makeSigningRequest(key, "manager").value();
    const std::string chain = authority.issue(request, {"manager", identity.role, {identity.host}}, now).value();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(QByteArray::fromStdString(chain), QSsl::Pem));
    tls.setPrivateKey(QSslKey(QByteArray::fromStdString(key.toPem()), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server->setSslConfiguration(tls);
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(m_server->nextPendingConnection())) {
            QObject::connect(socket, &QSslSocket::readyRead, m_server.get(), [this, socket] { read(socket); });
            QObject::connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    });
    m_server->listen(QHostAddress::LocalHost);
}

std::string AdminServer::url() const {
    return "https://127.0.0.1:" + std::to_string(m_server->serverPort());
}

adminclient::Profile AdminServer::profile() const {
    return {url(), "token-of-a-test", m_caPem};
}

int AdminServer::count(const std::string& method, const std::string& prefix) const {
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const Received& request) {
        return request.method == method && request.target.starts_with(prefix);
    }));
}

void AdminServer::read(QSslSocket* socket) {
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    Received request;
    while (takeRequest(buffer, request)) {
        m_requests.push_back(request);
        answer(socket, m_handler(request));
        request = {};
    }
}

void AdminServer::answer(QSslSocket* socket, const Answer& answer) {
    if (answer.end == End::silence) return;
    if (answer.end == End::nothing) return socket->abort();
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nContent-Type: " + answer.type + "\r\n";
    for (const auto& [name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.end != End::stream && answer.status != 204)
        head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    std::string bytes = head + "\r\n" + answer.body;
    if (answer.end == End::half) bytes.resize(bytes.size() - answer.body.size() / 2);
    socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
    if (answer.end == End::stream) m_streams.emplace_back(socket);
    if (answer.end == End::half) socket->disconnectFromHost();
}

void AdminServer::push(const std::string& bytes) {
    for (const auto& socket : m_streams)
        if (socket) socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void AdminServer::dropStreams() {
    for (const auto& socket : m_streams)
        if (socket) socket->abort();
    m_streams.clear();
}

void AdminServer::close() {
    m_server->close();
    for (const auto& [socket, buffer] : std::exchange(m_buffers, {})) {
        const auto children = m_server->findChildren<QSslSocket*>();
        if (children.contains(socket)) socket->abort();
    }
}

}  // namespace signalbox::test
