// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/nested_json.h"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <optional>

#include "core/model/names.h"
#include "core/store/sql/members.h"

namespace signalbox::store {
namespace {

namespace json = boost::json;

class Writer {
public:
    explicit Writer(json::object& object) : m_object(object) {}
    template <class T>
    void operator()(std::string_view name, const T& value) {
        m_object.emplace(name, write(value));
    }
    template <class T>
    void operator()(std::string_view name, const std::optional<T>& value) {
        if (value) m_object.emplace(name, write(*value));
    }

    template <class T>
    json::value writeAll(const std::vector<T>& values) {
        json::array array(m_object.storage());
        array.reserve(values.size());
        for (const T& value : values)
            array.emplace_back(write(value));
        return array;
    }

private:
    json::value write(const std::string& value) { return json::value(std::string_view(value), m_object.storage()); }
    json::value write(bool value) { return json::value(value, m_object.storage()); }
    json::value write(double value) { return json::value(value, m_object.storage()); }
    json::value write(std::uint64_t value) { return json::value(value, m_object.storage()); }
    json::value write(TimePoint value) { return json::value(value.time_since_epoch().count(), m_object.storage()); }
    json::value write(Seconds value) { return json::value(Milliseconds(value).count(), m_object.storage()); }
    json::value write(const Digest& value) { return write(value.text()); }
    template <class T>
    json::value write(const std::vector<T>& values) {
        return writeAll(values);
    }
    template <class T>
    json::value write(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            return json::value(nameOf(value), m_object.storage());
        } else {
            json::object object(m_object.storage());
            Writer writer(object);
            visitMembers(writer, value);
            return object;
        }
    }

    json::object& m_object;
};

class Reader {
public:
    explicit Reader(const json::object& object) : m_object(object) {}

    template <class T>
    void operator()(std::string_view name, T& value) {
        const json::value* member = m_object.if_contains(name);
        if (member && m_error.empty() && !read(*member, value)) m_error = name;
    }
    template <class T>
    void operator()(std::string_view name, std::optional<T>& value) {
        value.reset();
        if (m_object.if_contains(name)) (*this)(name, value.emplace());
    }

    /// Of the first member that could not be read; empty: none.
    [[nodiscard]] const std::string& error() const { return m_error; }

    template <class T>
    bool readAll(const json::value& from, std::vector<T>& values) {
        const json::array* array = from.if_array();
        if (!array) return false;
        values.clear();
        values.reserve(array->size());
        for (const json::value& element : *array)
            if (!read(element, values.emplace_back())) return false;
        return true;
    }

private:
    static bool read(const json::value& from, std::string& value) {
        const json::string* text = from.if_string();
        if (text) value.assign(text->data(), text->size());
        return text;
    }
    static bool read(const json::value& from, bool& value) {
        const bool* flag = from.if_bool();
        if (flag) value = *flag;
        return flag;
    }
    static bool read(const json::value& from, double& value) { return number(from, value); }
    static bool read(const json::value& from, std::uint64_t& value) { return number(from, value); }
    static bool read(const json::value& from, TimePoint& value) {
        std::int64_t milliseconds = 0;
        if (!number(from, milliseconds)) return false;
        value = TimePoint(Milliseconds(milliseconds));
        return true;
    }
    static bool read(const json::value& from, Seconds& value) {
        std::int64_t milliseconds = 0;
        if (!number(from, milliseconds)) return false;
        value = std::chrono::floor<Seconds>(Milliseconds(milliseconds));
        return true;
    }
    static bool read(const json::value& from, Digest& value) {
        std::string text;
        if (!read(from, text)) return false;
        if (text.empty()) return true;
        auto digest = Digest::parse(text);
        if (digest) value = std::move(*digest);
        return digest.has_value();
    }
    template <class T>
    bool read(const json::value& from, std::vector<T>& values) {
        return readAll(from, values);
    }
    template <class T>
    bool read(const json::value& from, T& value) {
        if constexpr (std::is_enum_v<T>) {
            std::string text;
            const auto known = read(from, text) ? fromName<T>(text) : std::nullopt;
            if (known) value = *known;
            return known.has_value();
        } else {
            const json::object* object = from.if_object();
            if (!object) return false;
            Reader reader(*object);
            visitMembers(reader, value);
            if (!reader.m_error.empty()) m_error = reader.m_error;
            return m_error.empty();
        }
    }
    template <class N>
    static bool number(const json::value& from, N& value) {
        boost::system::error_code error;
        value = from.to_number<N>(error);
        return !error;
    }

