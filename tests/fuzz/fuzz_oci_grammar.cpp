// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/model/digest.h"
#include "core/node/identity.h"
#include "core/registry/grammar.h"
#include "core/registry/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace signalbox;
    using namespace signalbox::registry;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    // A name or tag that is let in must be safe as a path.
    if ((isRepositoryName(text) || isTag(text)) &&
        (text.find("..") == 0 || text.find("/../") != std::string_view::npos || text.starts_with('/')))
        std::abort();
    if (isTag(text) && text.find('/') != std::string_view::npos) std::abort();
    if (isMediaType(text) && text.find_first_of("\r\n\"") != std::string_view::npos) std::abort();
    if (const auto range = parseChunkRange(text); range && range->last < range->first) std::abort();
    if (const auto range = parseContentRange(text); range && range->size && range->range.last >= *range->size)
        std::abort();
    if (const auto digest = Digest::parse(text); digest && digest->text() != text) std::abort();
    if (const auto listen = node::parseListenAddress(text); listen && !node::parseListenAddress(listen->text()))
        std::abort();
    if (!isRepositoryName(repositoryOf(text))) std::abort();
    return 0;
}
