// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/trust/key.h"
#include "core/tuf/signer.h"

namespace signalbox::approver {

/// Whether what names a key is the URI of one on a token (RFC 7512) and not a file.
[[nodiscard]] inline bool isTokenUri(std::string_view name) {
    return name.starts_with("pkcs11:");
}

/// Asks for the PIN of the token that is named.
using AskPin = std::function<Result<std::string>(const std::string& token)>;

/// A P-256 key on a PKCS#11 token, which signs there and does not leave it. Named by a URI with `token`, `object` or
/// `id`, and, where the system does not know the token's library, `module-path`; one with `pin-value` is refused.
/// Errors: BaseErrc::unsupported where this build has no PKCS#11 (CMake: SIGNALBOX_PKCS11), BaseErrc::malformed for
/// what is no such URI, BaseErrc::notFound where no token or key is of that name, BaseErrc::invalidArgument where
/// several are, BaseErrc::denied for a wrong or locked PIN, BaseErrc::processFailed for what else the token says.
/// Blocking.
class TokenKey final : public tuf::Signer {
public:
    /// Logs in.
    [[nodiscard]] static Result<std::unique_ptr<TokenKey>> open(const std::string& uri, const AskPin& pin);
    /// Makes the key on the token; `object` is its label. BaseErrc::alreadyExists.
    [[nodiscard]] static Result<trust::PublicKey> create(const std::string& uri, const AskPin& pin);
    /// The public half, for which no PIN is asked.
    [[nodiscard]] static Result<trust::PublicKey> readPublic(const std::string& uri);

    ~TokenKey() override;
    TokenKey(const TokenKey&) = delete;
    TokenKey& operator=(const TokenKey&) = delete;

    [[nodiscard]] const trust::PublicKey& publicKey() const;
    [[nodiscard]] boost::json::object key() const override;
    [[nodiscard]] Result<tuf::Signature> sign(const std::string& canonical) const override;

private:
    struct Parts;
    explicit TokenKey(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace signalbox::approver
