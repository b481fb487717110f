// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/disk_floor.h"

#include <system_error>

#include "core/base/log.h"
#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr std::uint64_t kMostMiB = std::uint64_t{1} << 40;
constexpr std::uint64_t kMostPercent = 99;

}  // namespace

Result<KeepFree> KeepFree::parse(std::string_view text) {
    const bool share = text.ends_with('%');
    if (share) text.remove_suffix(1);
    const auto number = registry::parseNumber(text);
    if (!number || *number > (share ? kMostPercent : kMostMiB))
        return makeError(BaseErrc::invalidArgument, "must be a number of MiB, or 0% to 99%");
    KeepFree keep;
    if (share)
        keep.percent = static_cast<unsigned>(*number);
    else
        keep.bytes = *number * kMiB;
    return keep;
}

std::string KeepFree::text() const {
    return percent > 0 ? std::to_string(percent) + "%" : std::to_string(bytes / kMiB);
}

std::uint64_t KeepFree::of(std::uint64_t capacity) const {
    return percent > 0 ? capacity / 100 * percent : bytes;
}

std::optional<DiskFloor::Space> DiskFloor::space() const {
    std::error_code error;
    const auto space = std::filesystem::space(m_folder, error);
    if (!error) return Space{space.available, m_keep.of(space.capacity)};
    logWarning("node", "free space of {}: {}", m_folder.string(), error.message());
    return std::nullopt;
}

bool DiskFloor::hasRoomFor(std::uint64_t bytes) const {
    if (m_keep.bytes == 0 && m_keep.percent == 0) return true;
    const auto there = space();
    if (!there) return true;  // then writing itself says what is wrong
    return there->free >= there->keep && there->free - there->keep >= bytes;
}

}  // namespace signalbox::node
