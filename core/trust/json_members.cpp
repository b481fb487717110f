// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/json_members.h"

#include <boost/json/parse.hpp>

namespace signalbox::trust {
namespace {

namespace json = boost::json;

Error memberError(std::string_view name, std::string_view wanted) {
    return makeError(BaseErrc::malformed, "member '" + std::string(name) + "' must be " + std::string(wanted));
}

}  // namespace

Result<std::string> stringMember(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return memberError(name, "a string");
    return std::string(value->get_string());
}

Result<std::int64_t> integerMember(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_int64()) return memberError(name, "an integer");
    return value->get_int64();
}

Result<const json::array*> arrayMember(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_array()) return memberError(name, "an array");
    return &value->get_array();
}

Result<json::object> parseJsonObject(std::string_view text, std::string_view what) {
    json::error_code error;
    json::value value = json::parse(text, error);
    if (error) return makeError(BaseErrc::malformed, std::string(what) + " is no JSON: " + error.message());
    if (!value.is_object()) return makeError(BaseErrc::malformed, std::string(what) + " is no JSON object");
    return std::move(value.get_object());
}

}  // namespace signalbox::trust
