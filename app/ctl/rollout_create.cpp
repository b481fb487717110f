// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/dry_run_text.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/release_text.h"
#include "app/ctl/rollout_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/filter/expression.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct CreateArguments {
    std::string release;
    std::string audience;
    std::string name;
    std::string issueTime;
    std::string updateTime;
    std::vector<std::string> phases;
    std::string minCopies = "all";
    std::uint32_t breakerCount = 0;
    double breakerPercent = 0;
    std::uint32_t retries = 2;
    std::string backOff = "5m";
    bool offlineInstall = false;
    std::vector<std::string> windows;
    std::vector<std::string> freezes;
    std::string timeZone;
    std::string updateLocal;
    std::string deadline;
    std::string missed = "wait";
    std::string installMode = "forced";
    std::string forceTime;
    bool confirmation = false;
    std::int64_t priority = 0;
    std::string permitValidity = "24h";
    std::string installTimeout = "1h";
    std::string saved;
    bool takesLater = false;
    std::string leaveSilent;
    bool withPrerequisites = false;
    bool csv = false;
    bool start = false;
};

Result<std::optional<TimePoint>> timeOf(const std::string& text, const char* option) {
    if (text.empty()) return std::optional<TimePoint>();
    auto time = parseTime(text, SystemClock().now());
    if (!time) return std::move(time).error().within(option);
    return std::optional<TimePoint>(*time);
}

Result<Seconds> durationOf(const std::string& text, const char* option) {
    auto duration = parseDuration(text);
    if (!duration) return std::move(duration).error().within(option);
    return *duration;
}

Result<Schedule> scheduleOf(const CreateArguments& arguments) {
    Schedule schedule;
    for (const std::string& text : arguments.windows) {
        TRY(Window window, parseWindow(text));
        schedule.windows.push_back(std::move(window));
    }
    for (const std::string& text : arguments.freezes) {
        TRY(Freeze freeze, parseFreeze(text));
        schedule.freezes.push_back(std::move(freeze));
    }
    schedule.timeZone = arguments.timeZone;
    schedule.updateLocal = arguments.updateLocal;
    TRY(schedule.deadline, timeOf(arguments.deadline, "--deadline"));
    schedule.missed = fromName<MissedWindow>(arguments.missed).value_or(MissedWindow::wait);
    return schedule;
}

Result<std::string> audienceOf(const CreateArguments& arguments) {
    if (arguments.saved.empty()) return arguments.audience;
    filter::Comparison named;
    named.field.kind = filter::FieldKind::audience;
    named.values.push_back(arguments.saved);
    return filter::print({std::move(named)});
}

/// The plan but for the release: everything that can be checked without the manager.
Result<Rollout> planOf(const CreateArguments& arguments) {
    Rollout plan;
    plan.name = arguments.name;
    TRY(plan.audience, audienceOf(arguments));
    plan.takesLater = arguments.takesLater;
    if (!arguments.leaveSilent.empty()) {
        TRY(plan.leavesSilent, durationOf(arguments.leaveSilent, "--leave-silent"));
    }
    for (const std::string& text : arguments.phases) {
        TRY(Phase phase, parsePhase(text));
        plan.phases.push_back(std::move(phase));
    }
    if (plan.phases.empty()) {
        plan.phases.emplace_back();
        plan.phases.back().name = "all";
    }
    TRY(plan.issueTime, timeOf(arguments.issueTime, "--issue-time"));
    TRY(plan.updateTime, timeOf(arguments.updateTime, "--update-time"));
    if (plan.issueTime && plan.updateTime && *plan.updateTime < *plan.issueTime)
        return makeError(BaseErrc::invalidArgument, "the update time is before the issue time");
    TRY(plan.schedule, scheduleOf(arguments));
    TRY(plan.syncGate.atLeast, parseMinCopies(arguments.minCopies));
    plan.breaker = {arguments.breakerCount, arguments.breakerPercent};
    plan.retry.count = arguments.retries;
    TRY(plan.retry.backOff, durationOf(arguments.backOff, "--back-off"));
    plan.offlineInstall = arguments.offlineInstall;
    plan.installMode = fromName<InstallMode>(arguments.installMode).value_or(InstallMode::forced);
    TRY(plan.forceTime, timeOf(arguments.forceTime, "--force-time"));
    plan.confirmation = arguments.confirmation;
    plan.priority = arguments.priority;
    TRY(plan.permitValidity, durationOf(arguments.permitValidity, "--permit-validity"));
    TRY(plan.installTimeout, durationOf(arguments.installTimeout, "--install-timeout"));
    return plan;
}

