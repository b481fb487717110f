// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/storage_settings.h"

#include <cstdlib>

namespace signalbox::manager {
namespace {

constexpr const char* kRetentionSetting = "storage.retentionSeconds";
constexpr const char* kRegistryCheckSetting = "storage.registryCheckSeconds";

}  // namespace

StorageSettings storageSettingsOf(const World& world) {
    StorageSettings settings;
    const auto take = [&world](const char* key, Seconds& into) {
        if (const auto known = world.settings.find(key); known != world.settings.end())
            into = Seconds(std::atoll(known->second.c_str()));
    };
    take(kRetentionSetting, settings.retention);
    take(kRegistryCheckSetting, settings.registryCheck);
    return settings;
}

void setStorageSettings(Engine& engine, const StorageSettings& wanted, std::string_view actor) {
    const auto put = [&engine](const char* key, Seconds value) {
        const std::string text = std::to_string(value.count());
        engine.world.settings[key] = text;
        engine.ledger.put(store::Setting{key, text});
    };
    put(kRetentionSetting, wanted.retention);
    put(kRegistryCheckSetting, wanted.registryCheck);
    engine.ledger.audit(
        actor, "settings.storage", "settings",
        {{"retentionSeconds", wanted.retention.count()}, {"registryCheckSeconds", wanted.registryCheck.count()}});
}

}  // namespace signalbox::manager
