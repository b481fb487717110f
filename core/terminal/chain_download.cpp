// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/chain_download.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/package/recipe_file.h"
#include "core/terminal/failure.h"
#include "core/terminal/range_download.h"

namespace signalbox::terminal {
namespace {

constexpr std::uint64_t kMaxRecipe = 1 << 20;
constexpr unsigned kMostJoinedWrong = 5;

Hasher::Algorithm algorithmOf(const Digest& digest) {
    return digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256;
}

Error wrongBytes(std::string_view what) {
    return failure(FailureCause::digestMismatch, "the bytes of " + std::string(what) + " do not have its digest");
}

}  // namespace

ChainDownload::ChainDownload(http::Client& client, DownloadPolicy policy, Offer offer, Callbacks callbacks)
    : m_client(client),
      m_registry(client, registry::OciClientOptions{.pace = callbacks.pace}),
      m_policy(policy),
      m_offer(std::move(offer)),
      m_callbacks(std::move(callbacks)) {}

Error ChainDownload::gaveUp() const {
    if (!m_wrong.empty() && m_wrong.size() >= m_offer.chain.size())
        return failure(FailureCause::digestMismatch, "every node of the chain has other bytes: " + m_lastError);
    return failure(FailureCause::nodesUnreachable, "no node of the chain gave the bytes: " + m_lastError);
}

Task<void> ChainDownload::renewOffer() {
    if (!m_callbacks.renew) co_return Result<void>();
    auto renewed = co_await m_callbacks.renew();
    if (!renewed && (renewed.error().code == BaseErrc::notFound || renewed.error().code == BaseErrc::cancelled))
        co_return makeError(BaseErrc::cancelled, "the deployment is no longer offered");
    if (renewed && renewed->sameAttempt(m_offer) && renewed->manifest == m_offer.manifest) {
        m_offer = std::move(*renewed);
        m_foreign.clear();  // how to come to them may have changed
    }
    co_return Result<void>();
}

/// A registry of another maker is asked by a client of its own: no token of ours, another trust.
Result<registry::Target> ChainDownload::targetOf(const ChainNode& node) {
    if (!node.foreign) return registry::Target{node.url, m_offer.repository, m_offer.token, {}};
    std::shared_ptr<http::Client>& client = m_foreign[node.name];
    if (!client) {
        TRY(client, registry::openForeign(m_client, *node.foreign));
    }
    return registry::Target{node.url, m_offer.repository, {}, client};
}

/// Once along the chain. True: done.
Task<bool> ChainDownload::round(const Fetch& fetch) {
    const std::vector<ChainNode> chain = m_offer.chain;
    for (const ChainNode& node : chain) {
        if (isCancelled()) co_return makeError(BaseErrc::cancelled, "download");
        if (m_wrong.contains(node.name)) continue;
        auto target = targetOf(node);
        if (!target) {
            m_lastError = node.name + ": " + target.error().text();
            continue;
        }
        auto fetched = co_await fetch(std::move(*target));
        if (fetched) co_return true;
        if (m_end.code) co_return m_end;
        if (fetched.error().code == BaseErrc::cancelled) co_return std::move(fetched).error();
        m_lastError = node.name + ": " + fetched.error().text();
        logInfo("terminal", "node {}", m_lastError);
        if (causeOf(fetched.error(), FailureCause::none) == FailureCause::digestMismatch ||
            fetched.error().code == BaseErrc::corrupt)
            m_wrong.insert(node.name);
    }
    co_return false;
}

Task<void> ChainDownload::along(Fetch fetch) {
    Milliseconds backOff = m_policy.firstBackOff;
    for (unsigned failed = 0; failed < m_policy.rounds;) {
        const std::uint64_t before = m_received;
        const std::size_t wrongBefore = m_wrong.size();
        CO_TRY(const bool done, co_await round(fetch));
        if (done) co_return Result<void>();
        const bool allWrong = std::all_of(m_offer.chain.begin(), m_offer.chain.end(),
                                          [&](const ChainNode& node) { return m_wrong.contains(node.name); });
        if (allWrong) co_return gaveUp();
        if (m_received != before && m_wrong.size() == wrongBefore) {  // bytes were gained: not stuck
            failed = 0;
            backOff = m_policy.firstBackOff;
        } else if (++failed >= m_policy.rounds) {
            break;
        }
        CO_CHECK(co_await sleepFor(backOff));
        backOff = std::min(backOff * 2, m_policy.longestBackOff);
        CO_CHECK(co_await renewOffer());
    }
    co_return gaveUp();
}

Task<void> ChainDownload::fetchManifest(registry::Target target, Digest digest, std::string& into) {
    CO_TRY(std::string text, co_await m_registry.pullManifest(target, digest));
    if (sha256Hex(bytesOf(text)) != digest.hex() && digest.algorithm() == "sha256")
        co_return wrongBytes("the manifest");
    into = std::move(text);
    co_return Result<void>();
}

Task<void> ChainDownload::fetchSmall(registry::Target target, registry::Descriptor what, std::string& into) {
    std::string text;
    std::function<Result<void>(Bytes)> sink = [&](Bytes bytes) -> Result<void> {
        if (text.size() + bytes.size() > what.size) return wrongBytes("the recipe");
        text += textOf(bytes);
        return {};
    };
    CO_CHECK(co_await m_registry.pullBlob(target, what.digest, 0, what.size, sink));
    Hasher hasher(algorithmOf(what.digest));
    hasher.update(bytesOf(text));
    if (hasher.finishHex() != what.digest.hex()) co_return wrongBytes("the recipe");
    into = std::move(text);
    co_return Result<void>();
}

Task<std::string> ChainDownload::releaseIndex() {
    std::string text;
    Fetch index = [&](registry::Target target) { return fetchManifest(std::move(target), m_offer.release, text); };
    CO_CHECK(co_await along(index));
    co_return text;
}

Task<PackageContent> ChainDownload::content() {
    std::string manifestText;
    Fetch manifest = [&](registry::Target target) {
        return fetchManifest(std::move(target), m_offer.manifest, manifestText);
    };
    CO_CHECK(co_await along(manifest));
    auto parsed = registry::parseManifest(manifestText);
    if (!parsed) co_return failure(FailureCause::manifestInvalid, parsed.error().text());
    if (parsed->config.size > kMaxRecipe)
        co_return failure(FailureCause::manifestInvalid, "the recipe is larger than 1 MiB");
    if (parsed->layer.size > m_policy.largestPackage)
        co_return failure(FailureCause::unsupported, "the package is larger than this terminal takes");
    PackageContent content;
    content.layer = parsed->layer;
    const registry::Descriptor config = parsed->config;
    Fetch recipe = [&](registry::Target target) { return fetchSmall(std::move(target), config, content.recipeJson); };
    CO_CHECK(co_await along(recipe));
    auto read = package::recipeFromJson(content.recipeJson);
    if (!read) {
        const bool unsupported = read.error().code == BaseErrc::unsupported;
        co_return failure(unsupported ? FailureCause::unsupported : FailureCause::manifestInvalid, read.error().text());
    }
    content.recipe = std::move(*read);
    co_return content;
}

Task<void> ChainDownload::fetchPackage(registry::Target target, registry::Descriptor layer, PackageSink& sink) {
    if (sink.held() > layer.size) {
        if (auto restarted = sink.restart(); !restarted) m_end = std::move(restarted).error();
    }
    if (m_end.code) co_return m_end;
    const std::uint64_t offset = sink.held();
    std::function<Result<void>(Bytes)> take = [&](Bytes bytes) -> Result<void> {
        if (isCancelled()) return makeError(BaseErrc::cancelled, "download");
        if (sink.held() + bytes.size() > layer.size) return wrongBytes("the package");
        auto written = sink.write(bytes);
        if (!written) m_end = written.error();
        m_received += bytes.size();
        if (written && m_callbacks.progress) m_callbacks.progress(sink.held(), layer.size);
        return written;
    };
    if (offset < layer.size) CO_CHECK(co_await m_registry.pullBlob(target, layer.digest, offset, layer.size, take));
    if (sink.held() < layer.size) co_return makeError(BaseErrc::unavailable, "the package came short");
    if (sink.finishHex() == layer.digest.hex()) co_return Result<void>();
    if (auto restarted = sink.restart(); !restarted) m_end = std::move(restarted).error();
    // Bytes from several nodes or of an earlier run: this node is not to blame, and the next answer comes whole.
    if (offset > 0 && ++m_joinedWrong >= kMostJoinedWrong) m_end = wrongBytes("the package, several times,");
    if (m_end.code) co_return m_end;
    if (offset > 0) co_return makeError(BaseErrc::unavailable, "the joined bytes do not have the package's digest");
    co_return wrongBytes("the package");
}

/// As much as nodes give in ranges; what is missing then, and the verdict on the whole, is fetchPackage()'s.
Task<void> ChainDownload::inRanges(registry::Descriptor layer, PackageSink& sink) {
    RangeDownload::Plan plan;
    for (const ChainNode& node : m_offer.chain)
        if (auto target = targetOf(node); target && !m_wrong.contains(node.name))
            plan.nodes.push_back({node.name, std::move(*target)});
    const bool worth = sink.held() < layer.size && layer.size - sink.held() > m_policy.rangesAbove;
    if (!worth || m_policy.sources < 2 || plan.nodes.size() < 2) co_return Result<void>();
    plan.blob = layer;
    plan.offset = sink.held();
    plan.sources = std::min(m_policy.sources, static_cast<unsigned>(plan.nodes.size()));
    plan.rangeSize = m_policy.rangeSize;
    RangeDownload::Callbacks callbacks;
    callbacks.sink = [this, &layer, &sink](Bytes bytes) -> Result<void> {
        CHECK(sink.write(bytes));
        if (m_callbacks.progress) m_callbacks.progress(sink.held(), layer.size);
        return {};
    };
    callbacks.cancelled = [this] { return isCancelled(); };
    callbacks.received = [this](std::size_t bytes) { m_received += bytes; };
    const auto executor = co_await asio::this_coro::executor;
    auto ranges = std::make_shared<RangeDownload>(executor, m_registry, std::move(plan), std::move(callbacks));
    CO_TRY(const bool whole, co_await RangeDownload::run(ranges));
    if (!whole) logInfo("terminal", "no node gives ranges any more; the rest comes from one at a time");
    co_return Result<void>();
}

Task<void> ChainDownload::package(registry::Descriptor layer, PackageSink& sink) {
    CO_CHECK(co_await inRanges(layer, sink));
    Fetch fetch = [this, layer, &sink](registry::Target target) {
        return fetchPackage(std::move(target), layer, sink);
    };
    CO_CHECK(co_await along(fetch));
    co_return Result<void>();
}

}  // namespace signalbox::terminal
