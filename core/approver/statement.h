// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/approver/signed_records.h"
#include "core/base/clock.h"
#include "core/tuf/metadata.h"

namespace signalbox::approver {

/// One release that a role's file speaks of.
struct ReleaseLine {
    std::string path;    ///< "<product>/<channel>/<version>.json"
    std::string digest;  ///< "sha256:…" of its OCI index
    std::uint64_t size = 0;
    std::int64_t counter = 0;
    std::string channel;
    std::vector<std::string> platforms;
    std::optional<TimePoint> approvedUntil{};  ///< terminals install it until then; none: as long as it is signed
    friend bool operator==(const ReleaseLine&, const ReleaseLine&) = default;
};

[[nodiscard]] ReleaseLine lineOf(const std::string& path, const tuf::Target& target);

struct ChangedLine {
    ReleaseLine before;
    ReleaseLine after;
};

/// Who must sign for a role.
struct SignersLine {
    std::string role;
    std::uint32_t threshold = 0;
    std::vector<std::string> keyIds;
    std::vector<std::string> names{};  ///< whose the keys are, in their order; "" where nobody said so
    ApprovalRules rules{};             ///< of a product's approvers
    friend bool operator==(const SignersLine&, const SignersLine&) = default;
};

/// What a signature on new content of a role would say, beside what is believed now.
struct Statement {
    std::string role;
    std::int64_t version = 0;
    TimePoint ends;
    std::vector<ReleaseLine> added;
    std::vector<ChangedLine> changed;
    std::vector<ReleaseLine> removed;
    std::size_t unchanged = 0;           ///< releases
    std::vector<SignersLine> signers;    ///< those that are new or different; of root and targets only
    std::vector<std::string> without;    ///< roles that nobody speaks for any more
    std::optional<AuditAnchor> audit{};  ///< where the manager's audit log was
};

/// For "root": `believed` and `proposed` are roots, else targets. nullptr: nothing is believed yet. BaseErrc::malformed
/// where the content cannot be read; BaseErrc::wrongState where its version is not the one after what is believed.
[[nodiscard]] Result<Statement> statementOf(const tuf::Root* believed, const boost::json::object& proposed);
[[nodiscard]] Result<Statement> statementOf(const std::string& role, const tuf::Targets* believed,
                                            const boost::json::object& proposed);

}  // namespace signalbox::approver
