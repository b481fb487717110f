// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

struct ssl_ctx_st;

namespace signalbox::bench {

using SteadyTime = std::chrono::steady_clock::time_point;

/// What a load is made of, and what came of it.
struct LoadPlan {
    std::uint16_t port = 0;     ///< on 127.0.0.1
    ssl_ctx_st* tls = nullptr;  ///< null: plain
    bool fresh = false;         ///< a new connection each request, its TLS session resumed
    std::string text;           ///< of a request; each {n} is one number of `from` to `to`
    std::int64_t from = 1;
    std::int64_t to = 1;
    std::uint64_t rangeSize = 0;  ///< not 0: each {range} is "first-last" of so many bytes somewhere in rangeOf
    std::uint64_t rangeOf = 0;
    std::minstd_rand random{1};

    [[nodiscard]] std::string nextRequest();
};

struct LoadOutcome {
    std::uint64_t requests = 0;
    std::uint64_t bodyBytes = 0;
    std::uint64_t resumed = 0;
    std::uint64_t errors = 0;
    std::string firstError;
    std::vector<std::uint32_t>
        microseconds;  ///< of each request, from its first byte (fresh: from connect) to its last

    void fail(const std::string& what);
};

}  // namespace signalbox::bench
