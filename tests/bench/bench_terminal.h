// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/terminal.h"

namespace signalbox::bench {

/// Terminal number `id` of a large fleet: ten attributes, two or three tags, a product; its names and one attribute are
/// its own. Its token is "bench-<id>" (bench_fill stores the hash).
inline Terminal aTerminal(std::int64_t id, TimePoint now) {
    const auto text = [id](const char* prefix, std::int64_t values) {
        return prefix + std::to_string(id * 2654435761 % values);
    };
    Terminal terminal{.id = {id},
                      .controllerId = "till-" + std::to_string(id),
                      .name = "Till " + std::to_string(id),
                      .platform = id % 3 == 0 ? "linux-arm64" : "linux-amd64",
                      .cluster = {id % 40 + 1},
                      .tokenHash = std::string(64, 'a'),
                      .tags = {{"site", text("site-", 4000)}, {"ring", text("", 5)}},
                      .attributes = {{"serial", "SN" + std::to_string(100000000 + id)},
                                     {"model", text("model-", 20)},
                                     {"os", text("12.", 10)},
                                     {"kernel", text("6.1.0-", 50)},
                                     {"ram", text("", 8)},
                                     {"disk", text("", 12)},
                                     {"country", text("c", 60)},
                                     {"city", text("city-", 2000)},
                                     {"screen", text("", 6)},
                                     {"firmware", text("1.", 100)}},
                      .installed = {{"till", text("2.", 8)}},
                      .joinedAt = now,
                      .lastContact = now - Seconds(id % 100000),
                      .permitSequence = id,
                      .retiredAt = {},
                      .cloneSeenAt = {},
                      .attributesWanted = false,
                      .autoConfirm = {}};
    if (id % 50 == 0) terminal.tags["pilot"] = "";
    return terminal;
}

}  // namespace signalbox::bench