    const json::object& m_object;
    std::string m_error;
};

constexpr std::size_t kScratchBytes = 4096;

template <class T>
std::string listToJson(const std::vector<T>& values) {
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    json::object none(&resource);
    return json::serialize(Writer(none).writeAll(values));
}

Result<json::value> parsed(std::string_view text, json::monotonic_resource& resource) {
    boost::system::error_code error;
    json::value value = json::parse(text, error, &resource);
    if (error) return makeError(BaseErrc::corrupt, "JSON in a row: " + error.message());
    return value;
}

template <class T>
Result<void> listFromJson(std::string_view text, std::vector<T>& values) {
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    TRY(const json::value value, parsed(text, resource));
    const json::object none;
    Reader reader(none);
    if (!reader.readAll(value, values)) return makeError(BaseErrc::corrupt, "JSON in a row: member " + reader.error());
    return {};
}

template <class T>
std::string objectToJson(const T& value) {
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    json::object object(&resource);
    Writer writer(object);
    visitMembers(writer, value);
    return json::serialize(object);
}

template <class T>
Result<void> objectFromJson(std::string_view text, T& value) {
    value = T();
    if (text == "{}") return {};
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    TRY(const json::value read, parsed(text, resource));
    if (!read.is_object()) return makeError(BaseErrc::corrupt, "JSON in a row: no object");
    Reader reader(read.get_object());
    visitMembers(reader, value);
    if (!reader.error().empty()) return makeError(BaseErrc::corrupt, "JSON in a row: member " + reader.error());
    return {};
}

}  // namespace

std::string toJson(const TextMap& value) {
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    json::object object(&resource);
    object.reserve(value.size());
    for (const auto& [key, text] : value)
        object.emplace(key, std::string_view(text));
    return json::serialize(object);
}
std::string toJson(const AutoConfirm& value) {
    return value == AutoConfirm() ? "{}" : objectToJson(value);
}
std::string toJson(const Schedule& value) {
    return value == Schedule() ? "{}" : objectToJson(value);
}
std::string toJson(const std::vector<Package>& value) {
    return listToJson(value);
}
std::string toJson(const std::vector<Approval>& value) {
    return listToJson(value);
}
std::string toJson(const std::vector<Prerequisite>& value) {
    return listToJson(value);
}
std::string toJson(const std::vector<Phase>& value) {
    return listToJson(value);
}

Result<void> fromJson(std::string_view text, TextMap& value) {
    value.clear();
    if (text == "{}") return {};
    std::array<unsigned char, kScratchBytes> scratch;
    json::monotonic_resource resource(scratch.data(), scratch.size());
    TRY(const json::value parsedValue, parsed(text, resource));
    const json::object* object = parsedValue.if_object();
    if (!object) return makeError(BaseErrc::corrupt, "JSON in a row: no object");
    for (const auto& member : *object) {
        const json::string* element = member.value().if_string();
        if (!element) return makeError(BaseErrc::corrupt, "JSON in a row: member " + std::string(member.key()));
        // Written in the order of the map, so the end is where it goes.
        value.emplace_hint(value.end(), std::string_view(member.key()), std::string_view(*element));
    }
    return {};
}
Result<void> fromJson(std::string_view text, AutoConfirm& value) {
    return objectFromJson(text, value);
}
Result<void> fromJson(std::string_view text, Schedule& value) {
    return objectFromJson(text, value);
}
Result<void> fromJson(std::string_view text, std::vector<Package>& value) {
    return listFromJson(text, value);
}
Result<void> fromJson(std::string_view text, std::vector<Approval>& value) {
    return listFromJson(text, value);
}
Result<void> fromJson(std::string_view text, std::vector<Prerequisite>& value) {
    return listFromJson(text, value);
}
Result<void> fromJson(std::string_view text, std::vector<Phase>& value) {
    return listFromJson(text, value);
}

}  // namespace signalbox::store
