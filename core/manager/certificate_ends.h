// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Until when one that others must trust has a certificate for it.
struct CertificateEnd {
    std::string holder;  ///< "authority", "doors" (of the manager) or "node:<name>"
    TimePoint notAfter;
};
/// Of all certificates that the manager issued and knows of, its authority's first.
[[nodiscard]] std::vector<CertificateEnd> certificateEnds(const Engine& engine);

}  // namespace signalbox::manager
