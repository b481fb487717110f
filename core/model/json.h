// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string_view>

#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox {

/// The model's values as the admin API shows them: members are named as in the structs, ids are numbers, times RFC 3339
/// text or null, durations whole seconds with the member ending in "Seconds" (permitValiditySeconds,
/// gate.waitSeconds …), states by nameOf(), digests text; a package says its recipe's rollBackOf() beside that. Hashes
/// of secrets are never in there. Reading: unknown members are ignored, missing ones keep the struct's default, a wrong
/// type or a bad value is BaseErrc::malformed naming the member's path ("phases[1].size.amount"); every text and list
/// is bounded.
[[nodiscard]] boost::json::object toJson(const Recipe& recipe);
[[nodiscard]] boost::json::object toJson(const Terminal& terminal);
[[nodiscard]] boost::json::object toJson(const Cluster& cluster);
[[nodiscard]] boost::json::object toJson(const Node& node);
[[nodiscard]] boost::json::object toJson(const Package& package);
[[nodiscard]] boost::json::object toJson(const Release& release);
[[nodiscard]] boost::json::object toJson(const Rollout& rollout);
[[nodiscard]] boost::json::object toJson(const Deployment& deployment);
[[nodiscard]] boost::json::object toJson(const NodeCopy& copy);
[[nodiscard]] boost::json::object toJson(const AuditEntry& entry);
[[nodiscard]] boost::json::object toJson(const FeedbackEntry& entry);
[[nodiscard]] boost::json::object toJson(const DdiSettings& settings);
[[nodiscard]] boost::json::object toJson(const SavedAudience& audience);

[[nodiscard]] Result<Recipe> recipeFromJson(const boost::json::value& json);
[[nodiscard]] Result<Terminal> terminalFromJson(const boost::json::value& json);
[[nodiscard]] Result<Cluster> clusterFromJson(const boost::json::value& json);
[[nodiscard]] Result<Node> nodeFromJson(const boost::json::value& json);
[[nodiscard]] Result<Package> packageFromJson(const boost::json::value& json);
[[nodiscard]] Result<Release> releaseFromJson(const boost::json::value& json);
[[nodiscard]] Result<Rollout> rolloutFromJson(const boost::json::value& json);
[[nodiscard]] Result<Deployment> deploymentFromJson(const boost::json::value& json);
[[nodiscard]] Result<NodeCopy> nodeCopyFromJson(const boost::json::value& json);
[[nodiscard]] Result<AuditEntry> auditEntryFromJson(const boost::json::value& json);
[[nodiscard]] Result<FeedbackEntry> feedbackEntryFromJson(const boost::json::value& json);
[[nodiscard]] Result<DdiSettings> ddiSettingsFromJson(const boost::json::value& json);
[[nodiscard]] Result<SavedAudience> savedAudienceFromJson(const boost::json::value& json);

/// Parses one JSON text with bounds (depth 32, the size as given); BaseErrc::malformed names the byte.
[[nodiscard]] Result<boost::json::value> parseJson(std::string_view text, std::size_t most = 1 << 20);

}  // namespace signalbox
