// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/rollout_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::RolloutDetail;
using Both = std::pair<boost::json::value, RolloutDetail>;
using Steady = std::chrono::steady_clock;

struct WatchArguments {
    std::int64_t id = 0;
    std::string patience = "5m";
};

/// What the watch ends with; nothing while the rollout goes on.
std::optional<ExitCode> endOf(const Rollout& rollout) {
    if (rollout.state == RolloutState::finished) return ExitCode::ok;
    if (rollout.state == RolloutState::stopped || rollout.state == RolloutState::failed) return ExitCode::unfinished;
    if (rollout.state == RolloutState::paused && rollout.pausedByBreaker) return ExitCode::unfinished;
    return std::nullopt;
}

/// Shows how far the rollout is: a block that is rewritten, or a line whenever something changed.
class Display {
public:
    explicit Display(Screen& screen) : m_screen(screen) {}

    void show(const RolloutDetail& detail) {
        if (m_screen.json()) return;
        if (m_screen.live()) return m_screen.block(progressBlock(detail));
        const std::string line = progressLine(detail);
        if (line == m_last) return;
        m_last = line;
        m_screen.print(localTime(SystemClock().now()) + "  " + line + "\n");
    }

private:
    Screen& m_screen;
    std::string m_last;
};

/// Waits until something happened, at most a second or so; events of the manager wake it, gathered for a moment.
class Wake {
public:
    explicit Wake(Session& session) : m_session(session), m_stream(session.client()) {
        using Stream = adminclient::EventStream;
        const auto happened = [this] {
            m_happened = true;
            if (m_leave) m_leave();
        };
        QObject::connect(&m_stream, &Stream::event, happened);
        QObject::connect(&m_stream, &Stream::gap, happened);
        m_stream.start();
    }

    Result<void> wait() {
        constexpr auto kGather = std::chrono::milliseconds(300);
        constexpr auto kLongest = std::chrono::milliseconds(1000);
        CHECK(m_session.wait(kGather));
        if (!m_happened) {
            CHECK(m_session.wait(kLongest, [this](std::function<void()> leave) { m_leave = std::move(leave); }));
            m_leave = {};
        }
        m_happened = false;
        return {};
    }

private:
    Session& m_session;
    adminclient::EventStream m_stream;
    std::function<void()> m_leave;
    bool m_happened = false;
};

/// Asks until the rollout is over. A manager that is away for less than the patience is waited for.
Result<std::pair<ExitCode, boost::json::value>> watchToEnd(Context& context, Session& session, RolloutId id,
                                                           Seconds patience) {
    Display display(context.screen);
    Wake wake(session);
    Steady::time_point lastAnswer = Steady::now();
    for (;;) {
        Result<Both> both = session.askBoth(calls::rollout(id));
        if (both) {
            lastAnswer = Steady::now();
            display.show(both->second);
            if (const auto end = endOf(both->second.rollout)) return std::pair(*end, std::move(both->first));
        } else if (!adminclient::mayHealByItself(both.error()) || Steady::now() - lastAnswer > patience) {
            return std::move(both).error();
        } else {
            context.screen.status("waiting for the manager: " + plain(both.error().text()));
        }
        CHECK(wake.wait());
    }
}

Result<ExitCode> watchRollout(Context& context, const WatchArguments& arguments) {
    TRY(const Seconds patience, parseDuration(arguments.patience));
    TRY(Session * session, context.session());
    TRY(auto ended, watchToEnd(context, *session, {arguments.id}, patience));
    if (context.screen.json()) context.screen.document(ended.second);
    if (ended.first != ExitCode::ok)
        context.screen.note("The rollout did not finish; see signalboxctl rollout failures " +
                            std::to_string(arguments.id));
    return ended.first;
}

}  // namespace

void addRolloutWatch(CLI::App& rollout, Chosen& chosen) {
    const auto declare = [](CLI::App& command, WatchArguments& arguments) {
        command.add_option("ID", arguments.id, "The rollout")->required()->check(CLI::PositiveNumber);
        command.add_option("--patience", arguments.patience, "How long a manager that does not answer is waited for")
            ->capture_default_str();
    };
    addCommand<WatchArguments>(rollout, chosen, "watch",
                               "Follow it to its end: exit code 0 when it finished, 5 when it was stopped, failed or "
                               "was paused by its breaker",
                               declare, watchRollout);
}

}  // namespace signalbox::ctl
