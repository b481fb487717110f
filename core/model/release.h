// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/model/digest.h"
#include "core/model/recipe.h"

namespace signalbox {

using ReleaseId = Id<struct ReleaseTag>;

/// draft → in review → approved → published → withdrawn; an edit after an approval goes back to draft and voids it.
enum class ReleaseState { draft, inReview, approved, published, withdrawn };

/// The upgrade file of a release for one platform.
struct Package {
    std::string platform;
    Recipe recipe;
    std::string fileName;
    std::string mediaType;   ///< of the layer
    Digest digest;           ///< of the package file, an OCI layer
    std::uint64_t size = 0;  ///< bytes
    std::string sha1;        ///< of the file, lower-case hex: DDI clients compare it
    std::string md5;         ///< of the file, lower-case hex
    Digest configDigest;     ///< of the recipe as stored, an OCI config
    std::uint64_t configSize = 0;
    Digest manifestDigest;  ///< of the OCI manifest joining the two
    std::uint64_t manifestSize = 0;
    std::uint64_t unpackedSize = 0;  ///< bytes on a disk; 0: not known, as for images
};

/// One person's word on a release, bound to what it then was.
struct Approval {
    std::string by;
    TimePoint at;
    Digest manifestDigest;
    bool approved = true;  ///< false: refused
    std::string comment;
};

/// A version that a terminal must run before it may get a release, of that product or of another.
struct Prerequisite {
    std::string product;
    std::string minVersion;  ///< in natural order (filter::compareNatural), itself included
    friend bool operator==(const Prerequisite&, const Prerequisite&) = default;
};

/// One version of a product on one channel.
struct Release {
    ReleaseId id;
    std::string product;
    std::string version;
    std::string channel = "stable";
    std::string notes;
    ReleaseState state = ReleaseState::draft;
    std::vector<Package> packages;
    Digest manifestDigest;  ///< of the OCI index over the packages' manifests: what people approve
    std::vector<Approval> approvals;
    std::vector<Prerequisite> prerequisites;  ///< part of what people approve
    std::string createdBy;
    TimePoint createdAt;
    std::optional<TimePoint> withdrawnAt;
    std::optional<TimePoint> droppedAt;  ///< its bytes are gone from the manager and are taken off the nodes
};

}  // namespace signalbox
