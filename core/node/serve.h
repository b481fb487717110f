// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/node/disk_floor.h"
#include "core/node/identity.h"

namespace signalbox::node {

struct ServeOptions {
    std::filesystem::path data;
    std::optional<ListenAddress> listen;  ///< instead of the one of the configuration
    std::size_t threads = 1;
    std::uint64_t scrubBytesPerSecond = 10 << 20;  ///< at which blobs are read again; 0: they are not
    KeepFree keepFree;                             ///< of the disk; uploads that would take it are refused
    bool anonymous = false;                        ///< no tokens; loopback only
    bool plain = false;                            ///< no TLS; loopback only
    Milliseconds grace{5000};                      ///< for requests in flight after SIGTERM
};

/// Serves until SIGTERM or SIGINT, then lets requests in flight finish. `listening` is called once with the origin
/// ("https://127.0.0.1:8443") when connections are taken. Errors: BaseErrc::notFound where the node has not joined (an
/// anonymous plain one need not have), BaseErrc::unavailable where another process serves the same data,
/// BaseErrc::invalidArgument for an unsafe address, and what start-up found. Blocks; once a process at a time.
[[nodiscard]] Result<void> serveNode(const ServeOptions& options, const Clock& clock,
                                     const std::function<void(const std::string& origin)>& listening);

}  // namespace signalbox::node
