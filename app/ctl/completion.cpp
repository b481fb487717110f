// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/completion.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "app/ctl/plain_text.h"

namespace signalbox::ctl {
namespace {

/// Groups whose commands take the name of such a thing first.
constexpr std::array<std::string_view, 7> kKinds = {"cluster", "node",       "terminal", "release",
                                                    "rollout", "deployment", "account"};
/// Options that take one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOptionKinds = {
    {{"cluster", "cluster"}, {"release", "release"}, {"to", "release"}, {"node", "node"}}};

const CLI::App* commandOf(const CLI::App& app, const std::string& name) {
    for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; }))
        if (command->get_name() == name) return command;
    return nullptr;
}

bool takesValue(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

/// An option by how it is written, "--name" or "-n", of the command or of one around it.
const CLI::Option* optionOf(const CLI::App* app, std::string_view word) {
    for (; app; app = app->get_parent())
        for (const CLI::Option* const option : app->get_options()) {
            const bool isLong = word.starts_with("--");
            const auto& names = isLong ? option->get_lnames() : option->get_snames();
            const std::string_view name = word.substr(isLong ? 2 : 1);
            if (std::find(names.begin(), names.end(), name) != names.end()) return option;
        }
    return nullptr;
}

/// Where the words before the last one lead.
struct Place {
    const CLI::App* command = nullptr;
    const CLI::Option* value = nullptr;  ///< whose value comes next
    std::size_t positionals = 0;
};

Place walk(const CLI::App& app, const std::vector<std::string>& words) {
    Place place{&app, nullptr, 0};
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const std::string& word = words[at];
        if (std::exchange(place.value, nullptr)) continue;
        if (word.size() > 1 && word.front() == '-') {
            const CLI::Option* const option = optionOf(place.command, word);
            if (option && takesValue(*option)) place.value = option;
        } else if (const CLI::App* const next = commandOf(*place.command, word)) {
            place = {next, nullptr, 0};
        } else {
            ++place.positionals;
        }
    }
    return place;
}

/// The words of "TEXT:{debug,info}", which is how a closed list is told.
std::vector<Candidate> listedValues(const CLI::Option& option) {
    std::vector<Candidate> values;
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return values;
    for (std::size_t begin = open + 1; begin < close;) {
        const std::size_t end = std::min(type.find(',', begin), close);
        values.push_back({type.substr(begin, end - begin), {}});
        begin = end + 1;
    }
    return values;
}

std::vector<Candidate> valuesOf(const CLI::Option& option, const NamesOf& namesOf) {
    std::vector<Candidate> values = listedValues(option);
    if (!values.empty()) return values;
    for (const std::string& name : option.get_lnames())
        for (const auto& [optionName, kind] : kOptionKinds)
            if (name == optionName) return namesOf(kind);
    return values;
}

std::vector<Candidate> optionsOf(const CLI::App* app) {
    std::vector<Candidate> options;
    for (; app; app = app->get_parent())
        for (const CLI::Option* const option : app->get_options())
            for (const std::string& name : option->get_lnames())
                options.push_back({"--" + name, option->get_description()});
    return options;
}

/// What the next word that is neither command nor option would be.
const CLI::Option* positionalOf(const Place& place) {
    std::size_t left = place.positionals;
    for (const CLI::Option* const option : place.command->get_options())
        if (option->get_positional() && left-- == 0) return option;
    return nullptr;
}

std::vector<Candidate> wordsAt(const Place& place, const NamesOf& namesOf) {
    std::vector<Candidate> words;
    for (const CLI::App* const command : place.command->get_subcommands([](const CLI::App*) { return true; }))
        words.push_back({command->get_name(), command->get_description()});
    const CLI::Option* const positional = positionalOf(place);
    if (!words.empty() || !positional) return words;
    words = listedValues(*positional);
    const CLI::App* const group = place.command->get_parent();
    const bool named = group && std::find(kKinds.begin(), kKinds.end(), group->get_name()) != kKinds.end();
    if (words.empty() && named && place.positionals == 0 && place.command->get_name() != "create")
        words = namesOf(group->get_name());
    return words;
}

}  // namespace

std::vector<Candidate> complete(const CLI::App& app, const std::vector<std::string>& words, const NamesOf& namesOf) {
    if (words.empty()) return {};
    const Place place = walk(app, words);
    std::string_view begun = words.back();
    std::string before;  // "--name=" where value and name are one word
    std::vector<Candidate> candidates;
    if (place.value) {
        candidates = valuesOf(*place.value, namesOf);
    } else if (const auto equals = begun.find('='); begun.starts_with("--") && equals != std::string_view::npos) {
        const CLI::Option* const option = optionOf(place.command, begun.substr(0, equals));
        before = std::string(begun.substr(0, equals + 1));
        begun.remove_prefix(equals + 1);
        if (option) candidates = valuesOf(*option, namesOf);
    } else {
        candidates = begun.starts_with('-') ? optionsOf(place.command) : wordsAt(place, namesOf);
    }
    std::erase_if(candidates, [begun](const Candidate& candidate) { return !candidate.text.starts_with(begun); });
    for (Candidate& candidate : candidates)
        candidate.text.insert(0, before);
    return candidates;
}

std::string candidateLines(const std::vector<Candidate>& candidates) {
    std::string lines;
    for (const Candidate& candidate : candidates) {
        lines += plain(candidate.text);
        if (!candidate.about.empty()) lines += '\t' + plain(candidate.about.substr(0, candidate.about.find('\n')));
        lines += '\n';
    }
    return lines;
}

}  // namespace signalbox::ctl
