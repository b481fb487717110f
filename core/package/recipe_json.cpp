// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "core/model/names.h"
#include "core/package/recipe_file.h"
#include "core/package/recipe_rules.h"
#include "core/trust/canonical_json.h"

namespace signalbox::package {
namespace {

namespace json = boost::json;

Error malformed(std::string_view where, std::string_view wanted) {
    return makeError(BaseErrc::malformed, "recipe: '" + std::string(where) + "' must be " + std::string(wanted));
}

Result<std::vector<std::string>> argumentsOf(const json::value* value, const std::string& where) {
    if (value == nullptr || !value->is_array() || value->get_array().empty() ||
        value->get_array().size() > kMaxArguments)
        return malformed(where, "an array of 1 to 256 strings");
    std::vector<std::string> arguments;
    for (const json::value& item : value->get_array()) {
        if (!item.is_string() || !isArgument(item.get_string()) || (arguments.empty() && item.get_string().empty()))
            return malformed(where + "[" + std::to_string(arguments.size()) + "]",
                             "a string of at most 4096 bytes without control characters");
        arguments.emplace_back(item.get_string());
    }
    return arguments;
}

Result<Command> commandOf(const json::object& recipe, std::string_view name) {
    const json::value* value = recipe.if_contains(name);
    if (value == nullptr) return Command();
    if (!value->is_object()) return malformed(name, "an object");
    const json::object& object = value->get_object();
    Command command;
    TRY(command.arguments, argumentsOf(object.if_contains("command"), std::string(name) + ".command"));
    const json::value* timeout = object.if_contains("timeoutSeconds");
    if (timeout == nullptr) return command;
    if (!timeout->is_int64() || timeout->get_int64() < 1 || timeout->get_int64() > kMaxTimeout)
        return malformed(std::string(name) + ".timeoutSeconds", "an integer from 1 to 86400");
    command.timeout = Seconds(timeout->get_int64());
    return command;
}

/// Empty where it is missing; `fits` where it is there.
Result<std::string> textOf(const json::object& object, std::string_view name, bool (*fits)(std::string_view),
                           const std::string& where, std::string_view wanted) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr) return std::string();
    if (!value->is_string() || !fits(value->get_string())) return malformed(where + "." + std::string(name), wanted);
    return std::string(value->get_string());
}

Result<PlacedFile> fileOf(const json::value& value, const std::string& where) {
    if (!value.is_object()) return malformed(where, "an object");
    const json::object& object = value.get_object();
    PlacedFile file;
    TRY(file.from, textOf(object, "from", isPlainPath, where, "a path in the package"));
    TRY(file.to, textOf(object, "to", isAbsolutePath, where, "an absolute path"));
    TRY(file.mode, textOf(object, "mode", isFileMode, where, "octal permissions such as 0644"));
    TRY(file.owner, textOf(object, "owner", isUserName, where, "the name of a user"));
    TRY(file.group, textOf(object, "group", isUserName, where, "the name of a group"));
    if (file.from.empty() || file.to.empty()) return malformed(where, "an object with 'from' and 'to'");
    return file;
}

Result<std::vector<PlacedFile>> filesOf(const json::object& recipe) {
    std::vector<PlacedFile> files;
    const json::value* value = recipe.if_contains("files");
    if (value == nullptr) return files;
    if (!value->is_array() || value->get_array().size() > kMaxFiles)
        return malformed("files", "an array of at most 64 objects");
    for (const json::value& item : value->get_array()) {
        TRY(PlacedFile file, fileOf(item, "files[" + std::to_string(files.size()) + "]"));
        files.push_back(std::move(file));
    }
    return files;
}

Result<RebootRule> rebootOf(const json::object& recipe) {
    RebootRule rule;
    const json::value* value = recipe.if_contains("reboot");
    if (value == nullptr) return rule;
    if (!value->is_object()) return malformed("reboot", "an object");
    const json::object& object = value->get_object();
    const json::value* when = object.if_contains("when");
    const auto known = when != nullptr && when->is_string() ? fromName<RebootWhen>(when->get_string()) : std::nullopt;
    if (!known) return makeError(BaseErrc::unsupported, "recipe with an unknown rule for a reboot");
    rule.when = *known;
    if (rule.when == RebootWhen::exitCode) {
        const json::value* code = object.if_contains("exitCode");
        if (code == nullptr || !code->is_int64() || code->get_int64() < 1 ||
            code->get_int64() > static_cast<std::int64_t>(kMaxExitCode))
            return malformed("reboot.exitCode", "an integer from 1 to 65535");
        rule.exitCode = static_cast<std::uint64_t>(code->get_int64());
    }
    if (rule.when == RebootWhen::file) {
        TRY(rule.file, textOf(object, "file", isAbsolutePath, "reboot", "an absolute path"));
        if (rule.file.empty()) return malformed("reboot.file", "an absolute path");
    }
    return rule;
}

json::object objectOf(const PlacedFile& file) {
    json::object object;
    object["from"] = file.from;
    object["to"] = file.to;
    if (!file.mode.empty()) object["mode"] = file.mode;
    if (!file.owner.empty()) object["owner"] = file.owner;
    if (!file.group.empty()) object["group"] = file.group;
    return object;
}

