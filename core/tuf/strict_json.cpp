// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/strict_json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace signalbox::tuf {
namespace {

namespace json = boost::json;
using Code = boost::system::error_code;

constexpr std::size_t kMaxDepth = 32;

/// Sees what a json::value no longer shows: members that came twice, and how a number was written.
class StrictHandler {
public:
    // NOLINTBEGIN(readability-identifier-naming): the names are Boost.JSON's
    static constexpr std::size_t max_object_size = 1U << 20;
    static constexpr std::size_t max_array_size = 1U << 20;
    static constexpr std::size_t max_key_size = 4096;
    static constexpr std::size_t max_string_size = 1U << 20;
    // NOLINTEND(readability-identifier-naming)

    [[nodiscard]] const std::string& problem() const { return m_problem; }

    // NOLINTBEGIN(readability-identifier-naming): the names are Boost.JSON's
    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&) {
        m_members.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Code&) {
        m_members.pop_back();
        return true;
    }
    bool on_array_begin(Code&) { return true; }
    bool on_array_end(std::size_t, Code&) { return true; }
    bool on_key_part(json::string_view part, std::size_t, Code&) {
        m_key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Code& error) {
        m_key.append(part.data(), part.size());
        const bool first = m_members.back().insert(m_key).second;
        if (!first) return refuse("member '" + m_key + "' comes twice", error);
        m_key.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, Code&) { return true; }
    bool on_string(json::string_view, std::size_t, Code&) { return true; }
    bool on_number_part(json::string_view, Code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, Code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, Code&) { return true; }
    bool on_double(double, json::string_view, Code& error) { return refuse("a number is not whole", error); }
    bool on_bool(bool, Code&) { return true; }
    bool on_null(Code&) { return true; }
    bool on_comment_part(json::string_view, Code&) { return true; }
    bool on_comment(json::string_view, Code&) { return true; }
    // NOLINTEND(readability-identifier-naming)

private:
    bool refuse(std::string problem, Code& error) {
        m_problem = std::move(problem);
        error = make_error_code(BaseErrc::malformed);
        return false;
    }

    std::vector<std::set<std::string, std::less<>>> m_members;  ///< of each object that is open
    std::string m_key;
    std::string m_problem;
};

}  // namespace

Result<json::object> parseStrictObject(std::string_view text) {
    json::parse_options options;
    options.max_depth = kMaxDepth;
    json::basic_parser<StrictHandler> parser(options);
    Code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!parser.handler().problem().empty()) return makeError(BaseErrc::malformed, parser.handler().problem());
    if (error || read != text.size()) return makeError(BaseErrc::malformed, "this is no JSON: " + error.message());
    json::value value = json::parse(text, error, {}, options);
    if (error) return makeError(BaseErrc::malformed, "this is no JSON: " + error.message());
    if (!value.is_object()) return makeError(BaseErrc::malformed, "a JSON object is expected");
    return std::move(value.get_object());
}

}  // namespace signalbox::tuf
