// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/system_attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "core/base/file_system.h"
#include "core/package/text_rules.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;
using Attributes = std::map<std::string, std::string>;

constexpr std::size_t kMaxFile = 64 << 10;
constexpr std::size_t kMaxValue = 128;  // as DDI has it

/// Boards come from the factory with these in place of a model or a number.
constexpr std::array<std::string_view, 10> kPlaceholders{"None",
                                                         "Unknown",
                                                         "Not Specified",
                                                         "Not Applicable",
                                                         "Default string",
                                                         "System Serial Number",
                                                         "System Product Name",
                                                         "To Be Filled By O.E.M.",
                                                         "To be filled by O.E.M.",
                                                         "0123456789"};

std::string textOf(const fs::path& file) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};
    auto text = readFile(file, kMaxFile);
    return text ? std::move(*text) : std::string();
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank(" \t\r\n\0", 5);  // the device tree ends its texts with a nul
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

void put(Attributes& attributes, const std::string& name, std::string_view text) {
    const std::string_view value = trimmed(text);
    if (value.empty() || value.size() > kMaxValue || !package::isPlainText(value)) return;
    if (std::find(kPlaceholders.begin(), kPlaceholders.end(), value) != kPlaceholders.end()) return;
    attributes.try_emplace(name, value);
}

/// The rest of the first line that begins with `key`; quotes around it are taken off.
std::string_view valueIn(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.starts_with(key)) continue;
        std::string_view value = trimmed(line.substr(key.size()));
        const bool quoted =
            value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
        return quoted ? value.substr(1, value.size() - 2) : value;
    }
    return {};
}

void putOs(Attributes& attributes, const fs::path& system) {
    std::string release = textOf(system / "etc/os-release");
    if (release.empty()) release = textOf(system / "usr/lib/os-release");
    put(attributes, "osName", valueIn(release, "ID="));
    put(attributes, "osVersion", valueIn(release, "VERSION_ID="));
}

void putMemory(Attributes& attributes, const fs::path& system) {
    const std::string memory = textOf(system / "proc/meminfo");
    const std::string_view total = valueIn(memory, "MemTotal:");
    std::uint64_t kibibytes = 0;
    const auto [end, error] = std::from_chars(total.data(), total.data() + total.size(), kibibytes);
    if (error == std::errc() && kibibytes > 0) put(attributes, "memoryMiB", std::to_string(kibibytes / 1024));
}

/// From the firmware's table on PCs, else from the device tree. A serial is often for root's eyes only.
void putModel(Attributes& attributes, const fs::path& system) {
    put(attributes, "model", textOf(system / "sys/class/dmi/id/product_name"));
    put(attributes, "model", textOf(system / "proc/device-tree/model"));
    put(attributes, "serial", textOf(system / "sys/class/dmi/id/product_serial"));
    put(attributes, "serial", textOf(system / "proc/device-tree/serial-number"));
}

/// The link is what the system goes by; /etc/timezone is a note of Debian's that may be older.
void putTimeZone(Attributes& attributes, const fs::path& system) {
    constexpr std::string_view kZones = "/zoneinfo/";
    std::error_code error;
    const std::string target = fs::read_symlink(system / "etc/localtime", error).string();
    const std::size_t zones = error ? std::string::npos : target.rfind(kZones);
    if (zones != std::string::npos) put(attributes, "timezone", target.substr(zones + kZones.size()));
    put(attributes, "timezone", textOf(system / "etc/timezone"));
}

}  // namespace

Attributes systemAttributes(const fs::path& system) {
    Attributes attributes;
    putOs(attributes, system);
    putMemory(attributes, system);
    putModel(attributes, system);
    putTimeZone(attributes, system);
    return attributes;
}

Attributes diskAttributes(const fs::path& folder) {
    std::error_code error;
    fs::path nearest = folder;
    while (!fs::exists(nearest, error) && nearest.has_relative_path())
        nearest = nearest.parent_path();
    const fs::space_info space = fs::space(nearest, error);
    if (error) return {};
    return {{"diskMiB", std::to_string(space.capacity >> 20)}};
}

}  // namespace signalbox::terminal
