// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/event_parser.h"

#include <algorithm>
#include <charconv>

namespace signalbox::adminclient {

Result<std::vector<ServerEvent>> EventParser::feed(std::string_view bytes) {
    std::vector<ServerEvent> events;
    while (!bytes.empty()) {
        if (m_skipNewline && bytes.front() == '\n') bytes.remove_prefix(1);
        m_skipNewline = false;
        const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        if (m_line.size() + m_event.data.size() + end > kMostEvent)
            return makeError(BaseErrc::tooLarge,
                             "an event of more than " + std::to_string(kMostEvent) + " bytes in the event stream");
        m_line += bytes.substr(0, end);
        if (end == bytes.size()) break;
        m_skipNewline = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        endLine(events);
    }
    return events;
}

void EventParser::endLine(std::vector<ServerEvent>& events) {
    std::string_view line = m_line;
    if (m_first && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    m_first = false;
    if (line.empty()) {
        m_lastId = m_pendingId;
        m_event.id = m_lastId;
        if (m_hasData) {
            m_event.data.pop_back();  // the newline after the last line
            events.push_back(std::move(m_event));
        }
        m_event = {};
        m_hasData = false;
    } else if (line.front() != ':') {
        const std::size_t colon = line.find(':');
        std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
        if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
        field(line.substr(0, colon), value);
    }
    m_line.clear();
}

void EventParser::field(std::string_view name, std::string_view value) {
    if (name == "data") {
        m_event.data.append(value).push_back('\n');
        m_hasData = true;
    } else if (name == "event") {
        m_event.type = value.empty() ? "message" : value;
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos) m_pendingId = value;
    } else if (name == "retry") {
        std::int64_t milliseconds = 0;
        const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), milliseconds);
        if (error == std::errc() && rest == value.data() + value.size() && value.front() != '-')
            m_retry = Milliseconds(milliseconds);
    }
}

}  // namespace signalbox::adminclient
