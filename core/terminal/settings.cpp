// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The two files that people write: terminal.toml and attributes.toml.
#include <toml++/toml.h>

#include <sstream>

#include "core/terminal/data_folder.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {
namespace {

constexpr std::size_t kMaxFile = 256 << 10;
constexpr std::size_t kMaxEntries = 100;
constexpr std::int64_t kLeastBandwidth = 4096;  // slower, and servers take us for dead
constexpr std::int64_t kMostBandwidth = std::int64_t{1} << 40;
constexpr std::int64_t kMostSources = 8;

Error at(const toml::source_region& where, std::string what) {
    return makeError(BaseErrc::malformed, "line " + std::to_string(where.begin.line) + ", column " +
                                              std::to_string(where.begin.column) + ": " + std::move(what));
}

Result<toml::table> parse(std::string_view text) {
    if (text.size() > kMaxFile) return makeError(BaseErrc::tooLarge, "above 256 KiB");
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return at(error.source(), std::string(error.description()));
    }
}

Result<std::string> textOfNode(const toml::node& node, std::string_view key) {
    const auto* text = node.as_string();
    if (text == nullptr || text->get().size() > 4096)
        return at(node.source(), "'" + std::string(key) + "' must be a text of at most 4096 bytes");
    return text->get();
}

Result<std::vector<std::string>> textsOfNode(const toml::node& node, std::string_view key) {
    const toml::array* list = node.as_array();
    if (list == nullptr || list->size() > kMaxEntries)
        return at(node.source(), "'" + std::string(key) + "' must be a list of at most 100 texts");
    std::vector<std::string> texts;
    for (const toml::node& entry : *list) {
        TRY(std::string text, textOfNode(entry, key));
        texts.push_back(std::move(text));
    }
    return texts;
}

Result<std::int64_t> numberOfNode(const toml::node& node, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < least || number->get() > most)
        return at(node.source(), "'" + std::string(key) + "' must be a number from " + std::to_string(least) + " to " +
                                     std::to_string(most));
    return number->get();
}

Result<AdoptRule> adoptRuleOf(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return at(node.source(), "'adopt' must be a list of tables: [[adopt]]");
    AdoptRule rule;
    for (const auto& [key, value] : *table) {
        if (key == "product") {
            TRY(rule.product, textOfNode(value, "product"));
        } else if (key == "deb") {
            TRY(rule.deb, textOfNode(value, "deb"));
        } else if (key == "rpm") {
            TRY(rule.rpm, textOfNode(value, "rpm"));
        } else if (key == "version_file") {
            TRY(rule.versionFile, textOfNode(value, "version_file"));
        } else if (key == "run_check") {
            TRY(rule.runCheck, textsOfNode(value, "run_check"));
        } else {
            return at(key.source(), "unknown key '" + std::string(key.str().substr(0, 64)) + "'");
        }
    }
    const int ways = int(!rule.deb.empty()) + int(!rule.rpm.empty()) + int(!rule.versionFile.empty());
    if (ways != 1) return at(node.source(), "[[adopt]] needs one of 'deb', 'rpm' and 'version_file'");
    if (!rule.product.empty() && !isProductName(rule.product))
        return at(node.source(), "'product' is no product's name");
    const bool pattern = (rule.deb + rule.rpm).find_first_of("*?[") != std::string::npos;
    if (pattern && !rule.product.empty())
        return at(node.source(), "a pattern takes no 'product': each package is one of its own name");
    if (!rule.versionFile.empty() && rule.product.empty()) return at(node.source(), "'version_file' needs a 'product'");
    if (!rule.versionFile.empty() && !std::filesystem::path(rule.versionFile).is_absolute())
        return at(node.source(), "'version_file' must be an absolute path");
    return rule;
}

Result<std::vector<AdoptRule>> adoptRulesOf(const toml::node& node) {
    const toml::array* list = node.as_array();
    if (list == nullptr || list->size() > kMaxEntries)
        return at(node.source(), "'adopt' must be a list of at most 100 tables: [[adopt]]");
    std::vector<AdoptRule> rules;
    for (const toml::node& entry : *list) {
        TRY(AdoptRule rule, adoptRuleOf(entry));
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::string valueText(const toml::node& node) {
    std::ostringstream out;
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) out << number->get();
    if (const auto* number = node.as_floating_point()) out << number->get();
    if (const auto* truth = node.as_boolean()) out << (truth->get() ? "true" : "false");
    return out.str();
}

std::string tomlText(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            constexpr std::string_view digits = "0123456789ABCDEF";
            result += "\\u00";
            result += digits[byte >> 4];
            result += digits[byte & 15];
        } else {
            result += c;
        }
    }
    return result + "\"";
}

std::string tomlList(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "" : ", ") + tomlText(text);
    return list;
}

