// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::trust {

// Members of a JSON object from outside; BaseErrc::malformed names the member that is missing or not of the kind.
[[nodiscard]] Result<std::string> stringMember(const boost::json::object& object, std::string_view name);
[[nodiscard]] Result<std::int64_t> integerMember(const boost::json::object& object, std::string_view name);
[[nodiscard]] Result<const boost::json::array*> arrayMember(const boost::json::object& object, std::string_view name);

/// The text as a JSON object; nesting is bounded by Boost.JSON's 32 levels.
[[nodiscard]] Result<boost::json::object> parseJsonObject(std::string_view text, std::string_view what);

}  // namespace signalbox::trust
