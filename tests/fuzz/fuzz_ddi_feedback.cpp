// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/manager/ddi/ddi_feedback.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parsed = manager::parseActionFeedback({reinterpret_cast<const char*>(data), size});
    if (!parsed) return 0;
    const manager::TerminalReport& report = parsed->report;
    if (report.percent.value_or(0) > 100 || report.version.size() > 128) std::abort();
    if (report.state == DeploymentState::waiting || report.state == DeploymentState::cancelled) std::abort();
    return 0;
}
