// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace signalbox::ctl {

/// The command by which a shell asks what a command line could go on with; not in --help.
inline constexpr std::string_view kCompleteCommand = "__complete";

/// What could stand in the place of the last of some words.
struct Candidate {
    std::string text;
    std::string about;  ///< may be empty
};

/// The names of things of a kind ("node", "rollout" …) as the manager has them; empty where it cannot be asked.
using NamesOf = std::function<std::vector<Candidate>(std::string_view kind)>;

/// What could stand instead of the last of `words` (those behind the program's name), by the commands and options of
/// `app`: what begins as that word does. Nothing where a file's name belongs; the shell has those.
[[nodiscard]] std::vector<Candidate> complete(const CLI::App& app, const std::vector<std::string>& words,
                                              const NamesOf& namesOf);

/// One candidate a line, a tab before what it is about.
[[nodiscard]] std::string candidateLines(const std::vector<Candidate>& candidates);

}  // namespace signalbox::ctl
