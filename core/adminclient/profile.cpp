// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/profile.h"

#include <QByteArray>
#include <QUrl>
#include <algorithm>

#include "core/base/file_system.h"
#include "core/model/json.h"

namespace signalbox::adminclient {
namespace {

constexpr std::size_t kMostProfile = 64 << 10;
constexpr std::size_t kMostCa = 1 << 20;

Result<std::string> member(const boost::json::object& object, const char* name, const std::filesystem::path& file) {
    const boost::json::value* value = object.if_contains(name);
    if (!value) return std::string();
    if (!value->is_string())
        return makeError(BaseErrc::malformed, file.string() + ": " + name + ": a text is expected");
    return std::string(value->get_string());
}

}  // namespace

Result<std::string> readCaFile(const std::filesystem::path& file) {
    TRY(std::string pem, readFile(file, kMostCa));
    if (pem.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
        return makeError(BaseErrc::malformed, file.string() + ": no certificate in PEM is in there");
    return pem;
}

Result<Profile> readProfile(const std::filesystem::path& file) {
    TRY(const std::string text, readFile(file, kMostProfile));
    const Result<boost::json::value> json = parseJson(text, kMostProfile);
    if (!json) return Error(json.error()).within(file.string());
    if (!json->is_object()) return makeError(BaseErrc::malformed, file.string() + ": a JSON object is expected");
    Profile profile;
    TRY(profile.url, member(json->get_object(), "url", file));
    TRY(profile.token, member(json->get_object(), "token", file));
    TRY(const std::string caFile, member(json->get_object(), "caFile", file));
    if (!caFile.empty()) {
        TRY(profile.caPem, readCaFile(file.parent_path() / caFile));
    }
    return profile;
}

Result<void> checkProfile(const Profile& profile) {
    const QUrl url(QString::fromStdString(profile.url), QUrl::StrictMode);
    const bool bare = (url.path().isEmpty() || url.path() == QLatin1String("/")) && !url.hasQuery() &&
                      !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty() || !bare)
        return makeError(BaseErrc::invalidArgument,
                         "'" + profile.url + "' is no address of a manager: https://host:port is");
    const auto visible = [](char c) { return c > ' ' && c < '\x7f'; };
    if (profile.token.empty() || profile.token.size() > 4096 ||
        !std::all_of(profile.token.begin(), profile.token.end(), visible))
        return makeError(BaseErrc::invalidArgument,
                         profile.token.empty() ? "there is no API token" : "the API token has characters no token has");
    return {};
}

}  // namespace signalbox::adminclient
