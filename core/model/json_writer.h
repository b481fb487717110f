// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/model/digest.h"
#include "core/model/json_members.h"
#include "core/model/names.h"

namespace signalbox::shape {

/// A number that prints as "100" rather than "1E2" where it is whole.
[[nodiscard]] boost::json::value wholeWherePossible(double value);
/// The object that `text` is, where that serializes to the very same text, else the text.
[[nodiscard]] boost::json::value objectOrText(const std::string& text);

/// Makes the JSON object of any value for which there is a members(visitor, value).
class Writer {
public:
    template <class T>
    void operator()(std::string_view name, const T& value, const Bound& = {}) {
        m_object[name] = one(value);
    }

    /// An object where the text is one and reads back to the very same text, else the text: what was hashed stays.
    void jsonText(std::string_view name, const std::string& text, const Bound&) { m_object[name] = objectOrText(text); }

    [[nodiscard]] boost::json::object take() { return std::move(m_object); }

    template <class T>
    static boost::json::object write(const T& value) {
        Writer writer;
        members(writer, value);
        return writer.take();
    }

private:
    static boost::json::value one(const std::string& value) { return boost::json::string(value); }
    static boost::json::value one(bool value) { return value; }
    static boost::json::value one(std::int64_t value) { return value; }
    static boost::json::value one(std::uint64_t value) { return value; }
    static boost::json::value one(std::uint32_t value) { return value; }
    static boost::json::value one(double value) { return wholeWherePossible(value); }
    static boost::json::value one(Seconds value) { return static_cast<std::int64_t>(value.count()); }
    static boost::json::value one(TimePoint value) { return boost::json::string(toRfc3339(value)); }
    static boost::json::value one(const Digest& value) { return boost::json::string(value.text()); }
    template <class T>
    static boost::json::value one(const std::optional<T>& value) {
        return value ? one(*value) : boost::json::value(nullptr);
    }
    template <class Tag>
    static boost::json::value one(Id<Tag> value) {
        return value.value;
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    static boost::json::value one(Enum value) { return boost::json::string(nameOf(value)); }
    template <class T>
    static boost::json::value one(const std::vector<T>& values) {
        boost::json::array array;
        array.reserve(values.size());
        for (const T& value : values)
            array.push_back(one(value));
        return array;
    }
    static boost::json::value one(const std::map<std::string, std::string>& values) {
        boost::json::object object;
        for (const auto& [key, value] : values)
            object[key] = value;
        return object;
    }
    template <class T>
    requires std::is_class_v<T>
    static boost::json::value one(const T& value) { return write(value); }

    boost::json::object m_object;
};

}  // namespace signalbox::shape
