// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Response heads as the client reads them.
#include <cstdlib>

#include "core/http/message_parser.h"

using namespace signalbox::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    HeadScanner scanner;
    if (scanner.scan(bytes, 64 * 1024) != HeadScanner::State::complete) return 0;
    const auto text = bytes.substr(scanner.leading(), scanner.size());
    const auto head = parseResponseHead(text, false);
    const auto ofHead = parseResponseHead(text, true);
    if (ofHead && ofHead->framing.kind != Framing::Kind::none) std::abort();
    if (head && (head->status < 100 || head->status > 999)) std::abort();
    return 0;
}
