// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the SQLite store: bench_store <file, not there yet> [terminals] [posts].
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "core/store/store.h"
#include "tests/core/store/store_values.h"
#include "tests/support/store_run.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Terminal aLargeTerminal(std::int64_t id) {
    Terminal terminal = aTerminal(id);
    for (int i = 0; i < 8; ++i)
        terminal.attributes["attribute " + std::to_string(i)] = "value " + std::to_string(id % 99);
    return terminal;
}

struct Posts {
    std::int64_t next = 0;
    std::int64_t end = 0;
};

/// As the DDI door does it: the deployment and an entry of its time-line.
Task<void> post(store::Store& store, Posts& posts) {
    while (posts.next < posts.end) {
        const std::int64_t sequence = ++posts.next;
        std::vector<store::Change> changes{aDeployment(sequence % 100'000 + 1),
                                           aFeedback(sequence, sequence % 100'000)};
        CO_CHECK(co_await store.commit(std::move(changes)));
    }
    co_return Result<void>();
}

double postsASecond(store::Store& store, Posts& posts, std::int64_t count, int callers) {
    posts.end = posts.next + count;
    asio::io_context loop;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < callers; ++i)
        spawnSession(loop.get_executor(), "post", post(store, posts));
    loop.run();
    return static_cast<double>(count) / secondsSince(begin);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::int64_t terminals = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
    const std::int64_t count = argc > 3 ? std::atoll(argv[3]) : 100'000;
    auto store = store::openSqliteStore(argv[1]);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().text().c_str());
        return 1;
    }
    auto begin = std::chrono::steady_clock::now();
    for (std::int64_t id = 1; id <= terminals;) {
        std::vector<store::Change> changes;
        for (int i = 0; i < 10'000 && id <= terminals; ++i)
            changes.emplace_back(aLargeTerminal(id++));
        const auto done = runTask((*store)->commit(std::move(changes)));
        if (!done) return 1;
    }
    std::printf("%lld terminals of 10 attributes written in %.1f s\n", static_cast<long long>(terminals),
                secondsSince(begin));
    Posts posts;
    for (const int callers : {1, 16, 256, 4096})
        std::printf("%5d callers: %.0f durable posts a second\n", callers,
                    postsASecond(**store, posts, callers == 1 ? count / 20 : count, callers));
    (*store)->close();
    store = store::openSqliteStore(argv[1]);
    if (!store) return 1;
    begin = std::chrono::steady_clock::now();
    const auto contents = (*store)->load();
    if (!contents) return 1;
    std::printf("%zu terminals and %zu deployments loaded in %.1f s\n", contents->terminals.size(),
                contents->deployments.size(), secondsSince(begin));
    return 0;
}
