// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/setting_lines.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>
#include <cctype>
#include <utility>

namespace signalbox::approver {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxValues = 10000;
constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxText = 1 << 20;
constexpr std::array<std::string_view, 4> kLineEndings = {".ini", ".conf", ".cfg", ".properties"};

bool endsWith(const std::string& path, std::string_view ending) {
    if (path.size() <= ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r";
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Result<void> flatten(const json::value& value, const std::string& key, Settings& into) {
    if (into.size() >= kMaxValues) return makeError(BaseErrc::tooLarge, "more than 10,000 settings");
    if (const json::object* const object = value.if_object(); object && !object->empty()) {
        for (const auto& [name, member] : *object)
            CHECK(flatten(member, key.empty() ? std::string(name) : key + "." + std::string(name), into));
        return {};
    }
    if (const json::array* const list = value.if_array(); list && !list->empty()) {
        for (std::size_t i = 0; i < list->size(); ++i)
            CHECK(flatten((*list)[i], key + "[" + std::to_string(i) + "]", into));
        return {};
    }
    into[key] = json::serialize(value);
    return {};
}

}  // namespace

bool hasSettings(const std::string& path) {
    return endsWith(path, ".json") || std::any_of(kLineEndings.begin(), kLineEndings.end(),
                                                  [&path](std::string_view ending) { return endsWith(path, ending); });
}

Result<Settings> settingsOfJson(std::string_view text) {
    if (text.size() > kMaxText) return makeError(BaseErrc::tooLarge, "above 1 MiB");
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = kMaxDepth;
    const json::value value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
    if (error) return makeError(BaseErrc::malformed, "no JSON: " + error.message());
    Settings settings;
    CHECK(flatten(value, {}, settings));
    return settings;
}

Result<Settings> settingsOfLines(std::string_view text) {
    if (text.size() > kMaxText) return makeError(BaseErrc::tooLarge, "above 1 MiB");
    Settings settings;
    std::string section;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.empty() || line.front() == '#' || line.front() == ';') continue;
        if (line.front() == '[' && line.back() == ']') {
            section = std::string(line.substr(1, line.size() - 2)) + ".";
            continue;
        }
        const auto sign = line.find_first_of("=:");
        if (sign == std::string_view::npos || sign == 0)
            return makeError(BaseErrc::malformed, "a line that is no 'key = value'");
        if (settings.size() >= kMaxValues) return makeError(BaseErrc::tooLarge, "more than 10,000 settings");
        settings[section + std::string(trimmed(line.substr(0, sign)))] = std::string(trimmed(line.substr(sign + 1)));
    }
    return settings;
}

Result<Settings> settingsOf(const std::string& path, std::string_view text) {
    return endsWith(path, ".json") ? settingsOfJson(text) : settingsOfLines(text);
}

}  // namespace signalbox::approver
