// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "core/filter/expression.h"

namespace signalbox::filter {

/// Names of the fields without a key, and prefixes of those with one.
inline constexpr std::array<std::pair<std::string_view, FieldKind>, 6> kPlainFields{{
    {"controllerId", FieldKind::controllerId},
    {"name", FieldKind::name},
    {"platform", FieldKind::platform},
    {"cluster", FieldKind::cluster},
    {"lastContact", FieldKind::lastContact},
    {"audience", FieldKind::audience},
}};
inline constexpr std::array<std::pair<std::string_view, FieldKind>, 3> kKeyedFields{{
    {"tag.", FieldKind::tag},
    {"attribute.", FieldKind::attribute},
    {"installed.", FieldKind::installed},
}};

/// Longer spellings before those they begin with; the first of an operator is the one that is printed.
inline constexpr std::array<std::pair<std::string_view, Operator>, 12> kOperators{{
    {"==", Operator::equal},
    {"!=", Operator::notEqual},
    {"=lt=", Operator::less},
    {"=le=", Operator::lessOrEqual},
    {"=gt=", Operator::greater},
    {"=ge=", Operator::greaterOrEqual},
    {"=in=", Operator::in},
    {"=out=", Operator::notIn},
    {"<=", Operator::lessOrEqual},
    {"<", Operator::less},
    {">=", Operator::greaterOrEqual},
    {">", Operator::greater},
}};

[[nodiscard]] constexpr bool takesList(Operator op) {
    return op == Operator::in || op == Operator::notIn;
}

[[nodiscard]] constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What may stand in a key or value without quotes: all but controls, spaces, quotes and the signs of the syntax.
[[nodiscard]] constexpr bool isBare(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f && std::string_view("\"'();,=!<>~").find(c) == std::string_view::npos;
}

}  // namespace signalbox::filter
