// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/entry_path.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/package/text_rules.h"

namespace signalbox::package {
namespace {

Error malformed(std::string_view name, std::string_view why) {
    return makeError(BaseErrc::malformed, "archive entry '" + printable(name, 256) + "' " + std::string(why));
}

/// Cuts the text before the next slash off.
std::string_view takeComponent(std::string_view& rest) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view component = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    return component;
}

}  // namespace

Result<std::string> entryPath(std::string_view name) {
    if (name.empty()) return malformed(name, "has no name");
    if (name.size() > kMaxEntryName) return malformed(name, "has a name above 4096 bytes");
    if (!isUtf8(name)) return malformed(name, "has a name that is not UTF-8");
    if (name.front() == '/') return malformed(name, "is an absolute path");
    std::string path;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view component = takeComponent(rest);
        if (component == "..") return malformed(name, "leads out by '..'");
        if (component.empty() || component == ".") continue;
        if (!path.empty()) path += '/';
        path += component;
    }
    return path;
}

Result<void> checkLinkTarget(std::string_view path, std::string_view target) {
    if (target.empty() || target.size() > kMaxEntryName || !isUtf8(target))
        return malformed(path, "is a link whose target is empty, too long or not UTF-8");
    if (target.front() == '/') return malformed(path, "is a link to an absolute path");
    auto depth = std::count(path.begin(), path.end(), '/');
    bool descended = false;
    for (std::string_view rest = target; !rest.empty();) {
        const std::string_view component = takeComponent(rest);
        if (component.empty() || component == ".") continue;
        if (component != "..") {
            descended = true;
            continue;
        }
        if (descended) return malformed(path, "is a link with '..' after a name");
        if (--depth < 0) return malformed(path, "is a link that leads out");
    }
    return {};
}

}  // namespace signalbox::package
