// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

#include <algorithm>

#include "core/http/text.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kUsualFields = 8;  // of a message: growing moves all fields that are there

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = lowerCase(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Response typedResponse(int status, std::string body, std::string contentType) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::move(contentType));
    response.body = std::move(body);
    return response;
}

}  // namespace

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const auto& [key, value] : m_fields)
        if (equalNoCase(key, name)) return value;
    return std::nullopt;
}

std::string_view Headers::value(std::string_view name, std::string_view otherwise) const {
    return find(name).value_or(otherwise);
}

void Headers::set(std::string_view name, std::string value) {
    erase(name);
    add(name, std::move(value));
}

void Headers::add(std::string_view name, std::string value) {
    if (m_fields.empty()) m_fields.reserve(kUsualFields);
    m_fields.emplace_back(name, std::move(value));
}

void Headers::erase(std::string_view name) {
    std::erase_if(m_fields, [name](const auto& field) { return equalNoCase(field.first, name); });
}

Result<std::string> decodePercent(std::string_view text) {
    if (text.find('%') == std::string_view::npos && text.find('\0') == std::string_view::npos) return std::string(text);
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 1 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return makeError(BaseErrc::malformed, "bad percent escape at byte " + std::to_string(i));
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c == '\0') return makeError(BaseErrc::malformed, "NUL in percent-encoded text");
        decoded += c;
    }
    return decoded;
}

std::string encodePercent(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const char lower = lowerCase(c);
        if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
    }
    return encoded;
}

std::vector<std::string> queryValues(std::string_view query, std::string_view name) {
    std::vector<std::string> values;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        const auto equals = pair.find('=');
        auto key = decodePercent(pair.substr(0, equals));
        if (!key || *key != name) continue;
        auto value = decodePercent(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
        if (value) values.push_back(std::move(*value));
    }
    return values;
}

std::optional<std::string> queryValue(std::string_view query, std::string_view name) {
    auto values = queryValues(query, name);
    if (values.empty()) return std::nullopt;
    return std::move(values.front());
}

Response textResponse(int status, std::string text, std::string contentType) {
    return typedResponse(status, std::move(text), std::move(contentType));
}

Response jsonResponse(int status, std::string json, std::string contentType) {
    return typedResponse(status, std::move(json), std::move(contentType));
}

Response emptyResponse(int status) {
    Response response;
    response.status = status;
    return response;
}

}  // namespace signalbox::http
