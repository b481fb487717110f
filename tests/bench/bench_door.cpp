// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The manager's DDI door without TLS, which the manager itself never opens: bench_door <data folder>. It says where it
// listens and serves until it is killed.
#include <boost/asio/io_context.hpp>
#include <cstdio>
#include <filesystem>

#include "core/http/client.h"
#include "core/manager/ddi/ddi_door.h"
#include "core/manager/event_log.h"

using namespace signalbox;

namespace {

Result<void> serve(const std::filesystem::path& data) {
    const SystemClock clock;
    BlockingPool pool(1);
    TRY(const auto store, store::openSqliteStore((data / "signalbox.sqlite").string()));
    TRY(const auto blobs, registry::BlobStore::open(nativeFileSystem(), data / "blobs"));
    manager::EventLog events(10000, 1);
    TRY(auto loaded, manager::World::load(*store));
    manager::World& world = loaded.world;
    asio::io_context io(1);
    manager::Ledger ledger(*store, clock, events, std::move(loaded.lastAudit));
    TRY(manager::Identity identity, manager::Identity::loadOrCreate(world, ledger, clock.now()));
    manager::EngineOptions options;
    options.ddiUrl = "http://127.0.0.1";
    manager::Engine engine{world, ledger, clock, identity, *blobs, pool, options};
    const auto client = http::makeClient(io, {});
    manager::Distributor distributor(engine, io.get_executor(), *client);
    manager::DdiDoor door(engine, distributor, *store);
    http::Server server(io, door.router(), {});
    CHECK(server.listen("127.0.0.1", 0));
    std::fprintf(stderr, "listening on http://127.0.0.1:%u\n", server.port());
    io.run();
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto served = serve(argv[1]);
    if (served) return 0;
    std::fprintf(stderr, "bench_door: %s\n", served.error().text().c_str());
    return 1;
}
