// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"

namespace signalbox::store {

/// How enumerations are written in the database: names in the order of the enumerators. A name is never changed, so
/// that enumerators may move.
template <class E>
inline constexpr std::array<std::string_view, 0> kNames{};

template <>
inline constexpr std::array<std::string_view, 5> kNames<ReleaseState>{"draft", "inReview", "approved", "published",
                                                                      "withdrawn"};
template <>
inline constexpr std::array<std::string_view, 8> kNames<RolloutState>{"draft",  "scheduled", "issuing", "running",
                                                                      "paused", "finished",  "stopped", "failed"};
template <>
inline constexpr std::array<std::string_view, 13> kNames<DeploymentState>{
    "waiting",   "offered", "downloading", "downloaded", "holding",   "installing", "checking",
    "succeeded", "failed",  "rolledBack",  "refused",    "cancelled", "superseded"};
template <>
inline constexpr std::array<std::string_view, 18> kNames<FailureCause>{
    "none",           "manifestInvalid",  "nodesUnreachable",
    "digestMismatch", "diskFull",         "permitInvalid",
    "unpackFailed",   "installFailed",    "restartFailed",
    "runCheckFailed", "runCheckTimedOut", "rollBackFailed",
    "unsupported",    "timedOut",         "other",
    "failedBefore",   "windowMissed",     "notApproved"};
template <>
inline constexpr std::array<std::string_view, 6> kNames<CopyState>{"absent", "sending", "stored",
                                                                   "proven", "stale",   "damaged"};
template <>
inline constexpr std::array<std::string_view, 2> kNames<NodeKind>{"signalbox", "registry"};
template <>
inline constexpr std::array<std::string_view, 2> kNames<JoinRole>{"node", "terminal"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<AccountRole>{"viewer", "operator", "approver", "administrator"};
template <>
inline constexpr std::array<std::string_view, 2> kNames<PhaseSize::Unit>{"count", "percent"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<MissedWindow>{"wait", "fail", "install"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<InstallMode>{"forced", "soft", "timeForced", "downloadOnly"};
template <>
inline constexpr std::array<std::string_view, 5> kNames<InstallKind>{"tree", "image", "script", "file", "deb"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<RebootWhen>{"never", "always", "exitCode", "file"};

template <class E>
[[nodiscard]] constexpr std::string_view enumText(E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < kNames<E>.size() ? kNames<E>[index] : std::string_view();
}

template <class E>
[[nodiscard]] constexpr std::optional<E> enumFromText(std::string_view text) {
    for (std::size_t i = 0; i < kNames<E>.size(); ++i)
        if (kNames<E>[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace signalbox::store
