// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>

#include "core/terminal/platform/platform.h"
#include "core/terminal/report.h"

namespace signalbox::terminal {

std::string CommandOutcome::text() const {
    switch (end) {
        case End::exited:
            return "exit code " + std::to_string(code);
        case End::signalled:
            return "ended by signal " + std::to_string(code);
        case End::timedOut:
            return "took longer than its time";
    }
    return {};
}

namespace platform {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::chrono::milliseconds kGrace{2000};  // between asking a group to end and ending it
constexpr int kLookMilliseconds = 20;              // how often an exit is looked for while nothing is written
constexpr int kExitNotStarted = 127;

struct User {
    uid_t id = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

Result<User> lookUpUser(const std::string& name) {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16384> buffer{};
    if (::getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return makeError(BaseErrc::denied, "there is no user '" + name + "' on this machine");
    User user;
    user.id = entry.pw_uid;
    user.group = entry.pw_gid;
    int count = 64;
    user.groups.resize(static_cast<std::size_t>(count));
    if (::getgrouplist(name.c_str(), user.group, user.groups.data(), &count) < 0) count = 0;
    user.groups.resize(static_cast<std::size_t>(count));
    return user;
}

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_value; }
    void close() {
        if (m_value >= 0) ::close(m_value);
        m_value = -1;
    }

private:
    int m_value;
};

std::vector<char*> pointersTo(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// Everything the child needs, made before fork(): afterwards only async-signal-safe calls are allowed.
struct ChildPlan {
    std::vector<char*> arguments;
    std::vector<char*> environment;
    std::string directory;
    std::optional<User> user;
    int output = -1;
    int problem = -1;  ///< where errno is written when it could not be started
};

[[noreturn]] void giveUp(const ChildPlan& plan) {
    const int cause = errno;
    const ssize_t ignored = ::write(plan.problem, &cause, sizeof cause);
    static_cast<void>(ignored);
    ::_exit(kExitNotStarted);
}

[[noreturn]] void runChild(const ChildPlan& plan) {
    ::setpgid(0, 0);
    for (const int number : {SIGPIPE, SIGXFSZ, SIGTERM, SIGINT, SIGHUP})
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int nothing = ::open("/dev/null", O_RDONLY);
    if (nothing < 0 || ::dup2(nothing, STDIN_FILENO) < 0) giveUp(plan);
    if (::dup2(plan.output, STDOUT_FILENO) < 0 || ::dup2(plan.output, STDERR_FILENO) < 0) giveUp(plan);
#ifdef CLOSE_RANGE_CLOEXEC
    ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);  // what we inherited ourselves
#endif
    if (plan.user) {
        if (::setgroups(plan.user->groups.size(), plan.user->groups.data()) != 0) giveUp(plan);
        if (::setgid(plan.user->group) != 0 || ::setuid(plan.user->id) != 0) giveUp(plan);
    }
    if (::chdir(plan.directory.c_str()) != 0) giveUp(plan);
    ::execvpe(plan.arguments.front(), plan.arguments.data(), plan.environment.data());
    giveUp(plan);
}

/// The end of what a program wrote, bounded.
class Tail {
public:
    void add(std::string_view text) {
        m_text.append(text);
        if (m_text.size() > 2 * kMaxLogTail) m_text.erase(0, m_text.size() - kMaxLogTail);
    }
    [[nodiscard]] std::string text() const { return tailText(m_text, kMaxLogTail); }

private:
    std::string m_text;
};

/// Reads what is there now; false at the end of the pipe.
bool drain(int descriptor, Tail& tail) {
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count > 0)
            tail.add({buffer.data(), static_cast<std::size_t>(count)});
        else if (count == 0)
            return false;
        else if (errno != EINTR)
            return errno == EAGAIN;
    }
}

/// Has it ended? It stays a zombie, so that its group's number stays its own.
bool hasEnded(pid_t child) {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child;
}

/// Until the child ended or `deadline`; true: it ended. A grandchild that keeps the pipe open is not waited for.
bool watch(pid_t child, int output, Tail& tail, SteadyTime deadline) {
    bool open = true;
    for (;;) {
        if (open) open = drain(output, tail);
        if (hasEnded(child)) {
            if (open) drain(output, tail);
            return true;
        }
        if (std::chrono::steady_clock::now() >= deadline) return false;
        pollfd waiting{open ? output : -1, POLLIN, 0};
        ::poll(&waiting, 1, kLookMilliseconds);
    }
}