/// What goes first is started first, so that no terminal is told to wait for what is a draft.
Result<void> createPrerequisites(Context& context, Session& session, const Rollout& rollout, bool start) {
    auto made = session.ask(calls::createPrerequisites(rollout.id));
    if (!made)
        return std::move(made).error().within("rollout " + std::to_string(rollout.id.value) + " was created alone");
    for (const Rollout& first : made->items) {
        context.screen.note("Rollout " + std::to_string(first.id.value) + " goes first: " + plain(first.name));
        if (start) CHECK(session.ask(calls::startRollout(first.id)));
    }
    return {};
}

Result<ExitCode> planRollout(Context& context, const CreateArguments& arguments) {
    TRY(Rollout plan, planOf(arguments));
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    plan.release = release.id;
    auto shown = showDryRun(context, calls::dryRun(plan), arguments.csv);
    if (!shown) return explainFilter(context, shown.error(), plan.audience);
    return shown;
}

Result<ExitCode> createRollout(Context& context, const CreateArguments& arguments) {
    TRY(Rollout plan, planOf(arguments));
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    plan.release = release.id;
    const auto audience = session->ask(calls::checkAudience(plan.audience));
    if (!audience) return explainFilter(context, audience.error(), plan.audience);
    if (audience->count == 0) context.screen.note("No terminal matches the audience now.");
    if (release.state != ReleaseState::approved && release.state != ReleaseState::published)
        context.screen.note(releaseName(release) + " is " + std::string(nameOf(release.state)) +
                            ": the rollout cannot start before it is approved.");
    TRY(const Rollout made, session->ask(calls::createRollout(plan)));
    if (arguments.withPrerequisites) CHECK(createPrerequisites(context, *session, made, arguments.start));
    if (arguments.start) {
        auto started = session->ask(calls::startRollout(made.id));
        if (!started)
            return std::move(started).error().within("rollout " + std::to_string(made.id.value) +
                                                     " was created but not started");
    }
    const auto text = [&](const adminclient::RolloutDetail& detail) {
        printRollout(context, detail);
        const char* next = detail.rollout.state == RolloutState::draft ? "start " : "watch ";
        context.screen.note("\nNext: signalboxctl rollout " + (next + std::to_string(made.id.value)));
    };
    return showAnswer<adminclient::RolloutDetail>(context, calls::rollout(made.id), text);
}

