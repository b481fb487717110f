// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

#include "core/manager/distributor.h"
#include "core/manager/engine.h"
#include "core/manager/install_rules.h"

namespace signalbox::manager {

/// What a DDI client reads, made from the world (protocols/ddi.md, 1.2). A software module is a release, its id the
/// release's. Documents of permitted deployments put their permit into the ledger: the caller awaits durable().
class DdiDocuments {
public:
    /// `base` is "<origin>/<tenant>/controller/v1/<controllerId>". `ours`: the client is our own agent.
    DdiDocuments(Engine& engine, const Distributor& distributor, std::string base, bool ours)
        : m_engine(engine), m_distributor(distributor), m_base(std::move(base)), m_ours(ours) {}

    /// ControllerBase; `due` may be nullptr.
    [[nodiscard]] boost::json::object root(TerminalId terminal, const Deployment* due) const;
    /// DeploymentBase; BaseErrc::notFound when the release has no package for the terminal any more.
    [[nodiscard]] Result<boost::json::object> deployment(const Deployment& deployment) const;
    /// The same shape for what is installed.
    [[nodiscard]] Result<boost::json::object> installed(const Deployment& deployment) const;
    /// ConfirmationBaseAction: the same with `confirmation` for `deployment`.
    [[nodiscard]] Result<boost::json::object> confirmation(const Deployment& deployment) const;
    [[nodiscard]] boost::json::object confirmationBase(TerminalId terminal) const;
    [[nodiscard]] boost::json::array artifacts(const Release& release, const Package& package) const;

private:
    [[nodiscard]] std::string sleepText(TerminalId terminal) const;
    [[nodiscard]] boost::json::object chunk(const Release& release, const Package& package) const;
    [[nodiscard]] boost::json::object handling(const Deployment& deployment, bool granted) const;
    [[nodiscard]] Result<boost::json::object> additions(const Deployment& deployment, const Clearance& clearance) const;
    [[nodiscard]] const Release& releaseOf(const Deployment& deployment) const;
    /// "/deploymentBase/7?c=…": DDI's `c` only has to change when the deployment does.
    [[nodiscard]] static std::string actionPath(std::string_view resource, const Deployment& deployment);
    [[nodiscard]] boost::json::object link(std::string_view path) const;

    Engine& m_engine;
    const Distributor& m_distributor;
    std::string m_base;
    bool m_ours;
};

}  // namespace signalbox::manager
