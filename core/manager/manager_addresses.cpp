// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/manager_addresses.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/http/client.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostAddresses = 8;

// Looked up at every poll.
const std::string& key() {
    static const std::string kKey = "manager.addresses";  // one a line
    return kKey;
}
const std::string& changedKey() {
    static const std::string kKey = "manager.addressesAt";
    return kKey;
}

void addOnce(std::vector<std::string>& urls, std::string url) {
    if (std::find(urls.begin(), urls.end(), url) == urls.end()) urls.push_back(std::move(url));
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        lines.emplace_back(line);
    }
    return lines;
}

}  // namespace

std::vector<std::string> ManagerAddresses::planned() const {
    const auto found = m_engine.world.settings.find(key());
    return found == m_engine.world.settings.end() ? std::vector<std::string>() : linesOf(found->second);
}

std::vector<std::string> ManagerAddresses::told() const {
    const auto found = m_engine.world.settings.find(key());
    if (found == m_engine.world.settings.end()) return {};
    std::vector<std::string> urls{m_engine.options.ddiUrl};
    for (std::string& url : linesOf(found->second))
        addOnce(urls, std::move(url));
    return urls;
}

std::optional<TimePoint> ManagerAddresses::changedAt() const {
    const auto found = m_engine.world.settings.find(changedKey());
    if (found == m_engine.world.settings.end()) return std::nullopt;
    const auto time = fromRfc3339(found->second);
    return time ? std::optional(*time) : std::nullopt;
}

std::uint64_t ManagerAddresses::heardSince() const {
    const auto since = changedAt();
    if (!since) return 0;
    filter::Comparison contact;
    contact.field.kind = filter::FieldKind::lastContact;
    contact.op = filter::Operator::greaterOrEqual;
    contact.values.push_back(toRfc3339(*since));
    const World& world = m_engine.world;
    const auto heard = world.fleet.select({contact}, world.fleetContext(m_engine.clock.now()));
    return heard ? heard->count() : 0;
}

Result<void> ManagerAddresses::set(const std::vector<std::string>& urls, std::string_view actor) {
    if (urls.size() > kMostAddresses) return makeError(BaseErrc::invalidArgument, "urls: at most 8");
    std::vector<std::string> wanted;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        const auto url = http::parseUrl(urls[i]);
        if (!url || url->scheme != "https" || url->target != "/")
            return makeError(
                BaseErrc::invalidArgument,
                "urls[" + std::to_string(i) + "]: an address such as https://manager.example:8443 is wanted");
        addOnce(wanted, url->origin());
    }
    std::string text;
    for (const std::string& url : wanted)
        text += (text.empty() ? "" : "\n") + url;
    World& world = m_engine.world;
    const auto known = world.settings.find(key());
    if (known != world.settings.end() && known->second == text) return {};
    const std::string now = toRfc3339(m_engine.clock.now());
    world.settings[key()] = text;
    world.settings[changedKey()] = now;
    m_engine.ledger.put(store::Setting{key(), text});
    m_engine.ledger.put(store::Setting{changedKey(), now});
    std::replace(text.begin(), text.end(), '\n', ' ');
    m_engine.ledger.audit(actor, "manager.addresses", "manager:" + m_engine.identity.managerId(), {{"urls", text}});
    return {};
}

}  // namespace signalbox::manager
