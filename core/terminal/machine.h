// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"

namespace signalbox::terminal {

/// The machine, as far as starting it again goes; an interface, so that tests stand in. Blocking.
class Machine {
public:
    virtual ~Machine() = default;
    /// Another text after each start of the machine, the same until then.
    [[nodiscard]] virtual Result<std::string> bootId() const = 0;
    /// Asks the system to start again. It does so some time after this returned.
    [[nodiscard]] virtual Result<void> reboot() = 0;
};

}  // namespace signalbox::terminal
