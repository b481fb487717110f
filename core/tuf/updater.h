// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/tuf/local_metadata.h"
#include "core/tuf/metadata_source.h"
#include "core/tuf/trusted_metadata.h"

namespace signalbox::tuf {

/// A client of The Update Framework (1.0.34, section 5): brings what is believed up to date from a source and finds
/// targets. What was verified is kept at once, so that a refresh that breaks off later has not been for nothing. For
/// one refresh, at one moment; one thread. Errors are those of TrustedMetadata, of the source and of the folder.
class Updater {
public:
    /// `local` holds root.json, the root that is trusted.
    Updater(MetadataSource& source, LocalMetadata& local, TimePoint now)
        : m_source(source), m_local(local), m_trusted(now) {}

    /// Root, timestamp, snapshot and targets. Once, before anything else.
    [[nodiscard]] Task<void> refresh();
    /// Looked for through the delegations, in their order (5.6.7). BaseErrc::notFound where nobody who may says so.
    [[nodiscard]] Task<Target> find(std::string path);

    [[nodiscard]] const TrustedMetadata& trusted() const { return m_trusted; }

private:
    [[nodiscard]] Result<void> pinRoot();
    [[nodiscard]] Task<void> refreshRoot();
    [[nodiscard]] Task<void> refreshTimestamp();
    [[nodiscard]] Task<void> refreshSnapshot();
    [[nodiscard]] Task<void> loadTargets(std::string role, std::string delegator);
    [[nodiscard]] std::string versioned(std::string_view role, std::int64_t version) const;

    MetadataSource& m_source;
    LocalMetadata& m_local;
    TrustedMetadata m_trusted;
};

}  // namespace signalbox::tuf
