// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <grp.h>
#include <link.h>
#include <malloc.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <utility>

#include "core/base/file_system.h"
#include "core/terminal/platform/platform.h"
#include "core/terminal/recipe_command.h"

namespace signalbox::terminal::platform {
namespace {

std::string archName(std::string machine) {
    if (machine == "x86_64") return "amd64";
    if (machine == "aarch64") return "arm64";
    return machine;
}

int openLock(const std::filesystem::path& file, int flags) {
    return ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

class PosixMachine final : public Machine {
public:
    PosixMachine(CommandRunner& commands, std::vector<std::string> rebootCommand)
        : m_commands(commands), m_rebootCommand(std::move(rebootCommand)) {}

    Result<std::string> bootId() const override { return readFile("/proc/sys/kernel/random/boot_id", 4096); }

    Result<void> reboot() override {
        CommandSpec spec;
        spec.arguments = m_rebootCommand.empty() ? std::vector<std::string>{"shutdown", "-r", "now"} : m_rebootCommand;
        spec.workingDirectory = "/";
        spec.environment = plainEnvironment();
        TRY(const CommandOutcome outcome, m_commands.run(spec));
        if (outcome.good()) return {};
        return makeError(BaseErrc::processFailed, spec.arguments.front() + ": " + outcome.text());
    }

private:
    CommandRunner& m_commands;
    std::vector<std::string> m_rebootCommand;
};

#ifdef __linux__
/// Unmaps the pages of one program or library that are as they are in its file: code and constants. What is needed
/// again is mapped again from the page cache; most of it was for starting up, or for unpacking, and is not.
int dropCleanPages(dl_phdr_info* object, std::size_t, void*) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const auto& part = object->dlpi_phdr[i];
        if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0) continue;
        const std::uintptr_t begin = (object->dlpi_addr + part.p_vaddr) & ~(page - 1);
        const std::uintptr_t end = object->dlpi_addr + part.p_vaddr + part.p_memsz;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells addresses as numbers
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
    }
    return 0;
}
#endif

}  // namespace

SystemFacts systemFacts() {
    utsname names{};
    SystemFacts facts;
    if (::uname(&names) != 0) return facts;
    facts.os = names.sysname;
    facts.kernel = names.release;
    facts.arch = archName(names.machine);
    facts.hostname = names.nodename;
    return facts;
}

Result<FolderLock> FolderLock::take(const std::filesystem::path& file) {
    FolderLock lock;
    lock.m_descriptor = openLock(file, O_RDWR | O_CREAT);
    if (lock.m_descriptor < 0) return systemError("opening " + file.string());
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) return systemError("locking " + file.string());
    return makeError(BaseErrc::alreadyExists, "another process works on " + file.parent_path().string());
}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FolderLock::~FolderLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

bool isLocked(const std::filesystem::path& file) {
    const int descriptor = openLock(file, O_RDONLY);
    if (descriptor < 0) return false;
    const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    ::close(descriptor);
    return !free;
}

bool onOneFileSystem(const std::filesystem::path& one, const std::filesystem::path& other) {
    struct stat first {};
    struct stat second {};
    if (::stat(one.c_str(), &first) != 0 || ::stat(other.c_str(), &second) != 0) return true;
    return first.st_dev == second.st_dev;
}

Result<Owner> ownerOf(const std::string& user, const std::string& group) {
    Owner owner;
    std::array<char, 16384> buffer{};
    passwd person{};
    passwd* foundPerson = nullptr;
    if (!user.empty()) {
        ::getpwnam_r(user.c_str(), &person, buffer.data(), buffer.size(), &foundPerson);
        if (foundPerson == nullptr) return makeError(BaseErrc::notFound, "there is no user '" + user + "' here");
        owner.user = person.pw_uid;
    }
    struct group people {};
    struct group* foundPeople = nullptr;
    if (!group.empty()) {
        ::getgrnam_r(group.c_str(), &people, buffer.data(), buffer.size(), &foundPeople);
        if (foundPeople == nullptr) return makeError(BaseErrc::notFound, "there is no group '" + group + "' here");
        owner.group = people.gr_gid;
    }
    return owner;
}

bool isRecordLocked(const std::filesystem::path& file) {
    const int descriptor = openLock(file, O_RDWR);
    if (descriptor < 0) return false;
    struct flock wanted {};
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    const bool locked = ::fcntl(descriptor, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
    ::close(descriptor);
    return locked;
}

std::unique_ptr<Machine> makeMachine(CommandRunner& commands, std::vector<std::string> rebootCommand) {
    return std::make_unique<PosixMachine>(commands, std::move(rebootCommand));
}

void prepareProcess() {
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);  // a file too large is an error of write(), not the end of the agent
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, 128 << 10);
    ::mallopt(M_TRIM_THRESHOLD, 128 << 10);
#endif
}

void giveMemoryBack() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
#ifdef __linux__
    ::dl_iterate_phdr(dropCleanPages, nullptr);
#endif
}

}  // namespace signalbox::terminal::platform
