// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/audience_completion.h"

#include <algorithm>
#include <array>

#include "core/filter/cursor.h"

namespace signalbox::manager {
namespace {

using filter::Cursor;
using filter::FieldKind;

constexpr std::size_t kMostItems = 50;
constexpr std::size_t kMostLookedAt = 100'000;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && filter::equalName(text.substr(0, word.size()), word);
}

bool contains(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

/// The words that hold what is there, those that begin so first; otherwise in the order given.
std::vector<std::string> fitting(std::vector<std::string> words, std::string_view word) {
    std::erase_if(words, [word](const std::string& one) { return !contains(one, word); });
    std::stable_partition(words.begin(), words.end(), [word](const std::string& one) { return begins(one, word); });
    if (words.size() > kMostItems) words.resize(kMostItems);
    return words;
}

std::string quoted(const std::string& value) {
    filter::Comparison comparison;
    comparison.field = {FieldKind::tag, value};
    comparison.values.emplace_back("x");
    const std::string printed = filter::print({std::move(comparison)});
    return printed.substr(4, printed.size() - 4 - 3);  // tag.<value>==x
}

std::vector<std::string> fields(const World& world) {
    std::vector<std::string> names{"name", "controllerId", "platform", "cluster", "lastContact", "audience"};
    const std::array<std::pair<const char*, FieldKind>, 3> keyed{
        {{"tag.", FieldKind::tag}, {"attribute.", FieldKind::attribute}, {"installed.", FieldKind::installed}}};
    for (const auto& [prefix, kind] : keyed)
        for (const std::string& key : world.fleet.keys(kind))
            names.push_back(prefix + quoted(key));
    return names;
}

std::vector<std::string> valuesOf(const World& world, const filter::Field& field) {
    std::vector<std::string> values;
    switch (field.kind) {
        case FieldKind::cluster:
            for (const auto& [id, cluster] : world.clusters)
                values.push_back(cluster.name);
            return values;
        case FieldKind::audience:
            for (const auto& [id, saved] : world.savedAudiences)
                values.push_back(saved.name);
            return values;
        case FieldKind::lastContact:
            return {"15m", "1h", "12h", "1d", "7d", "30d"};
        default:
            return world.fleet.values(field, kMostLookedAt);
    }
}

std::optional<std::uint64_t> countOf(const World& world, const filter::Field& field, const std::string& value,
                                     TimePoint now) {
    if (field.kind == FieldKind::lastContact || field.kind == FieldKind::audience) return std::nullopt;
    filter::Comparison comparison;
    comparison.field = field;
    comparison.op = filter::Operator::in;
    comparison.values.push_back(value);
    const auto matched = world.fleet.select({std::move(comparison)}, world.fleetContext(now));
    return matched ? std::optional(matched->count()) : std::nullopt;
}

std::vector<std::string> operatorsOf(FieldKind kind) {
    if (kind == FieldKind::audience) return {"==", "=in="};
    if (kind == FieldKind::lastContact) return {"=lt=", "=gt=", "=le=", "=ge="};
    return {"==", "!=", "=in=", "=out=", "=lt=", "=le=", "=gt=", "=ge="};
}

}  // namespace

Completions completeAudience(const World& world, std::string_view text, std::size_t position, TimePoint now) {
    const Cursor cursor = filter::cursorAt(text, position);
    Completions found{{}, cursor.begin, std::min(position, text.size()), {}};
    const auto take = [&found, &cursor](std::vector<std::string> words) {
        for (std::string& word : fitting(std::move(words), cursor.word))
            found.items.push_back({std::move(word), std::nullopt});
    };
    switch (cursor.wanted) {
        case Cursor::Wanted::field:
            found.wanted = "field";
            take(fields(world));
            break;
        case Cursor::Wanted::op:
            found.wanted = "operator";
            take(operatorsOf(cursor.field.kind));
            break;
        case Cursor::Wanted::list:
            found.wanted = "list";
            found.items.push_back({"(", std::nullopt});
            break;
        case Cursor::Wanted::joiner:
            found.wanted = "joiner";
            take({";", ","});
            break;
        case Cursor::Wanted::value:
            found.wanted = "value";
            for (const std::string& value : fitting(valuesOf(world, cursor.field), cursor.word))
                found.items.push_back({quoted(value), countOf(world, cursor.field, value, now)});
            break;
    }
    return found;
}

}  // namespace signalbox::manager
