// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/adminclient/answers.h"
#include "core/approver/believed_metadata.h"
#include "ui/session/manager_link.h"

namespace signalbox::ui {

/// What a manager says of its signatures, and what of it this machine verified from the root that it pinned.
struct TrustView {
    adminclient::TrustState said;
    approver::BelievedMetadata::Now believed;  ///< nothing where no signatures were ever set up
};

/// Reads both. `role`: of a product, "p-kiosk", or "" for none. `done` is called once, and not any more when `context`
/// is gone. Errors beside the link's are those of approver::BelievedMetadata: what the manager shows does not verify.
void readTrust(ManagerLink& link, const std::string& role, QObject* context,
               std::function<void(Result<TrustView>)> done);

/// Where this machine keeps what it believes of a manager, the same for signalboxctl. BaseErrc::malformed where the
/// manager's name cannot be a folder's.
[[nodiscard]] Result<std::filesystem::path> trustFolder(const std::string& managerId);

}  // namespace signalbox::ui
