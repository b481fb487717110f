// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/http/message.h"

namespace signalbox::manager {

// The forms that answers of the DDI door have (protocols/ddi.md, 1.1).

[[nodiscard]] http::Response ddiAnswer(const boost::json::object& body);
/// hawkBit's shape of an error (ExceptionInfo).
[[nodiscard]] http::Response ddiError(int status, const Error& error);
/// 410, 404, 429 or 400, by what a rule said.
[[nodiscard]] http::Response ddiError(const Error& error);
/// "HH:MM:SS", from a second to a second below a day: clients read it with strptime.
[[nodiscard]] std::string hmsText(Seconds span);
/// A positive number without sign or blanks; 0 for anything else.
[[nodiscard]] std::int64_t numberIn(std::string_view text);
[[nodiscard]] std::string textAt(const boost::json::object& object, std::string_view name);
/// Adds the ETag of the body.
void setETag(http::Response& response);
/// Adds the ETag of the body where it has none yet; 304 without it where the request knows it (If-None-Match, RFC 9110
/// section 13.1.2).
void addETag(const http::Request& request, http::Response& response);

}  // namespace signalbox::manager
