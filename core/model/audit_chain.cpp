// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit_chain.h"

#include <boost/json/serialize.hpp>

#include "core/base/hash.h"

namespace signalbox {

std::string auditHash(std::string_view before, const AuditEntry& entry) {
    // Members in order of name and no white space: the same bytes for whoever checks the chain.
    const boost::json::object canonical{
        {"action", entry.action}, {"actor", entry.actor},       {"at", toRfc3339(entry.at)}, {"before", before},
        {"detail", entry.detail}, {"sequence", entry.sequence}, {"subject", entry.subject}};
    return sha256Hex(bytesOf(boost::json::serialize(canonical)));
}

Result<void> AuditChain::take(const AuditEntry& entry) {
    const std::int64_t expected = m_length + 1;
    if (entry.sequence != expected)
        return makeError(BaseErrc::corrupt, "entry " + std::to_string(entry.sequence) + " stands where entry " +
                                                std::to_string(expected) + " is expected");
    if (entry.hash != auditHash(m_head, entry))
        return makeError(BaseErrc::corrupt, "entry " + std::to_string(entry.sequence) + " was changed");
    m_length = expected;
    m_head = entry.hash;
    return {};
}

}  // namespace signalbox
