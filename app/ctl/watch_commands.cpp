// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/serialize.hpp>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/json.h"

namespace signalbox::ctl {
namespace {

struct WatchArguments {
    std::int64_t after = 0;
};

void printEvent(Context& context, const Event& event) {
    if (context.screen.json()) {
        auto data = parseJson(event.data);
        const boost::json::object line{{"sequence", event.sequence},
                                       {"type", event.type},
                                       {"data", data ? *data : boost::json::value(event.data)}};
        return context.screen.print(boost::json::serialize(line) + "\n");
    }
    context.screen.print(localTime(SystemClock().now()) + "  " + plain(event.type, 16) + "  " +
                         plain(event.data, 1024) + "\n");
}

Result<ExitCode> watchEvents(Context& context, const WatchArguments& arguments) {
    TRY(Session * session, context.session());
    adminclient::EventStream stream(session->client());
    std::optional<Error> failure;
    using Stream = adminclient::EventStream;
    QObject::connect(&stream, &Stream::event, [&](const Event& event) { printEvent(context, event); });
    QObject::connect(&stream, &Stream::gap, [&] { context.screen.note("… some events are no longer kept"); });
    QObject::connect(&stream, &Stream::interrupted, [&](const Error& error, std::chrono::milliseconds) {
        context.screen.note("connecting again: " + plain(error.text()));
    });
    const auto start = [&](const std::function<void()>& leave) {
        QObject::connect(&stream, &Stream::failed, [&failure, leave](const Error& error) {
            failure = error;
            leave();
        });
        stream.start(arguments.after);
    };
    CHECK(session->wait(std::chrono::milliseconds(0), start));
    return failure ? Result<ExitCode>(std::move(*failure)) : Result<ExitCode>(ExitCode::ok);
}

}  // namespace

void addWatchCommands(CLI::App& app, Chosen& chosen) {
    const auto declare = [](CLI::App& command, WatchArguments& arguments) {
        command.add_option("--after", arguments.after, "From this event on, where it is still kept")
            ->check(CLI::NonNegativeNumber);
    };
    addCommand<WatchArguments>(app, chosen, "watch",
                               "What changes, as it changes, until Ctrl-C (--json: one object a line)", declare,
                               watchEvents);
}

}  // namespace signalbox::ctl
