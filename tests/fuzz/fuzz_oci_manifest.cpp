// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>

#include "core/node/stored_manifest.h"
#include "core/registry/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto facts = signalbox::node::readManifestFacts(text);
    const auto manifest = signalbox::registry::parseManifest(text);
    // What a terminal takes, a node has stored.
    if (manifest && !facts && text.find("subject") == std::string_view::npos &&
        text.find("artifactType") == std::string_view::npos)
        std::abort();
    // What it takes of a release's index has a name each.
    if (const auto listed = signalbox::registry::packagesOf(text))
        for (const auto& package : *listed)
            if (package.manifest.empty()) std::abort();
    if (const auto file = signalbox::registry::parseFileManifest(text); file && file->digest.empty()) std::abort();
    return 0;
}
