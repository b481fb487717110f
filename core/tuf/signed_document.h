// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/tuf/verification_key.h"

namespace signalbox::tuf {

using KeyId = std::string;
using Keys = std::map<KeyId, VerificationKey, std::less<>>;

/// Whose signatures something needs, and how many (section 4.3).
struct Role {
    std::set<KeyId> keyIds;
    std::uint32_t threshold = 1;
};

/// A metadata file, read but not believed (section 4.2): what is signed, and the signatures.
class SignedDocument {
public:
    /// BaseErrc::malformed where it is no such file, names a key twice in its signatures, or has no canonical form.
    [[nodiscard]] static Result<SignedDocument> parse(std::string bytes);

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }  ///< as received
    [[nodiscard]] const boost::json::object& content() const { return m_content; }

    /// BaseErrc::denied unless as many different keys of the role as its threshold signed this. A signature that does
    /// not verify, or of a key that is not the role's, counts for nothing and spoils nothing.
    [[nodiscard]] Result<void> verify(const Keys& keys, const Role& role, std::string_view roleName) const;

private:
    struct Signature {
        KeyId keyId;
        std::string bytes;
    };

    std::string m_bytes;
    boost::json::object m_content;
    std::string m_canonical;
    std::vector<Signature> m_signatures;
};

}  // namespace signalbox::tuf
