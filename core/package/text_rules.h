// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace signalbox::package {

/// UTF-8 in its shortest form, without surrogates.
[[nodiscard]] bool isUtf8(std::string_view text);
/// UTF-8 without control characters (C0, DEL, C1): shown to people as it is.
[[nodiscard]] bool isPlainText(std::string_view text);

}  // namespace signalbox::package
