// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "app/ctl/commands.h"
#include "core/approver/release_difference.h"

namespace signalbox::ctl {

/// What is in a release, held against the one that is trusted now; all of it brought and verified on this machine.
struct ShownDifference {
    approver::ReleaseLine release;
    std::string against;  ///< the path of the other one; "": none is trusted yet
    std::vector<approver::PackageDifference> packages;
};
[[nodiscard]] Result<ShownDifference> lookInto(Session& session, const approver::ReleaseLine& release,
                                               const tuf::Targets* believed);

[[nodiscard]] std::string textOf(const ShownDifference& difference);
[[nodiscard]] boost::json::value jsonOf(const ShownDifference& difference);

}  // namespace signalbox::ctl
