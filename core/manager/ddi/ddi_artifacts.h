// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "core/http/server.h"
#include "core/manager/deployments.h"
#include "core/manager/distributor.h"

namespace signalbox::manager {

/// Files for DDI clients, which know one URL and send their token to it (protocols/ddi.md, rows 15 and 16). A GET is
/// answered 302 to a node, with a token in the URL that is good for this blob and minutes; another node each time. Who
/// comes back too often without a word follows no redirect, or cannot reach nodes: it gets the bytes from here.
class DdiArtifacts {
public:
    DdiArtifacts(Engine& engine, const Distributor& distributor) : m_engine(engine), m_distributor(distributor) {}

    /// `file` as in the link, without regard to case; with ".MD5SUM" behind it the checksum's text.
    [[nodiscard]] http::Response file(const http::Request& request, const Deployment& deployment,
                                      std::string_view file);
    /// The client got on: its next request is a first one again.
    void progressed(DeploymentId deployment) { m_redirects.erase(deployment); }

private:
    [[nodiscard]] std::optional<std::string> nextNodeUrl(const Deployment& deployment, const Package& package);

    Engine& m_engine;
    const Distributor& m_distributor;
    std::unordered_map<DeploymentId, std::size_t> m_redirects;  ///< since the client's last word
};

}  // namespace signalbox::manager
