// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/file_system.h"

namespace signalbox::terminal {

/// One thing to tell the manager.
struct Feedback {
    std::string path;  ///< "deploymentBase" or "cancelAction"
    std::int64_t deployment = 0;
    std::string body;
};

/// What the manager has not answered yet, oldest first, one file each: a pushed entry is durable when push() returns,
/// and order outlives restarts. Bounded: beyond kMost entries the newest is refused (BaseErrc::tooLarge). Blocking;
/// one owner.
class FeedbackQueue {
public:
    static constexpr std::size_t kMost = 2000;

    /// Reads the folder's names; leftovers of a write that was cut off are removed.
    [[nodiscard]] static Result<FeedbackQueue> open(FileSystem& files, std::filesystem::path folder);

    [[nodiscard]] Result<void> push(const Feedback& feedback);
    /// The oldest; nullopt when all is told. An unreadable entry is dropped with a line in the log.
    [[nodiscard]] std::optional<Feedback> front();
    [[nodiscard]] Result<void> pop();
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    FeedbackQueue(FileSystem& files, std::filesystem::path folder) : m_files(&files), m_folder(std::move(folder)) {}
    [[nodiscard]] std::filesystem::path fileOf(std::uint64_t number) const;

    FileSystem* m_files;
    std::filesystem::path m_folder;
    std::deque<std::uint64_t> m_entries;
    std::uint64_t m_next = 1;
};

/// How many entries wait in a folder that another process owns.
[[nodiscard]] std::size_t countFeedback(const std::filesystem::path& folder);

}  // namespace signalbox::terminal
