// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"
#include "core/model/records.h"

namespace signalbox {

/// The hash of an entry of the audit log over what it says and the hash `before` it (empty for the first).
[[nodiscard]] std::string auditHash(std::string_view before, const AuditEntry& entry);

/// Follows an audit log from its first entry, or from behind one that is known, and finds what was changed, left out or
/// put in.
class AuditChain {
public:
    AuditChain() = default;
    /// Behind entry `length`, which has the hash `head`.
    AuditChain(std::int64_t length, std::string head) : m_length(length), m_head(std::move(head)) {}

    /// The next entry. BaseErrc::corrupt names the entry that does not follow; the chain stays where it was.
    [[nodiscard]] Result<void> take(const AuditEntry& entry);
    [[nodiscard]] std::int64_t length() const { return m_length; }
    /// The hash of the last entry taken; empty before the first.
    [[nodiscard]] const std::string& head() const { return m_head; }

private:
    std::int64_t m_length = 0;
    std::string m_head;
};

}  // namespace signalbox
