// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/audit_chain.h"

namespace signalbox {

/// An audit log as a file of JSON lines: what it is, an entry a line as the admin API shows it, and where it ends.
///   {"signalboxAudit":1,"managerId":"…","exportedAt":"…","after":0,"before":""}
///   {"sequence":1,"at":"…","actor":"…","action":"…","subject":"…","detail":{…},"hash":"…"}
///   {"entries":1,"head":"…"}
struct AuditFileHead {
    std::string managerId;
    TimePoint exportedAt;
    std::int64_t after = 0;  ///< it begins behind this entry
    std::string before;      ///< the hash of that one; empty for the first of all
};

/// Lines end with a line feed.
[[nodiscard]] std::string auditFileHead(const AuditFileHead& head);
[[nodiscard]] std::string auditFileLine(const AuditEntry& entry);
[[nodiscard]] std::string auditFileEnd(std::int64_t entries, std::string_view head);

inline constexpr std::size_t kMaxAuditLine = 256 << 10;

/// Reads such a file line by line and follows its hashes.
class AuditFileReader {
public:
    /// The next line, without its line feed. BaseErrc::malformed where it is none of such a file's, BaseErrc::corrupt
    /// where an entry was changed, left out or put in; both name line and entry.
    [[nodiscard]] Result<void> take(std::string_view line);
    /// After the last line. BaseErrc::corrupt: the file is cut off.
    [[nodiscard]] Result<void> end() const;

    [[nodiscard]] const AuditFileHead& head() const { return m_head; }
    [[nodiscard]] std::int64_t entries() const { return m_chain.length() - m_head.after; }
    [[nodiscard]] std::int64_t lastSequence() const { return m_chain.length(); }
    [[nodiscard]] const std::string& lastHash() const { return m_chain.head(); }
    [[nodiscard]] const std::optional<TimePoint>& first() const { return m_first; }
    [[nodiscard]] const std::optional<TimePoint>& last() const { return m_last; }

private:
    [[nodiscard]] Result<void> takeHead(const boost::json::value& line);
    [[nodiscard]] Result<void> takeEnd(const boost::json::object& line);

    AuditFileHead m_head;
    AuditChain m_chain;
    std::int64_t m_lines = 0;
    bool m_ended = false;
    std::optional<TimePoint> m_first;
    std::optional<TimePoint> m_last;
};

}  // namespace signalbox
