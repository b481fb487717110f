// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::package {

constexpr std::size_t kMaxEntryName = 4096;  // bytes

/// A name of an archive as "a/b/c": without leading "./", empty and "." components; "" is the folder itself.
/// BaseErrc::malformed, naming it, where it is absolute, has "..", is empty, too long or no UTF-8.
[[nodiscard]] Result<std::string> entryPath(std::string_view name);

/// Whether a symbolic link at `path` (as of entryPath) may point to `target`: relative, with ".." only in front and no
/// more of them than the link lies deep. ".." further on is refused because what stands before it may be a link itself
/// ("a" to ".", "b" to "a/.."), so counting names would say nothing; this way every chain of links stays inside.
[[nodiscard]] Result<void> checkLinkTarget(std::string_view path, std::string_view target);

}  // namespace signalbox::package
