// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/rollout.h"

/// What people write on the command line for parts of a plan. Errors: BaseErrc::invalidArgument naming the text and
/// what was expected.
namespace signalbox::ctl {

/// "name=pilot,size=10%,success=90,wait=10m,by-hand": members in any order, each at most once; size is a count or a
/// share, success in percent. "filter=tag.site==north", RSQL, is the last one.
[[nodiscard]] Result<Phase> parsePhase(std::string_view text);

/// "2026-11-24T22:00 4h FREQ=DAILY": first begin, length, rule; without a rule once. The manager checks begin and rule.
[[nodiscard]] Result<Window> parseWindow(std::string_view text);
/// "2026-12-20..2027-01-02 Christmas": days and, if it has one, a name; one day alone is "2026-12-24".
[[nodiscard]] Result<Freeze> parseFreeze(std::string_view text);

/// "agent>=2.4": what must be installed before.
[[nodiscard]] Result<Prerequisite> parsePrerequisite(std::string_view text);

/// Bytes a second: "64k", "2M", "1G" (thousands), a plain number, or "none" for 0.
[[nodiscard]] Result<std::uint64_t> parseBandwidth(std::string_view text);

/// "all" is 0 (SyncGate::atLeast), else a count from 1.
[[nodiscard]] Result<std::uint32_t> parseMinCopies(std::string_view text);

/// "k=v", "k=" and "k" set a tag (a bare one to ""); "-k" removes it (no value). In the order given, the last wins.
[[nodiscard]] Result<std::map<std::string, std::optional<std::string>>> parseTagChanges(
    const std::vector<std::string>& texts);

/// "product/version", split at the last '/'; nullopt where there is none or a part is empty.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> parseProductVersion(std::string_view text);

/// A positive whole number; nullopt for anything else.
[[nodiscard]] std::optional<std::int64_t> parseId(std::string_view text);

}  // namespace signalbox::ctl
