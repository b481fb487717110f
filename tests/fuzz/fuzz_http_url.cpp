// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// URLs and references; what was read must read the same again.
#include <cstdlib>

#include "core/http/client.h"

using namespace signalbox::http;

namespace {

void demandStable(const Url& url) {
    const auto again = parseUrl(url.text());
    if (url.text().size() <= 8192 && (!again || again->text() != url.text())) std::abort();
    for (const char c : url.target)
        if (c <= 0x20 || c >= 0x7f || c == '#') std::abort();
    if (!url.target.starts_with('/')) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto url = parseUrl(text)) demandStable(*url);
    static const Url base = parseUrl("https://base:8443/a/b?c=d").value();
    if (const auto resolved = resolveUrl(base, text)) demandStable(*resolved);
    if (const auto plain = signalbox::http::decodePercent(text))
        if (signalbox::http::decodePercent(encodePercent(*plain)).value() != *plain) std::abort();
    return 0;
}
