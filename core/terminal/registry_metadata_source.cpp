// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/registry_metadata_source.h"

#include "core/registry/manifest.h"

namespace signalbox::terminal {

registry::OciClientOptions RegistryMetadataSource::oneTry() {
    registry::OciClientOptions options;
    options.tries = 1;  // there is another source
    return options;
}

Task<std::optional<std::string>> RegistryMetadataSource::fetch(std::string name, std::size_t most) {
    auto manifest = co_await m_registry.pullTagged(m_target, registry::metadataTag(name));
    if (!manifest && manifest.error().code == BaseErrc::notFound) co_return std::optional<std::string>();
    if (!manifest) co_return std::move(manifest).error();
    CO_TRY(const registry::Descriptor file, registry::parseFileManifest(*manifest));
    if (file.size > most)
        co_return makeError(BaseErrc::tooLarge, name + " has " + std::to_string(file.size) + " bytes on the node");
    std::string content;
    std::function<Result<void>(Bytes)> sink = [&content](Bytes bytes) -> Result<void> {
        content += textOf(bytes);
        return {};
    };
    CO_CHECK(co_await m_registry.pullBlob(m_target, file.digest, 0, file.size, sink));
    co_return std::optional(std::move(content));
}

}  // namespace signalbox::terminal
