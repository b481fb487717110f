// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ctl/plain_text.h"
#include "app/ctl/time_text.h"

namespace signalbox::ctl {

std::string barText(double share, std::size_t places) {
    const double clamped = std::clamp(share, 0.0, 1.0);
    const auto full = static_cast<std::size_t>(clamped * static_cast<double>(places));
    return "[" + std::string(full, '#') + std::string(places - full, '.') + "]";
}

std::string progressText(std::uint64_t done, std::uint64_t total, double rate) {
    constexpr std::size_t kPlaces = 24;
    const double share = total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total);
    std::string text = fmt::format("{} {:3.0f} %  {} of {}", barText(share, kPlaces), std::min(share, 1.0) * 100,
                                   byteCount(done), byteCount(total));
    if (rate >= 1) {
        text += fmt::format("  {}/s", byteCount(static_cast<std::uint64_t>(rate)));
        const double left = static_cast<double>(total - std::min(done, total)) / rate;
        if (done < total) text += fmt::format("  {} left", durationText(Seconds(static_cast<std::int64_t>(left) + 1)));
    }
    return text;
}

void ProgressBar::show(std::uint64_t done, std::uint64_t total, double rate) {
    constexpr auto kOnTerminal = std::chrono::milliseconds(100);
    constexpr auto kOtherwise = std::chrono::seconds(5);
    const auto now = Steady::now();
    if (now - m_last < (m_screen.liveNotes() ? kOnTerminal : std::chrono::milliseconds(kOtherwise))) return;
    m_last = now;
    const std::string line = m_what + " " + progressText(done, total, rate);
    m_screen.liveNotes() ? m_screen.status(line) : m_screen.note(line);
}

}  // namespace signalbox::ctl
