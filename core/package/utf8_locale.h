// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <locale.h>

namespace signalbox::package {

/// Lets this thread read and write names as UTF-8 while it lives, whatever the process's locale: libarchive converts
/// every pax name by way of the locale and would fall back to "binary" names in the C locale.
class Utf8Locale {
public:
    Utf8Locale() : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (m_locale != nullptr) m_before = uselocale(m_locale);
    }
    ~Utf8Locale() {
        if (m_locale == nullptr) return;
        uselocale(m_before);
        freelocale(m_locale);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t m_locale;
    locale_t m_before = nullptr;
};

}  // namespace signalbox::package
