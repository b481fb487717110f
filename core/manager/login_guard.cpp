// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/login_guard.h"

#include <algorithm>

namespace signalbox::manager {
namespace {

constexpr int kFreeOfAnAccount = 5;
constexpr int kFreeOfAnAddress = 20;
constexpr Seconds kFirstLock{30};
constexpr Seconds kLongestLock{3600};
constexpr Seconds kForgottenAfter{24 * 3600};
constexpr std::size_t kMaxEntries = 10000;

}  // namespace

Seconds LoginGuard::lockedFor(const std::string& account, const std::string& address) const {
    Seconds longest{0};
    const auto look = [&](const Book& book, const std::string& key) {
        const auto found = book.find(key);
        if (found == book.end()) return;
        longest = std::max(longest, std::chrono::ceil<Seconds>(found->second.lockedUntil - m_clock.now()));
    };
    look(m_accounts, account);
    look(m_addresses, address);
    return longest;
}

void LoginGuard::count(Book& book, const std::string& key, int free) {
    const TimePoint now = m_clock.now();
    if (!book.contains(key) && book.size() >= kMaxEntries) {
        std::erase_if(book, [now](const auto& entry) { return entry.second.lockedUntil < now; });
        if (book.size() >= kMaxEntries) book.erase(book.begin());
    }
    Failures& failures = book[key];
    if (now - failures.last > kForgottenAfter) failures.count = 0;
    failures.last = now;
    if (++failures.count < free) return;
    const int doublings = std::min(failures.count - free, 16);
    failures.lockedUntil = now + std::min(kLongestLock, kFirstLock * (1 << doublings));
}

void LoginGuard::failed(const std::string& account, const std::string& address) {
    count(m_accounts, account, kFreeOfAnAccount);
    count(m_addresses, address, kFreeOfAnAddress);
}

void LoginGuard::succeeded(const std::string& account) {
    m_accounts.erase(account);
}

}  // namespace signalbox::manager
