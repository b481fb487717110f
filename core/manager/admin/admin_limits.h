// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "core/http/server.h"
#include "core/manager/engine.h"
#include "core/manager/limits.h"

namespace signalbox::manager {

/// Adds `products` and `clusters`; empty lists where there is no limit.
void addLimits(boost::json::object& object, const Limits& limits);

/// Whether somebody with these limits may make a call that changes something, by its route's pattern and what it names;
/// BaseErrc::denied says what is in the way. A call that this does not know is refused; what is not there is left to
/// the handler, which says so.
[[nodiscard]] Result<void> checkLimits(Engine& engine, const Limits& limits, std::string_view method,
                                       std::string_view pattern, const http::Exchange& exchange);

}  // namespace signalbox::manager
