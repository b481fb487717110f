// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/activity_log.h"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <system_error>

#include "core/terminal/json_read.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLine = 64 << 10;

std::string_view levelName(LogLevel level) {
    if (level == LogLevel::error) return "error";
    return level == LogLevel::warning ? "warning" : "info";
}

std::uint64_t sizeOf(const fs::path& path) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    return error ? 0 : size;
}

}  // namespace

std::string activityJson(const ActivityLine& line) {
    boost::json::object object;
    object["time"] = toRfc3339(line.at);
    object["level"] = line.level;
    object["room"] = line.room;
    object["text"] = line.text;
    return boost::json::serialize(object);
}

Result<ActivityLine> parseActivity(std::string_view json) {
    TRY(const boost::json::object object, readObject(json, kMaxLine));
    ActivityLine line;
    TRY(const std::string time, textMember(object, "time", 64));
    TRY(line.at, fromRfc3339(time));
    TRY(line.level, textMember(object, "level", 16));
    TRY(line.room, textMember(object, "room", 64));
    TRY(line.text, textMember(object, "text", kMaxLine));
    return line;
}

void ActivityLog::take(LogLevel level, std::string_view room, std::string_view text) {
    const ActivityLine line{m_clock.now(), std::string(levelName(level)), std::string(room), std::string(text)};
    const std::string bytes = activityJson(line) + "\n";
    const std::lock_guard lock(m_mutex);
    if (auto written = write(bytes); !written) m_writer.reset();  // the next line tries anew
}

Result<void> ActivityLog::openNewest() {
    m_size = sizeOf(m_paths.newest);
    TRY(m_writer, m_files.append(m_paths.newest, m_size));
    if (m_size == 0) return {};
    // Ends what a power cut may have left in the middle of a line; an empty line is none.
    CHECK(m_writer->write(bytesOf("\n")));
    ++m_size;
    return {};
}

Result<void> ActivityLog::write(const std::string& line) {
    if (!m_writer) CHECK(openNewest());
    if (m_size + line.size() > ActivityFiles::kMostBytes) {
        m_writer.reset();
        CHECK(m_files.rename(m_paths.newest, m_paths.before));
        CHECK(openNewest());
    }
    CHECK(m_writer->write(bytesOf(line)));
    m_size += line.size();
    return {};
}

void ActivityReader::readOn(std::ifstream& file, std::vector<ActivityLine>& into) {
    std::array<char, 65536> buffer{};
    file.clear();
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0) {
        const auto count = static_cast<std::size_t>(file.gcount());
        m_read += count;
        m_rest.append(buffer.data(), count);
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = m_rest.find('\n', begin)) != std::string::npos; begin = end + 1)
            if (auto line = parseActivity(std::string_view(m_rest).substr(begin, end - begin)))
                into.push_back(std::move(*line));
        m_rest.erase(0, begin);
        if (m_rest.size() > kMaxLine) m_rest.clear();
    }
}

std::vector<ActivityLine> ActivityReader::next() {
    std::vector<ActivityLine> lines;
    if (!m_began) {
        m_began = true;
        std::ifstream before(m_paths.before, std::ios::binary);
        if (before) readOn(before, lines);
        m_rest.clear();
        m_read = 0;
        m_newest.open(m_paths.newest, std::ios::binary);
    }
    if (m_newest.is_open()) readOn(m_newest, lines);
    if (m_newest.is_open() && sizeOf(m_paths.newest) >= m_read) return lines;
    // Another file has its name by now; all of the one before has been read.
    m_newest.close();
    m_newest.clear();
    m_rest.clear();
    m_read = 0;
    m_newest.open(m_paths.newest, std::ios::binary);
    if (m_newest.is_open()) readOn(m_newest, lines);
    return lines;
}

Result<TimePoint> activitySince(std::string_view text, TimePoint now) {
    if (auto moment = fromRfc3339(text)) return moment;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = error == std::errc() ? text.substr(end - text.data()) : std::string_view();
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> units{
        {{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}}};
    for (const auto& [name, seconds] : units)
        if (unit == name && number >= 0 && number <= 1'000'000'000 / seconds) return now - Seconds(number * seconds);
    return makeError(BaseErrc::invalidArgument, "a moment such as 2026-11-21T19:30:00Z or a span such as 2h is wanted");
}

}  // namespace signalbox::terminal
