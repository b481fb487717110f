// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/http/server.h"
#include "core/manager/ddi/ddi_access.h"
#include "core/manager/ddi/ddi_artifacts.h"
#include "core/manager/ddi/ddi_documents.h"
#include "core/manager/ddi/join_door.h"
#include "core/manager/deployments.h"
#include "core/manager/distributor.h"
#include "core/manager/engine.h"
#include "core/store/store.h"

namespace signalbox::manager {

/// The door that terminals come through: the Direct Device Integration API (protocols/ddi.md, all rows) with the
/// additions of this folder's README, and JoinDoor beside it. Answers that carry state wait until it is durable.
class DdiDoor {
public:
    DdiDoor(Engine& engine, Distributor& distributor, store::Store& store)
        : m_engine(engine),
          m_distributor(distributor),
          m_store(store),
          m_access(engine),
          m_artifacts(engine, distributor),
          m_joining(engine) {}

    [[nodiscard]] http::Router router();
    /// Called after a request that may have made something due.
    void onChange(std::function<void()> changed);

private:
    /// One authenticated request.
    struct Call {
        http::Exchange& exchange;
        TerminalId terminal;
        bool ours;
    };
    using Answer = asio::awaitable<http::Response>;
    using Method = Answer (DdiDoor::*)(Call);
    void add(http::Router& router, const char* method, const std::string& pattern, Method handler);
    Answer enter(http::Exchange& exchange, Method handler);

    Answer metadata(http::Exchange& exchange);
    Answer poll(Call call);
    Answer deploymentBase(Call call);
    Answer deploymentFeedback(Call call);
    Answer configData(Call call);
    Answer diagnostics(Call call);
    Answer cancelAction(Call call);
    Answer cancelFeedback(Call call);
    Answer installedBase(Call call);
    Answer putInstalled(Call call);
    Answer confirmationBase(Call call);
    Answer confirmationAction(Call call);
    Answer confirmationFeedback(Call call);
    Answer activateAutoConfirm(Call call);
    Answer deactivateAutoConfirm(Call call);
    Answer artifacts(Call call);
    Answer artifact(Call call);

    /// Of a poll that shows nothing, and what it tells all the same.
    struct QuietAnswer {
        Seconds sleep{0};
        std::vector<std::string> managerUrls;
        http::Response response;
    };

    [[nodiscard]] bool hasNothingToTell(const Call& call) const;
    [[nodiscard]] const http::Response& quietAnswer(bool ours);
    [[nodiscard]] DdiDocuments documents(const Call& call);
    /// The deployment that the path names, if it is this terminal's.
    [[nodiscard]] const Deployment* named(const Call& call) const;
    Answer whenDurable(http::Response response);
    /// Adds `actionHistory` where the query asks for it.
    Answer withHistory(const Call& call, DeploymentId id, boost::json::object document);

    Engine& m_engine;
    Distributor& m_distributor;
    store::Store& m_store;
    DdiAccess m_access;
    DdiArtifacts m_artifacts;
    JoinDoor m_joining;
    QuietAnswer m_quiet;
    QuietAnswer m_quietOurs;
    std::function<void()> m_changed;
};

}  // namespace signalbox::manager
