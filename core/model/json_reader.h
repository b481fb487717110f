// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/model/digest.h"
#include "core/model/json_members.h"
#include "core/model/names.h"

namespace signalbox::shape {

/// "a number", "a list" …: what a value is, for error texts.
[[nodiscard]] const char* kindName(const boost::json::value& value);

/// Reads any value for which there is a members(visitor, value), as json.h says. After the first error nothing more is
/// read.
class Reader {
public:
    template <class T>
    static Result<T> read(const boost::json::value& from) {
        Reader reader;
        T value{};
        reader.one(from, value, {});
        if (reader.m_error) return std::move(*reader.m_error);
        return value;
    }

    template <class T>
    void operator()(std::string_view name, T& value, const Bound& bound = {}) {
        withMember(name, [&](const boost::json::value& from) { one(from, value, bound); });
    }

    void jsonText(std::string_view name, std::string& text, const Bound& bound) {
        withMember(name, [&](const boost::json::value& from) {
            if (!from.is_object()) return one(from, text, bound);
            std::string serialized = boost::json::serialize(from);
            if (checkSize(serialized.size(), bound, "bytes")) text = std::move(serialized);
        });
    }

private:
    template <class Read>
    void withMember(std::string_view name, const Read& read) {
        if (m_error) return;
        const boost::json::value* from = m_object->if_contains(name);
        if (!from) return;
        const std::size_t before = m_path.size();
        if (!m_path.empty()) m_path += '.';
        m_path += name;
        read(*from);
        m_path.resize(before);
    }

    void fail(std::string what) {
        if (!m_error) m_error = makeError(BaseErrc::malformed, m_path.empty() ? std::move(what) : m_path + ": " + what);
    }
    void wanted(const char* what, const boost::json::value& from) {
        fail(std::string(what) + " is expected, not " + kindName(from));
    }
    bool checkSize(std::size_t size, const Bound& bound, const char* what) {
        if (size <= static_cast<std::uint64_t>(bound.most)) return true;
        fail("at most " + std::to_string(bound.most) + " " + what + " are allowed, here are " + std::to_string(size));
        return false;
    }

    void one(const boost::json::value& from, std::string& value, const Bound& bound) {
        const boost::json::string* text = from.if_string();
        if (!text) return wanted("a text", from);
        if (checkSize(text->size(), bound, "bytes")) value.assign(text->data(), text->size());
    }
    void one(const boost::json::value& from, bool& value, const Bound&) {
        if (!from.is_bool()) return wanted("true or false", from);
        value = from.get_bool();
    }
    template <class Integer>
    requires std::integral<Integer>
    void one(const boost::json::value& from, Integer& value, const Bound& bound) {
        if (!from.is_int64() && !from.is_uint64()) return wanted("a whole number", from);
        boost::system::error_code error;
        const auto got = from.to_number<std::int64_t>(error);
        if (error || got < bound.least || got > bound.most) return outOfRange(bound);
        value = static_cast<Integer>(got);
    }
    void one(const boost::json::value& from, double& value, const Bound& bound) {
        if (!from.is_number()) return wanted("a number", from);
        const double got = from.to_number<double>();
        if (!(got >= static_cast<double>(bound.least) && got <= static_cast<double>(bound.most)))
            return outOfRange(bound);
        value = got;
    }
    void outOfRange(const Bound& bound) {
        fail("a number from " + std::to_string(bound.least) + " to " + std::to_string(bound.most) + " is expected");
    }
    void one(const boost::json::value& from, Seconds& value, const Bound& bound) {
        std::int64_t seconds = value.count();
        one(from, seconds, bound);
        value = Seconds(seconds);
    }
    void one(const boost::json::value& from, TimePoint& value, const Bound&) {
        std::string text;
        one(from, text, kName);
        if (m_error) return;
        const Result<TimePoint> time = fromRfc3339(text);
        if (!time) return fail("'" + text + "' is no RFC 3339 time");
        value = *time;
    }
    template <class T>
    void one(const boost::json::value& from, std::optional<T>& value, const Bound& bound) {
        if (from.is_null()) return value.reset();
        T read{};
        one(from, read, bound);
        if (!m_error) value = std::move(read);
    }
    void one(const boost::json::value& from, Digest& value, const Bound&) {
        std::string text;
        one(from, text, kName);
        if (m_error) return;
        if (text.empty()) {
            value = Digest();
            return;
        }
        Result<Digest> digest = Digest::parse(text);
        if (!digest) return fail(digest.error().context);
        value = std::move(*digest);
    }
    template <class Tag>
    void one(const boost::json::value& from, Id<Tag>& value, const Bound&) {
        one(from, value.value, kUnbounded);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void one(const boost::json::value& from, Enum& value, const Bound&) {
        std::string text;
        one(from, text, kName);
        if (m_error) return;
        const std::optional<Enum> named = fromName<Enum>(text);
        if (!named) return fail("'" + text + "' is not one of its values");
        value = *named;
    }
    template <class T>
    void one(const boost::json::value& from, std::vector<T>& values, const Bound& bound) {
        const boost::json::array* array = from.if_array();
        if (!array) return wanted("a list", from);
        if (!checkSize(array->size(), bound, "entries")) return;
        std::vector<T> read(array->size());
        const std::size_t before = m_path.size();
        for (std::size_t i = 0; i < read.size() && !m_error; ++i) {
            m_path += "[" + std::to_string(i) + "]";
            one((*array)[i], read[i], kLine);
            m_path.resize(before);
        }
        if (!m_error) values = std::move(read);
    }
    void one(const boost::json::value& from, std::map<std::string, std::string>& values, const Bound& bound) {
        const boost::json::object* object = from.if_object();
        if (!object) return wanted("an object", from);
        if (!checkSize(object->size(), bound, "entries")) return;
        std::map<std::string, std::string> read;
        for (const auto& [key, entry] : *object) {
            if (!checkSize(key.size(), kName, "bytes of a name")) return;
            const std::size_t before = m_path.size();
            m_path += "." + std::string(key);
            one(entry, read[std::string(key)], kLine);
            m_path.resize(before);
            if (m_error) return;
        }
        values = std::move(read);
    }
    template <class T>
    requires std::is_class_v<T>
    void one(const boost::json::value& from, T& value, const Bound&) {
        const boost::json::object* object = from.if_object();
        if (!object) return wanted("an object", from);
        const boost::json::object* outer = std::exchange(m_object, object);
        members(*this, value);
        m_object = outer;
    }

    const boost::json::object* m_object = nullptr;
    std::string m_path;
    std::optional<Error> m_error;
};

}  // namespace signalbox::shape
