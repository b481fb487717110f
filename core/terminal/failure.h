// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/model/rollout.h"

namespace signalbox::terminal {

/// Error codes whose values are FailureCause: what a deployment reports when it ends with this error.
const boost::system::error_category& failureCategory();
[[nodiscard]] Error failure(FailureCause cause, std::string context);

/// The cause an error stands for: its own where it was made by failure(), diskFull for what the system says of space
/// (ENOSPC, EDQUOT, EFBIG), else `otherwise`.
[[nodiscard]] FailureCause causeOf(const Error& error, FailureCause otherwise);

}  // namespace signalbox::terminal
