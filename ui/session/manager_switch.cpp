// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/manager_switch.h"

#include <QUrl>
#include <utility>

namespace signalbox::ui {

using adminclient::Profile;
using adminclient::SessionInfo;
using adminclient::WhoAmI;
using Kind = CurrentManager::Kind;

namespace {

constexpr std::chrono::milliseconds kWatchInterval{5000};

}  // namespace

ManagerSwitch::ManagerSwitch(ManagerLink& link, KnownManagers& known, SecretKeeper& secrets, EmbeddedManager& embedded,
                             QObject* parent)
    : QObject(parent), m_link(link), m_known(known), m_secrets(secrets), m_embedded(embedded) {
    connect(&m_link, &ManagerLink::stateChanged, this, &ManagerSwitch::linkChanged);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_link.state() == LinkState::connecting && m_current.kind == Kind::embedded) m_embedded.suspect();
        linkChanged(m_link.state());
    });
    m_watch.start(kWatchInterval);
    connect(&m_embedded, &EmbeddedManager::ready, this, [this](const Profile& profile) {
        if (m_current.kind != Kind::embedded) return;
        // After a restart at the same address the link finds it by itself.
        const bool isSame = m_open && m_open->url == profile.url && m_open->token == profile.token;
        if (isSame && m_link.state() != LinkState::refused) return;
        m_open = profile;
        static_cast<void>(m_link.open(profile));
    });
}

void ManagerSwitch::openLast() {
    const LastChoice last = m_known.last();
    if (last.kind == LastChoice::Kind::embedded) return openEmbedded();
    if (last.kind == LastChoice::Kind::known) return openKnown(last.name);
    Q_EMIT firstRunWanted();
}

void ManagerSwitch::openEmbedded(const QString& ddiHost) {
    setCurrent({Kind::embedded, {}});
    m_known.chose({LastChoice::Kind::embedded, {}});
    if (m_embedded.state() != EmbeddedState::running) return m_embedded.start(ddiHost);
    const QString host = QUrl(QString::fromStdString(m_embedded.status().ddiUrl)).host();
    if (!ddiHost.isEmpty() && host != ddiHost) return m_embedded.move(ddiHost);
    m_embedded.suspect();  // ready() follows
}

void ManagerSwitch::openKnown(const QString& name) {
    const auto manager = m_known.named(name);
    if (!manager) return;
    setCurrent({Kind::known, name});
    m_known.chose({LastChoice::Kind::known, name});
    m_secrets.read(manager->secretKey(), this, [this, manager = *manager](Result<QString> secret) {
        if (m_current.kind != Kind::known || m_current.name != manager.name) return;
        if (!secret) return Q_EMIT secretWanted(manager, secret.error());
        takeToken(manager, {manager.account, *secret}, [this, manager](Result<Profile> profile) {
            if (m_current.kind != Kind::known || m_current.name != manager.name) return;
            if (!profile && profile.error().code == BaseErrc::denied)
                return Q_EMIT secretWanted(manager, profile.error());
            if (!profile) return Q_EMIT openFailed(manager, profile.error());
            m_open = *profile;
            static_cast<void>(m_link.open(*profile));
        });
    });
}

void ManagerSwitch::logIn(const KnownManager& manager, const Credentials& credentials, bool keep, QObject* context,
                          std::function<void(Result<void>)> done) {
    const QPointer<QObject> alive(context);
    takeToken(manager, credentials,
              [this, manager, credentials, keep, alive, done = std::move(done)](Result<Profile> profile) {
                  if (!profile) {
                      if (alive) done(std::move(profile).error());
                      return;
                  }
                  KnownManager kept = manager;
                  kept.account = credentials.account;
                  m_known.remember(kept);
                  m_known.chose({LastChoice::Kind::known, kept.name});
                  setCurrent({Kind::known, kept.name});
                  m_open = *profile;
                  static_cast<void>(m_link.open(*profile));
                  const auto tell = [alive, done](Result<void> outcome) {
                      if (alive) done(std::move(outcome));
                  };
                  if (keep) return m_secrets.write(kept.secretKey(), credentials.secret, this, tell);
                  m_secrets.remove(kept.secretKey(), this, tell);
              });
}

