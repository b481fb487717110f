// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// A terminal's part in a rollout as the API shows it: with why it waits, when it is tried next and what changes that.
[[nodiscard]] boost::json::object deploymentJson(const Engine& engine, const Deployment& deployment);

}  // namespace signalbox::manager
