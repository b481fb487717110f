// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include <fmt/chrono.h>

#include "core/http/text.h"

namespace signalbox::http {
namespace {

void appendNumber(std::string& into, std::uint64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    into.append(digits.data(), end);
}

void appendField(std::string& into, std::string_view name, std::string_view value) {
    into += name;
    into += ": ";
    const std::size_t start = into.size();
    into += value;
    for (std::size_t i = start; i < into.size(); ++i) {
        const auto byte = static_cast<unsigned char>(into[i]);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f) into[i] = ' ';
    }
    into += "\r\n";
}

/// Fields that say how long the message is or what becomes of the connection.
bool isOfTheConnection(std::string_view name) {
    return equalNoCase(name, "Content-Length") || equalNoCase(name, "Transfer-Encoding") ||
           equalNoCase(name, "Connection") || equalNoCase(name, "Keep-Alive");
}

struct Reason {
    int status;
    std::string_view phrase;
};
constexpr std::array kReasons{
    Reason{100, "Continue"},
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{410, "Gone"},
    Reason{411, "Length Required"},
    Reason{412, "Precondition Failed"},
    Reason{413, "Content Too Large"},
    Reason{415, "Unsupported Media Type"},
    Reason{416, "Range Not Satisfiable"},
    Reason{417, "Expectation Failed"},
    Reason{422, "Unprocessable Content"},
    Reason{428, "Precondition Required"},
    Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{502, "Bad Gateway"},
    Reason{503, "Service Unavailable"},
    Reason{504, "Gateway Timeout"},
    Reason{505, "HTTP Version Not Supported"},
    Reason{507, "Insufficient Storage"},
};
static_assert(std::is_sorted(kReasons.begin(), kReasons.end(),
                             [](const Reason& a, const Reason& b) { return a.status < b.status; }));

}  // namespace

std::string_view reasonPhrase(int status) {
    const auto before = [](const Reason& reason, int wanted) { return reason.status < wanted; };
    const auto found = std::lower_bound(kReasons.begin(), kReasons.end(), status, before);
    return found != kReasons.end() && found->status == status ? found->phrase : "Status";
}

std::string_view DateText::now() {
    const std::time_t second = std::time(nullptr);
    if (second != m_second) {
        m_second = second;
        m_text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(second));
    }
    return m_text;
}

void writeResponseHead(std::string& into, const Response& response, const HeadPlan& plan, std::string_view date) {
    into += "HTTP/1.1 ";
    appendNumber(into, static_cast<std::uint64_t>(std::clamp(response.status, 100, 999)));
    into += ' ';
    into += reasonPhrase(response.status);
    into += "\r\n";
    for (const auto& [name, value] : response.headers.all())
        if (isToken(name) && !isOfTheConnection(name)) appendField(into, name, value);
    appendField(into, "Date", date);
    if (plan.chunked) into += "Transfer-Encoding: chunked\r\n";
    if (plan.length) {
        into += "Content-Length: ";
        appendNumber(into, *plan.length);
        into += "\r\n";
    }
    if (plan.close) into += "Connection: close\r\n";
    into += "\r\n";
}

Result<void> writeRequestHead(std::string& into, const ClientRequest& request, const Proxy* forwarder) {
    const std::string& target = request.url.target;
    const bool clean =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!isToken(request.method) || !clean || !target.starts_with('/'))
        return makeError(BaseErrc::invalidArgument, "request line");
    into += request.method + " " + (forwarder ? request.url.text() : target) + " HTTP/1.1\r\n";
    if (!request.headers.find("Host")) {
        const bool bracketed = request.url.host.find(':') != std::string::npos;
        std::string host = bracketed ? "[" + request.url.host + "]" : request.url.host;
        const std::uint16_t usual = request.url.scheme == "https" ? 443 : 80;
        if (request.url.port != usual) host += ":" + std::to_string(request.url.port);
        appendField(into, "Host", host);
    }
    if (forwarder && !forwarder->authorization().empty())
        appendField(into, "Proxy-Authorization", forwarder->authorization());
    for (const auto& [name, value] : request.headers.all()) {
        if (!isToken(name)) return makeError(BaseErrc::invalidArgument, "name of a request header");
        if (!isOfTheConnection(name)) appendField(into, name, value);
    }
    const std::uint64_t length = request.bodySource ? request.bodyLength : request.body.size();
    const bool usuallyEmpty = request.method == "GET" || request.method == "HEAD" || request.method == "DELETE";
    if (length > 0 || request.bodySource || !usuallyEmpty) {
        into += "Content-Length: ";
        appendNumber(into, length);
        into += "\r\n";
    }
    into += "\r\n";
    return {};
}

std::string asChunk(std::string_view data) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), data.size(), 16).ptr;
    std::string chunk;
    chunk.reserve(data.size() + 20);
    chunk.append(digits.data(), end);
    ((chunk += "\r\n") += data) += "\r\n";
    return chunk;
}

}  // namespace signalbox::http
