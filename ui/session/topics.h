// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <string_view>

namespace signalbox::ui {

/// What an event of the manager is about: what a page shows and must read anew.
enum class Topic : unsigned {
    release = 1,
    rollout = 2,
    deployment = 4,
    node = 8,
    copy = 16,
    terminal = 32,
    other = 64  ///< accounts, settings and what later managers say
};
Q_DECLARE_FLAGS(Topics, Topic)
Q_DECLARE_OPERATORS_FOR_FLAGS(Topics)

[[nodiscard]] constexpr Topics everyTopic() {
    return Topics::fromInt(127);
}

/// Of an event's `type`; an unknown one is Topic::other.
[[nodiscard]] Topic topicOf(std::string_view eventType);

}  // namespace signalbox::ui
