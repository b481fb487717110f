// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/http/server.h"
#include "core/manager/joining.h"

namespace signalbox::manager {

/// Where terminals and nodes come in with a one-time code (this folder's README). On the DDI door's address.
class JoinDoor {
public:
    explicit JoinDoor(Engine& engine) : m_engine(engine) {}

    void addRoutes(http::Router& router);
    /// Called after something joined.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    using Answer = asio::awaitable<http::Response>;
    Answer joinTerminal(http::Exchange& exchange);
    Answer joinNode(http::Exchange& exchange);
    Answer renewNode(http::Exchange& exchange);
    Answer told(const Joining::JoinedNode& joined);
    Answer whenDurable(boost::json::object answer);

    Engine& m_engine;
    std::function<void()> m_changed;
};

}  // namespace signalbox::manager
