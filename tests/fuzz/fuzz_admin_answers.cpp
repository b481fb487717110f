// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/adminclient/calls.h"
#include "core/model/json.h"

using namespace signalbox;
using namespace signalbox::adminclient;

/// Whatever a manager answers, reading it does no harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parseJson({reinterpret_cast<const char*>(data), size});
    if (!json) return 0;
    (void)calls::status().read(*json);
    (void)calls::nodes().read(*json);
    (void)calls::terminal("k").read(*json);
    (void)calls::rollout({1}).read(*json);
    (void)calls::failures({1}).read(*json);
    (void)calls::deployments({1}, "").read(*json);
    (void)calls::audit().read(*json);
    (void)calls::tokens().read(*json);
    (void)calls::createJoinCodes(JoinRole::node, "c", 1, Seconds(1)).read(*json);
    (void)calls::readUploadState(*json);
    return 0;
}
