// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/tuf/metadata.h"

/// What people sign beside the framework's own members: clients of other makes pass over it.
namespace signalbox::approver {

/// Whose a key is, by its id. Signed by who names the key.
using KeyOwners = std::map<tuf::KeyId, std::string, std::less<>>;
/// BaseErrc::malformed where the member is there and no such list: names of 1 to 64 bytes without control characters.
[[nodiscard]] Result<KeyOwners> keyOwnersOf(const tuf::Header& content);
void setKeyOwners(tuf::Header& content, const KeyOwners& owners);

/// What holds for approvals of a product beside who gives them and how many; signed by who names its approvers.
struct ApprovalRules {
    std::vector<std::string> channels{};  ///< that they may approve for; none: all
    bool ownRequests = true;              ///< whoever asked for a release may be among those who approve it
    std::int64_t approvalDays = 0;        ///< how long an approval lets terminals install; 0: as long as it is signed
    friend bool operator==(const ApprovalRules&, const ApprovalRules&) = default;
};
inline constexpr std::int64_t kMostApprovalDays = 3650;
/// BaseErrc::malformed where something of it is no such rule.
[[nodiscard]] Result<ApprovalRules> approvalRulesOf(const tuf::Targets& content, std::string_view product);
/// For people: "for the channels stable, beta; who asked for a release may not sign it"; "" where there are none.
[[nodiscard]] std::string textOf(const ApprovalRules& rules);
/// All but the channels, which the paths of the product's role say (approverPaths).
void setApprovalRules(tuf::Targets& content, const std::string& product, const ApprovalRules& rules);
/// The paths of a product's role.
[[nodiscard]] std::vector<std::string> approverPaths(std::string_view product,
                                                     const std::vector<std::string>& channels);

/// Where the manager's audit log was when content was put up for signatures: who signs it, signs that these entries
/// were there.
struct AuditAnchor {
    std::int64_t sequence = 0;
    std::string hash;
    friend bool operator==(const AuditAnchor&, const AuditAnchor&) = default;
};
/// nullopt: there is none, or it is malformed.
[[nodiscard]] std::optional<AuditAnchor> auditAnchorOf(const tuf::Header& content);
void setAuditAnchor(tuf::Header& content, const AuditAnchor& anchor);
void dropAuditAnchor(tuf::Header& content);

}  // namespace signalbox::approver
