// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/topics.h"

#include <array>
#include <utility>

namespace signalbox::ui {

Topic topicOf(std::string_view eventType) {
    static constexpr std::array<std::pair<std::string_view, Topic>, 6> kTypes{{{"release", Topic::release},
                                                                               {"rollout", Topic::rollout},
                                                                               {"deployment", Topic::deployment},
                                                                               {"node", Topic::node},
                                                                               {"copy", Topic::copy},
                                                                               {"terminal", Topic::terminal}}};
    for (const auto& [type, topic] : kTypes)
        if (type == eventType) return topic;
    return Topic::other;
}

}  // namespace signalbox::ui
