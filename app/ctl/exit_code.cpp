// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/exit_code.h"

#include "core/adminclient/problem.h"

namespace signalbox::ctl {

ExitCode exitCodeOf(const Error& error) {
    using adminclient::AdminErrc;
    if (error.code == AdminErrc::unreachable || error.code == AdminErrc::untrusted ||
        error.code == BaseErrc::unavailable || error.code == BaseErrc::timedOut)
        return ExitCode::unreachable;
    if (error.code == BaseErrc::malformed || error.code == BaseErrc::invalidArgument) return ExitCode::usage;
    if (error.code == BaseErrc::notFound) return ExitCode::notFound;
    if (error.code == BaseErrc::denied || error.code == BaseErrc::wrongState || error.code == BaseErrc::alreadyExists)
        return ExitCode::refused;
    return ExitCode::failed;
}

std::string errorText(const Error& error) {
    const bool ours = error.code.category() == baseCategory() && !error.context.empty();
    return ours ? error.context : error.code.message() + (error.context.empty() ? "" : ": " + error.context);
}

std::string_view hintFor(const Error& error) {
    using adminclient::AdminErrc;
    if (error.code == AdminErrc::unreachable)
        return "Is the manager running, and is this its address? Its admin.json has the right one.";
    if (error.code == AdminErrc::untrusted)
        return "Nothing was sent. Is the authority (--profile, --ca) the one of this manager?";
    if (error.code == AdminErrc::badAnswer) return "Is this a manager, and of this program's version?";
    if (error.code == BaseErrc::denied) return "A token whose role may do this is needed: signalboxctl token create.";
    return {};
}

}  // namespace signalbox::ctl
