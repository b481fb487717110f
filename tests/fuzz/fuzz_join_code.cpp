// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Join codes: no crash, and what is accepted is written back the same.
#include <cstdint>
#include <cstdlib>

#include "core/trust/join_code.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto code = trust::JoinCode::parse(text);
    if (!code) return 0;
    if (code->secret.size() != 16 || code->fingerprint.size() != 64) std::abort();
    if (text.find(code->text()) == std::string_view::npos) std::abort();
    return 0;
}
