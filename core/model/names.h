// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"

namespace signalbox {

/// The names of states and causes in the admin API, the store and the logs: the enumerators' own names ("inReview",
/// "rolledBack", "runCheckFailed"; AccountRole::operator_ is "operator"). A name is never changed: databases hold it.
/// Enumerators may move.
[[nodiscard]] std::string_view nameOf(InstallKind value);
[[nodiscard]] std::string_view nameOf(RebootWhen value);
[[nodiscard]] std::string_view nameOf(ReleaseState value);
[[nodiscard]] std::string_view nameOf(RolloutState value);
[[nodiscard]] std::string_view nameOf(DeploymentState value);
[[nodiscard]] std::string_view nameOf(FailureCause value);
[[nodiscard]] std::string_view nameOf(CopyState value);
[[nodiscard]] std::string_view nameOf(JoinRole value);
[[nodiscard]] std::string_view nameOf(AccountRole value);
[[nodiscard]] std::string_view nameOf(PhaseSize::Unit value);
[[nodiscard]] std::string_view nameOf(MissedWindow value);
[[nodiscard]] std::string_view nameOf(InstallMode value);
[[nodiscard]] std::string_view nameOf(NodeKind value);

/// The value of that name, for the types above; nullopt for any other text.
template <class Enum>
[[nodiscard]] std::optional<Enum> fromName(std::string_view name);

}  // namespace signalbox
