// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/certificate_ends.h"

#include "core/trust/certificate.h"

namespace signalbox::manager {

std::vector<CertificateEnd> certificateEnds(const Engine& engine) {
    std::vector<CertificateEnd> ends;
    if (const auto authority = trust::inspectCertificate(engine.identity.authority().certificatePem()))
        ends.push_back({"authority", authority->notAfter});
    if (engine.doorCertificateEnds) ends.push_back({"manager", *engine.doorCertificateEnds});
    for (const auto& [id, entry] : engine.world.nodes)
        if (entry.node.certificateEnds) ends.push_back({"node:" + entry.node.name, *entry.node.certificateEnds});
    return ends;
}

}  // namespace signalbox::manager
