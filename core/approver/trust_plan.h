// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/approver/signed_records.h"
#include "core/trust/key.h"
#include "core/tuf/metadata.h"

namespace signalbox::approver {

/// Some keys, of which so many must sign.
struct Signers {
    std::vector<trust::PublicKey> keys;
    std::uint32_t threshold = 1;
    std::vector<std::string> names{};  ///< whose the keys are, in their order; "" or none: it is not said
};

/// Content of a root: its holders, those who name the approvers, and the manager's own key for what it signs daily.
/// Version and end are the manager's to set. BaseErrc::invalidArgument where a threshold is 0, above the number of
/// keys, or a key stands twice.
[[nodiscard]] Result<boost::json::object> rootContent(const Signers& root, const Signers& targets,
                                                      const trust::PublicKey& online);

/// Content of the first top-level targets: nobody approves anything yet.
[[nodiscard]] boost::json::object targetsContent();

/// Content of the top-level targets: those of now, with the approvers of one product, and what holds for them, named
/// anew.
[[nodiscard]] Result<boost::json::object> withApprovers(tuf::Targets now, std::string_view product,
                                                        const Signers& approvers, const ApprovalRules& rules = {});

/// Who goes and who comes; the others stay.
struct Change {
    std::vector<std::string> leave;  ///< key ids
    std::vector<trust::PublicKey> join;
    std::uint32_t threshold = 1;
};
/// Content of a root with other holders, who name the approvers, too. BaseErrc::notFound where nobody has a key that is
/// to leave, BaseErrc::invalidArgument as above.
[[nodiscard]] Result<boost::json::object> withHolders(tuf::Root now, const Change& change);
/// The same of a product's approvers. Nobody is known of a product that is new.
[[nodiscard]] Result<boost::json::object> withApprovers(tuf::Targets now, std::string_view product,
                                                        const Change& change);
/// The approvers of every product, where a key stands among them, get the other one in its place; the content
/// is that of now where it stands nowhere.
[[nodiscard]] Result<boost::json::object> withKeyReplaced(tuf::Targets now, std::string_view leaves,
                                                          const trust::PublicKey& joins);

}  // namespace signalbox::approver
