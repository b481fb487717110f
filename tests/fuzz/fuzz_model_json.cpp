// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/serialize.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/model/json.h"

using namespace signalbox;

namespace {

/// What was accepted is written and accepted again, to the same text.
template <class T>
void check(const boost::json::value& json, Result<T> (*read)(const boost::json::value&)) {
    const Result<T> first = read(json);
    if (!first) return;
    const boost::json::object written = toJson(*first);
    const Result<T> second = read(written);
    if (!second || boost::json::serialize(toJson(*second)) != boost::json::serialize(written)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Result<boost::json::value> json = parseJson({reinterpret_cast<const char*>(data), size});
    if (!json) return 0;
    check(*json, &recipeFromJson);
    check(*json, &terminalFromJson);
    check(*json, &releaseFromJson);
    check(*json, &rolloutFromJson);
    check(*json, &deploymentFromJson);
    check(*json, &auditEntryFromJson);
    return 0;
}