void ManagerSwitch::takeToken(const KnownManager& manager, const Credentials& credentials,
                              std::function<void(Result<Profile>)> done) {
    const bool isToken = credentials.account.isEmpty();
    Profile profile;
    profile.url = manager.url.toStdString();
    profile.caPem = manager.caPem.toStdString();
    profile.token = isToken ? credentials.secret.toStdString() : "none";
    auto client = adminclient::Client::make(profile);
    if (!client) return done(std::move(client).error());
    if (m_asking) m_asking.release()->deleteLater();
    m_asking = std::move(client).value();
    if (isToken) {
        m_asking->send<WhoAmI>(adminclient::calls::whoAmI(), this,
                               [profile, done = std::move(done)](Result<WhoAmI> who) {
                                   if (!who) return done(std::move(who).error());
                                   done(profile);
                               });
        return;
    }
    m_asking->send<SessionInfo>(
        adminclient::calls::logIn(credentials.account.toStdString(), credentials.secret.toStdString()), this,
        [profile, done = std::move(done)](Result<SessionInfo> session) mutable {
            if (!session) return done(std::move(session).error());
            profile.token = session->token;
            done(profile);
        });
}

void ManagerSwitch::openDemo(const Profile& profile) {
    setCurrent({Kind::demo, {}});
    m_open = profile;
    static_cast<void>(m_link.open(profile));
}

void ManagerSwitch::openGiven(const Profile& profile) {
    setCurrent({Kind::given, QUrl(QString::fromStdString(profile.url)).authority()});
    m_open = profile;
    static_cast<void>(m_link.open(profile));
}

void ManagerSwitch::forget(const QString& name) {
    const auto manager = m_known.named(name);
    if (!manager) return;
    if (m_current.kind == Kind::known && m_current.name == name) close();
    m_known.forget(name);
    m_secrets.remove(manager->secretKey(), this, [](const Result<void>&) {});
}

void ManagerSwitch::keepSecret(const QString& secret) {
    const auto manager = m_known.named(m_current.name);
    if (m_current.kind != Kind::known || !manager || manager->account.isEmpty()) return;
    const QString key = manager->secretKey();
    m_secrets.read(key, this, [this, key, secret](const Result<QString>& kept) {
        if (kept) m_secrets.write(key, secret, this, [](const Result<void>&) {});
    });
}

void ManagerSwitch::logOut() {
    const auto manager = m_known.named(m_current.name);
    if (m_current.kind != Kind::known || !manager) return;
    m_secrets.remove(manager->secretKey(), this, [](const Result<void>&) {});
    // A token is no session: that it cannot be ended is no reason to stay.
    m_link.send<adminclient::Nothing>(adminclient::calls::logOut(), this,
                                      [this, name = manager->name](const Result<adminclient::Nothing>&) {
                                          if (m_current.kind == Kind::known && m_current.name == name) close();
                                      });
}

void ManagerSwitch::close() {
    m_open.reset();
    m_link.close();
    setCurrent({});
}

void ManagerSwitch::setCurrent(const CurrentManager& current) {
    if (m_current.kind != current.kind || m_current.name != current.name) {
        m_open.reset();
        m_link.close();
    }
    m_renewed = false;
    m_current = current;
    Q_EMIT currentChanged(m_current);
}

void ManagerSwitch::linkChanged(LinkState state) {
    if (state == LinkState::live) m_renewed = false;
    if (m_current.kind == Kind::embedded && (state == LinkState::interrupted || state == LinkState::refused))
        m_embedded.suspect();
    // A session lasts some hours; the password in the keychain opens the next one.
    const bool isDenied =
        state == LinkState::refused && m_link.lastError() && m_link.lastError()->code == BaseErrc::denied;
    if (m_current.kind == Kind::known && isDenied && !m_renewed) renew();
}

void ManagerSwitch::renew() {
    QTimer::singleShot(0, this, [this] {
        if (m_current.kind != Kind::known) return;
        openKnown(m_current.name);
        m_renewed = true;
    });
}

}  // namespace signalbox::ui
