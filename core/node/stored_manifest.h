// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/digest.h"

namespace signalbox::node {

/// The largest manifest a node takes, in bytes.
inline constexpr std::size_t kMostManifestBytes = std::size_t{8} << 20;

/// What a node has to know of a manifest or index; the rest is stored as it came and never looked at.
struct ManifestFacts {
    std::string mediaType;  ///< empty where the manifest names none
    std::optional<Digest> subject;
    std::string artifactType;  ///< with the config's media type where there is none
    std::string annotations;   ///< a JSON object, or empty
};
/// BaseErrc::malformed for what is no JSON object, or whose members of these names have other forms.
[[nodiscard]] Result<ManifestFacts> readManifestFacts(std::string_view json);

}  // namespace signalbox::node
