// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::adminclient {

/// How one reaches a manager.
struct Profile {
    std::string url;    ///< "https://host:port", without a path
    std::string token;  ///< of the admin API
    std::string caPem;  ///< the manager's authority; empty: the system's, and no role is asked of the certificate
};

/// What DATA/admin.json says: {"url","token","caFile"}, caFile seen from the file's own folder. Blocking. Errors name
/// the file: BaseErrc::notFound, BaseErrc::malformed, or the system's.
[[nodiscard]] Result<Profile> readProfile(const std::filesystem::path& file);
/// Certificates in PEM. Blocking; BaseErrc::malformed where there is none in the file.
[[nodiscard]] Result<std::string> readCaFile(const std::filesystem::path& file);

/// BaseErrc::invalidArgument unless url is https with a host and nothing after the port, and the token is one.
[[nodiscard]] Result<void> checkProfile(const Profile& profile);

}  // namespace signalbox::adminclient
