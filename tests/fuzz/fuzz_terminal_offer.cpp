// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "core/terminal/activity_log.h"
#include "core/terminal/diagnosis.h"
#include "core/terminal/offer.h"

/// The manager's documents. An offer that is taken names a product that is safe as a folder's name.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    using namespace signalbox::terminal;
    static_cast<void>(parsePoll(text));
    static_cast<void>(parseCancel(text));
    static_cast<void>(deploymentOfLink(text));
    static_cast<void>(parseHttpDate(text));
    static_cast<void>(parseActivity(text));
    if (const auto since = activitySince(text, signalbox::TimePoint(signalbox::Seconds(4'000'000'000)));
        !since && since.error().code != signalbox::BaseErrc::invalidArgument)
        std::abort();
    const auto offer = parseOffer(text);
    if (offer && (!isProductName(offer->product) || offer->chain.empty() ||
                  offer->product.find('/') != std::string::npos || offer->permit.empty() != offer->hold.has_value()))
        std::abort();
    return 0;
}