std::string adoptText(const AdoptRule& rule) {
    std::string text = "[[adopt]]\n";
    if (!rule.product.empty()) text += "product = " + tomlText(rule.product) + "\n";
    if (!rule.deb.empty()) text += "deb = " + tomlText(rule.deb) + "\n";
    if (!rule.rpm.empty()) text += "rpm = " + tomlText(rule.rpm) + "\n";
    if (!rule.versionFile.empty()) text += "version_file = " + tomlText(rule.versionFile) + "\n";
    if (!rule.runCheck.empty()) text += "run_check = [" + tomlList(rule.runCheck) + "]\n";
    return text;
}

}  // namespace

Result<Settings> parseSettings(std::string_view text) {
    TRY(const toml::table table, parse(text));
    Settings settings;
    for (const auto& [key, node] : table) {
        if (key == "root") {
            TRY(settings.root, textOfNode(node, "root"));
        } else if (key == "name") {
            TRY(settings.name, textOfNode(node, "name"));
        } else if (key == "platform") {
            TRY(settings.platform, textOfNode(node, "platform"));
        } else if (key == "allow_root") {
            TRY(settings.allowRoot, textsOfNode(node, "allow_root"));
        } else if (key == "channels") {
            TRY(settings.channels, textsOfNode(node, "channels"));
        } else if (key == "proxy") {
            TRY(settings.proxy, textOfNode(node, "proxy"));
        } else if (key == "no_proxy") {
            TRY(settings.noProxy, textsOfNode(node, "no_proxy"));
        } else if (key == "bandwidth_limit") {
            TRY(const std::int64_t limit, numberOfNode(node, "bandwidth_limit", kLeastBandwidth, kMostBandwidth));
            settings.bandwidthLimit = static_cast<std::uint64_t>(limit);
        } else if (key == "download_sources") {
            TRY(const std::int64_t sources, numberOfNode(node, "download_sources", 1, kMostSources));
            settings.downloadSources = static_cast<unsigned>(sources);
        } else if (key == "system_root") {
            TRY(settings.systemRoot, textOfNode(node, "system_root"));
        } else if (key == "adopt") {
            TRY(settings.adopt, adoptRulesOf(node));
        } else if (key == "reboot_command") {
            TRY(settings.rebootCommand, textsOfNode(node, "reboot_command"));
        } else {
            return at(key.source(), "unknown key '" + std::string(key.str().substr(0, 64)) + "'");
        }
    }
    if (!settings.root.is_absolute()) return makeError(BaseErrc::malformed, "'root' must be an absolute path");
    if (!settings.systemRoot.is_absolute())
        return makeError(BaseErrc::malformed, "'system_root' must be an absolute path");
    if (settings.platform.empty()) return makeError(BaseErrc::malformed, "'platform' is missing");
    CHECK(proxyOf(settings));
    return settings;
}

std::string settingsText(const Settings& settings) {
    std::string adopted;
    std::string text = "# Products are installed below this folder.\nroot = " + tomlText(settings.root.string()) +
                       "\nname = " + tomlText(settings.name) + "\nplatform = " + tomlText(settings.platform) +
                       "\n# Products whose recipes may run commands as root on this machine.\nallow_root = [";
    text += tomlList(settings.allowRoot) + "]\n";
    if (!settings.channels.empty())
        text += "# Releases of other channels are not installed, whoever signed them.\nchannels = [" +
                tomlList(settings.channels) + "]\n";
    if (!settings.proxy.empty()) {
        text +=
            "# The way to the manager and the nodes, but for those in no_proxy.\nproxy = " + tomlText(settings.proxy) +
            "\nno_proxy = [" + tomlList(settings.noProxy) + "]\n";
    }
    if (settings.bandwidthLimit > 0)
        text += "# Bytes a second of packages.\nbandwidth_limit = " + std::to_string(settings.bandwidthLimit) + "\n";
    if (settings.downloadSources != Settings().downloadSources)
        text += "download_sources = " + std::to_string(settings.downloadSources) + "\n";
    if (settings.systemRoot != Settings().systemRoot)
        text += "# The system that Debian packages are installed in.\nsystem_root = " +
                tomlText(settings.systemRoot.string()) + "\n";
    for (const AdoptRule& rule : settings.adopt)
        adopted += adoptText(rule);
    if (!settings.rebootCommand.empty()) text += "reboot_command = [" + tomlList(settings.rebootCommand) + "]\n";
    return text + adopted;  // tables come last
}

Result<std::optional<http::Proxy>> proxyOf(const Settings& settings) {
    std::optional<http::Proxy> proxy;
    if (settings.proxy.empty()) return proxy;
    TRY(proxy, http::Proxy::parse(settings.proxy, settings.noProxy));
    return proxy;
}

Result<std::map<std::string, std::string>> parseAttributes(std::string_view text) {
    TRY(const toml::table table, parse(text));
    if (table.size() > kMaxEntries) return makeError(BaseErrc::malformed, "more than 100 attributes");
    std::map<std::string, std::string> attributes;
    for (const auto& [key, node] : table) {
        if (!node.is_string() && !node.is_number() && !node.is_boolean())
            return at(node.source(),
                      "'" + std::string(key.str().substr(0, 64)) + "' must be a text, a number, true or false");
        attributes[std::string(key.str())] = valueText(node);
    }
    return attributes;
}

}  // namespace signalbox::terminal
