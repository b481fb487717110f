// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notifier.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <utility>

#include "core/model/json.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::RolloutDetail;

namespace {

constexpr std::chrono::milliseconds kGather{3000};
constexpr std::size_t kMostData = 64 << 10;
constexpr std::size_t kMostTold = 3;  // of one kind at once

std::int64_t number(const boost::json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

std::string_view text(const boost::json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

QString inQuotes(const std::string& name) {
    return QStringLiteral("“%1”").arg(QString::fromStdString(name));
}

}  // namespace

QString Notification::nameOf(Kind kind) {
    switch (kind) {
        case Kind::failure:
            return QStringLiteral("failure");
        case Kind::breaker:
            return QStringLiteral("breaker");
        case Kind::approval:
            return QStringLiteral("approval");
    }
    return {};
}

Notifier::Notifier(ManagerLink& link, QObject* parent) : QObject(parent), m_link(link) {
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGather);
    connect(&m_gather, &QTimer::timeout, this, &Notifier::tell);
    connect(&m_link, &ManagerLink::eventSeen, this, &Notifier::seen);
    connect(&m_link, &ManagerLink::managerChanged, this, [this] {
        m_gather.stop();
        m_failed.clear();
        m_paused.clear();
        m_waiting.clear();
    });
}

void Notifier::seen(const Event& event) {
    const bool isOfInterest = event.type == "deployment" || event.type == "rollout" || event.type == "release";
    if (!isOfInterest) return;
    const auto json = parseJson(event.data, kMostData);
    if (!json || !json->is_object()) return;
    const boost::json::object& data = json->get_object();
    const std::int64_t id = number(data, "id");
    const std::string_view state = text(data, "state");
    if (event.type == "deployment" && (state == "failed" || state == "rolledBack"))
        m_failed[number(data, "rollout")].insert(id);
    else if (event.type == "rollout" && state == "paused")
        m_paused.insert(id);
    else if (event.type == "release" && state == "inReview")
        m_waiting.insert(id);
    else
        return;
    // Not put off by what follows: a failing rollout says something all the time.
    if (!m_gather.isActive()) m_gather.start();
}

void Notifier::tell() {
    const auto first = [](const std::set<std::int64_t>& ids) {
        return std::vector<std::int64_t>(ids.begin(), std::next(ids.begin(), std::min(ids.size(), kMostTold)));
    };
    for (const std::int64_t rollout : first(std::exchange(m_paused, {})))
        tellPaused(rollout);
    std::size_t told = 0;
    for (const auto& [rollout, deployments] : std::exchange(m_failed, {}))
        if (++told <= kMostTold) tellFailures(rollout, static_cast<int>(deployments.size()));
    for (const std::int64_t release : first(std::exchange(m_waiting, {})))
        tellWaiting(release);
}

void Notifier::tellFailures(std::int64_t rollout, int count) {
    m_link.send<RolloutDetail>(calls::rollout(RolloutId{rollout}), this, [this, count](Result<RolloutDetail> detail) {
        if (!detail) return;
        Notification told;
        told.title = tr("%n terminal(s) failed", "notification", count);
        told.text = inQuotes(detail->rollout.name);
        told.page = QStringLiteral("failuresPage");
        told.what = QString::number(detail->rollout.id.value);
        told.isBad = true;
        Q_EMIT notify(told);
    });
}

void Notifier::tellPaused(std::int64_t rollout) {
    m_link.send<RolloutDetail>(calls::rollout(RolloutId{rollout}), this, [this](Result<RolloutDetail> detail) {
        if (!detail || detail->rollout.state != RolloutState::paused || !detail->rollout.pausedByBreaker) return;
        Notification told;
        told.kind = Notification::Kind::breaker;
        told.title = tr("A rollout was paused by its breaker", "notification");
        told.text =
            inQuotes(detail->rollout.name) + QLatin1Char('\n') + QString::fromStdString(detail->rollout.stateReason);
        told.page = QStringLiteral("rolloutsPage");
        told.what = QString::number(detail->rollout.id.value);
        told.isBad = true;
        Q_EMIT notify(told);
    });
}

void Notifier::tellWaiting(std::int64_t release) {
    m_link.send<Release>(calls::release(ReleaseId{release}), this, [this](Result<Release> found) {
        if (!found || found->state != ReleaseState::inReview) return;
        Notification told;
        told.kind = Notification::Kind::approval;
        told.title = tr("A release waits for approval", "notification");
        told.text = inQuotes(found->product + " " + found->version);
        told.page = QStringLiteral("approvalsPage");
        told.what = QString::number(found->id.value);
        Q_EMIT notify(told);
    });
}

}  // namespace signalbox::ui
