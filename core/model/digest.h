// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox {

/// A content digest of OCI form, "sha256:<64 hex>" or "sha512:<128 hex>", lower case.
class Digest {
public:
    Digest() = default;
    [[nodiscard]] static Result<Digest> parse(std::string_view text);
    [[nodiscard]] static Digest sha256OfHex(std::string hex) { return Digest("sha256:" + std::move(hex)); }
    [[nodiscard]] static Digest ofContent(std::string_view content);  ///< SHA-256

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string_view algorithm() const;
    [[nodiscard]] std::string_view hex() const;
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const Digest&, const Digest&) = default;

private:
    explicit Digest(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

}  // namespace signalbox
