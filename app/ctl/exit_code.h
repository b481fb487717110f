// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::ctl {

/// What the program's exit tells scripts; listed in --help and docs/signalboxctl.md.
enum class ExitCode {
    ok = 0,
    failed = 1,        ///< anything not below
    usage = 2,         ///< the command line, or something it names (a filter, a recipe), is wrong
    notFound = 3,      ///< what it names does not exist
    refused = 4,       ///< the manager does not allow it: the token's role, the state of the thing, a name taken
    unfinished = 5,    ///< the rollout was stopped, failed, or was paused by its breaker
    unreachable = 6,   ///< the manager does not answer or is not trusted
    interrupted = 130  ///< Ctrl-C
};

[[nodiscard]] ExitCode exitCodeOf(const Error& error);
/// What went wrong, for people; not made safe yet.
[[nodiscard]] std::string errorText(const Error& error);
/// What one can do about it; may be empty.
[[nodiscard]] std::string_view hintFor(const Error& error);

}  // namespace signalbox::ctl
