// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace signalbox::adminclient {

struct ServerEvent {
    std::string id;  ///< the last id the stream named
    std::string type = "message";
    std::string data;  ///< lines joined by \n
    friend bool operator==(const ServerEvent&, const ServerEvent&) = default;
};

/// Server-sent events (HTML Living Standard, section 9.2.6) from bytes cut anywhere. Not thread-safe.
class EventParser {
public:
    static constexpr std::size_t kMostEvent = 1 << 20;  ///< bytes of one event, and of one line

    /// The events that these bytes complete. BaseErrc::tooLarge above kMostEvent: give the stream up.
    [[nodiscard]] Result<std::vector<ServerEvent>> feed(std::string_view bytes);

    /// What to tell as Last-Event-ID when connecting again; empty: nothing yet.
    [[nodiscard]] const std::string& lastId() const { return m_lastId; }
    /// How long the server wants us to wait before that, where it said so.
    [[nodiscard]] std::optional<Milliseconds> retry() const { return m_retry; }

private:
    void endLine(std::vector<ServerEvent>& events);
    void field(std::string_view name, std::string_view value);

    std::string m_line;
    ServerEvent m_event;
    bool m_hasData = false;
    bool m_skipNewline = false;  ///< the last byte was CR: an LF now belongs to it
    bool m_first = true;         ///< the first line may begin with a byte order mark
    std::string m_pendingId;
    std::string m_lastId;
    std::optional<Milliseconds> m_retry;
};

}  // namespace signalbox::adminclient
