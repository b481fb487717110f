// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Text for a terminal.
namespace signalbox::ctl {

/// Text from outside, safe to print on one line: control characters (C1 and broken UTF-8 included) and characters that
/// turn the direction of text come out as \x.. escapes.
[[nodiscard]] std::string plain(std::string_view text, std::size_t most = 4096);
/// The same for a text of several lines: newlines and tabs stay.
[[nodiscard]] std::string plainLines(std::string_view text, std::size_t most = 65536);

/// Columns a terminal needs for it; `text` is plain.
[[nodiscard]] std::size_t displayWidth(std::string_view text);
/// Cut to `width` columns, with "…" where something is missing.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// "512 B", "3.4 KiB", "1.0 GiB".
[[nodiscard]] std::string byteCount(std::uint64_t bytes);
/// "sha256:" and the first twelve digits.
[[nodiscard]] std::string shortDigest(std::string_view digest);

/// The text and, under `length` bytes from `position`, a line of ^; a long text is shown around that place.
[[nodiscard]] std::string underlined(std::string_view text, std::size_t position, std::size_t length,
                                     std::size_t width = 100);

}  // namespace signalbox::ctl
