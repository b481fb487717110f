// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "app/ctl/commands.h"

namespace signalbox::ctl {
namespace {

/// The option, or else the variable of the environment.
std::string given(const std::string& option, const char* variable) {
    if (!option.empty()) return option;
    const char* value = std::getenv(variable);
    return value ? value : "";
}

Result<adminclient::Profile> findProfile(const GlobalOptions& options) {
    adminclient::Profile profile;
    const std::string file = given(options.profile, "SIGNALBOX_PROFILE");
    if (!file.empty()) {
        TRY(profile, adminclient::readProfile(file));
    }
    const std::string url = given(options.url, "SIGNALBOX_URL");
    const std::string token = given(options.token, "SIGNALBOX_TOKEN");
    const std::string ca = given(options.ca, "SIGNALBOX_CA");
    if (!url.empty()) profile.url = url;
    if (!token.empty()) profile.token = token;
    if (!ca.empty()) {
        TRY(profile.caPem, adminclient::readCaFile(ca));
    }
    if (profile.url.empty())
        return makeError(BaseErrc::invalidArgument,
                         "no manager is named: give --profile with the admin.json in the manager's data folder (or set "
                         "SIGNALBOX_PROFILE), or --url, --token and --ca");
    return profile;
}

}  // namespace

Result<Session*> Context::session() {
    if (!m_session) {
        TRY(const adminclient::Profile profile, findProfile(m_options));
        TRY(auto client, adminclient::Client::make(profile));
        m_session = std::make_unique<Session>(std::move(client), m_interrupt);
    }
    return m_session.get();
}

}  // namespace signalbox::ctl
