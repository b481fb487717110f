// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/terminal/command_runner.h"
#include "core/terminal/machine.h"

/// What differs between operating systems; one file each.
namespace signalbox::terminal::platform {

struct SystemFacts {
    std::string os;
    std::string kernel;
    std::string arch;  ///< as packages name it: amd64, arm64 …
    std::string hostname;
};
[[nodiscard]] SystemFacts systemFacts();

[[nodiscard]] std::unique_ptr<CommandRunner> makeCommandRunner();
/// An empty command: the system's own, `shutdown -r now`. `commands` outlives it.
[[nodiscard]] std::unique_ptr<Machine> makeMachine(CommandRunner& commands, std::vector<std::string> rebootCommand);

/// Keeps a second agent off a folder; freed by the system when the process ends, however it ends.
class FolderLock {
public:
    /// BaseErrc::alreadyExists while another process holds it.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& file);
    FolderLock(FolderLock&& other) noexcept : m_descriptor(other.m_descriptor) { other.m_descriptor = -1; }
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();
    FolderLock() = default;

private:
    int m_descriptor = -1;
};
/// Does some process hold it? Takes nothing.
[[nodiscard]] bool isLocked(const std::filesystem::path& file);

/// Whether two folders share their room.
[[nodiscard]] bool onOneFileSystem(const std::filesystem::path& one, const std::filesystem::path& other);

/// Numbers for names of users and groups; for an empty name the one that changes nothing.
struct Owner {
    unsigned user = ~0U;
    unsigned group = ~0U;
};
/// BaseErrc::notFound: this machine has no such user or group.
[[nodiscard]] Result<Owner> ownerOf(const std::string& user, const std::string& group);

/// Does another process hold a record lock on it, as dpkg does on its own?
[[nodiscard]] bool isRecordLocked(const std::filesystem::path& file);

/// Once at the start: one heap, small thresholds, write errors as errors instead of signals.
void prepareProcess();
/// After work that needed much memory for a while.
void giveMemoryBack();

}  // namespace signalbox::terminal::platform
