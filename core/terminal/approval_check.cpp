// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/approval_check.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>
#include <utility>

#include "core/base/log.h"
#include "core/registry/manifest.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/failure.h"
#include "core/terminal/registry_metadata_source.h"
#include "core/tuf/updater.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxRoot = 512000;
constexpr std::size_t kMaxTime = 64;
constexpr const char* kFirstRoot = "1.root.json";
constexpr const char* kTimeFile = "last-verified";
constexpr std::size_t kMostNodes = 3;  // of a chain, before the manager is asked
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

/// An approval may be for a time.
Result<void> checkEnd(const tuf::Target& target, TimePoint now) {
    const json::value* const end = target.custom.if_contains("not_after");
    if (!end) return {};
    const auto time = end->is_string() ? fromRfc3339(std::string_view(end->get_string())) : Result<TimePoint>();
    if (!end->is_string() || !time) return notApproved("what was signed has an end that is no time");
    if (*time <= now) return notApproved("its approval ended at " + toRfc3339(*time));
    return {};
}

Result<std::int64_t> judge(const tuf::Target& target, const Offer& offer, std::string_view platform, std::int64_t least,
                           TimePoint now) {
    const auto hash = target.hashes.find("sha256");
    if (hash == target.hashes.end() || offer.release.algorithm() != "sha256" || hash->second != offer.release.hex())
        return notApproved("what was signed is another release than " + offer.release.text());
    const json::value* const channel = target.custom.if_contains("channel");
    if (!channel || !channel->is_string() || std::string_view(channel->get_string()) != offer.channel)
        return notApproved("it was signed for another channel than " + offer.channel);
    if (!names(target.custom.if_contains("hw"), platform))
        return notApproved("it was not signed for the platform " + std::string(platform));
    CHECK(checkEnd(target, now));
    const json::value* const counter = target.custom.if_contains("release_counter");
    if (!counter || !counter->is_int64() || counter->get_int64() < 1)
        return notApproved("what was signed has no release_counter");
    if (counter->get_int64() < least)
        return notApproved("it has release_counter " + std::to_string(counter->get_int64()) + ", and " +
                           std::to_string(least) + " is installed: going back needs signatures of its own");
    return counter->get_int64();
}

}  // namespace

bool ApprovalCheck::pinned() const {
    const auto root = tuf::LocalMetadata(m_files, m_folder).read("root", kMaxRoot);
    return !root || root->has_value();  // what cannot be read is not taken for nothing
}

Result<void> ApprovalCheck::pin(const std::string& root) {
    if (pinned()) return makeError(BaseErrc::alreadyExists, "a root is pinned already");
    CHECK(tuf::TrustedMetadata(m_clock.now()).pinRoot(root));
    CHECK(m_files.makeDirectories(m_folder));
    return tuf::LocalMetadata(m_files, m_folder).write("root", root);
}

Result<void> ApprovalCheck::checkClock() const {
    const auto text = readFile(m_folder / kTimeFile, kMaxTime);
    if (!text) return {};
    const auto last = fromRfc3339(*text);
    if (!last || m_clock.now() + kClockMayGoBack >= *last) return {};
    return makeError(BaseErrc::unavailable,
                     "this machine's clock is behind " + *text +
                         ", when metadata was last verified: nothing is installed until it is right");
}

Result<void> ApprovalCheck::noteTime() {
    return replaceFile(m_files, m_folder / kTimeFile, bytesOf(toRfc3339(m_clock.now())), 0600);
}

Task<void> ApprovalCheck::pinFirst(std::string baseUrl) {
    CO_TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(m_manager, baseUrl));
    CO_TRY(const std::optional<std::string> root, co_await source.fetch(kFirstRoot, kMaxRoot));
    if (!root) co_return makeError(BaseErrc::unavailable, "the manager has no root yet");
    CO_CHECK(pin(*root));
    logInfo("terminal", "the manager's root is pinned: from now on releases need signatures");
    co_return Result<void>();
}

Task<std::int64_t> ApprovalCheck::ask(tuf::MetadataSource& source, const Question& question) {
    const Offer& offer = question.offer;
    tuf::LocalMetadata local(m_files, m_folder);
    tuf::Updater updater(source, local, m_clock.now());
    auto refreshed = co_await updater.refresh();
    if (!refreshed) co_return judged(std::move(refreshed).error());
    auto target = co_await updater.find(offer.product + "/" + offer.channel + "/" + offer.version + ".json");
    if (!target && target.error().code == BaseErrc::notFound)
        co_return notApproved("nobody who may has signed " + offer.product + " " + offer.version + " on " +
                              offer.channel);
    if (!target) co_return judged(std::move(target).error());
    co_return judge(*target, offer, question.platform, question.least, m_clock.now());
}

Task<std::int64_t> ApprovalCheck::askNode(ChainNode node, const Question& question) {
    registry::Target target{node.url, std::string(registry::kMetadataRepository), question.offer.token, {}};
    if (node.foreign) {
        target.token.clear();
        CO_TRY(target.client, registry::openForeign(m_nodes, *node.foreign));
    }
    RegistryMetadataSource source(m_nodes, std::move(target));
    auto counter = co_await ask(source, question);
    co_return counter;
}

Task<std::int64_t> ApprovalCheck::askManager(const Question& question) {
    CO_TRY(tuf::HttpMetadataSource source, tuf::HttpMetadataSource::make(m_manager, question.offer.metadata));
    auto counter = co_await ask(source, question);
    co_return counter;
}

Task<std::int64_t> ApprovalCheck::verify(Offer offer, std::string platform, std::int64_t least) {
    if (offer.metadata.empty()) {
        if (!pinned()) co_return std::int64_t{0};
        co_return notApproved("the manager names no signatures, and this terminal takes nothing without");
    }
    CO_CHECK(checkClock());
    if (!pinned()) {
        auto done = co_await pinFirst(offer.metadata);
        if (!done) co_return judged(std::move(done).error());
    }
    const Question question{std::move(offer), std::move(platform), least};
    const std::size_t nodes = std::min(question.offer.chain.size(), kMostNodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        const ChainNode node = question.offer.chain[i];
        auto counter = co_await askNode(node, question);
        if (counter) CO_CHECK(noteTime());
        if (counter) co_return counter;
        logInfo("terminal", "node {} is passed over for metadata: {}", printable(node.name), counter.error().text());
    }
    CO_TRY(const std::int64_t counter, co_await askManager(question));
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
