// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <string>

#include "core/base/hash.h"
#include "core/base/result.h"

struct evp_pkey_st;

namespace signalbox::tuf {

/// A public key of a role (TUF 1.0.34, section 4.2): ed25519, ecdsa-sha2-nistp256 and -nistp384, rsassa-pss-sha256. A
/// key of another kind, or one that cannot be read, is kept and verifies nothing, as the specification asks: its
/// threshold must be met by others. Copyable (shared), any thread.
class VerificationKey {
public:
    /// BaseErrc::malformed where the members of a key are missing.
    [[nodiscard]] static Result<VerificationKey> fromJson(const boost::json::object& key);

    /// As it was read, unknown members too: a key is written as it came.
    [[nodiscard]] const boost::json::object& json() const { return m_json; }
    /// What the key is, whatever it is called: two ids of one key have the same, so that it counts once. Empty where it
    /// verifies nothing.
    [[nodiscard]] const std::string& material() const { return m_material; }
    [[nodiscard]] bool verifies(Bytes message, Bytes signature) const;

private:
    enum class Scheme { unknown, ed25519, ecdsa256, ecdsa384, rsaPss256 };

    Scheme m_scheme = Scheme::unknown;
    std::shared_ptr<evp_pkey_st> m_key;
    boost::json::object m_json;
    std::string m_material;  ///< SubjectPublicKeyInfo in DER
};

}  // namespace signalbox::tuf
