// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <string>
#include <vector>

#include "core/approver/key_file.h"
#include "ui/session/manager_link.h"

namespace signalbox::ui {

/// New content of a role, and who of us signs it at once.
struct CeremonyStep {
    std::string role;  ///< "root" or "targets"
    boost::json::object content;
    std::vector<trust::PrivateKey> keys;  ///< none: it waits for signatures
};

/// Stages each and signs exactly what was asked for, one after the other. `done` is called once, and not any more when
/// `context` is gone. The first error ends it: what was staged until then waits. BaseErrc::corrupt where the manager
/// staged something else; nothing is signed then.
void holdCeremony(ManagerLink& link, std::vector<CeremonyStep> steps, QObject* context,
                  std::function<void(Result<void>)> done);

}  // namespace signalbox::ui
