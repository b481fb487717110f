// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "core/base/log.h"
#include "core/model/names.h"
#include "core/package/recipe_file.h"
#include "core/package/recipe_rules.h"

namespace signalbox::package {
namespace {

/// A dotted key nests a table a dot, and toml++ takes tables down recursively, some 300 bytes of stack each: 64 KiB of
/// dots end a thread, this does not.
constexpr std::size_t kMaxToml = 16384;

Error errorAt(const toml::source_position& at, std::string_view what) {
    return makeError(BaseErrc::malformed, fmt::format("recipe line {}, column {}: {}", at.line, at.column, what));
}

Error errorAt(const toml::node& node, std::string_view what) {
    return errorAt(node.source().begin, what);
}

Result<std::string> textOfNode(const toml::node& node, std::string_view name) {
    const auto* text = node.as_string();
    if (text == nullptr) return errorAt(node, fmt::format("'{}' must be text in quotes", name));
    return text->get();
}

/// Every key must be one of `known`; the error names the first that is not.
Result<void> checkKeys(const toml::table& table, std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        return errorAt(key.source().begin, fmt::format("unknown key '{}', expected one of: {}",
                                                       printable(key.str(), 64), fmt::join(known, ", ")));
    }
    return {};
}

/// "60s", "5m", "1h".
Result<Seconds> timeoutOf(const toml::node& node) {
    TRY(const std::string text, textOfNode(node, "timeout"));
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [unit, error] = std::from_chars(text.data(), end, number);
    const std::int64_t scale = unit + 1 != end ? 0 : *unit == 's' ? 1 : *unit == 'm' ? 60 : *unit == 'h' ? 3600 : 0;
    if (error != std::errc() || scale == 0 || number < 1 || number > kMaxTimeout / scale)
        return errorAt(node, "'timeout' must be a time from \"1s\" to \"24h\", such as \"60s\", \"5m\" or \"1h\"");
    return Seconds(number * scale);
}

Result<std::vector<std::string>> argumentsOf(const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr || array->empty() || array->size() > kMaxArguments)
        return errorAt(node, "'command' must be a list of 1 to 256 texts, the program first");
    std::vector<std::string> arguments;
    for (const toml::node& item : *array) {
        TRY(std::string argument, textOfNode(item, "command"));
        if (!isArgument(argument) || (arguments.empty() && argument.empty()))
            return errorAt(item,
                           "each text of 'command' has at most 4096 bytes and no control characters, and the first "
                           "is not empty");
        arguments.push_back(std::move(argument));
    }
    return arguments;
}

Result<Command> commandOf(const toml::table& recipe, std::string_view name) {
    const toml::node* node = recipe.get(name);
    if (node == nullptr) return Command();
    const toml::table* table = node->as_table();
    if (table == nullptr) return errorAt(*node, fmt::format("'{}' must be a table: [{}]", name, name));
    CHECK(checkKeys(*table, {"command", "timeout"}));
    const toml::node* arguments = table->get("command");
    if (arguments == nullptr) return errorAt(*node, fmt::format("[{}] needs a 'command'", name));
    Command command;
    TRY(command.arguments, argumentsOf(*arguments));
    if (const toml::node* timeout = table->get("timeout")) {
        TRY(command.timeout, timeoutOf(*timeout));
    }
    return command;
}

/// Empty where it is missing.
Result<std::string> textOf(const toml::table& table, std::string_view name, bool (*fits)(std::string_view),
                           std::string_view wanted) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return std::string();
    TRY(std::string text, textOfNode(*node, name));
    if (!fits(text)) return errorAt(*node, fmt::format("'{}' must be {}", name, wanted));
    return text;
}

Result<PlacedFile> fileOf(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return errorAt(node, "'file' must be a list of tables: [[file]]");
    CHECK(checkKeys(*table, {"from", "to", "mode", "owner", "group"}));
    PlacedFile file;
    TRY(file.to, textOf(*table, "to", isAbsolutePath, "an absolute path without '.' and '..'"));
    if (file.to.empty()) return errorAt(node, "[[file]] needs a 'to': the path on the terminal");
    TRY(file.from, textOf(*table, "from", isPlainPath, "a path in the package without '.' and '..'"));
    if (file.from.empty()) file.from = file.to.substr(file.to.rfind('/') + 1);
    TRY(file.mode, textOf(*table, "mode", isFileMode, "octal permissions in quotes, such as \"0644\""));
    TRY(file.owner, textOf(*table, "owner", isUserName, "the name of a user"));
    TRY(file.group, textOf(*table, "group", isUserName, "the name of a group"));
    return file;
}

