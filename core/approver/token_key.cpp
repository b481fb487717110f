// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/token_key.h"

#include "core/approver/token_session.h"
#include "core/base/hash.h"

namespace signalbox::approver {

struct TokenKey::Parts {
    std::unique_ptr<TokenSession> session;
    CK_OBJECT_HANDLE privateHalf = 0;
    trust::PublicKey publicKey;
};

TokenKey::TokenKey(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
TokenKey::~TokenKey() = default;

Result<std::unique_ptr<TokenKey>> TokenKey::open(const std::string& uri, const AskPin& pin) {
    TRY(const TokenUri name, TokenUri::parse(uri));
    auto parts = std::make_unique<Parts>();
    TRY(parts->session, TokenSession::open(name, TokenSession::Access::read));
    CHECK(parts->session->logIn(pin));
    TRY(parts->publicKey, parts->session->publicKey(name));
    TRY(parts->privateHalf, parts->session->find(name, CKO_PRIVATE_KEY));
    return std::unique_ptr<TokenKey>(new TokenKey(std::move(parts)));
}

Result<trust::PublicKey> TokenKey::create(const std::string& uri, const AskPin& pin) {
    TRY(const TokenUri name, TokenUri::parse(uri));
    TRY(const auto session, TokenSession::open(name, TokenSession::Access::write));
    CHECK(session->logIn(pin));
    CHECK(session->generate(name));
    return session->publicKey(name);
}

Result<trust::PublicKey> TokenKey::readPublic(const std::string& uri) {
    TRY(const TokenUri name, TokenUri::parse(uri));
    TRY(const auto session, TokenSession::open(name, TokenSession::Access::read));
    return session->publicKey(name);
}

const trust::PublicKey& TokenKey::publicKey() const {
    return m_parts->publicKey;
}

boost::json::object TokenKey::key() const {
    return tuf::keyJson(m_parts->publicKey);
}

Result<tuf::Signature> TokenKey::sign(const std::string& canonical) const {
    TRY(const std::string signature, m_parts->session->sign(m_parts->privateHalf, sha256(bytesOf(canonical))));
    // A token whose two halves do not belong together must not be found out by others.
    CHECK(m_parts->publicKey.verify(bytesOf(canonical), bytesOf(signature)));
    return tuf::Signature{tuf::keyIdOf(key()), toHex(bytesOf(tuf::derSignature(signature)))};
}

}  // namespace signalbox::approver
