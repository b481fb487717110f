// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/http/server.h"
#include "core/manager/deployments.h"
#include "core/manager/distributor.h"
#include "core/manager/engine.h"
#include "core/manager/joining.h"

namespace signalbox::manager {

/// The door that terminals and joining nodes come through: the Direct Device Integration API (protocols/ddi.md, rows 1
/// to 6 and 15) with the additions of this folder's README. Answers that carry state wait until it is durable.
class DdiDoor {
public:
    DdiDoor(Engine& engine, Distributor& distributor) : m_engine(engine), m_distributor(distributor) {}

    [[nodiscard]] http::Router router();
    /// Called after a request that may have made something due.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    using Answer = asio::awaitable<http::Response>;
    Answer poll(http::Exchange& exchange);
    Answer deploymentBase(http::Exchange& exchange);
    Answer deploymentFeedback(http::Exchange& exchange);
    Answer configData(http::Exchange& exchange);
    Answer cancelAction(http::Exchange& exchange);
    Answer cancelFeedback(http::Exchange& exchange);
    Answer artifact(http::Exchange& exchange);
    Answer joinTerminal(http::Exchange& exchange);
    Answer joinNode(http::Exchange& exchange);

    /// The terminal of a request whose token fits, else 0 (the answer is 401 with an empty body).
    [[nodiscard]] TerminalId authenticate(const http::Exchange& exchange) const;
    [[nodiscard]] std::string base(const http::Exchange& exchange) const;
    [[nodiscard]] std::string sleepText(TerminalId terminal) const;
    [[nodiscard]] Result<boost::json::object> deploymentDocument(const http::Exchange& exchange,
                                                                 const Deployment& deployment, bool ours);
    [[nodiscard]] Result<boost::json::object> additions(const Deployment& deployment, const Clearance& clearance);
    Answer whenDurable(http::Response response);

    Engine& m_engine;
    Distributor& m_distributor;
    std::function<void()> m_changed;
};

}  // namespace signalbox::manager
