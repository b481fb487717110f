// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::tuf {

/// A JSON object in which every member is named once and every number is whole: two readers cannot see two things in
/// it, and its canonical form exists. BaseErrc::malformed says what is wrong, with the member's name.
[[nodiscard]] Result<boost::json::object> parseStrictObject(std::string_view text);

}  // namespace signalbox::tuf
