// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/manager_link.h"

#include <utility>

namespace signalbox::ui {

using adminclient::EventStream;

namespace {

constexpr int kCoalesceMs = 200;

}  // namespace

ManagerLink::ManagerLink(QObject* parent) : QObject(parent) {
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(kCoalesceMs);
    connect(&m_coalesce, &QTimer::timeout, this, [this] { Q_EMIT refreshWanted(std::exchange(m_wanted, Topics())); });
}

ManagerLink::~ManagerLink() = default;

Result<void> ManagerLink::open(const adminclient::Profile& profile) {
    close();
    auto client = adminclient::Client::make(profile);
    if (!client) {
        m_lastError = client.error();
        setState(LinkState::refused);
        return std::move(client).error();
    }
    m_client = std::move(client).value();
    m_events = std::make_unique<EventStream>(*m_client);
    connect(m_events.get(), &EventStream::connected, this, [this] {
        m_lastError.reset();
        setState(LinkState::live);
        askWho();
        want(everyTopic());
    });
    connect(m_events.get(), &EventStream::event, this, [this](const Event& event) {
        want(topicOf(event.type));
        Q_EMIT eventSeen(event);
    });
    connect(m_events.get(), &EventStream::gap, this, [this] { want(everyTopic()); });
    connect(m_events.get(), &EventStream::interrupted, this, &ManagerLink::interrupted);
    connect(m_events.get(), &EventStream::failed, this, [this](const Error& error) {
        m_lastError = error;
        setState(LinkState::refused);
    });
    setState(LinkState::connecting);
    Q_EMIT managerChanged();
    m_events->start();
    return {};
}

void ManagerLink::close() {
    const bool wasOpen = m_client != nullptr;
    m_events.reset();
    m_client.reset();
    m_coalesce.stop();
    m_wanted = {};
    m_silentSince = {};
    m_lastError.reset();
    if (std::exchange(m_who, std::nullopt)) Q_EMIT whoChanged();
    setState(LinkState::closed);
    if (wasOpen) Q_EMIT managerChanged();
}

/// Again with each connection: the role may be another one by then.
void ManagerLink::askWho() {
    send<adminclient::WhoAmI>(adminclient::calls::whoAmI(), this, [this](Result<adminclient::WhoAmI> who) {
        if (!who || who->name.empty()) return;
        m_who = std::move(who).value();
        Q_EMIT whoChanged();
    });
}

void ManagerLink::setState(LinkState state) {
    if (m_state == state) return;
    if (m_state == LinkState::live) m_silentSince = QDateTime::currentDateTimeUtc();
    m_state = state;
    Q_EMIT stateChanged(state);
}

void ManagerLink::interrupted(const Error& error) {
    m_lastError = error;
    if (m_state == LinkState::live) setState(LinkState::interrupted);
}

void ManagerLink::want(Topics topics) {
    m_wanted |= topics;
    if (!m_coalesce.isActive()) m_coalesce.start();
}

}  // namespace signalbox::ui
