// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/model/rollout.h"

namespace signalbox::terminal {

inline constexpr std::size_t kMaxMessage = 512;
inline constexpr std::size_t kMaxLogTail = 8 << 10;

/// What a terminal says of its deployment: DDI's ActionFeedback with our member.
struct Report {
    std::int64_t deployment = 0;
    std::int64_t attempt = 1;
    DeploymentState state = DeploymentState::downloading;
    std::optional<int> percent;
    FailureCause cause = FailureCause::none;
    std::string message;
    std::string logTail;
    std::string version;
    TimePoint at;
};

/// The body to post to deploymentBase/{id}/feedback; texts are cut to the contract's bounds and are valid UTF-8.
[[nodiscard]] std::string feedbackBody(const Report& report);

/// The body to post to cancelAction/{id}/feedback.
[[nodiscard]] std::string cancelBody(bool stopped, std::string_view message, TimePoint at);

/// Valid UTF-8 of at most `most` bytes: what is no UTF-8 becomes '?'. Cuts at the end, or keeps the end.
[[nodiscard]] std::string headText(std::string_view text, std::size_t most);
[[nodiscard]] std::string tailText(std::string_view text, std::size_t most);

}  // namespace signalbox::terminal
