// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <p11-kit/p11-kit.h>
#include <p11-kit/uri.h>

#include <memory>
#include <string>
#include <vector>

#include "core/approver/token_key.h"

namespace signalbox::approver {

/// An error of PKCS#11, with its name.
[[nodiscard]] Error tokenError(CK_RV code, const char* what);

/// A key's URI, taken apart. Its parts live as long as it does.
class TokenUri {
public:
    [[nodiscard]] static Result<TokenUri> parse(const std::string& text);
    [[nodiscard]] P11KitUri* native() const { return m_uri.get(); }
    [[nodiscard]] std::string label() const;  ///< `object`; empty: none
    [[nodiscard]] std::string id() const;     ///< raw bytes
    [[nodiscard]] std::string modulePath() const;

private:
    struct Free {
        void operator()(P11KitUri* uri) const { p11_kit_uri_free(uri); }
    };
    [[nodiscard]] std::string attribute(CK_ATTRIBUTE_TYPE type) const;
    std::unique_ptr<P11KitUri, Free> m_uri;
};

/// The libraries of tokens: the one that a URI names, or those that the system knows. Released with it.
class TokenModules {
public:
    [[nodiscard]] static Result<std::shared_ptr<TokenModules>> load(const TokenUri& uri);
    ~TokenModules();
    TokenModules(const TokenModules&) = delete;
    TokenModules& operator=(const TokenModules&) = delete;
    [[nodiscard]] const std::vector<CK_FUNCTION_LIST*>& all() const { return m_all; }

private:
    TokenModules() = default;
    CK_FUNCTION_LIST** m_list = nullptr;   ///< the system's
    CK_FUNCTION_LIST* m_single = nullptr;  ///< one by its path
    std::vector<CK_FUNCTION_LIST*> m_all;
};

/// An open session with the one token that a URI names.
class TokenSession {
public:
    enum class Access { read, write };
    [[nodiscard]] static Result<std::unique_ptr<TokenSession>> open(const TokenUri& uri, Access access);
    ~TokenSession();
    TokenSession(const TokenSession&) = delete;
    TokenSession& operator=(const TokenSession&) = delete;

    [[nodiscard]] Result<void> logIn(const AskPin& pin) const;
    /// Of this class, with the URI's label and id; BaseErrc::notFound, BaseErrc::invalidArgument for several.
    [[nodiscard]] Result<CK_OBJECT_HANDLE> find(const TokenUri& uri, CK_OBJECT_CLASS what) const;
    /// The public half of the URI's key.
    [[nodiscard]] Result<trust::PublicKey> publicKey(const TokenUri& uri) const;
    /// A new key under the URI's label; BaseErrc::alreadyExists.
    [[nodiscard]] Result<void> generate(const TokenUri& uri) const;
    /// r and s of the 32 bytes, by CKM_ECDSA.
    [[nodiscard]] Result<std::string> sign(CK_OBJECT_HANDLE key, const Sha256& hash) const;

private:
    TokenSession() = default;
    [[nodiscard]] Result<void> checkHasNone(const TokenUri& uri) const;

    std::shared_ptr<TokenModules> m_modules;
    CK_FUNCTION_LIST* m_module = nullptr;
    CK_SESSION_HANDLE m_session = 0;
    std::string m_token;  ///< its label
    bool m_hasOwnPad = false;
    bool m_isOpen = false;
};

}  // namespace signalbox::approver
