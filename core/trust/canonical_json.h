// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "core/base/result.h"

namespace signalbox::trust {

/// The one text of a JSON value that is hashed and signed (OLPC canonical JSON as TUF uses it): members sorted by code
/// point, no white space, only `\` and `"` escaped, everything else literal, control characters too. A value with
/// control characters in its strings is therefore no JSON that others read. BaseErrc::unsupported for a number that is
/// no integer.
[[nodiscard]] Result<std::string> canonicalJson(const boost::json::value& value);

}  // namespace signalbox::trust
