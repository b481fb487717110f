// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Releases and their approval. Changes are put into the ledger; the caller awaits Ledger::durable() before it answers.
class Releases {
public:
    explicit Releases(Engine& engine) : m_engine(engine) {}

    struct New {
        std::string product;
        std::string version;
        std::string channel = "stable";
        std::string notes;
        std::vector<Prerequisite> prerequisites;
    };
    /// Names: 1 to 64 letters, digits, '.', '_', '-', '+', '~', ':', beginning with a letter or digit.
    /// BaseErrc::alreadyExists for the same product, version and channel.
    [[nodiscard]] Result<Release> create(const New& wanted, std::string_view actor);
    [[nodiscard]] Result<Release> setNotes(ReleaseId id, std::string notes, std::string_view actor);
    /// Drafts only.
    [[nodiscard]] Result<void> remove(ReleaseId id, std::string_view actor);

    /// Takes a finished blob as the package of its platform: stores recipe, manifest and index beside it, on the pool.
    /// Any approval is void and the release is a draft again. BaseErrc::malformed names the member of a recipe
    /// that terminals would refuse.
    struct NewPackage {
        std::string platform;
        std::string fileName;
        Digest digest;
        Recipe recipe;
    };
    [[nodiscard]] Task<Release> setPackage(ReleaseId id, NewPackage wanted, std::string actor);
    [[nodiscard]] Task<Release> removePackage(ReleaseId id, std::string platform, std::string actor);

    [[nodiscard]] Result<Release> submit(ReleaseId id, std::string_view actor);
    /// For a manager without signatures (ReleaseTrust::established), which refuses with BaseErrc::wrongState otherwise.
    /// Bound to what the approver saw: BaseErrc::wrongState when `seen` is not the release's manifest digest now.
    [[nodiscard]] Result<Release> approve(ReleaseId id, const Digest& seen, std::string comment,
                                          std::string_view actor);
    [[nodiscard]] Result<Release> refuse(ReleaseId id, const Digest& seen, std::string comment, std::string_view actor);
    /// No new offers or permits for it; its packages go after the retention time (Retention).
    [[nodiscard]] Result<Release> withdraw(ReleaseId id, std::string comment, std::string_view actor);
    /// The distributor sent it: approved becomes published.
    void published(ReleaseId id);

    [[nodiscard]] Result<Release> get(ReleaseId id) const;
    /// The rule for names; BaseErrc::invalidArgument begins with `what`.
    [[nodiscard]] static Result<void> checkName(std::string_view what, std::string_view name);

private:
    /// What is to be signed for the product, with `release` as it will be. Where that cannot be staged nothing is
    /// changed.
    [[nodiscard]] Result<void> restageWith(const Release& release);
    void save(const Release& release, std::string_view actor, std::string_view action, boost::json::object detail = {});
    [[nodiscard]] Task<Release> storeManifests(Release release);
    /// After the pool worked on `edited`: what others did meanwhile goes into it, or is BaseErrc::wrongState when the
    /// two do not go together.
    [[nodiscard]] Result<void> carryOver(Release& edited, const Digest& before) const;
    [[nodiscard]] Result<Release> decide(ReleaseId id, const Digest& seen, bool approved, std::string comment,
                                         std::string_view actor);

    Engine& m_engine;
};

}  // namespace signalbox::manager
