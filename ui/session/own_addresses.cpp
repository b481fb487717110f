// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/own_addresses.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QUrl>

namespace signalbox::ui {
namespace {

constexpr int kLongestHost = 253;

}  // namespace

QStringList ownAddresses() {
    QStringList found;
    const QString name = QHostInfo::localHostName();
    const QString domain = QHostInfo::localDomainName();
    if (!name.isEmpty() && !domain.isEmpty()) found << name + QLatin1Char('.') + domain;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface& each : interfaces) {
        if (!each.flags().testFlag(QNetworkInterface::IsRunning)) continue;
        const QList<QNetworkAddressEntry> entries = each.addressEntries();
        for (const QNetworkAddressEntry& entry : entries) {
            const QHostAddress address = entry.ip();
            // The manager's door for terminals listens on IPv4.
            if (address.protocol() != QAbstractSocket::IPv4Protocol || address.isLoopback() || address.isLinkLocal())
                continue;
            found << address.toString();
        }
    }
    if (!name.isEmpty()) found << name;
    found << QStringLiteral("127.0.0.1");
    found.removeDuplicates();
    return found;
}

bool isLoopback(const QString& host) {
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isHost(const QString& text) {
    if (text.isEmpty() || text.size() > kLongestHost) return false;
    if (!QHostAddress(text).isNull()) return true;
    for (const QChar c : text) {
        const bool isPlain =
            c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('-'));
        if (!isPlain) return false;
    }
    return !text.startsWith(QLatin1Char('-')) && !text.startsWith(QLatin1Char('.'));
}

}  // namespace signalbox::ui
