// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message_parser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <charconv>

#include "core/http/text.h"

namespace signalbox::http {
namespace {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;
using BeastView = boost::beast::string_view;

constexpr std::size_t kMostFields = 100;
constexpr std::size_t kMostLeading = 16;

std::string_view view(BeastView text) {
    return {text.data(), text.size()};
}

/// Beast's parser with our containers at its outputs: it reads the start line and the fields; bodies are ours.
template <bool isRequest>
class Parser final : public beast_http::basic_parser<isRequest> {
public:
    explicit Parser(Headers& headers) : m_headers(headers) { this->body_limit(boost::none); }

    std::string_view method;
    std::string_view target;
    int status = 0;
    int version = 0;
    std::size_t fields = 0;

private:
    void on_request_impl(beast_http::verb, BeastView name, BeastView where, int number, error_code&) override {
        method = view(name);
        target = view(where);
        version = number;
    }
    void on_response_impl(int code, BeastView, int number, error_code&) override {
        status = code;
        version = number;
    }
    void on_field_impl(beast_http::field, BeastView name, BeastView value, error_code& error) override {
        if (++fields > kMostFields)
            error = beast_http::error::header_limit;
        else
            m_headers.add(view(name), std::string(view(value)));
    }
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(BeastView, error_code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, BeastView, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView, error_code&) override { return 0; }
    void on_finish_impl(error_code&) override {}

    Headers& m_headers;
};

template <bool isRequest>
error_code run(Parser<isRequest>& parser, std::string_view head) {
    parser.header_limit(static_cast<std::uint32_t>(head.size()));
    error_code error;
    parser.put(boost::asio::const_buffer(head.data(), head.size()), error);
    if (!error && !parser.is_header_done()) error = beast_http::error::partial_message;
    return error;
}

enum class LengthState { none, one, bad };

/// All Content-Length fields; equal repetitions count once (RFC 9112 section 6.3).
LengthState readLength(const Headers& headers, std::uint64_t& length) {
    LengthState state = LengthState::none;
    for (const auto& [name, value] : headers.all()) {
        if (!equalNoCase(name, "Content-Length")) continue;
        std::uint64_t here = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), here);
        const bool number = !value.empty() && error == std::errc{} && end == value.data() + value.size();
        if (!number || here > (std::uint64_t{1} << 62)) return LengthState::bad;
        if (state == LengthState::one && here != length) return LengthState::bad;
        length = here;
        state = LengthState::one;
    }
    return state;
}

/// The value of a field that may stand once; `count` tells how often it stood.
std::string_view single(const Headers& headers, std::string_view wanted, int& count) {
    std::string_view found;
    count = 0;
    for (const auto& [name, value] : headers.all())
        if (equalNoCase(name, wanted) && ++count == 1) found = value;
    return found;
}

bool connectionHolds(const Headers& headers, std::string_view option) {
    for (const auto& [name, value] : headers.all())
        if (equalNoCase(name, "Connection") && listHolds(value, option)) return true;
    return false;
}

/// uri-host [":" port] of RFC 9110 section 7.2, an empty host refused.
bool isHost(std::string_view text) {
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        if (text.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos)
            return false;
        port = text.substr(end + 1);
    } else {
        const auto colon = text.find(':');
        const std::string_view host = text.substr(0, colon);
        if (host.empty()) return false;
        for (const char c : host) {
            const char lower = lowerCase(c);
            const bool plain = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
            if (!plain && std::string_view("-._~%!$&'()*+,;=").find(c) == std::string_view::npos) return false;
        }
        port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    }
    if (port.empty()) return true;
    return port.starts_with(':') && port.size() <= 6 &&
           port.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

/// Splits the request target; an absolute one gives its path, and its host replaces the Host field
/// (RFC 9112 section 3.2).
bool readTarget(std::string_view target, Request& request) {
    for (const char c : target)
        if (c <= 0x20 || c >= 0x7f || c == '#') return false;
    request.target = target;
    if (target == "*" && request.method == "OPTIONS") {
        request.path = target;
        return true;
    }
    if (!target.starts_with('/')) {
        const bool http = equalNoCase(target.substr(0, 7), "http://");
        if (!http && !equalNoCase(target.substr(0, 8), "https://")) return false;
        target.remove_prefix(http ? 7 : 8);
        const auto end = std::min(target.find_first_of("/?"), target.size());
        if (!isHost(target.substr(0, end))) return false;
        request.headers.set("Host", std::string(target.substr(0, end)));
        target.remove_prefix(end);
    }
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (request.path.empty()) request.path = "/";
    if (mark != std::string_view::npos) request.query = target.substr(mark + 1);
    return true;
}

