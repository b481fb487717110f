// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/time_text.h"

using namespace signalbox;
using namespace signalbox::ctl;

/// What people write is read or refused; what terminals say never carries a control character to the screen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)parseDuration(text);
    (void)parseTime(text, TimePoint());
    (void)parsePhase(text);
    (void)parseBandwidth(text);
    (void)parseTagChanges({std::string(text)});
    const std::string safe = plain(text);
    for (const char c : safe)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) std::abort();
    if (displayWidth(shortened(safe, 10)) > 10) std::abort();
    (void)underlined(text, size / 2, size / 3);
    return 0;
}
