// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/tuf/metadata.h"

namespace signalbox::tuf {

/// Whether a path follows a pattern: `*` and `?` stand for characters other than `/`, everything else for itself.
[[nodiscard]] bool matchesPattern(std::string_view path, std::string_view pattern);

/// A delegated role that may speak of a target.
struct Delegate {
    std::string name;
    bool terminating = false;
};

/// Those that may speak of `path`, in order of priority, up to and with the first that is terminating (section 5.6.7).
[[nodiscard]] std::vector<Delegate> delegatesFor(const Delegations& delegations, std::string_view path);

/// Whose signatures that role needs by this delegation; nullptr where it is not delegated to.
[[nodiscard]] const Role* delegatedRole(const Delegations& delegations, std::string_view name);

}  // namespace signalbox::tuf
