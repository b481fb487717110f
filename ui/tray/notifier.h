// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <map>
#include <set>

#include "ui/session/manager_link.h"

namespace signalbox::ui {

/// One thing that someone who looks elsewhere should know.
struct Notification {
    enum class Kind { failure, breaker, approval };

    Kind kind = Kind::failure;
    QString title;
    QString text;
    QString page;  ///< what explains it, by the page's objectName
    QString what;  ///< there: an id
    bool isBad = false;

    [[nodiscard]] static QString nameOf(Kind kind);  ///< "failure"
};

/// Makes notifications of events: terminals that failed, rollouts that their breaker paused, releases that wait for an
/// approval. What comes within some seconds is told in one.
class Notifier : public QObject {
    Q_OBJECT
public:
    explicit Notifier(ManagerLink& link, QObject* parent = nullptr);

    void setGatherTime(std::chrono::milliseconds time) { m_gather.setInterval(time); }

Q_SIGNALS:
    void notify(const signalbox::ui::Notification& notification);

private:
    void seen(const Event& event);
    void tell();
    void tellFailures(std::int64_t rollout, int count);
    void tellPaused(std::int64_t rollout);
    void tellWaiting(std::int64_t release);

    ManagerLink& m_link;
    QTimer m_gather;
    std::map<std::int64_t, std::set<std::int64_t>> m_failed;  ///< deployments by rollout
    std::set<std::int64_t> m_paused;
    std::set<std::int64_t> m_waiting;
};

}  // namespace signalbox::ui
