// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/conditions.h"

#include "app/fleet/drawn.h"

namespace signalbox::fleet_sim {
namespace {

constexpr double kMostIntervalsOff = 10;

std::string ofTerminal(std::uint64_t seed, std::string_view terminal, std::string_view what) {
    return std::to_string(seed) + "/" + std::string(terminal) + "//" + std::string(what);
}

}  // namespace

Surroundings surroundingsOf(const FieldConditions& conditions, std::uint64_t seed, std::string_view terminal) {
    Surroundings surroundings;
    if (drawn(ofTerminal(seed, terminal, "link")) < conditions.slowLinks)
        surroundings.bytesPerSecond = conditions.slowRate;
    if (drawn(ofTerminal(seed, terminal, "clock")) < conditions.wrongClocks) {
        const double share = 2 * drawn(ofTerminal(seed, terminal, "clock error")) - 1;
        const Milliseconds most(conditions.clockError);
        surroundings.clockError =
            Milliseconds(static_cast<Milliseconds::rep>(share * static_cast<double>(most.count())));
    }
    return surroundings;
}

unsigned intervalsOff(const FieldConditions& conditions, std::uint64_t seed, std::string_view terminal,
                      std::uint64_t contact) {
    const std::string number = std::to_string(contact);
    if (!(drawn(ofTerminal(seed, terminal, "off/" + number)) < conditions.offline)) return 0;
    return 1 + static_cast<unsigned>(kMostIntervalsOff * drawn(ofTerminal(seed, terminal, "off for/" + number)));
}

}  // namespace signalbox::fleet_sim
