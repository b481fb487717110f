// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace signalbox::filter {

/// What a comparison looks at. Tags and attributes are separate name spaces: a terminal must not talk its way into an
/// audience that an administrator's tags define.
/// `audience` is a saved audience's name, which whoever knows them puts in before a selection.
enum class FieldKind { controllerId, name, platform, cluster, tag, attribute, installed, lastContact, audience };
struct Field {
    FieldKind kind = FieldKind::name;
    std::string key;  ///< of "tag.<key>", "attribute.<key>", "installed.<product>"
    friend bool operator==(const Field&, const Field&) = default;
};

enum class Operator { equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, in, notIn };

/// Bytes of the text that something was read from. No part of what it says, so all are equal.
struct Place {
    std::size_t position = 0;
    std::size_t length = 0;
    friend bool operator==(const Place&, const Place&) { return true; }
};

struct Comparison {
    Field field;
    Operator op = Operator::equal;
    std::vector<std::string> values;  ///< one, or the list of in/notIn; '*' in equal and notEqual is a wildcard
    Place place = {};                 ///< of the field, where it was parsed
    friend bool operator==(const Comparison&, const Comparison&) = default;
};

struct Expression;
struct And {
    std::vector<Expression> operands;
};
struct Or {
    std::vector<Expression> operands;
};
/// Matches every terminal: the empty filter.
struct All {};

struct Expression {
    std::variant<All, Comparison, And, Or> node;
};

/// Where a filter is wrong, for underlining.
struct ParseError {
    std::size_t position = 0;  ///< byte offset into the text
    std::size_t length = 0;
    std::string expected;  ///< "an operator such as ==", "a field: name, platform, tag.<name> …"
};

/// RSQL/FIQL: `==` `!=` `=lt=`/`<` `=le=`/`<=` `=gt=`/`>` `=ge=`/`>=` `=in=(a,b)` `=out=(a,b)`; `;` or `and` binds
/// tighter than `,` or `or`; parentheses; values bare or in '…' or "…" with backslash escapes. Empty text is All.
/// Bounds: 16 KiB of text, 64 levels, 1,000 comparisons. Errors: BaseErrc::malformed, the context naming position and
/// what was expected; `where`, if given, gets them apart.
[[nodiscard]] Result<Expression> parse(std::string_view text, ParseError* where = nullptr);

/// A text that parses to the same expression.
[[nodiscard]] std::string print(const Expression& expression);

/// "2.10" after "2.9": runs of digits compare as numbers, the rest as bytes; how versions and attributes are ordered.
[[nodiscard]] int compareNatural(std::string_view a, std::string_view b);
/// ASCII letters without case, no wildcards: as =in= compares.
[[nodiscard]] bool equalName(std::string_view a, std::string_view b);
/// '*' matches any run; ASCII letters without case.
[[nodiscard]] bool matchesWildcard(std::string_view pattern, std::string_view text);

}  // namespace signalbox::filter
