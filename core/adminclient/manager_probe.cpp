// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/manager_probe.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QUrl>
#include <algorithm>

#include "core/adminclient/problem.h"
#include "core/adminclient/profile.h"
#include "core/trust/certificate.h"

namespace signalbox::adminclient {
namespace {

constexpr int kAnyPort = 443;

Result<ManagerIdentity> identityOf(const std::string& url, const QList<QSslCertificate>& chain) {
    const auto untrusted = [&url](const std::string& why) { return makeError(AdminErrc::untrusted, url + ": " + why); };
    const auto authority = std::find_if(chain.begin(), chain.end(),
                                        [](const QSslCertificate& certificate) { return certificate.isSelfSigned(); });
    if (authority == chain.begin() || authority == chain.end())
        return untrusted("it does not show the authority of its certificate");
    const QByteArray leaf = chain.first().toPem();
    const auto certificate = trust::inspectCertificate({leaf.constData(), static_cast<std::size_t>(leaf.size())});
    if (!certificate || certificate->role != trust::roleName(trust::Role::manager))
        return untrusted("its certificate is no manager's");
    ManagerIdentity identity;
    identity.url = url;
    identity.fingerprint = authority->digest(QCryptographicHash::Sha256).toHex().toStdString();
    identity.caPem = authority->toPem().toStdString();
    return identity;
}

}  // namespace

ManagerProbe::ManagerProbe(QObject* parent) : QObject(parent) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(makeError(BaseErrc::timedOut, m_url + " does not answer")); });
}

ManagerProbe::~ManagerProbe() {
    cancel();
}

void ManagerProbe::start(const std::string& url, std::chrono::milliseconds patience) {
    cancel();
    m_url = url;
    while (m_url.ends_with('/'))
        m_url.pop_back();
    Profile profile;
    profile.url = m_url;
    profile.token = "none";
    if (auto checked = checkProfile(profile); !checked) {
        QTimer::singleShot(0, this, [this, error = std::move(checked).error()] { Q_EMIT failed(error); });
        return;
    }
    m_socket = new QSslSocket(this);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setCaCertificates({});  // nobody is trusted yet
    m_socket->setSslConfiguration(tls);
    m_socket->setPeerVerifyMode(QSslSocket::QueryPeer);
    connect(m_socket, &QSslSocket::encrypted, this, &ManagerProbe::encrypted);
    connect(m_socket, &QSslSocket::errorOccurred, this,
            [this] { end(makeError(AdminErrc::unreachable, m_url + ": " + m_socket->errorString().toStdString())); });
    m_patience.start(patience);
    const QUrl address(QString::fromStdString(m_url));
    m_socket->connectToHostEncrypted(address.host(), static_cast<quint16>(address.port(kAnyPort)));
}

void ManagerProbe::encrypted() {
    const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
    Result<ManagerIdentity> identity = identityOf(m_url, chain);
    if (identity) {
        const QList<QSslError> errors = QSslCertificate::verify(chain, QUrl(QString::fromStdString(m_url)).host());
        for (const QSslError& error : errors) {
            const auto code = error.error();
            // That nobody knows the authority is what people are asked about.
            if (code == QSslError::SelfSignedCertificateInChain || code == QSslError::SelfSignedCertificate) continue;
            identity = makeError(AdminErrc::untrusted, m_url + ": " + error.errorString().toStdString());
            break;
        }
    }
    end(identity);
}

void ManagerProbe::cancel() {
    m_patience.stop();
    if (!m_socket) return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void ManagerProbe::end(const Result<ManagerIdentity>& outcome) {
    cancel();
    if (outcome)
        Q_EMIT found(*outcome);
    else
        Q_EMIT failed(outcome.error());
}

}  // namespace signalbox::adminclient
