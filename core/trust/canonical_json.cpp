// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/canonical_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

namespace signalbox::trust {
namespace {

namespace json = boost::json;

void appendString(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

Result<void> append(std::string& out, const json::value& value);

Result<void> appendObject(std::string& out, const json::object& object) {
    std::vector<const json::key_value_pair*> members;
    members.reserve(object.size());
    for (const auto& member : object)
        members.push_back(&member);
    // std::string_view compares bytes as unsigned, and bytes of UTF-8 sort as code points do.
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return std::string_view(a->key()) < std::string_view(b->key()); });
    out += '{';
    for (const auto* member : members) {
        if (out.back() != '{') out += ',';
        appendString(out, member->key());
        out += ':';
        CHECK(append(out, member->value()));
    }
    out += '}';
    return {};
}

Result<void> appendArray(std::string& out, const json::array& array) {
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        CHECK(append(out, array[i]));
    }
    out += ']';
    return {};
}

Result<void> append(std::string& out, const json::value& value) {
    switch (value.kind()) {
        case json::kind::null:
            out += "null";
            return {};
        case json::kind::bool_:
            out += value.get_bool() ? "true" : "false";
            return {};
        case json::kind::int64:
            out += std::to_string(value.get_int64());
            return {};
        case json::kind::uint64:
            out += std::to_string(value.get_uint64());
            return {};
        case json::kind::double_:
            return makeError(BaseErrc::unsupported, "canonical JSON has integers only");
        case json::kind::string:
            appendString(out, value.get_string());
            return {};
        case json::kind::array:
            return appendArray(out, value.get_array());
        case json::kind::object:
            return appendObject(out, value.get_object());
    }
    return {};
}

}  // namespace

Result<std::string> canonicalJson(const json::value& value) {
    std::string out;
    CHECK(append(out, value));
    return out;
}

}  // namespace signalbox::trust