void declareSchedule(CLI::App& command, CreateArguments& arguments) {
    command.add_option("--issue-time", arguments.issueTime,
                       "When packages go to the nodes: now, +10m, 2026-11-21T19:30:00Z or local 2026-11-21 19:30");
    command.add_option("--update-time", arguments.updateTime, "From when terminals may install; the same forms");
    command
        .add_option("--window", arguments.windows,
                    "A span in which terminals may install, once for each: \"2026-11-24T22:00 4h FREQ=DAILY\" (first "
                    "begin, length, RRULE; without a rule once)")
        ->allow_extra_args(false);
    command
        .add_option("--freeze", arguments.freezes,
                    "Days on which nothing is installed, once for each: \"2026-12-20..2027-01-02 Christmas\"")
        ->allow_extra_args(false);
    command.add_option("--time-zone", arguments.timeZone,
                       "Of windows and freezes, for example Europe/Berlin; without, each terminal's own");
    command.add_option("--update-local", arguments.updateLocal,
                       "From when terminals may install, in each one's own zone: 2026-11-24T03:00");
    command.add_option("--deadline", arguments.deadline, "When --missed happens; the forms of --issue-time");
    command
        .add_option(
            "--missed", arguments.missed,
            "What becomes of terminals that have not installed at the deadline: wait, fail, or install (outside "
            "of windows, too)")
        ->check(CLI::IsMember({"wait", "fail", "install"}))
        ->capture_default_str();
    command
        .add_option(
            "--phase", arguments.phases,
            "A phase, once for each: \"name=pilot,size=10%,success=90,wait=10m,by-hand\", or with whom it takes at "
            "its end: \"name=lab,filter=tag.lab==yes\"; the last one takes the rest")
        ->allow_extra_args(false);
    command.add_option("--permit-validity", arguments.permitValidity, "How long a permit holds")->capture_default_str();
    command
        .add_option("--install-timeout", arguments.installTimeout,
                    "A terminal with a permit that is silent this long has failed")
        ->capture_default_str();
    command
        .add_option("--install-mode", arguments.installMode,
                    "What DDI clients are told: forced, soft (they choose when), timeForced (soft until --force-time), "
                    "downloadOnly (all terminals: bring it, install nothing)")
        ->check(CLI::IsMember({"forced", "soft", "timeForced", "downloadOnly"}))
        ->capture_default_str();
    command.add_option("--force-time", arguments.forceTime, "With timeForced: from when it is forced");
    command.add_flag("--confirmation", arguments.confirmation, "The terminal's user must confirm first");
    command.add_option("--priority", arguments.priority, "Of several rollouts the highest goes first")
        ->check(CLI::Range(-1000, 1000))
        ->capture_default_str();
    command.add_flag("--offline-install", arguments.offlineInstall,
                     "Terminals may install on a valid permit without reaching the manager");
}

void declareSafety(CLI::App& command, CreateArguments& arguments) {
    command.add_option("--min-copies", arguments.minCopies, "Node copies a cluster must have proven: all or a count")
        ->capture_default_str();
    command.add_option("--breaker-count", arguments.breakerCount, "Pause above this many failures; 0: off")
        ->capture_default_str();
    command.add_option("--breaker-percent", arguments.breakerPercent, "Pause above this share of failures; 0: off")
        ->check(CLI::Range(0.0, 100.0))
        ->capture_default_str();
    command.add_option("--retries", arguments.retries, "Attempts after the first")->capture_default_str();
    command.add_option("--back-off", arguments.backOff, "Before the first retry; doubled each time")
        ->capture_default_str();
}

}  // namespace

void addRolloutCreate(CLI::App& rollout, Chosen& chosen) {
    const auto declarePlan = [](CLI::App& command, CreateArguments& arguments) {
        command.add_option("--release", arguments.release, "Its number or product/version")->required();
        CLI::Option_group* whom = command.add_option_group("audience");
        whom->add_option("--audience", arguments.audience, "RSQL; \"\" for every terminal");
        whom->add_option("--saved", arguments.saved, "A saved audience");
        whom->require_option(1);
        command.add_option("--leave-silent", arguments.leaveSilent,
                           "Leave out terminals that are not heard of for this long at the issue time, as 30d");
        command.add_flag("--takes-later", arguments.takesLater,
                         "Terminals that come to match later join the last phase; it then runs until it is stopped or "
                         "its deadline comes");
        declareSchedule(command, arguments);
        declareSafety(command, arguments);
    };
    const auto declare = [declarePlan](CLI::App& command, CreateArguments& arguments) {
        declarePlan(command, arguments);
        command.add_option("--name", arguments.name, "What people call it")->required();
        command.add_flag("--with-prerequisites", arguments.withPrerequisites,
                         "Plan rollouts of what the release needs, too, for terminals that lack it");
        command.add_flag("--start", arguments.start, "Start it at once");
    };
    const auto declareDry = [declarePlan](CLI::App& command, CreateArguments& arguments) {
        arguments.name = "plan";
        declarePlan(command, arguments);
        command.add_flag("--csv", arguments.csv, "As CSV");
    };
    addCommand<CreateArguments>(rollout, chosen, "plan", "What such a rollout would do; makes nothing", declareDry,
                                planRollout);
    addCommand<CreateArguments>(rollout, chosen, "create", "Plan a rollout", declare, createRollout);
}

}  // namespace signalbox::ctl
