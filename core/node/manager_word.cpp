// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/manager_word.h"

#include <boost/json.hpp>

#include "core/http/client.h"
#include "core/node/identity.h"
#include "core/trust/certificate.h"
#include "core/trust/json_members.h"

namespace signalbox::node {
namespace {

Result<void> checkRealm(const std::string& realm) {
    const auto url = http::parseUrl(realm);
    const bool isOne = url && url->scheme == "https" && url->target == "/token";
    if (!isOne || realm.find_first_of("\"\\\r\n") != std::string::npos)
        return makeError(BaseErrc::malformed, "tokenRealm: an address such as https://manager:8443/token is wanted");
    return {};
}

}  // namespace

Result<ManagerWord> parseManagerWord(std::string_view json) {
    if (json.size() > kMostWordBytes) return makeError(BaseErrc::tooLarge, "the manager's word");
    TRY(const boost::json::object object, trust::parseJsonObject(json, "the manager's word"));
    ManagerWord word;
    TRY(word.tokenRealm, trust::stringMember(object, "tokenRealm"));
    CHECK(checkRealm(word.tokenRealm));
    TRY(word.caPem, trust::stringMember(object, "authorities"));
    if (auto known = trust::inspectAuthorities(word.caPem); !known)
        return std::move(known).error().within("authorities");
    return word;
}

std::string nodeTrustText(const NodeTrust& trust) {
    return boost::json::serialize(
        boost::json::object{{"authorities", boost::json::array(trust.authorities.begin(), trust.authorities.end())},
                            {"certificateAuthority", trust.certificateAuthority}});
}

Result<NodeTrust> keepManagerWord(FileSystem& files, const std::filesystem::path& data, const ManagerWord& word) {
    TRY(NodeIdentity identity, loadIdentity(data));
    if (identity.caPem != word.caPem || identity.tokenRealm != word.tokenRealm) {
        identity.caPem = word.caPem;
        identity.tokenRealm = word.tokenRealm;
        CHECK(saveManager(files, data, identity));
    }
    NodeTrust trust;
    TRY(const auto authorities, trust::inspectAuthorities(word.caPem));
    for (const trust::CertificateInfo& authority : authorities)
        trust.authorities.push_back(authority.fingerprint);
    TRY(trust.certificateAuthority, trust::issuerFingerprint(identity.certificatePem));
    return trust;
}

}  // namespace signalbox::node
