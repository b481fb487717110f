// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where p11-kit was not there at build time.
#include "core/approver/token_key.h"

namespace signalbox::approver {
namespace {

Error unsupported() {
    return makeError(BaseErrc::unsupported,
                     "this build cannot use keys on tokens: it was made without p11-kit (SIGNALBOX_PKCS11)");
}

}  // namespace

struct TokenKey::Parts {
    trust::PublicKey publicKey;
};

TokenKey::TokenKey(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
TokenKey::~TokenKey() = default;

Result<std::unique_ptr<TokenKey>> TokenKey::open(const std::string&, const AskPin&) {
    return unsupported();
}

Result<trust::PublicKey> TokenKey::create(const std::string&, const AskPin&) {
    return unsupported();
}

Result<trust::PublicKey> TokenKey::readPublic(const std::string&) {
    return unsupported();
}

const trust::PublicKey& TokenKey::publicKey() const {
    return m_parts->publicKey;
}

boost::json::object TokenKey::key() const {
    return {};
}

Result<tuf::Signature> TokenKey::sign(const std::string&) const {
    return unsupported();
}

}  // namespace signalbox::approver
