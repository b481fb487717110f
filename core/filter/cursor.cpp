// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/cursor.h"

#include <algorithm>

#include "core/filter/syntax.h"

namespace signalbox::filter {
namespace {

constexpr std::size_t kMostBytes = 16 * 1024;

/// Steps over the text a word at a time.
class Walker {
public:
    explicit Walker(std::string_view text) : m_text(text) {}

    Cursor walk() {
        for (;;) {
            skip("(");
            if (!takeField()) return m_cursor;
            if (!takeOperator()) return m_cursor;
            if (!takeValues()) return m_cursor;
            skip(")");
            if (!takeJoiner()) return m_cursor;
        }
    }

private:
    void skip(std::string_view signs) {
        while (m_at < m_text.size() && (isSpace(m_text[m_at]) || signs.find(m_text[m_at]) != std::string_view::npos))
            ++m_at;
    }

    void begin(Cursor::Wanted wanted) {
        m_cursor.wanted = wanted;
        m_cursor.begin = m_at;
        m_cursor.word.clear();
    }

    /// Bare or quoted; false: the cursor is still in it.
    bool takeText() {
        const char quote = m_at < m_text.size() && (m_text[m_at] == '"' || m_text[m_at] == '\'') ? m_text[m_at] : '\0';
        if (quote) ++m_at;
        while (m_at < m_text.size()) {
            char c = m_text[m_at];
            if (quote ? c == quote : !isBare(c)) {
                m_at += quote ? 1 : 0;
                return true;
            }
            if (c == '\\' && m_at + 1 < m_text.size()) c = m_text[++m_at];
            m_cursor.word += c;
            ++m_at;
        }
        return false;
    }

    bool takeField() {
        begin(Cursor::Wanted::field);
        if (!takeText() && m_at >= m_text.size()) return false;
        const std::string_view word = m_cursor.word;
        for (const auto& [name, kind] : kPlainFields)
            if (word == name) m_cursor.field = {kind, {}};
        bool known = std::any_of(kPlainFields.begin(), kPlainFields.end(),
                                 [word](const auto& plain) { return plain.first == word; });
        for (const auto& [prefix, kind] : kKeyedFields) {
            if (!word.starts_with(prefix)) continue;
            m_cursor.field = {kind, std::string(word.substr(prefix.size()))};
            // tag."two words": the key is a text of its own.
            if (m_cursor.field.key.empty()) {
                m_cursor.word = prefix;
                if (!takeText()) return false;
                m_cursor.field.key = m_cursor.word.substr(prefix.size());
            }
            known = true;
        }
        if (!known) begin(Cursor::Wanted::field);
        return known;
    }

    bool takeOperator() {
        skip({});
        begin(Cursor::Wanted::op);
        const std::string_view rest = m_text.substr(m_at);
        for (const auto& [sign, op] : kOperators) {
            if (!rest.starts_with(sign)) continue;
            m_at += sign.size();
            m_op = op;
            return true;
        }
        m_cursor.word = rest;
        return false;
    }

    bool takeValues() {
        skip({});
        if (!takesList(m_op)) {
            begin(Cursor::Wanted::value);
            return takeText();
        }
        begin(Cursor::Wanted::list);
        if (m_at >= m_text.size() || m_text[m_at] != '(') return false;
        do {
            ++m_at;
            skip({});
            begin(Cursor::Wanted::value);
            if (!takeText()) return false;
            skip({});
        } while (m_at < m_text.size() && m_text[m_at] == ',');
        if (m_at >= m_text.size() || m_text[m_at] != ')') {
            begin(Cursor::Wanted::list);
            return false;
        }
        ++m_at;
        return true;
    }

    bool takeJoiner() {
        skip({});
        begin(Cursor::Wanted::joiner);
        const std::string_view rest = m_text.substr(m_at);
        for (const std::string_view sign : {";", ",", "and ", "or "}) {
            if (!rest.starts_with(sign)) continue;
            m_at += sign.size();
            return true;
        }
        m_cursor.word = rest;
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Operator m_op = Operator::equal;
    Cursor m_cursor;
};

}  // namespace

Cursor cursorAt(std::string_view text, std::size_t position) {
    return Walker(text.substr(0, std::min({position, text.size(), kMostBytes}))).walk();
}

}  // namespace signalbox::filter
