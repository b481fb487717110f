// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/clock.h"
#include "core/manager/engine.h"
#include "core/manager/world.h"

namespace signalbox::manager {

/// How long packages are kept, and how often they are looked at where nobody else does.
struct StorageSettings {
    Seconds retention{30 * 86400};  ///< after a release is withdrawn its packages stay so long
    Seconds registryCheck{86400};   ///< between two readings of what registries of other makers hold; 0: none
};

[[nodiscard]] StorageSettings storageSettingsOf(const World& world);

/// Put into the ledger.
void setStorageSettings(Engine& engine, const StorageSettings& wanted, std::string_view actor);

inline constexpr Seconds kLongestRetention{10LL * 366 * 86400};
inline constexpr Seconds kLongestRegistryCheck{366LL * 86400};

}  // namespace signalbox::manager
