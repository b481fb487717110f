// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/ctl/commands.h"
#include "core/model/release.h"

namespace signalbox::ctl {

/// "kiosk 2.0 (stable)".
[[nodiscard]] std::string releaseName(const Release& release);
/// All of a release for people, packages and recipes included.
void printRelease(Context& context, const Release& release);
/// A release by id or by product/version. BaseErrc::notFound; BaseErrc::invalidArgument where several channels have it.
[[nodiscard]] Result<Release> findRelease(Session& session, const std::string& text);
/// The releases of a product with this version, of one channel or (empty) of any.
[[nodiscard]] Result<std::vector<Release>> releasesOf(Session& session, const std::string& product,
                                                      const std::string& version, const std::string& channel);

}  // namespace signalbox::ctl
