// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "core/base/hash.h"

namespace signalbox::manager {

namespace json = boost::json;

http::Response ddiAnswer(const json::object& body) {
    return http::jsonResponse(200, json::serialize(body));
}

http::Response ddiError(int status, const Error& error) {
    const json::object body{{"exceptionClass", "SignalboxException"},
                            {"errorCode", "signalbox.error." + std::to_string(status)},
                            {"message", error.text()}};
    return http::jsonResponse(status, json::serialize(body));
}

http::Response ddiError(const Error& error) {
    if (error.code == BaseErrc::wrongState) return http::emptyResponse(410);
    if (error.code == BaseErrc::notFound) return ddiError(404, error);
    if (error.code == BaseErrc::tooLarge) return ddiError(429, error);
    return ddiError(400, error);
}

std::string hmsText(Seconds span) {
    const auto seconds = std::clamp<std::int64_t>(span.count(), 1, 86399);
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::int64_t numberIn(std::string_view text) {
    if (text.empty() || text.size() > 10) return 0;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string textAt(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

void setETag(http::Response& response) {
    const auto* body = std::get_if<std::string>(&response.body);
    if (body) response.headers.set("ETag", '"' + sha256Hex(bytesOf(*body)).substr(0, 32) + '"');
}

void addETag(const http::Request& request, http::Response& response) {
    const auto* body = std::get_if<std::string>(&response.body);
    if (response.status != 200 || !body || request.method != "GET") return;
    if (!response.headers.find("ETag")) setETag(response);
    const std::string_view known = request.headers.value("If-None-Match");
    if (known.empty()) return;
    std::string tag(response.headers.value("ETag"));
    if (known == "*" || known.find(tag) != std::string_view::npos) response = http::emptyResponse(304);
    response.headers.set("ETag", std::move(tag));
}

}  // namespace signalbox::manager
