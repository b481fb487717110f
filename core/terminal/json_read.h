// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/model/digest.h"

namespace signalbox::terminal {

// Members of outside JSON. BaseErrc::malformed names the member; texts above `most` bytes are malformed as well.

/// The text as one JSON object of at most `most` bytes.
[[nodiscard]] Result<boost::json::object> readObject(std::string_view text, std::size_t most);
[[nodiscard]] Result<const boost::json::object*> objectMember(const boost::json::object& object, std::string_view name);
[[nodiscard]] Result<std::string> textMember(const boost::json::object& object, std::string_view name,
                                             std::size_t most = 4096);
/// Empty where the member is missing or null.
[[nodiscard]] Result<std::string> optionalTextMember(const boost::json::object& object, std::string_view name,
                                                     std::size_t most = 4096);
[[nodiscard]] Result<std::int64_t> integerMember(const boost::json::object& object, std::string_view name,
                                                 std::int64_t least, std::int64_t most);
[[nodiscard]] Result<Digest> digestMember(const boost::json::object& object, std::string_view name);
/// nullopt where the member is missing or null.
[[nodiscard]] Result<std::optional<TimePoint>> optionalTimeMember(const boost::json::object& object,
                                                                  std::string_view name);

}  // namespace signalbox::terminal