json::object objectOf(const RebootRule& rule) {
    json::object object;
    object["when"] = nameOf(rule.when);
    if (rule.when == RebootWhen::exitCode) object["exitCode"] = rule.exitCode;
    if (rule.when == RebootWhen::file) object["file"] = rule.file;
    return object;
}

Result<void> checkCommand(const Command& command, const std::string& name) {
    if (command.arguments.size() > kMaxArguments) return malformed(name + ".arguments", "at most 256 strings");
    for (std::size_t i = 0; i < command.arguments.size(); ++i)
        if (!isArgument(command.arguments[i]) || (i == 0 && command.arguments[i].empty()))
            return malformed(name + ".arguments[" + std::to_string(i) + "]",
                             "a string of at most 4096 bytes without control characters");
    if (!command.arguments.empty() && (command.timeout < Seconds(1) || command.timeout > Seconds(kMaxTimeout)))
        return malformed(name + ".timeoutSeconds", "an integer from 1 to 86400");
    return {};
}

json::object objectOf(const Command& command) {
    json::object object;
    object["command"] = json::array(command.arguments.begin(), command.arguments.end());
    object["timeoutSeconds"] = command.timeout.count();
    return object;
}

}  // namespace

std::string recipeToJson(const Recipe& recipe) {
    json::object object;
    object["kind"] = nameOf(recipe.kind);
    if (!recipe.user.empty()) object["user"] = recipe.user;
    if (!recipe.install.arguments.empty()) object["install"] = objectOf(recipe.install);
    if (!recipe.rollBack.arguments.empty()) object["rollBack"] = objectOf(recipe.rollBack);
    if (!recipe.restart.arguments.empty()) object["restart"] = objectOf(recipe.restart);
    if (!recipe.runCheck.arguments.empty()) object["runCheck"] = objectOf(recipe.runCheck);
    if (!recipe.files.empty()) {
        json::array files;
        for (const PlacedFile& file : recipe.files)
            files.push_back(objectOf(file));
        object["files"] = std::move(files);
    }
    if (recipe.reboot.when != RebootWhen::never) object["reboot"] = objectOf(recipe.reboot);
    return trust::canonicalJson(object).value();
}

Result<void> checkRecipe(const Recipe& recipe) {
    CHECK(checkCommand(recipe.install, "install"));
    CHECK(checkCommand(recipe.rollBack, "rollBack"));
    CHECK(checkCommand(recipe.restart, "restart"));
    CHECK(checkCommand(recipe.runCheck, "runCheck"));
    if (!recipe.user.empty() && !isUserName(recipe.user)) return malformed("user", "the name of a user");
    if (!hasItsCommands(recipe)) return malformed("kind", "tree or script: an image takes no commands and no user");
    if (!hasItsScript(recipe)) {
        if (recipe.kind == InstallKind::script) return malformed("install", "there for a script");
        return malformed(recipe.install.arguments.empty() ? "rollBack" : "install", "left out but for a script");
    }
    // And whatever else terminals go by.
    auto read = recipeFromJson(recipeToJson(recipe));
    return read ? Result<void>() : Result<void>(std::move(read).error());
}

Result<Recipe> recipeFromJson(std::string_view text) {
    if (text.size() > kMaxRecipe) return makeError(BaseErrc::malformed, "recipe above 64 KiB");
    json::error_code error;
    const json::value value = json::parse(text, error);
    if (error) return makeError(BaseErrc::malformed, "recipe is no JSON: " + error.message());
    if (!value.is_object()) return makeError(BaseErrc::malformed, "recipe is no JSON object");
    const json::object& object = value.get_object();
    const json::value* kind = object.if_contains("kind");
    if (kind == nullptr || !kind->is_string()) return malformed("kind", "a string");
    const auto known = fromName<InstallKind>(kind->get_string());
    if (!known) return makeError(BaseErrc::unsupported, "recipe of an unknown kind");
    Recipe recipe;
    recipe.kind = *known;
    if (const json::value* user = object.if_contains("user")) {
        if (!user->is_string() || !isUserName(user->get_string())) return malformed("user", "the name of a user");
        recipe.user = user->get_string();
    }
    if (recipe.kind == InstallKind::script) {
        TRY(recipe.install, commandOf(object, "install"));
        TRY(recipe.rollBack, commandOf(object, "rollBack"));
    }
    TRY(recipe.restart, commandOf(object, "restart"));
    TRY(recipe.runCheck, commandOf(object, "runCheck"));
    TRY(recipe.reboot, rebootOf(object));
    if (recipe.kind == InstallKind::file) {
        TRY(recipe.files, filesOf(object));
    }
    if (!hasItsCommands(recipe)) return malformed("kind", "an image without commands, user and reboot");
    if (!hasItsFiles(recipe)) return malformed("files", "1 to 64 files, each at a place of its own");
    if (!hasItsScript(recipe)) return malformed("install", "there for a script");
    return recipe;
}

}  // namespace signalbox::package
