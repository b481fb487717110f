// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/adminclient/event_parser.h"
#include "core/adminclient/problem.h"

using namespace signalbox;
using namespace signalbox::adminclient;

/// The bytes at once and cut in two give the same events. The same bytes as a problem document must do no harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    EventParser whole;
    const auto events = whole.feed(text);
    EventParser parts;
    const std::size_t cut = size == 0 ? 0 : data[0] % size;
    auto first = parts.feed(text.substr(0, cut));
    const auto second = parts.feed(text.substr(cut));
    if (!events || !first || !second) return 0;
    first->insert(first->end(), second->begin(), second->end());
    if (*first != *events || parts.lastId() != whole.lastId()) std::abort();
    const Problem problem = readProblem(400, text);
    if (problem.error.context.size() > 5000) std::abort();
    return 0;
}
