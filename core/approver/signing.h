// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/approver/believed_metadata.h"
#include "core/approver/statement.h"
#include "core/trust/key.h"

namespace signalbox::approver {

/// One key's word on what is staged.
struct KeySignature {
    std::string keyId;
    std::string hex;
};

/// What the manager staged, as it came. BaseErrc::malformed, BaseErrc::tooLarge.
[[nodiscard]] Result<boost::json::object> readStaged(std::string_view content);
/// Version and end are the manager's to set. BaseErrc::corrupt where anything else is not as asked: sign nothing then.
[[nodiscard]] Result<void> checkSame(const boost::json::object& staged, const boost::json::object& wanted);
/// What a signature on it would say, of "root", "targets" or a product's role.
[[nodiscard]] Result<Statement> statementFor(const std::string& role, const BelievedMetadata::Now& believed,
                                             const boost::json::object& content);
/// What is believed of a role, as content that is staged again. BaseErrc::notFound where nothing is.
[[nodiscard]] Result<boost::json::object> believedContent(const std::string& role,
                                                          const BelievedMetadata::Now& believed);
/// The keys whose signature may count there, so far as this machine knows.
[[nodiscard]] std::vector<std::string> signersOf(const std::string& role, const BelievedMetadata::Now& believed);
/// How many of them must sign; 0 where nobody is named.
[[nodiscard]] std::uint32_t thresholdOf(const std::string& role, const BelievedMetadata::Now& believed);
[[nodiscard]] Result<KeySignature> signContent(trust::PrivateKey key, const boost::json::object& content);

}  // namespace signalbox::approver
