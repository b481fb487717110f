// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/base/clock.h"

namespace signalbox::manager {

/// Slows down who guesses passwords: an account is locked for a while after a few failures in a row, longer each time,
/// and so is an address that fails with many accounts. In memory and bounded; one thread.
class LoginGuard {
public:
    explicit LoginGuard(const Clock& clock) : m_clock(clock) {}

    /// How long the two must wait; zero: try now.
    [[nodiscard]] Seconds lockedFor(const std::string& account, const std::string& address) const;
    void failed(const std::string& account, const std::string& address);
    /// The account's failures are forgotten. Those of the address are not: it may know one password and guess others.
    void succeeded(const std::string& account);

private:
    struct Failures {
        int count = 0;
        TimePoint last;
        TimePoint lockedUntil;
    };
    using Book = std::map<std::string, Failures>;
    void count(Book& book, const std::string& key, int free);

    const Clock& m_clock;
    Book m_accounts;
    Book m_addresses;
};

}  // namespace signalbox::manager
