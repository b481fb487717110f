// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include <algorithm>

namespace signalbox::ctl {
namespace {

bool isTagRemoval(const std::string& argument) {
    return argument.size() > 1 && argument[0] == '-' && argument[1] != '-' && argument != "-h";
}

}  // namespace

std::vector<std::string> parserArguments(const std::vector<std::string>& commandLine) {
    std::vector<std::string> arguments(commandLine.begin() + (commandLine.empty() ? 0 : 1), commandLine.end());
    const auto isTag = [](const std::string& first, const std::string& second) {
        return first == "terminal" && second == "tag";
    };
    const auto found = std::adjacent_find(arguments.begin(), arguments.end(), isTag);
    if (found != arguments.end()) {
        for (auto argument = found + 2; argument != arguments.end(); ++argument)
            if (isTagRemoval(*argument)) *argument = "--remove=" + argument->substr(1);
    }
    std::reverse(arguments.begin(), arguments.end());
    return arguments;
}

}  // namespace signalbox::ctl
