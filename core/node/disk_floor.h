// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::node {

/// How much of a disk stays free: bytes, or a share of the whole where `percent` is not 0.
struct KeepFree {
    std::uint64_t bytes = 0;
    unsigned percent = 0;

    /// "2048" (MiB) or "5%" (0 to 99); BaseErrc::invalidArgument.
    [[nodiscard]] static Result<KeepFree> parse(std::string_view text);
    [[nodiscard]] std::string text() const;  ///< parse() takes it
    [[nodiscard]] std::uint64_t of(std::uint64_t capacity) const;
};

/// Keeps uploads from filling the disk, so that what lies there can be served, tidied and logged about. Any thread;
/// asks the system each time, as others write to that disk, too.
class DiskFloor {
public:
    DiskFloor(std::filesystem::path folder, KeepFree keep) : m_folder(std::move(folder)), m_keep(keep) {}

    /// Whether `bytes` more leave enough free.
    [[nodiscard]] bool hasRoomFor(std::uint64_t bytes) const;

    struct Space {
        std::uint64_t free = 0;
        std::uint64_t keep = 0;  ///< of it: uploads end there
    };
    /// nullopt: the system does not say.
    [[nodiscard]] std::optional<Space> space() const;

private:
    std::filesystem::path m_folder;
    KeepFree m_keep;
};

}  // namespace signalbox::node
