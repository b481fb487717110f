// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

inline constexpr std::size_t kMaxNote = 4096;  ///< bytes of a line of feedback

/// Where deployments are written down: into the world, the ledger and their own time-lines.
class DeploymentLog {
public:
    explicit DeploymentLog(Engine& engine) : m_engine(engine) {}

    void save(Deployment deployment);
    /// The same without a new changedAt: nothing moved on the terminal.
    void saveUnmoved(Deployment deployment);
    void note(const Deployment& deployment, std::string_view status, std::string_view message);

private:
    Engine& m_engine;
};

/// At most `most` bytes of UTF-8 from its begin, or its end; no character is cut in two.
[[nodiscard]] std::string headOf(std::string_view text, std::size_t most);
[[nodiscard]] std::string tailOf(std::string_view text, std::size_t most);

}  // namespace signalbox::manager
