// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sweeper.h"

#include <algorithm>

namespace signalbox::http {

Deadlined::Deadlined(std::shared_ptr<Sweeper> sweeper) : m_sweeper(std::move(sweeper)) {
    m_sweeper->add(*this);
}

Deadlined::~Deadlined() {
    neverExpire();
    m_sweeper->remove(*this);
}

void Deadlined::expireIn(Milliseconds duration) {
    const bool stood = m_at != kNever;
    m_at = std::chrono::steady_clock::now() + duration;
    if (!stood) m_sweeper->deadlineSet();
}

void Deadlined::neverExpire() {
    if (m_at == kNever) return;
    m_at = kNever;
    m_sweeper->deadlineGone();
}

Milliseconds Sweeper::intervalFor(Milliseconds shortest) {
    return std::clamp(shortest / 8, Milliseconds(5), Milliseconds(1000));
}

void Sweeper::add(Deadlined& entry) {
    entry.m_index = m_entries.size();
    m_entries.push_back(&entry);
}

void Sweeper::remove(Deadlined& entry) {
    Deadlined* last = m_entries.back();
    m_entries[entry.m_index] = last;
    last->m_index = entry.m_index;
    m_entries.pop_back();
}

void Sweeper::deadlineSet() {
    if (++m_standing == 1) arm();
}

void Sweeper::deadlineGone() {
    if (--m_standing == 0) m_timer.cancel();
}

void Sweeper::arm() {
    m_timer.expires_after(m_interval);
    auto onTime = [weak = weak_from_this()](const boost::system::error_code& error) {
        const auto self = weak.lock();
        if (error || !self) return;
        self->sweep();
        if (self->m_standing > 0) self->arm();
    };
    m_timer.async_wait(std::move(onTime));
}

void Sweeper::sweep() {
    const auto now = std::chrono::steady_clock::now();
    for (Deadlined* entry : m_entries) {
        if (entry->m_at > now) continue;
        entry->neverExpire();
        entry->onDeadline();
    }
}

}  // namespace signalbox::http
