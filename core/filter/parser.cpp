// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/filter/expression.h"
#include "core/filter/syntax.h"
#include "core/filter/utf8.h"

namespace signalbox::filter {
namespace {

constexpr std::size_t kMostBytes = 16 * 1024;
constexpr std::size_t kMostLevels = 64;
constexpr std::size_t kMostComparisons = 1000;
constexpr std::string_view kFieldsWanted =
    "a field: name, controllerId, platform, cluster, lastContact, audience, tag.<name>, attribute.<name>, "
    "installed.<product>";

/// Recursive descent over the text. The first failure is kept; every function says whether it came through.
class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    bool parseAll(Expression& result) {
        if (m_text.size() > kMostBytes) return fail(kMostBytes, m_text.size() - kMostBytes, "at most 16 KiB of text");
        if (const std::size_t bad = firstInvalidUtf8(m_text); bad < m_text.size()) return fail(bad, 1, "UTF-8");
        skipSpace();
        if (atEnd()) {
            result.node = All{};
            return true;
        }
        if (!parseOr(result)) return false;
        return atEnd() || failHere("; or , or the end");
    }
    [[nodiscard]] const ParseError& error() const { return m_error; }

private:
    bool parseOr(Expression& result) {
        return parseChain<Or>(result, ',', "or", [this](Expression& operand) { return parseAnd(operand); });
    }
    bool parseAnd(Expression& result) {
        return parseChain<And>(result, ';', "and", [this](Expression& operand) { return parseOperand(operand); });
    }

    /// One operand is given as it is, more become a Node.
    template <class Node, class ParseOne>
    bool parseChain(Expression& result, char sign, std::string_view word, ParseOne parseOne) {
        Node node;
        do {
            if (!parseOne(node.operands.emplace_back())) return false;
            skipSpace();
        } while (takeJoiner(sign, word));
        if (node.operands.size() == 1) {
            Expression only = std::move(node.operands.front());
            result = std::move(only);
        } else {
            result.node = std::move(node);
        }
        return true;
    }

    bool takeJoiner(char sign, std::string_view word) {
        if (!atEnd() && m_text[m_at] == sign) {
            ++m_at;
            return true;
        }
        if (bareHere() != word) return false;
        m_at += word.size();
        return true;
    }

    bool parseOperand(Expression& result) {
        skipSpace();
        if (atEnd() || m_text[m_at] != '(') return parseComparison(result);
        if (++m_level > kMostLevels) return fail(m_at, 1, "at most 64 levels of parentheses");
        const std::size_t opened = m_at++;
        if (!parseOr(result)) return false;
        if (atEnd()) return fail(opened, 1, "a ) for this (");
        if (m_text[m_at] != ')') return failHere("; or , or )");
        ++m_at;
        --m_level;
        return true;
    }

    bool parseComparison(Expression& result) {
        Comparison comparison;
        const std::size_t begin = m_at;
        if (!parseField(comparison.field)) return false;
        if (++m_comparisons > kMostComparisons) return fail(begin, m_at - begin, "at most 1,000 comparisons");
        comparison.place = {begin, m_at - begin};
        skipSpace();
        if (!parseOperator(comparison.op)) return false;
        skipSpace();
        if (takesList(comparison.op) ? !parseList(comparison.values)
                                     : !parseText(comparison.values.emplace_back(), "a value"))
            return false;
        result.node = std::move(comparison);
        return true;
    }

    bool parseField(Field& field) {
        const std::string_view word = bareHere();
        for (const auto& [prefix, kind] : kKeyedFields) {
            if (!word.starts_with(prefix)) continue;
            m_at += prefix.size();
            field.kind = kind;
            return parseText(field.key, "a name after " + std::string(prefix));
        }
        for (const auto& [name, kind] : kPlainFields) {
            if (word != name) continue;
            m_at += name.size();
            field.kind = kind;
            return true;
        }
        return failHere(kFieldsWanted);
    }

    bool parseOperator(Operator& op) {
        const std::string_view rest = m_text.substr(m_at);
        for (const auto& [sign, meaning] : kOperators) {
            if (!rest.starts_with(sign)) continue;
            m_at += sign.size();
            op = meaning;
            return true;
        }
        std::size_t length = 0;
        while (length < rest.size() && std::string_view("=!<>~").find(rest[length]) != std::string_view::npos)
            ++length;
        if (length == 1 && rest[0] == '=') {  // =xy=
            while (length < rest.size() && isBare(rest[length]))
                ++length;
            if (length < rest.size() && rest[length] == '=') ++length;
        }
        return length > 0 ? fail(m_at, length, kOperatorWanted) : failHere(kOperatorWanted);
    }

    bool parseList(std::vector<std::string>& values) {
        if (atEnd() || m_text[m_at] != '(') return failHere("a list such as (a, b)");
        const std::size_t opened = m_at;
        do {
            ++m_at;
            skipSpace();
            if (!parseText(values.emplace_back(), "a value")) return false;
            skipSpace();
        } while (!atEnd() && m_text[m_at] == ',');
        if (atEnd()) return fail(opened, 1, "a ) for this (");
        if (m_text[m_at] != ')') return failHere(", or )");
        ++m_at;
        return true;
    }

    bool parseText(std::string& text, std::string_view wanted) {
        if (!atEnd() && (m_text[m_at] == '\'' || m_text[m_at] == '"')) return parseQuoted(text);
        const std::string_view bare = bareHere();
        if (bare.empty()) return failHere(wanted);
        text = bare;
        m_at += bare.size();
        return true;
    }

    bool parseQuoted(std::string& text) {
        const std::size_t opened = m_at;
        const char quote = m_text[m_at++];
        for (; !atEnd() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == '\\' && ++m_at == m_text.size()) break;
            text += m_text[m_at];
        }
        if (atEnd()) return fail(opened, m_text.size() - opened, "an end of the quoted text");
        ++m_at;
        return true;
    }

    [[nodiscard]] std::string_view bareHere() const {
        const auto begin = m_text.begin() + static_cast<std::ptrdiff_t>(m_at);
        const auto end = std::find_if_not(begin, m_text.end(), isBare);
        return m_text.substr(m_at, static_cast<std::size_t>(end - begin));
    }
    void skipSpace() {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    bool fail(std::size_t position, std::size_t length, std::string_view expected) {
        m_error = {position, length, std::string(expected)};
        return false;
    }
    /// At what stands here: a word, a sign, or nothing.
    bool failHere(std::string_view expected) {
        return fail(m_at, atEnd() ? 0 : std::max<std::size_t>(1, bareHere().size()), expected);
    }

    static constexpr std::string_view kOperatorWanted = "an operator such as ==, !=, =lt=, =in=";

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_level = 0;
    std::size_t m_comparisons = 0;
    ParseError m_error;
};

}  // namespace

Result<Expression> parse(std::string_view text, ParseError* where) {
    Parser parser(text);
    Expression expression;
    if (parser.parseAll(expression)) return expression;
    const ParseError& error = parser.error();
    if (where) *where = error;
    return makeError(BaseErrc::malformed,
                     "position " + std::to_string(error.position) + ": expected " + error.expected);
}

}  // namespace signalbox::filter
