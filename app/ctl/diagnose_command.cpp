// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/serialize.hpp>
#include <filesystem>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/base/file_system.h"

namespace signalbox::ctl {
namespace {

namespace json = boost::json;
namespace calls = adminclient::calls;
using adminclient::DiagnosticsInfo;

constexpr std::chrono::milliseconds kLookEvery{1000};

struct DiagnoseArguments {
    std::string id;
    std::string output;
    std::string patience = "15m";
    bool last = false;
    bool forget = false;
    bool noWait = false;
};

std::string textAt(const json::object& object, std::string_view name) {
    const json::value* found = object.if_contains(name);
    return found && found->is_string() ? plain(std::string(found->get_string())) : std::string();
}

/// The answer to the request, or what is kept where only that is wanted.
Result<DiagnosticsInfo> awaitAnswer(Context& context, const DiagnoseArguments& arguments, DiagnosticsInfo known) {
    TRY(Session * session, context.session());
    TRY(const Seconds patience, parseDuration(arguments.patience));
    const auto end = std::chrono::steady_clock::now() + patience;
    while (known.state == "requested") {
        if (std::chrono::steady_clock::now() >= end)
            return makeError(BaseErrc::timedOut,
                             "the terminal has not polled since; the request stands, see terminal diagnose --last");
        context.screen.status("waiting for the next poll of " + plain(arguments.id) + " …");
        CHECK(session->wait(kLookEvery));
        TRY(known, session->ask(calls::diagnostics(arguments.id)));
    }
    context.screen.clearStatus();
    if (known.state == "failed") return makeError(BaseErrc::wrongState, "no diagnostics: " + known.problem);
    return known;
}

void printBundle(Context& context, const DiagnosticsInfo& info, const json::object& bundle) {
    context.screen.note("Diagnostics of " + localTime(*info.bundleAt) + ", " + byteCount(info.bundleSize));
    const json::value* diagnosis = bundle.if_contains("diagnosis");
    const json::value* checks =
        diagnosis && diagnosis->is_object() ? diagnosis->get_object().if_contains("checks") : nullptr;
    Table table({{"VERDICT"}, {"CHECK"}, {"TEXT", Table::Align::left, 40}});
    if (checks && checks->is_array())
        for (const json::value& check : checks->get_array())
            if (check.is_object())
                table.add({textAt(check.get_object(), "verdict"), textAt(check.get_object(), "check"),
                           textAt(check.get_object(), "text")});
    context.screen.print(table, "The bundle has no checks.");
    const json::value* log = bundle.if_contains("log");
    if (!log || !log->is_array() || log->get_array().empty()) return;
    context.screen.print("\n");
    constexpr std::size_t kShown = 20;
    const json::array& lines = log->get_array();
    for (std::size_t i = lines.size() > kShown ? lines.size() - kShown : 0; i < lines.size(); ++i)
        if (lines[i].is_object())
            context.screen.print(textAt(lines[i].get_object(), "time") + " " + textAt(lines[i].get_object(), "level") +
                                 " " + textAt(lines[i].get_object(), "text") + "\n");
    if (lines.size() > kShown)
        context.screen.note("… the last " + std::to_string(kShown) + " of " + std::to_string(lines.size()) +
                            " lines of its log; --output FILE has all");
}

Result<ExitCode> diagnose(Context& context, const DiagnoseArguments& arguments) {
    TRY(Session * session, context.session());
    if (arguments.noWait)
        return showAnswer<DiagnosticsInfo>(context, calls::askDiagnostics(arguments.id), [&](const DiagnosticsInfo&) {
            context.screen.print("Asked. It answers at its next poll; see terminal diagnose --last.\n");
        });
    if (arguments.forget)
        return showAnswer<adminclient::Nothing>(
            context, calls::forgetDiagnostics(arguments.id),
            [&](const adminclient::Nothing&) { context.screen.print("Nothing of it is kept any more.\n"); });
    TRY(DiagnosticsInfo info,
        session->ask(arguments.last ? calls::diagnostics(arguments.id) : calls::askDiagnostics(arguments.id)));
    if (!arguments.last) {
        TRY(info, awaitAnswer(context, arguments, std::move(info)));
    }
    if (!info.bundleAt)
        return makeError(BaseErrc::notFound, info.state == "requested" ? "it was asked and has not answered yet"
                                                                       : "no diagnostics are kept: " + info.problem);
    TRY(const json::object bundle, session->ask(calls::diagnosticsBundle(arguments.id)));
    if (!arguments.output.empty()) {
        const std::string text = json::serialize(bundle) + "\n";
        CHECK(replaceFile(nativeFileSystem(), std::filesystem::absolute(arguments.output), bytesOf(text), 0600));
        context.screen.note("Written to " + plain(arguments.output) + ".");
        return ExitCode::ok;
    }
    if (context.screen.json())
        context.screen.document(bundle);
    else
        printBundle(context, info, bundle);
    return ExitCode::ok;
}

void declareDiagnose(CLI::App& command, DiagnoseArguments& arguments) {
    command.add_option("ID", arguments.id, "The terminal's controller id")->required();
    command.add_option("--output", arguments.output, "Write the bundle, with all of the log, to this file");
    command.add_option("--patience", arguments.patience, "How long to wait for its next poll")->capture_default_str();
    auto* const last = command.add_flag("--last", arguments.last, "Show what it sent last; do not ask");
    command.add_flag("--no-wait", arguments.noWait, "Ask, and do not wait for the answer")->excludes(last);
    command.add_flag("--forget", arguments.forget, "Drop the request and what is kept of it")->excludes(last);
}

}  // namespace

void addDiagnoseCommand(CLI::App& terminal, Chosen& chosen) {
    addCommand<DiagnoseArguments>(terminal, chosen, "diagnose",
                                  "Ask a terminal to check itself, and show what it found (signalbox-terminal only)",
                                  declareDiagnose, diagnose);
}

}  // namespace signalbox::ctl
