// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "core/tuf/metadata.h"
#include "core/tuf/signer.h"

/// Metadata files out of values: the way back of metadata.h.
namespace signalbox::tuf {

[[nodiscard]] boost::json::object contentOf(const Root& root);
[[nodiscard]] boost::json::object contentOf(const Timestamp& timestamp);
[[nodiscard]] boost::json::object contentOf(const Snapshot& snapshot);
[[nodiscard]] boost::json::object contentOf(const Targets& targets);

/// A file: what is signed, and the signatures.
[[nodiscard]] std::string documentText(const boost::json::object& content, const std::vector<Signature>& signatures);

/// What timestamp and snapshot say of a file: version, length and SHA-256.
[[nodiscard]] MetaFile describe(std::string_view bytes, std::int64_t version);

}  // namespace signalbox::tuf
