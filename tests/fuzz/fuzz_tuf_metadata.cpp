// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/tuf/delegation.h"
#include "core/tuf/metadata.h"
#include "core/tuf/trusted_metadata.h"

using namespace signalbox::tuf;

/// Every role's reader over the same bytes; nothing unsigned is ever believed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    TrustedMetadata trusted{signalbox::TimePoint()};
    const bool pinned = trusted.pinRoot(bytes).has_value();
    const auto document = SignedDocument::parse(bytes);
    if (!document) {
        if (pinned) std::abort();
        return 0;
    }
    static_cast<void>(readRoot(document->content()));
    static_cast<void>(readTimestamp(document->content()));
    static_cast<void>(readSnapshot(document->content()));
    const auto targets = readTargets(document->content());
    if (targets) {
        for (const auto& [path, target] : targets->targets)
            for (const Delegate& delegate : delegatesFor(targets->delegations, path))
                if (!delegatedRole(targets->delegations, delegate.name)) std::abort();
    }
    return 0;
}
