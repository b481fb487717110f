// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/text_rules.h"

#include "core/base/utf8.h"

namespace signalbox::package {
bool isUtf8(std::string_view text) {
    while (!text.empty())
        if (!takeCodePoint(text)) return false;
    return true;
}

bool isPlainText(std::string_view text) {
    while (!text.empty()) {
        const auto point = takeCodePoint(text);
        if (!point || isControl(*point)) return false;
    }
    return true;
}

}  // namespace signalbox::package
