// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/base/log_tap.h"

namespace signalbox::terminal {

/// One line of what an agent did and why.
struct ActivityLine {
    TimePoint at;
    std::string level;  ///< info, warning or error
    std::string room;
    std::string text;
};
/// One JSON object, without a line's end: {"time", "level", "room", "text"}.
[[nodiscard]] std::string activityJson(const ActivityLine& line);
/// BaseErrc::malformed for anything else than activityJson() makes.
[[nodiscard]] Result<ActivityLine> parseActivity(std::string_view json);

/// The files of an agent's log: the newest lines, and those before them. Each is at most kMostBytes, and the second
/// makes way for the first when that is full.
struct ActivityFiles {
    static constexpr std::uint64_t kMostBytes = 512 << 10;
    explicit ActivityFiles(const std::filesystem::path& folder)
        : newest(folder / "agent.log"), before(folder / "agent.log.1") {}
    std::filesystem::path newest;
    std::filesystem::path before;
};

/// Keeps what the process logs in a data folder, for `signalbox-terminal log` and for diagnostics. Not synced: after a
/// power cut the last seconds may be missing. What cannot be written is left out, as nobody could be told.
class ActivityLog final : public LogTap {
public:
    ActivityLog(FileSystem& files, const Clock& clock, const std::filesystem::path& folder)
        : m_files(files), m_clock(clock), m_paths(folder) {}

    void take(LogLevel level, std::string_view room, std::string_view text) override;

private:
    [[nodiscard]] Result<void> write(const std::string& line);
    [[nodiscard]] Result<void> openNewest();

    FileSystem& m_files;
    const Clock& m_clock;
    ActivityFiles m_paths;
    std::mutex m_mutex;
    std::unique_ptr<FileWriter> m_writer;
    std::uint64_t m_size = 0;
};

/// Reads the log beside an agent that writes it. Lines that are none, as a power cut leaves them, are left out.
class ActivityReader {
public:
    explicit ActivityReader(const std::filesystem::path& folder) : m_paths(folder) {}

    /// The lines since the call before; the first call gives all. Blocking.
    [[nodiscard]] std::vector<ActivityLine> next();

private:
    void readOn(std::ifstream& file, std::vector<ActivityLine>& into);

    ActivityFiles m_paths;
    std::ifstream m_newest;
    std::uint64_t m_read = 0;  ///< bytes of m_newest
    std::string m_rest;        ///< of a line that is not whole yet
    bool m_began = false;
};

/// "2026-11-21T19:30:00Z", or a span before `now`: a number and s, m, h or d. BaseErrc::invalidArgument.
[[nodiscard]] Result<TimePoint> activitySince(std::string_view text, TimePoint now);

}  // namespace signalbox::terminal
