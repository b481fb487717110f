// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/release.h"

namespace signalbox {

/// The digest of a release's index, made anew from everything that it says of its packages: their files' digests,
/// their recipes, what it needs. What is shown of a release is what was signed if this is the digest that was signed.
[[nodiscard]] Digest releaseDigest(const Release& release);

}  // namespace signalbox
