// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a proxy answers to CONNECT, and what people write as the proxy and its exceptions.
#include <cstdlib>

#include "core/http/proxy.h"

using namespace signalbox::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)readConnectAnswer(text);
    const auto line = text.substr(0, text.find('\n'));
    const std::string rest(text.substr(std::min(text.size(), line.size() + 1)));
    if (const auto proxy = Proxy::parse(line, {rest})) {
        (void)proxy->leadsTo("10.1.2.3", 443);
        (void)proxy->leadsTo("host.example", 443);
        const std::string head = connectRequest(*proxy, "host.example", 443);
        if (head.find("\r\n\r\n") != head.size() - 4) std::abort();
    }
    return 0;
}
