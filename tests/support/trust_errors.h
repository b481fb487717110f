// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace signalbox::test {

/// The code of what must have failed; success reads as no code, which equals no BaseErrc.
template <class T>
[[nodiscard]] boost::system::error_code codeOf(const Result<T>& result) {
    return result ? boost::system::error_code() : result.error().code;
}

}  // namespace signalbox::test
