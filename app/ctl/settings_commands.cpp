// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/base/file_system.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
namespace json = boost::json;

struct DdiArguments {
    std::string targetToken;
    std::string clientCa;
    std::vector<std::string> proxies;
    std::vector<std::string> authorities;
    std::string cluster;
    std::string platform;
};

struct StorageArguments {
    std::string retention;
    std::string registryCheck;
};

struct GatewayTokenArguments {
    bool remove = false;
    bool yes = false;
};

std::string listOf(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + plain(text);
    return all.empty() ? "none" : all;
}

void printDdi(Context& context, const DdiSettings& settings) {
    context.screen.print(
        listing({{"terminals' own tokens", settings.targetToken ? "yes" : "no"},
                 {"gateway token", settings.gatewayToken ? "set" : "none"},
                 {"client certificates", settings.clientCaPem.empty() ? "no" : "yes"},
                 {"proxies believed", listOf(settings.proxies)},
                 {"proxies' authorities", listOf(settings.proxyAuthorities)},
                 {"new terminals' cluster", settings.newCluster},
                 {"new terminals' platform",
                  settings.newPlatform.empty() ? "none: they must be known already" : plain(settings.newPlatform)}}));
}

Result<ExitCode> showDdi(Context& context, const NoArguments&) {
    return showAnswer<DdiSettings>(context, calls::ddiSettings(),
                                   [&](const DdiSettings& settings) { printDdi(context, settings); });
}

/// A list that is given as one empty text is emptied.
json::array arrayOf(const std::vector<std::string>& texts) {
    json::array array;
    for (const std::string& text : texts)
        if (!text.empty()) array.emplace_back(text);
    return array;
}

Result<ExitCode> changeDdi(Context& context, const DdiArguments& arguments) {
    constexpr std::size_t kMostPem = 64 << 10;
    json::object changes;
    if (!arguments.targetToken.empty()) changes["targetToken"] = arguments.targetToken == "on";
    if (arguments.clientCa == "none") changes["clientCaPem"] = "";
    if (!arguments.clientCa.empty() && arguments.clientCa != "none") {
        TRY(const std::string pem, readFile(arguments.clientCa, kMostPem));
        changes["clientCaPem"] = pem;
    }
    if (!arguments.proxies.empty()) changes["proxies"] = arrayOf(arguments.proxies);
    if (!arguments.authorities.empty()) changes["proxyAuthorities"] = arrayOf(arguments.authorities);
    if (!arguments.cluster.empty()) changes["newCluster"] = arguments.cluster;
    if (!arguments.platform.empty()) changes["newPlatform"] = arguments.platform == "none" ? "" : arguments.platform;
    if (changes.empty()) return makeError(BaseErrc::invalidArgument, "say what is to change; --help lists it");
    const bool certificates = changes.contains("clientCaPem");
    return showAnswer<DdiSettings>(context, calls::changeDdiSettings(std::move(changes)),
                                   [&](const DdiSettings& settings) {
                                       printDdi(context, settings);
                                       if (certificates)
                                           context.screen.note("Client certificates: from the manager's next start.");
                                   });
}

Result<ExitCode> gatewayToken(Context& context, const GatewayTokenArguments& arguments) {
    CHECK(context.screen.confirm("Whoever has the gateway token now is locked out at once. Go on?", arguments.yes));
    if (arguments.remove)
        return showAnswer<adminclient::Nothing>(context, calls::removeGatewayToken(), [&](const adminclient::Nothing&) {
            context.screen.print("There is no gateway token any more.\n");
        });
    return showAnswer<adminclient::GatewayToken>(
        context, calls::makeGatewayToken(), [&](const adminclient::GatewayToken& made) {
            context.screen.note("The gateway token, which cannot be shown again:");
            context.screen.print(plain(made.token) + "\n");
        });
}

void printStorage(Context& context, const adminclient::StorageSettings& settings) {
    const auto text = [](std::int64_t seconds, const char* none) {
        return seconds == 0 ? none : durationText(Seconds(seconds));
    };
    context.screen.print(listing({{"withdrawn releases stay", text(settings.retentionSeconds, "not at all")},
                                  {"registries are read back every", text(settings.registryCheckSeconds, "never")}}));
}

Result<ExitCode> showStorage(Context& context, const NoArguments&) {
    return showAnswer<adminclient::StorageSettings>(
        context, calls::storageSettings(),
        [&](const adminclient::StorageSettings& settings) { printStorage(context, settings); });
}

