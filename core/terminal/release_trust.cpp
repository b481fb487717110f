// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/release_trust.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "core/base/log.h"
#include "core/registry/manifest.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/failure.h"
#include "core/tuf/updater.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxRoot = 512000;
constexpr std::size_t kMaxTime = 64;
constexpr const char* kFirstRoot = "1.root.json";
constexpr const char* kTimeFile = "last-verified";
constexpr auto kClockMayGoBack = std::chrono::hours(24);

Error notApproved(std::string why) {
    return failure(FailureCause::notApproved, std::move(why));
}

/// Nothing came, so that nothing is decided; or what came is not to be believed.
Error judged(Error error) {
    if (meansUnreachable(error) || error.code == BaseErrc::unavailable) return error;
    return notApproved("the signed metadata does not hold: " + error.text());
}

bool names(const json::value* list, std::string_view wanted) {
    if (!list || !list->is_array()) return false;
    const json::array& items = list->get_array();
    return std::any_of(items.begin(), items.end(), [wanted](const json::value& item) {
        return item.is_string() && std::string_view(item.get_string()) == wanted;
    });
}

Result<std::int64_t> judge(const tuf::Target& target, const Offer& offer, std::string_view platform,
                           std::int64_t least) {
    const auto hash = target.hashes.find("sha256");
    if (hash == target.hashes.end() || offer.release.algorithm() != "sha256" || hash->second != offer.release.hex())
        return notApproved("what was signed is another release than " + offer.release.text());
    const json::value* const channel = target.custom.if_contains("channel");
    if (!channel || !channel->is_string() || std::string_view(channel->get_string()) != offer.channel)
        return notApproved("it was signed for another channel than " + offer.channel);
    if (!names(target.custom.if_contains("hw"), platform))
        return notApproved("it was not signed for the platform " + std::string(platform));
    const json::value* const counter = target.custom.if_contains("release_counter");
    if (!counter || !counter->is_int64() || counter->get_int64() < 1)
        return notApproved("what was signed has no release_counter");
    if (counter->get_int64() < least)
        return notApproved("it has release_counter " + std::to_string(counter->get_int64()) + ", and " +
                           std::to_string(least) + " is installed: going back needs signatures of its own");
    return counter->get_int64();
}

}  // namespace

bool ReleaseTrust::pinned() const {
    const auto root = tuf::LocalMetadata(m_files, m_folder).read("root", kMaxRoot);
    return !root || root->has_value();  // what cannot be read is not taken for nothing
}

Result<void> ReleaseTrust::pin(const std::string& root) {
    if (pinned()) return makeError(BaseErrc::alreadyExists, "a root is pinned already");
    CHECK(tuf::TrustedMetadata(m_clock.now()).pinRoot(root));
    CHECK(m_files.makeDirectories(m_folder));
    return tuf::LocalMetadata(m_files, m_folder).write("root", root);
}

Result<void> ReleaseTrust::checkClock() const {
    const auto text = readFile(m_folder / kTimeFile, kMaxTime);
    if (!text) return {};
    const auto last = fromRfc3339(*text);
    if (!last || m_clock.now() + kClockMayGoBack >= *last) return {};
    return makeError(BaseErrc::unavailable,
                     "this machine's clock is behind " + *text +
                         ", when metadata was last verified: nothing is installed until it is right");
}

Result<void> ReleaseTrust::noteTime() {
    return replaceFile(m_files, m_folder / kTimeFile, bytesOf(toRfc3339(m_clock.now())), 0600);
}

Task<void> ReleaseTrust::pinFirst(std::string baseUrl) {
    CO_TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(m_client, baseUrl));
    CO_TRY(const std::optional<std::string> root, co_await source.fetch(kFirstRoot, kMaxRoot));
    if (!root) co_return makeError(BaseErrc::unavailable, "the manager has no root yet");
    CO_CHECK(pin(*root));
    logInfo("terminal", "the manager's root is pinned: from now on releases need signatures");
    co_return Result<void>();
}

Task<tuf::Target> ReleaseTrust::find(std::string baseUrl, std::string path) {
    CO_TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(m_client, baseUrl));
    tuf::LocalMetadata local(m_files, m_folder);
    tuf::Updater updater(source, local, m_clock.now());
    CO_CHECK(co_await updater.refresh());
    auto target = co_await updater.find(std::move(path));
    co_return target;
}

Task<std::int64_t> ReleaseTrust::verify(Offer offer, std::string platform, std::int64_t least) {
    if (offer.metadata.empty()) {
        if (!pinned()) co_return std::int64_t{0};
        co_return notApproved("the manager names no signatures, and this terminal takes nothing without");
    }
    CO_CHECK(checkClock());
    if (!pinned()) {
        auto done = co_await pinFirst(offer.metadata);
        if (!done) co_return judged(std::move(done).error());
    }
    auto target = co_await find(offer.metadata, offer.product + "/" + offer.channel + "/" + offer.version + ".json");
    if (!target && target.error().code == BaseErrc::notFound)
        co_return notApproved("nobody who may has signed " + offer.product + " " + offer.version + " on " +
                              offer.channel);
    if (!target) co_return judged(std::move(target).error());
    CO_TRY(const std::int64_t counter, judge(*target, offer, platform, least));
    CO_CHECK(noteTime());
    co_return counter;
}

Result<void> checkListed(std::string_view index, const Offer& offer, std::string_view platform) {
    const auto listed = registry::packagesOf(index);
    if (!listed) return notApproved("the release's index is malformed: " + listed.error().text());
    const bool is = std::any_of(listed->begin(), listed->end(), [&](const registry::ListedPackage& package) {
        return package.manifest == offer.manifest && package.platform == platform;
    });
    if (is) return {};
    return notApproved("the release that was signed has no package " + offer.manifest.text() + " for " +
                       std::string(platform));
}

}  // namespace signalbox::terminal
