// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace signalbox::store {

class Backend;
class Database;

/// Runs a change's statements in the transaction that is open. BaseErrc::alreadyExists where a name or a sequence of
/// the audit log or the feedback is taken.
[[nodiscard]] Result<void> apply(Database& database, const Change& change);

/// Everything but audit and feedback, by several connections at once where a table is large. Nobody writes meanwhile.
[[nodiscard]] Result<Contents> readContents(const Backend& backend, const Store::TakeTerminal& take);
[[nodiscard]] Result<std::vector<FeedbackEntry>> readFeedback(Database& database, DeploymentId deployment,
                                                              std::int64_t after, std::size_t limit);
[[nodiscard]] Result<std::vector<AuditEntry>> readAudit(Database& database, std::int64_t after, std::size_t limit);
[[nodiscard]] Result<std::vector<AuditEntry>> readAuditBefore(Database& database, std::int64_t before,
                                                              std::size_t limit);

}  // namespace signalbox::store
