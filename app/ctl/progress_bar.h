// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "app/ctl/screen.h"

namespace signalbox::ctl {

/// "[#####.....]  50 %  12.0 MiB of 24.0 MiB  3.4 MiB/s  4 s left"; rate 0: not known.
[[nodiscard]] std::string progressText(std::uint64_t done, std::uint64_t total, double rate);
/// "[#####.....]" of that many places.
[[nodiscard]] std::string barText(double share, std::size_t places);

/// Long work's progress on stderr: a line that is rewritten on a terminal, else a line every few seconds.

class ProgressBar {
public:
    ProgressBar(Screen& screen, std::string what) : m_screen(screen), m_what(std::move(what)) {}
    ~ProgressBar() { m_screen.clearStatus(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::uint64_t done, std::uint64_t total, double rate = 0);

private:
    using Steady = std::chrono::steady_clock;
    Screen& m_screen;
    std::string m_what;
    Steady::time_point m_last = Steady::now();
};

}  // namespace signalbox::ctl
