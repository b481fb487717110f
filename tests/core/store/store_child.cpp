// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own for what a test cannot do to itself: be killed, be out of disk, be another user. It has no
// QCoreApplication.
//   commit <file>            commits audit entries for ever, many at once; prints each acknowledged sequence
//   open <file>              opens and closes
//   open-as-nobody <file>    the same without root's rights
//   full <file> <bytes>      commits large settings until the file size limit stops it, then lifts the limit
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/store/store.h"
#include "tests/core/store/store_values.h"
#include "tests/support/store_run.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

constexpr uid_t kNobody = 65534;

int fail(const Error& error) {
    std::printf("error %s:%d %s\n", error.code.category().name(), error.code.value(), error.context.c_str());
    return 1;
}

struct Counter {
    std::int64_t next = 0;
};

Task<void> commitForever(Store& store, Counter& counter) {
    for (;;) {
        const std::int64_t sequence = ++counter.next;
        std::vector<Change> changes{anAuditEntry(sequence), aFeedback(sequence, 1)};
        CO_CHECK(co_await store.commit(std::move(changes)));
        std::printf("%lld\n", static_cast<long long>(sequence));
        std::fflush(stdout);
    }
}

int commitUntilKilled(Store& store) {
    constexpr int kCallers = 8;
    asio::io_context loop;
    Counter counter;
    auto contents = store.load();
    if (!contents) return fail(contents.error());
    counter.next = contents->lastAudit.sequence;
    for (int i = 0; i < kCallers; ++i)
        spawnRoot(loop.get_executor(), "commit for ever", commitForever(store, counter));
    loop.run();
    return 0;
}

void limitFileSize(rlim_t bytes) {
    const rlimit limit{.rlim_cur = bytes, .rlim_max = RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

int fillUp(Store& store, rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    limitFileSize(bytes);
    for (int i = 0;; ++i) {
        std::vector<Change> changes{Setting{std::to_string(i), std::string(100'000, 'x')}};
        const auto done = runTask(store.commit(std::move(changes)));
        if (!done) {
            fail(done.error());
            break;
        }
        std::printf("%d\n", i);
    }
    limitFileSize(RLIM_INFINITY);
    std::vector<Change> after{Setting{"after", "1"}};
    const auto done = runTask(store.commit(std::move(after)));
    if (!done) return fail(done.error());
    std::printf("after\n");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::string command = argv[1];
    if (command == "open-as-nobody" && ::geteuid() == 0 && ::setuid(kNobody) != 0) return 3;
    auto store = openSqliteStore(argv[2]);
    if (!store) return fail(store.error());
    std::printf("opened\n");
    std::fflush(stdout);
    if (command == "commit") return commitUntilKilled(**store);
    if (command == "full" && argc > 3) return fillUp(**store, std::strtoull(argv[3], nullptr, 10));
    return 0;
}
