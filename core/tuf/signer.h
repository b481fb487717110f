// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/trust/key.h"
#include "core/tuf/signed_document.h"

namespace signalbox::tuf {

/// Someone's word on what is signed.
struct Signature {
    KeyId keyId;
    std::string hex;
};

/// A P-256 key as metadata names it: keytype ecdsa, scheme ecdsa-sha2-nistp256, PEM.
[[nodiscard]] boost::json::object keyJson(const trust::PublicKey& key);
/// Lower-case hex SHA-256 over the canonical JSON of a key (section 4.2).
[[nodiscard]] KeyId keyIdOf(const boost::json::object& key);

/// ECDSA-Sig-Value of RFC 3279 in DER, as metadata has it, from the 64 bytes r || s.
[[nodiscard]] std::string derSignature(std::string_view signature);

/// Signs metadata's content. Where the key lies is the caller's matter: it may ask a person or a token. Any thread.
class Signer {
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual boost::json::object key() const = 0;
    /// Of the canonical JSON of a metadata file's `signed`.
    [[nodiscard]] virtual Result<Signature> sign(const std::string& canonical) const = 0;
};

/// With a key in memory.
class KeySigner final : public Signer {
public:
    explicit KeySigner(trust::PrivateKey key) : m_key(std::move(key)) {}
    [[nodiscard]] boost::json::object key() const override;
    [[nodiscard]] Result<Signature> sign(const std::string& canonical) const override;

private:
    trust::PrivateKey m_key;
};

}  // namespace signalbox::tuf
