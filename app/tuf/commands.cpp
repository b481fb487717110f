// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tuf/commands.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>
#include <utility>

#include "core/base/file_system.h"
#include "core/base/tasks.h"
#include "core/tuf/target_download.h"
#include "core/tuf/updater.h"

namespace signalbox::app {
namespace {

constexpr std::size_t kMaxRoot = 512000;
constexpr std::size_t kMaxCaFile = 1 << 20;

/// Runs the loop until `task` is over.
Result<void> runToEnd(asio::io_context& io, Task<void> task) {
    std::optional<Result<void>> outcome;
    auto done = [&outcome](const std::exception_ptr& exception, Result<void> result) {
        if (exception) std::rethrow_exception(exception);
        outcome.emplace(std::move(result));
    };
    asio::co_spawn(io, std::move(task), std::move(done));
    while (!outcome && io.run_one() > 0) {
    }
    return outcome ? std::move(*outcome) : makeError(BaseErrc::cancelled, "the loop ended early");
}

Result<std::unique_ptr<http::Client>> clientFor(asio::io_context& io, const TufArguments& arguments) {
    http::TlsClientOptions tls;
    tls.floor = http::TlsFloor::tls12;
    if (!arguments.caFile.empty()) {
        TRY(tls.caPem, readFile(arguments.caFile, kMaxCaFile));
    }
    http::ClientOptions options;
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    return http::makeClient(io, std::move(options));
}

Task<void> download(tuf::Updater& updater, http::Client& client, http::Url base, const TufArguments& arguments) {
    CO_CHECK(co_await updater.refresh());
    tuf::TargetDownload targets(client, std::move(base), nativeFileSystem(), arguments.targetDir,
                                updater.trusted().root().consistentSnapshot);
    for (const std::string& name : arguments.targetNames) {
        CO_TRY(tuf::Target target, co_await updater.find(name));
        CO_CHECK(co_await targets.bring(name, std::move(target)));
    }
    co_return Result<void>();
}

}  // namespace

Result<void> initTuf(const TufArguments& arguments) {
    TRY(std::string root, readFile(arguments.trustedRoot, kMaxRoot));
    CHECK(tuf::TrustedMetadata(SystemClock().now()).pinRoot(root));
    tuf::LocalMetadata local(nativeFileSystem(), arguments.metadataDir);
    // What was believed by way of another root is not.
    for (const char* const role : {"timestamp", "snapshot", "targets"})
        CHECK(local.forget(role));
    return local.write("root", root);
}

Result<void> refreshTuf(const TufArguments& arguments) {
    asio::io_context io(1);
    TRY(const std::unique_ptr<http::Client> client, clientFor(io, arguments));
    TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(*client, arguments.metadataUrl));
    tuf::LocalMetadata local(nativeFileSystem(), arguments.metadataDir);
    tuf::Updater updater(source, local, SystemClock().now());
    return runToEnd(io, updater.refresh());
}

Result<void> downloadTuf(const TufArguments& arguments) {
    asio::io_context io(1);
    TRY(const std::unique_ptr<http::Client> client, clientFor(io, arguments));
    TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(*client, arguments.metadataUrl));
    TRY(http::Url base, http::parseUrl(arguments.targetBaseUrl));
    tuf::LocalMetadata local(nativeFileSystem(), arguments.metadataDir);
    tuf::Updater updater(source, local, SystemClock().now());
    return runToEnd(io, download(updater, *client, std::move(base), arguments));
}

}  // namespace signalbox::app