class PosixCommandRunner final : public CommandRunner {
public:
    Result<CommandOutcome> run(const CommandSpec& spec) override {
        if (spec.arguments.empty()) return makeError(BaseErrc::invalidArgument, "an empty command");
        std::array<int, 2> output{-1, -1};
        std::array<int, 2> problem{-1, -1};
        if (::pipe2(output.data(), O_CLOEXEC) != 0) return systemError("making a pipe");
        Descriptor reading(output[0]);
        Descriptor writing(output[1]);
        if (::pipe2(problem.data(), O_CLOEXEC) != 0) return systemError("making a pipe");
        Descriptor problemReading(problem[0]);
        Descriptor problemWriting(problem[1]);
        ::fcntl(reading.get(), F_SETFL, O_NONBLOCK);
        ChildPlan plan;
        plan.arguments = pointersTo(spec.arguments);
        plan.environment = pointersTo(spec.environment);
        plan.directory = spec.workingDirectory.string();
        plan.output = writing.get();
        plan.problem = problemWriting.get();
        if (!spec.user.empty() && ::geteuid() == 0) {
            TRY(plan.user, lookUpUser(spec.user));
        }
        const pid_t child = ::fork();
        if (child < 0) return systemError("starting a process");
        if (child == 0) runChild(plan);
        ::setpgid(child, child);  // by both, whoever comes first
        writing.close();
        problemWriting.close();
        CHECK(started(child, problemReading.get(), spec));
        return finish(child, reading.get(), spec);
    }

    Result<void> mayRun(const Recipe& recipe, std::string_view product,
                        const std::vector<std::string>& allowRoot) const override {
        // What the agent does by itself, whoever runs the commands.
        const bool byItself = recipe.kind == InstallKind::file || recipe.kind == InstallKind::deb ||
                              recipe.reboot.when != RebootWhen::never;
        if (!byItself && recipe.restart.arguments.empty() && recipe.runCheck.arguments.empty() &&
            recipe.install.arguments.empty())
            return {};
        std::optional<User> user;
        if (!recipe.user.empty()) {
            TRY(user, lookUpUser(recipe.user));
        }
        if (::geteuid() != 0 && recipe.kind == InstallKind::deb)
            return makeError(BaseErrc::denied, "only an agent that is root can install Debian packages");
        if (::geteuid() != 0) {
            if (!user || user->id == ::geteuid()) return {};
            return makeError(BaseErrc::denied, "the recipe wants user '" + recipe.user +
                                                   "', and an agent that is not root can run nothing as another user");
        }
        if (user && user->id != 0 && !byItself) return {};
        if (std::find(allowRoot.begin(), allowRoot.end(), product) != allowRoot.end()) return {};
        return makeError(BaseErrc::denied,
                         "the recipe would act as root, and allow_root in terminal.toml does not list '" +
                             std::string(product) + "'");
    }

private:
    /// Waits until exec worked, or gives the error it met.
    static Result<void> started(pid_t child, int problem, const CommandSpec& spec) {
        int cause = 0;
        ssize_t count = 0;
        do
            count = ::read(problem, &cause, sizeof cause);
        while (count < 0 && errno == EINTR);
        if (count != sizeof cause) return {};
        ::waitpid(child, nullptr, 0);
        errno = cause;
        return systemError("starting '" + spec.arguments.front() + "'");
    }

    static Result<CommandOutcome> finish(pid_t child, int output, const CommandSpec& spec) {
        Tail tail;
        CommandOutcome outcome;
        if (!watch(child, output, tail, std::chrono::steady_clock::now() + spec.timeout)) {
            outcome.end = CommandOutcome::End::timedOut;
            ::kill(-child, SIGTERM);
            watch(child, output, tail, std::chrono::steady_clock::now() + kGrace);
            ::kill(-child, SIGKILL);
        } else if (spec.endGroup) {
            ::kill(-child, SIGKILL);
        }
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        outcome.logTail = tail.text();
        if (outcome.end == CommandOutcome::End::timedOut) return outcome;
        outcome.end = WIFEXITED(status) ? CommandOutcome::End::exited : CommandOutcome::End::signalled;
        outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
        return outcome;
    }
};

}  // namespace

std::unique_ptr<CommandRunner> makeCommandRunner() {
    return std::make_unique<PosixCommandRunner>();
}

}  // namespace platform
}  // namespace signalbox::terminal
