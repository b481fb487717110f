// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

struct x509_st;
struct evp_pkey_st;

namespace signalbox::test {

/// A certificate and its key.
struct Identity {
    std::string certificatePem;
    std::string keyPem;
    std::string fingerprint;  ///< lower-case hex SHA-256 of the DER form
};

/// What a certificate made for a test says.
struct Subject {
    std::string name = "server";
    std::string role;                      ///< as URI urn:signalbox:role:<role>; empty: none
    std::vector<std::string> hosts{};      ///< DNS names
    std::vector<std::string> addresses{};  ///< IP addresses
    bool expired = false;
};

/// A certificate authority of one test run (P-256 keys, made with OpenSSL).
class HttpAuthority {
public:
    explicit HttpAuthority(const std::string& name = "test CA");
    ~HttpAuthority();
    HttpAuthority(const HttpAuthority&) = delete;
    HttpAuthority& operator=(const HttpAuthority&) = delete;

    [[nodiscard]] const std::string& pem() const { return m_pem; }
    [[nodiscard]] const std::string& fingerprint() const { return m_fingerprint; }
    [[nodiscard]] Identity issue(const Subject& subject) const;
    /// For "localhost", 127.0.0.1 and ::1, of role `role`.
    [[nodiscard]] Identity issueLocal(const std::string& role = {}) const;

private:
    x509_st* m_certificate = nullptr;
    evp_pkey_st* m_key = nullptr;
    std::string m_pem;
    std::string m_fingerprint;
};

}  // namespace signalbox::test
