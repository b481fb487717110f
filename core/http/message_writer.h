// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "core/http/client.h"
#include "core/http/message.h"

namespace signalbox::http {

[[nodiscard]] std::string_view reasonPhrase(int status);

/// The date of RFC 9110 section 5.6.7, made once a second. One thread.
class DateText {
public:
    [[nodiscard]] std::string_view now();

private:
    std::time_t m_second = 0;
    std::string m_text;
};

/// What the head says of the message beside the response's own fields.
struct HeadPlan {
    std::optional<std::uint64_t> length;  ///< Content-Length
    bool chunked = false;
    bool close = false;
};

/// Appends a whole response head. Fields that tell lengths or the connection are the server's and are left out; control
/// characters in a value become spaces, so that no handler can split a head.
void writeResponseHead(std::string& into, const Response& response, const HeadPlan& plan, std::string_view date);
/// Appends a whole request head; for a proxy that forwards (`forwarder` set) with an absolute target and the
/// credentials. BaseErrc::invalidArgument for a method or target that would not stay one line.
[[nodiscard]] Result<void> writeRequestHead(std::string& into, const ClientRequest& request,
                                            const Proxy* forwarder = nullptr);

/// "size CRLF data CRLF".
[[nodiscard]] std::string asChunk(std::string_view data);
constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace signalbox::http
