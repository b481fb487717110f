// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <string>

#include "core/model/rollout.h"
#include "ui/session/manager_link.h"

class QWidget;

namespace signalbox::ui {

/// A rollout that someone is about to start.
struct StartPlan {
    Rollout rollout;
    QString releaseName;
    std::int64_t terminals = 0;
    int typedAbove = 0;  ///< so many terminals are typed
};

/// Asks whether it is meant. Above the number, or where one of the terminals has the tag "critical", how many they are
/// must be typed. `onlyIfMany`: nothing is asked of a smaller one. Does not block; `yes` is called once, if at all.
void askStart(ManagerLink& link, QWidget* parent, const StartPlan& plan, bool onlyIfMany, std::function<void()> yes);

/// Those of an audience that have the tag "critical".
[[nodiscard]] std::string criticalOf(const std::string& audience);

}  // namespace signalbox::ui
