// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/challenge.h"

#include <algorithm>
#include <optional>

namespace signalbox::registry {
namespace {

constexpr std::size_t kMostText = 8192;
constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";

bool isTokenChar(char c) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return alphanumeric || kTokenMarks.find(c) != std::string_view::npos;
}

/// Takes parts off the beginning of a header field.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_text(text.substr(0, kMostText)) {}

    void skip(std::string_view characters) {
        m_text.remove_prefix(std::min(m_text.find_first_not_of(characters), m_text.size()));
    }
    [[nodiscard]] bool take(char wanted) {
        if (!m_text.starts_with(wanted)) return false;
        m_text.remove_prefix(1);
        return true;
    }
    /// In lower case; empty: there is none.
    [[nodiscard]] std::string token() {
        std::string taken;
        while (!m_text.empty() && isTokenChar(m_text.front())) {
            const char c = m_text.front();
            taken += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            m_text.remove_prefix(1);
        }
        return taken;
    }
    /// A quoted string or a token in its own case.
    [[nodiscard]] std::optional<std::string> value() {
        std::string taken;
        if (!take('"')) {
            while (!m_text.empty() && isTokenChar(m_text.front())) {
                taken += m_text.front();
                m_text.remove_prefix(1);
            }
            return taken.empty() ? std::nullopt : std::optional(taken);
        }
        while (!m_text.empty() && !m_text.starts_with('"')) {
            if (m_text.starts_with('\\')) m_text.remove_prefix(1);
            if (m_text.empty()) return std::nullopt;
            taken += m_text.front();
            m_text.remove_prefix(1);
        }
        return take('"') ? std::optional(taken) : std::nullopt;
    }
    [[nodiscard]] std::string_view rest() const { return m_text; }
    void reset(std::string_view rest) { m_text = rest; }

private:
    std::string_view m_text;
};

/// Parameters until the next challenge begins; false: the field ends in nonsense.
bool readParameters(FieldReader& field, Challenge& challenge) {
    for (;;) {
        field.skip(" \t,");
        const std::string_view before = field.rest();
        const std::string name = field.token();
        if (name.empty()) return field.rest().empty();
        field.skip(" \t");
        if (!field.take('=')) {
            field.reset(before);
            return true;
        }
        field.skip(" \t");
        const auto value = field.value();
        if (!value) return false;
        challenge.parameters.emplace(name, *value);
    }
}

}  // namespace

std::vector<Challenge> parseChallenges(std::string_view text) {
    std::vector<Challenge> challenges;
    FieldReader field(text);
    for (;;) {
        field.skip(" \t,");
        Challenge challenge;
        challenge.scheme = field.token();
        if (challenge.scheme.empty()) return challenges;
        const bool whole = readParameters(field, challenge);
        challenges.push_back(std::move(challenge));
        if (!whole) return challenges;
    }
}

}  // namespace signalbox::registry
