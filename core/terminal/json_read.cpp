// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/json_read.h"

#include "core/model/json.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

Error wanted(std::string_view name, std::string_view what) {
    return makeError(BaseErrc::malformed, "member '" + std::string(name) + "' must be " + std::string(what));
}

const json::value* member(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

}  // namespace

Result<json::object> readObject(std::string_view text, std::size_t most) {
    TRY(json::value value, parseJson(text, most));
    if (!value.is_object()) return makeError(BaseErrc::malformed, "not a JSON object");
    return std::move(value.get_object());
}

Result<const json::object*> objectMember(const json::object& object, std::string_view name) {
    const json::value* value = member(object, name);
    if (value == nullptr || !value->is_object()) return wanted(name, "an object");
    return &value->get_object();
}

Result<std::string> textMember(const json::object& object, std::string_view name, std::size_t most) {
    const json::value* value = member(object, name);
    if (value == nullptr || !value->is_string()) return wanted(name, "a text");
    const json::string& text = value->get_string();
    if (text.size() > most) return wanted(name, "at most " + std::to_string(most) + " bytes long");
    return std::string(text.data(), text.size());
}

Result<std::string> optionalTextMember(const json::object& object, std::string_view name, std::size_t most) {
    if (member(object, name) == nullptr) return std::string();
    return textMember(object, name, most);
}

Result<std::int64_t> integerMember(const json::object& object, std::string_view name, std::int64_t least,
                                   std::int64_t most) {
    const json::value* value = member(object, name);
    if (value == nullptr || !value->is_int64() || value->get_int64() < least || value->get_int64() > most)
        return wanted(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value->get_int64();
}

Result<Digest> digestMember(const json::object& object, std::string_view name) {
    TRY(const std::string text, textMember(object, name, 256));
    auto digest = Digest::parse(text);
    if (!digest) return std::move(digest).error().within("member '" + std::string(name) + "'");
    return digest;
}

Result<std::optional<TimePoint>> optionalTimeMember(const json::object& object, std::string_view name) {
    TRY(const std::string text, optionalTextMember(object, name, 64));
    if (text.empty()) return std::optional<TimePoint>();
    auto time = fromRfc3339(text);
    if (!time) return std::move(time).error().within("member '" + std::string(name) + "'");
    return std::optional<TimePoint>(*time);
}

}  // namespace signalbox::terminal
