// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/signing.h"

#include <boost/json/value.hpp>
#include <utility>

#include "core/model/json.h"
#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/signer.h"

namespace signalbox::approver {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxContent = 8 << 20;
constexpr std::string_view kRoot = "root";
constexpr std::string_view kTargets = "targets";

const std::optional<tuf::Targets>& targetsOf(std::string_view role, const BelievedMetadata::Now& believed) {
    return role == kTargets ? believed.targets : believed.product;
}

/// nullptr where nobody is named.
const tuf::Role* neededFor(std::string_view role, const BelievedMetadata::Now& believed) {
    if (role == kRoot || role == kTargets) {
        if (!believed.root) return nullptr;
        const auto found = believed.root->roles.find(role);
        return found == believed.root->roles.end() ? nullptr : &found->second;
    }
    if (!believed.targets) return nullptr;
    for (const tuf::DelegatedRole& each : believed.targets->delegations.roles)
        if (each.name == role) return &each;
    return nullptr;
}

}  // namespace

Result<json::object> readStaged(std::string_view content) {
    TRY(json::value parsed, parseJson(content, kMaxContent));
    if (!parsed.is_object()) return makeError(BaseErrc::malformed, "what is staged is no object");
    return std::move(parsed.get_object());
}

Result<void> checkSame(const json::object& staged, const json::object& wanted) {
    for (const auto& [name, value] : wanted) {
        if (name == "version" || name == "expires") continue;
        const json::value* const found = staged.if_contains(name);
        if (!found || *found != value)
            return makeError(BaseErrc::corrupt, "the manager staged something else than it was asked to: '" +
                                                    std::string(name) + "' differs; nothing is signed");
    }
    return {};
}

Result<Statement> statementFor(const std::string& role, const BelievedMetadata::Now& believed,
                               const json::object& content) {
    if (role == kRoot) return statementOf(believed.root ? &*believed.root : nullptr, content);
    const auto& now = targetsOf(role, believed);
    return statementOf(role, now ? &*now : nullptr, content);
}

Result<json::object> believedContent(const std::string& role, const BelievedMetadata::Now& believed) {
    if (role == kRoot && believed.root) return tuf::contentOf(*believed.root);
    const auto& now = targetsOf(role, believed);
    if (role == kRoot || !now) return makeError(BaseErrc::notFound, "nothing is believed of " + role + " yet");
    return tuf::contentOf(*now);
}

std::vector<std::string> signersOf(const std::string& role, const BelievedMetadata::Now& believed) {
    const tuf::Role* const needed = neededFor(role, believed);
    return needed ? std::vector<std::string>(needed->keyIds.begin(), needed->keyIds.end()) : std::vector<std::string>();
}

std::uint32_t thresholdOf(const std::string& role, const BelievedMetadata::Now& believed) {
    const tuf::Role* const needed = neededFor(role, believed);
    return needed ? needed->threshold : 0;
}

Result<KeySignature> signContent(trust::PrivateKey key, const json::object& content) {
    TRY(const std::string canonical, trust::canonicalJson(content));
    TRY(tuf::Signature signature, tuf::KeySigner(std::move(key)).sign(canonical));
    return KeySignature{std::move(signature.keyId), std::move(signature.hex)};
}

}  // namespace signalbox::approver
