// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/base/clock.h"

namespace signalbox::terminal {

/// The time as the manager has it, for what the manager decides: permits, holds. A machine whose own clock is wrong by
/// hours, or stands at its year of manufacture, installs when the others do. Where the manager has said nothing yet,
/// the machine's clock counts. Not for what must hold against the manager: metadata and certificates.
class ManagerTime {
public:
    explicit ManagerTime(const Clock& own) : m_own(own) {}

    /// The manager said just now that it is `theirs`. Less than two seconds' difference is the way the answer took.
    void told(TimePoint theirs) {
        const Milliseconds difference = theirs - m_own.now();
        m_difference = difference > kSame || difference < -kSame ? difference : Milliseconds(0);
    }
    [[nodiscard]] TimePoint now() const { return m_own.now() + m_difference; }
    /// When the machine's own clock shows what is `theirs` by the manager's.
    [[nodiscard]] TimePoint ownTimeOf(TimePoint theirs) const { return theirs - m_difference; }

private:
    static constexpr Milliseconds kSame{2000};

    const Clock& m_own;
    Milliseconds m_difference{0};
};

}  // namespace signalbox::terminal
