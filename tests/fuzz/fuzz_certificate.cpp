// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a peer sends at joining: signing requests, certificates and keys in PEM.
#include <cstdint>
#include <cstdlib>

#include "core/trust/certificate.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TimePoint now{Seconds(1795290041)};
    static const auto authority = trust::CertificateAuthority::create("fuzz", now).value();
    const std::string pem(reinterpret_cast<const char*>(data), size);
    static_cast<void>(trust::inspectCertificate(pem));
    static_cast<void>(trust::certificateKey(pem));
    static_cast<void>(trust::issuerFingerprint(pem));
    static_cast<void>(trust::checkIssued(pem, authority.certificatePem(), now));
    if (const auto authorities = trust::inspectAuthorities(pem))
        if (authorities->empty() || authorities->size() > 4) std::abort();
    static_cast<void>(authority.checkIssued(pem, now));
    static_cast<void>(trust::PublicKey::fromPem(pem));
    static_cast<void>(trust::PrivateKey::fromPem(pem));
    const auto issued = authority.issue(pem, {"name", trust::Role::terminal, {}}, now);
    if (issued && trust::inspectCertificate(*issued).value().role != "terminal") std::abort();
    trust::Subject hosts{"name", trust::Role::node, {pem}};
    static const std::string request = trust::makeSigningRequest(trust::PrivateKey::generate(), "x").value();
    const auto forHost = authority.issue(request, hosts, now);
    if (forHost && trust::inspectCertificate(*forHost).value().role != "node") std::abort();
    return 0;
}