Result<ExitCode> changeStorage(Context& context, const StorageArguments& arguments) {
    json::object changes;
    if (!arguments.retention.empty()) {
        TRY(const Seconds retention, parseDuration(arguments.retention));
        changes["retentionSeconds"] = std::int64_t{retention.count()};
    }
    if (!arguments.registryCheck.empty()) {
        TRY(const Seconds check, parseDuration(arguments.registryCheck));
        changes["registryCheckSeconds"] = std::int64_t{check.count()};
    }
    if (changes.empty()) return makeError(BaseErrc::invalidArgument, "say what is to change; --help lists it");
    return showAnswer<adminclient::StorageSettings>(
        context, calls::changeStorageSettings(std::move(changes)),
        [&](const adminclient::StorageSettings& settings) { printStorage(context, settings); });
}

struct AddressArguments {
    std::vector<std::string> urls;
    bool none = false;
};

Result<ExitCode> addresses(Context& context, const AddressArguments& arguments) {
    using adminclient::ManagerAddressesInfo;
    const auto text = [&](const ManagerAddressesInfo& addresses) {
        context.screen.print(listing({{"named", listOf(addresses.urls)},
                                      {"terminals are told", listOf(addresses.told)},
                                      {"since", when(addresses.changedAt)},
                                      {"have polled since", std::to_string(addresses.heardSince) + " of " +
                                                                std::to_string(addresses.terminals)}}));
    };
    if (arguments.urls.empty() && !arguments.none)
        return showAnswer<ManagerAddressesInfo>(context, calls::managerAddresses(), text);
    return showAnswer<ManagerAddressesInfo>(context, calls::changeManagerAddresses(arguments.urls), text);
}

void addAddressCommands(CLI::App& app, Chosen& chosen) {
    const auto declare = [](CLI::App& command, AddressArguments& arguments) {
        CLI::Option* urls = command.add_option("URL", arguments.urls, "https://host:port, in the order to be tried");
        command.add_flag("--none", arguments.none, "Only where it is now")->excludes(urls);
    };
    addCommand<AddressArguments>(app, chosen, "addresses",
                                 "Where terminals look for the manager when it does not answer; name the next before "
                                 "it moves",
                                 declare, addresses);
}

}  // namespace

void addSettingsCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* storage = addGroup(app, "storage", "How long packages are kept, and how they are looked after");
    const auto kept = [](CLI::App& command, StorageArguments& arguments) {
        command.add_option("--retention", arguments.retention,
                           "Packages of a withdrawn release stay so long on nodes and manager, for example 30d");
        command.add_option("--registry-check", arguments.registryCheck,
                           "Between two readings of what registries of other makers hold, for example 1d; 0s: none");
    };
    addCommand<NoArguments>(*storage, chosen, "show", "As it is", {}, showStorage);
    addCommand<StorageArguments>(*storage, chosen, "set", "Change it; what is not named stays", kept, changeStorage);
    addAddressCommands(app, chosen);
    CLI::App* group = addGroup(app, "ddi", "Which DDI clients may come in, beside those with a token of their own");
    const auto changed = [](CLI::App& command, DdiArguments& arguments) {
        command.add_option("--target-token", arguments.targetToken, "Terminals' own tokens: on or off")
            ->check(CLI::IsMember({"on", "off"}));
        command.add_option("--client-ca", arguments.clientCa,
                           "A PEM file: certificates of this CA let the terminal in that is their CN; none: off");
        command
            .add_option("--proxy", arguments.proxies,
                        "The IP address of a reverse proxy that is believed, once for each; \"\": none")
            ->allow_extra_args(false);
        command
            .add_option("--authority", arguments.authorities,
                        "What a proxy's X-Authority must name, once for each; \"\": off")
            ->allow_extra_args(false);
        command.add_option("--new-cluster", arguments.cluster, "Where terminals go that a gateway brings");
        command.add_option("--new-platform", arguments.platform, "Their platform; none: they must be known already");
    };
    const auto token = [](CLI::App& command, GatewayTokenArguments& arguments) {
        command.add_flag("--remove", arguments.remove, "Have none");
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<NoArguments>(*group, chosen, "show", "As it is", {}, showDdi);
    addCommand<DdiArguments>(*group, chosen, "set", "Change it; what is not named stays", changed, changeDdi);
    addCommand<GatewayTokenArguments>(*group, chosen, "gateway-token",
                                      "A new token, with which one client speaks for many terminals", token,
                                      gatewayToken);
}

}  // namespace signalbox::ctl
