// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/model/audit_file.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    AuditFileReader reader;
    std::int64_t taken = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!reader.take(line)) return 0;
        ++taken;
    }
    // What is taken whole has as many entries as it has lines between the first and the last.
    if (reader.end() && reader.entries() != taken - 2) std::abort();
    return 0;
}
