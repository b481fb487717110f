// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/believed_metadata.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <system_error>
#include <utility>

#include "core/base/tasks.h"
#include "core/tuf/updater.h"

namespace signalbox::approver {
namespace {

constexpr std::size_t kMaxRoot = 512000;
constexpr std::size_t kMaxTargets = 5000000;

/// What is fetched in place.
class FetchedSource final : public tuf::MetadataSource {
public:
    explicit FetchedSource(const BelievedMetadata::Fetch& fetch) : m_fetch(fetch) {}
    [[nodiscard]] Task<std::optional<std::string>> fetch(std::string name, std::size_t most) override {
        auto fetched = m_fetch(name, most);
        co_return fetched;
    }

private:
    const BelievedMetadata::Fetch& m_fetch;
};

Task<void> bring(tuf::Updater& updater, std::string role) {
    CO_CHECK(co_await updater.refresh());
    if (role.empty() || !updater.trusted().fileOf(role)) co_return Result<void>();
    // Any path that it alone may speak of makes the search load it.
    const tuf::Targets* const targets = updater.trusted().targets("targets");
    std::string path = role.substr(2) + "/-/-";
    for (const tuf::DelegatedRole& delegated : targets->delegations.roles)
        if (delegated.name == role && !delegated.paths.empty()) path = delegated.paths.front();
    std::replace(path.begin(), path.end(), '*', '-');
    auto found = co_await updater.find(std::move(path));
    if (!found && found.error().code != BaseErrc::notFound) co_return std::move(found).error();
    co_return Result<void>();
}

Result<void> runToEnd(Task<void> task) {
    asio::io_context io(1);
    Result<void> outcome = makeError(BaseErrc::cancelled, "the loop ended early");
    const auto done = [&outcome](const std::exception_ptr& exception, Result<void> result) {
        if (exception) std::rethrow_exception(exception);
        outcome = std::move(result);
    };
    asio::co_spawn(io, std::move(task), done);
    io.run();
    return outcome;
}

}  // namespace

bool BelievedMetadata::pinned() const {
    const auto root = tuf::LocalMetadata(m_files, m_folder).read("root", kMaxRoot);
    return !root || root->has_value();
}

Result<void> BelievedMetadata::pin(const std::string& root, TimePoint now) {
    if (pinned()) return makeError(BaseErrc::alreadyExists, "a root is pinned in " + m_folder.string());
    CHECK(tuf::TrustedMetadata(now).pinRoot(root));
    CHECK(m_files.makeDirectories(m_folder));
    return tuf::LocalMetadata(m_files, m_folder).write("root", root);
}

Result<std::vector<BelievedMetadata::Anchor>> BelievedMetadata::auditAnchors() const {
    std::vector<Anchor> anchors;
    std::error_code error;
    std::filesystem::directory_iterator entry(m_folder, error);
    for (const std::filesystem::directory_iterator end; !error && entry != end; entry.increment(error)) {
        const std::string role = entry->path().stem().string();
        const bool isTop = role == "root" || role == "snapshot" || role == "timestamp";
        if (entry->path().extension() != ".json" || isTop) continue;
        TRY(std::string bytes, readFile(entry->path(), kMaxTargets));
        TRY(const tuf::SignedDocument document, tuf::SignedDocument::parse(std::move(bytes)));
        TRY(const tuf::Targets content, tuf::readTargets(document.content()));
        if (const auto at = auditAnchorOf(content)) anchors.push_back({role, content.version, *at});
    }
    return anchors;
}

Result<BelievedMetadata::Now> BelievedMetadata::refresh(const Fetch& fetch, const std::string& role, TimePoint now) {
    Now believed;
    if (!pinned()) {
        TRY(const std::optional<std::string> first, fetch("1.root.json", kMaxRoot));
        if (!first) return believed;
        CHECK(pin(*first, now));
    }
    FetchedSource source(fetch);
    tuf::LocalMetadata local(m_files, m_folder);
    tuf::Updater updater(source, local, now);
    CHECK(runToEnd(bring(updater, role)));
    believed.root = updater.trusted().root();
    if (const tuf::Targets* const targets = updater.trusted().targets("targets")) believed.targets = *targets;
    if (const tuf::Targets* const product = role.empty() ? nullptr : updater.trusted().targets(role))
        believed.product = *product;
    // Where the audit log was then is no part of what is put up for signatures next.
    if (believed.targets) dropAuditAnchor(*believed.targets);
    if (believed.product) dropAuditAnchor(*believed.product);
    return believed;
}

}  // namespace signalbox::approver
