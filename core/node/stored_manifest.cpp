// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/stored_manifest.h"

#include <boost/json.hpp>

namespace signalbox::node {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostDepth = 64;

Error malformed(std::string_view member, std::string_view what) {
    return makeError(BaseErrc::malformed, std::string(member) + " " + std::string(what));
}

/// A member that may be missing (or null), but must be text where it is there.
Result<std::string> optionalText(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || value->is_null()) return std::string();
    if (!value->is_string()) return malformed(member, "is no text");
    return std::string(value->get_string());
}

}  // namespace

Result<ManifestFacts> readManifestFacts(std::string_view text) {
    if (text.size() > kMostManifestBytes) return makeError(BaseErrc::tooLarge, "manifest");
    json::monotonic_resource memory;
    json::parse_options options;
    options.max_depth = kMostDepth;
    boost::system::error_code error;
    const json::value root = json::parse(json::string_view(text.data(), text.size()), error, &memory, options);
    if (error) return makeError(BaseErrc::malformed, "no JSON: " + error.message());
    const json::object* manifest = root.if_object();
    if (!manifest) return makeError(BaseErrc::malformed, "no JSON object");

    ManifestFacts facts;
    TRY(facts.mediaType, optionalText(*manifest, "mediaType"));
    TRY(facts.artifactType, optionalText(*manifest, "artifactType"));
    const json::value* config = manifest->if_contains("config");
    if (config && config->is_object() && facts.artifactType.empty()) {
        TRY(facts.artifactType, optionalText(config->get_object(), "mediaType"));
    }
    const json::value* subject = manifest->if_contains("subject");
    if (subject && !subject->is_null()) {
        if (!subject->is_object()) return malformed("subject", "is no object");
        TRY(const std::string digest, optionalText(subject->get_object(), "digest"));
        TRY(facts.subject, Digest::parse(digest));
    }
    const json::value* annotations = manifest->if_contains("annotations");
    if (annotations && annotations->is_object()) facts.annotations = json::serialize(*annotations);
    return facts;
}

}  // namespace signalbox::node
