// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/certificate_ends.h"

namespace signalbox::manager {

std::vector<CertificateEnd> certificateEnds(const Engine& engine) {
    std::vector<CertificateEnd> ends;
    if (engine.certificates.authority != TimePoint()) ends.push_back({"authority", engine.certificates.authority});
    if (engine.certificates.doors != TimePoint()) ends.push_back({"doors", engine.certificates.doors});
    for (const auto& [id, entry] : engine.world.nodes)
        if (entry.node.certificateEnds) ends.push_back({"node:" + entry.node.name, *entry.node.certificateEnds});
    return ends;
}

}  // namespace signalbox::manager
