// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/feedback_queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <system_error>
#include <vector>

#include "core/base/log.h"
#include "core/terminal/json_read.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kMaxEntry = 128 << 10;
constexpr std::string_view kSuffix = ".json";

std::optional<std::uint64_t> numberOf(const std::string& name) {
    if (!name.ends_with(kSuffix)) return std::nullopt;
    std::uint64_t number = 0;
    const char* const last = name.data() + name.size() - kSuffix.size();
    const auto [end, error] = std::from_chars(name.data(), last, number);
    return error == std::errc() && end == last ? std::optional(number) : std::nullopt;
}

Result<Feedback> readEntry(const fs::path& path) {
    TRY(const std::string text, readFile(path, kMaxEntry));
    TRY(const json::object object, readObject(text, kMaxEntry));
    Feedback feedback;
    TRY(feedback.path, textMember(object, "path", 64));
    TRY(feedback.deployment, integerMember(object, "deployment", 1, INT64_MAX));
    TRY(feedback.body, textMember(object, "body", kMaxEntry));
    return feedback;
}

}  // namespace

Result<FeedbackQueue> FeedbackQueue::open(FileSystem& files, fs::path folder) {
    FeedbackQueue queue(files, std::move(folder));
    std::error_code error;
    std::vector<fs::path> leftovers;
    std::vector<std::uint64_t> numbers;
    for (fs::directory_iterator entry(queue.m_folder, error), end; !error && entry != end; entry.increment(error)) {
        if (const auto number = numberOf(entry->path().filename().string()))
            numbers.push_back(*number);
        else
            leftovers.push_back(entry->path());
    }
    if (error)
        return makeError(boost::system::error_code(error.value(), boost::system::system_category()),
                         "reading " + queue.m_folder.string());
    for (const fs::path& path : leftovers)
        CHECK(files.remove(path));
    std::sort(numbers.begin(), numbers.end());
    queue.m_entries.assign(numbers.begin(), numbers.end());
    if (!numbers.empty()) queue.m_next = numbers.back() + 1;
    return queue;
}

fs::path FeedbackQueue::fileOf(std::uint64_t number) const {
    return m_folder / fmt::format("{:016}{}", number, kSuffix);
}

Result<void> FeedbackQueue::push(const Feedback& feedback) {
    if (m_entries.size() >= kMost) return makeError(BaseErrc::tooLarge, "too much feedback waits for the manager");
    json::object object;
    object["path"] = feedback.path;
    object["deployment"] = feedback.deployment;
    object["body"] = feedback.body;
    CHECK(replaceFile(*m_files, fileOf(m_next), bytesOf(json::serialize(object)), 0600));
    m_entries.push_back(m_next++);
    return {};
}

std::optional<Feedback> FeedbackQueue::front() {
    while (!m_entries.empty()) {
        auto feedback = readEntry(fileOf(m_entries.front()));
        if (feedback) return std::move(*feedback);
        logError("terminal", "a kept feedback cannot be read and is dropped: {}", feedback.error().text());
        if (auto popped = pop(); !popped) logError("terminal", "{}", popped.error().text());
    }
    return std::nullopt;
}

Result<void> FeedbackQueue::pop() {
    if (m_entries.empty()) return {};
    const fs::path path = fileOf(m_entries.front());
    m_entries.pop_front();
    return m_files->remove(path);
}

std::size_t countFeedback(const fs::path& folder) {
    std::size_t count = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (numberOf(entry->path().filename().string())) ++count;
    return count;
}

}  // namespace signalbox::terminal