Result<std::vector<PlacedFile>> filesOf(const toml::table& recipe) {
    std::vector<PlacedFile> files;
    const toml::node* node = recipe.get("file");
    if (node == nullptr) return files;
    const toml::array* array = node->as_array();
    if (array == nullptr || array->size() > kMaxFiles)
        return errorAt(*node, "'file' must be a list of at most 64 tables: [[file]]");
    for (const toml::node& item : *array) {
        TRY(PlacedFile file, fileOf(item));
        const auto same = [&](const PlacedFile& other) { return other.to == file.to; };
        if (std::any_of(files.begin(), files.end(), same))
            return errorAt(item, fmt::format("two files for '{}'", printable(file.to, 128)));
        files.push_back(std::move(file));
    }
    return files;
}

Result<RebootRule> rebootOf(const toml::table& recipe) {
    RebootRule rule;
    const toml::node* node = recipe.get("reboot");
    if (node == nullptr) return rule;
    const toml::table* table = node->as_table();
    if (table == nullptr) return errorAt(*node, "'reboot' must be a table: [reboot]");
    CHECK(checkKeys(*table, {"when", "exit-code", "file"}));
    const toml::node* when = table->get("when");
    if (when == nullptr) return errorAt(*node, "[reboot] needs a 'when'");
    TRY(const std::string word, textOfNode(*when, "when"));
    const auto known = fromName<RebootWhen>(word == "exit-code" ? "exitCode" : word);
    if (!known || word == "exitCode")
        return errorAt(*when, "'when' must be \"never\", \"always\", \"exit-code\" or \"file\"");
    rule.when = *known;
    TRY(rule.file, textOf(*table, "file", isAbsolutePath, "an absolute path without '.' and '..'"));
    const toml::node* code = table->get("exit-code");
    if ((rule.when == RebootWhen::file) == rule.file.empty())
        return errorAt(*when, "'file' is there with when = \"file\", and only there");
    if ((rule.when == RebootWhen::exitCode) != (code != nullptr))
        return errorAt(*when, "'exit-code' is there with when = \"exit-code\", and only there");
    if (code == nullptr) return rule;
    const auto* number = code->as_integer();
    if (number == nullptr || number->get() < 1 || number->get() > static_cast<std::int64_t>(kMaxExitCode))
        return errorAt(*code, "'exit-code' must be a number from 1 to 65535");
    rule.exitCode = static_cast<std::uint64_t>(number->get());
    return rule;
}

Result<Recipe> recipeOf(const toml::table& table) {
    CHECK(checkKeys(table, {"kind", "user", "install", "roll-back", "restart", "run-check", "file", "reboot"}));
    Recipe recipe;
    const toml::node* kind = table.get("kind");
    if (kind == nullptr) return errorAt(toml::source_position{1, 1}, "'kind' is missing; write kind = \"tree\"");
    TRY(const std::string kindText, textOfNode(*kind, "kind"));
    const auto known = fromName<InstallKind>(kindText);
    if (!known) return errorAt(*kind, "'kind' must be \"tree\", \"file\", \"script\", \"deb\" or \"image\"");
    recipe.kind = *known;
    if (const toml::node* user = table.get("user")) {
        TRY(recipe.user, textOfNode(*user, "user"));
        if (!isUserName(recipe.user)) return errorAt(*user, "'user' must be the name of a user");
    }
    TRY(recipe.install, commandOf(table, "install"));
    TRY(recipe.rollBack, commandOf(table, "roll-back"));
    TRY(recipe.restart, commandOf(table, "restart"));
    TRY(recipe.runCheck, commandOf(table, "run-check"));
    TRY(recipe.files, filesOf(table));
    TRY(recipe.reboot, rebootOf(table));
    if (!hasItsCommands(recipe))
        return errorAt(
            *kind,
            "an \"image\" is installed by the terminal's own client: it takes no commands, no user and no reboot");
    if (!hasItsFiles(recipe)) return errorAt(*kind, "a \"file\" needs a [[file]]; other kinds take none");
    if (!hasItsScript(recipe))
        return errorAt(*kind, "a \"script\" needs an [install]; other kinds take neither [install] nor [roll-back]");
    return recipe;
}

}  // namespace

Result<Recipe> parseRecipeToml(std::string_view text) {
    if (text.size() > kMaxToml) return makeError(BaseErrc::malformed, "recipe above 16 KiB");
    try {
        const toml::table table = toml::parse(text);
        return recipeOf(table);
    } catch (const toml::parse_error& error) {
        return errorAt(error.source().begin, printable(error.description(), 256));
    }
}

}  // namespace signalbox::package