std::optional<HeadProblem> readRequestFraming(RequestHead& into) {
    const Headers& headers = into.request.headers;
    int codings = 0;
    const std::string_view coding = single(headers, "Transfer-Encoding", codings);
    std::uint64_t length = 0;
    const LengthState state = readLength(headers, length);
    if (state == LengthState::bad) return HeadProblem{400, "bad or conflicting Content-Length"};
    if (codings > 0) {
        if (state != LengthState::none) return HeadProblem{400, "Content-Length beside Transfer-Encoding"};
        if (!into.http11) return HeadProblem{400, "Transfer-Encoding in HTTP/1.0"};
        if (codings > 1 || !equalNoCase(coding, "chunked")) return HeadProblem{501, "unknown Transfer-Encoding"};
        into.framing.kind = Framing::Kind::chunked;
    } else if (state == LengthState::one && length > 0) {
        into.framing = {Framing::Kind::length, length};
    }
    return std::nullopt;
}

std::optional<HeadProblem> checkHost(const RequestHead& head) {
    int hosts = 0;
    const std::string_view host = single(head.request.headers, "Host", hosts);
    if (hosts > 1) return HeadProblem{400, "more than one Host"};
    if (hosts == 0 && head.http11) return HeadProblem{400, "no Host"};
    if (hosts == 1 && !isHost(host)) return HeadProblem{400, "bad Host"};
    return std::nullopt;
}

HeadProblem problemOf(const error_code& error) {
    if (error == beast_http::error::header_limit) return {431, "too many header fields"};
    if (error == beast_http::error::bad_version) return {505, "not HTTP/1.0 or HTTP/1.1"};
    if (error == beast_http::error::bad_content_length || error == beast_http::error::multiple_content_length)
        return {400, "bad or conflicting Content-Length"};
    if (error == beast_http::error::bad_transfer_encoding) return {400, "bad Transfer-Encoding"};
    return {400, "malformed request head"};
}

}  // namespace

HeadScanner::State HeadScanner::scan(std::string_view bytes, std::size_t most) {
    while (m_scanned == m_leading && bytes.substr(m_leading).starts_with("\r\n") && m_leading < kMostLeading)
        m_scanned = m_lineStart = m_leading += 2;
    if (bytes.substr(m_leading) == "\r") return State::needMore;
    const std::size_t end = std::min(bytes.size(), m_leading + most);
    while (m_scanned < end) {
        const auto found = bytes.substr(0, end).find('\n', m_scanned);
        if (found == std::string_view::npos) {
            m_scanned = end;
            break;
        }
        m_scanned = found + 1;
        if (found == m_lineStart || bytes[found - 1] != '\r') return State::badLineEnd;
        if (found == m_lineStart + 1) {
            m_size = m_scanned - m_leading;
            return State::complete;
        }
        m_lineStart = m_scanned;
    }
    return end == m_leading + most ? State::tooLong : State::needMore;
}

std::optional<HeadProblem> parseRequestHead(std::string_view head, RequestHead& into) {
    into = {};
    Request& request = into.request;
    Parser<true> parser(request.headers);
    if (const error_code error = run(parser, head)) return problemOf(error);
    request.method = parser.method;
    into.http11 = parser.version >= 11;
    if (auto problem = checkHost(into)) return problem;
    if (!readTarget(parser.target, request)) return HeadProblem{400, "bad request target"};
    if (auto problem = readRequestFraming(into)) return problem;
    into.keepAlive = into.http11 && !connectionHolds(request.headers, "close");
    const auto expectation = request.headers.find("Expect");
    if (expectation && into.http11) {
        if (!equalNoCase(*expectation, "100-continue")) return HeadProblem{417, "unknown expectation"};
        into.expectsContinue = into.framing.kind != Framing::Kind::none;
    }
    return std::nullopt;
}

Result<ResponseHead> parseResponseHead(std::string_view head, bool toHead) {
    ResponseHead into;
    Parser<false> parser(into.headers);
    if (const error_code error = run(parser, head)) {
        if (error == beast_http::error::header_limit) return makeError(BaseErrc::tooLarge, "too many response fields");
        return makeError(BaseErrc::malformed, "response head: " + error.message());
    }
    into.status = parser.status;
    if (into.status < 100) return makeError(BaseErrc::malformed, "response head: bad status");
    into.keepAlive =
        parser.version >= 11 ? !connectionHolds(into.headers, "close") : connectionHolds(into.headers, "keep-alive");
    if (toHead || into.status < 200 || into.status == 204 || into.status == 304) return into;
    int codings = 0;
    const std::string_view coding = single(into.headers, "Transfer-Encoding", codings);
    std::uint64_t length = 0;
    const LengthState state = readLength(into.headers, length);
    if (state == LengthState::bad || (codings > 0 && state == LengthState::one))
        return makeError(BaseErrc::malformed, "response head: conflicting lengths");
    if (codings > 1 || (codings == 1 && !equalNoCase(coding, "chunked")))
        return makeError(BaseErrc::unsupported, "response head: unknown Transfer-Encoding");
    if (codings == 1)
        into.framing.kind = Framing::Kind::chunked;
    else if (state == LengthState::none)
        into.framing.kind = Framing::Kind::untilClose;
    else if (length > 0)
        into.framing = {Framing::Kind::length, length};
    if (into.framing.kind == Framing::Kind::untilClose) into.keepAlive = false;
    return into;
}

}  // namespace signalbox::http
