// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "app/ctl/commands.h"

/// Helpers for the files that declare commands; included by .cpp files only, because CLI11 is heavy.
namespace signalbox::ctl {

/// Declares one command: `declare` adds options bound to a fresh Arguments, `run` gets them when it was chosen.
template <class Arguments>
CLI::App* addCommand(CLI::App& group, Chosen& chosen, const std::string& name, const std::string& about,
                     const std::function<void(CLI::App&, Arguments&)>& declare,
                     std::function<Result<ExitCode>(Context&, const Arguments&)> run) {
    CLI::App* command = group.add_subcommand(name, about);
    auto arguments = std::make_shared<Arguments>();
    if (declare) declare(*command, *arguments);
    command->callback([&chosen, arguments, run = std::move(run)] {
        chosen.run = [arguments, run](Context& context) { return run(context, *arguments); };
    });
    return command;
}

struct NoArguments {};

inline CLI::App* addGroup(CLI::App& app, const std::string& name, const std::string& about) {
    CLI::App* group = app.add_subcommand(name, about);
    group->require_subcommand(1);
    return group;
}

}  // namespace signalbox::ctl
