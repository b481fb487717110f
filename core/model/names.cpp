// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace signalbox {
namespace {

/// The names of one enumeration at the index that is the enumerator's value.
template <class Enum>
struct Names;

template <>
struct Names<InstallKind> {
    static constexpr std::array<std::string_view, 5> kAll{"tree", "image", "script", "file", "deb"};
    static constexpr InstallKind kLast = InstallKind::deb;
};

template <>
struct Names<RebootWhen> {
    static constexpr std::array<std::string_view, 4> kAll{"never", "always", "exitCode", "file"};
    static constexpr RebootWhen kLast = RebootWhen::file;
};

template <>
struct Names<MissedWindow> {
    static constexpr std::array<std::string_view, 3> kAll{"wait", "fail", "install"};
    static constexpr MissedWindow kLast = MissedWindow::install;
};

template <>
struct Names<InstallMode> {
    static constexpr std::array<std::string_view, 4> kAll{"forced", "soft", "timeForced", "downloadOnly"};
    static constexpr InstallMode kLast = InstallMode::downloadOnly;
};

template <>
struct Names<ReleaseState> {
    static constexpr std::array<std::string_view, 5> kAll{"draft", "inReview", "approved", "published", "withdrawn"};
    static constexpr ReleaseState kLast = ReleaseState::withdrawn;
};

template <>
struct Names<RolloutState> {
    static constexpr std::array<std::string_view, 8> kAll{"draft",  "scheduled", "issuing", "running",
                                                          "paused", "finished",  "stopped", "failed"};
    static constexpr RolloutState kLast = RolloutState::failed;
};

template <>
struct Names<DeploymentState> {
    static constexpr std::array<std::string_view, 13> kAll{
        "waiting",   "offered", "downloading", "downloaded", "holding",   "installing", "checking",
        "succeeded", "failed",  "rolledBack",  "refused",    "cancelled", "superseded"};
    static constexpr DeploymentState kLast = DeploymentState::superseded;
};

template <>
struct Names<FailureCause> {
    static constexpr std::array<std::string_view, 18> kAll{"none",           "manifestInvalid",  "nodesUnreachable",
                                                           "digestMismatch", "diskFull",         "permitInvalid",
                                                           "unpackFailed",   "installFailed",    "restartFailed",
                                                           "runCheckFailed", "runCheckTimedOut", "rollBackFailed",
                                                           "unsupported",    "timedOut",         "other",
                                                           "failedBefore",   "windowMissed",     "notApproved"};
    static constexpr FailureCause kLast = FailureCause::notApproved;
};

template <>
struct Names<CopyState> {
    static constexpr std::array<std::string_view, 6> kAll{"absent", "sending", "stored", "proven", "stale", "damaged"};
    static constexpr CopyState kLast = CopyState::damaged;
};

template <>
struct Names<NodeKind> {
    static constexpr std::array<std::string_view, 2> kAll{"signalbox", "registry"};
    static constexpr NodeKind kLast = NodeKind::registry;
};

template <>
struct Names<JoinRole> {
    static constexpr std::array<std::string_view, 2> kAll{"node", "terminal"};
    static constexpr JoinRole kLast = JoinRole::terminal;
};

template <>
struct Names<AccountRole> {
    static constexpr std::array<std::string_view, 4> kAll{"viewer", "operator", "approver", "administrator"};
    static constexpr AccountRole kLast = AccountRole::administrator;
};

template <>
struct Names<PhaseSize::Unit> {
    static constexpr std::array<std::string_view, 2> kAll{"count", "percent"};
    static constexpr PhaseSize::Unit kLast = PhaseSize::Unit::percent;
};

template <class Enum>
std::string_view nameIn(Enum value) {
    static_assert(static_cast<std::size_t>(Names<Enum>::kLast) + 1 == Names<Enum>::kAll.size());
    const auto index = static_cast<std::size_t>(value);
    return index < Names<Enum>::kAll.size() ? Names<Enum>::kAll[index] : std::string_view("unknown");
}

}  // namespace

std::string_view nameOf(InstallKind value) {
    return nameIn(value);
}
std::string_view nameOf(RebootWhen value) {
    return nameIn(value);
}
std::string_view nameOf(ReleaseState value) {
    return nameIn(value);
}
std::string_view nameOf(RolloutState value) {
    return nameIn(value);
}
std::string_view nameOf(DeploymentState value) {
    return nameIn(value);
}
std::string_view nameOf(FailureCause value) {
    return nameIn(value);
}
std::string_view nameOf(CopyState value) {
    return nameIn(value);
}
std::string_view nameOf(JoinRole value) {
    return nameIn(value);
}
std::string_view nameOf(AccountRole value) {
    return nameIn(value);
}
std::string_view nameOf(MissedWindow value) {
    return nameIn(value);
}
std::string_view nameOf(InstallMode value) {
    return nameIn(value);
}
std::string_view nameOf(NodeKind value) {
    return nameIn(value);
}
std::string_view nameOf(PhaseSize::Unit value) {
    return nameIn(value);
}

template <class Enum>
std::optional<Enum> fromName(std::string_view name) {
    const auto& all = Names<Enum>::kAll;
    const auto found = std::find(all.begin(), all.end(), name);
    if (found == all.end()) return std::nullopt;
    return static_cast<Enum>(found - all.begin());
}

template std::optional<InstallKind> fromName(std::string_view);
template std::optional<RebootWhen> fromName(std::string_view);
template std::optional<ReleaseState> fromName(std::string_view);
template std::optional<RolloutState> fromName(std::string_view);
template std::optional<DeploymentState> fromName(std::string_view);
template std::optional<FailureCause> fromName(std::string_view);
template std::optional<CopyState> fromName(std::string_view);
template std::optional<JoinRole> fromName(std::string_view);
template std::optional<AccountRole> fromName(std::string_view);
template std::optional<PhaseSize::Unit> fromName(std::string_view);
template std::optional<MissedWindow> fromName(std::string_view);
template std::optional<InstallMode> fromName(std::string_view);
template std::optional<NodeKind> fromName(std::string_view);

}  // namespace signalbox
