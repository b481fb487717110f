// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Memory and times of the fleet: bench_fleet [terminals]. Ten attributes, three tags, a product; one attribute and the
// names are different for each terminal.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "core/fleet/fleet.h"
#include "tests/bench/bench_terminal.h"

using namespace signalbox;
using signalbox::bench::aTerminal;

namespace {

std::uint64_t residentBytes() {
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

double millisecondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t terminals = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const TimePoint now = SystemClock().now();
    const auto before = residentBytes();
    const auto begin = std::chrono::steady_clock::now();
    fleet::Fleet fleet;
    for (std::int64_t id = 1; id <= terminals; ++id)
        fleet.put(aTerminal(id, now));
    std::printf("%lld terminals put in %.0f ms\n", static_cast<long long>(terminals), millisecondsSince(begin));
    const fleet::Fleet::Context context{now, {{.id = {7}, .name = "cluster-7", .createdAt = {}, .rule = {}}}};
    for (const char* audience :
         {"tag.pilot==*", "attribute.model==model-7", "tag.site==site-7", "tag.site==site-7;attribute.ram=gt=3",
          "attribute.ram=ge=2", "platform==linux-*;cluster==cluster-7;installed.till=lt=2.5",
          "attribute.serial==sn100000777", "attribute.serial=in=(SN100000777,SN100500000)", "attribute.serial==*777",
          "attribute.serial=gt=SN100500000", "name==till*", "lastContact=lt=12h",
          "tag.ring=in=(0,1,2);attribute.os!=12.4;lastContact=gt=1d,attribute.city==city-5*"}) {
        const auto expression = filter::parse(audience).value();
        double first = 0;
        double best = 1e9;
        std::uint64_t count = 0;
        for (int i = 0; i < 6; ++i) {
            const auto start = std::chrono::steady_clock::now();
            count = fleet.select(expression, context)->count();
            const double spent = millisecondsSince(start);
            if (i == 0)
                first = spent;
            else
                best = std::min(best, spent);
        }
        std::printf("first %8.2f ms, then %7.2f ms, %8llu match: %s\n", first, best,
                    static_cast<unsigned long long>(count), audience);
    }
    std::printf("%.1f MiB, %.0f bytes a terminal\n", static_cast<double>(residentBytes() - before) / (1 << 20),
                static_cast<double>(residentBytes() - before) / static_cast<double>(terminals));
    const auto putting = std::chrono::steady_clock::now();
    for (std::int64_t id = 1; id <= 100'000; ++id) {
        Terminal changed = aTerminal(id, now);
        changed.attributes["ram"] = "99";
        fleet.put(changed);
    }
    std::printf("100,000 replaced in %.0f ms\n", millisecondsSince(putting));
    const auto touching = std::chrono::steady_clock::now();
    for (std::int64_t id = 1; id <= terminals; ++id)
        fleet.touch({id}, now);
    std::printf("all touched in %.0f ms\n", millisecondsSince(touching));
    return 0;
}
