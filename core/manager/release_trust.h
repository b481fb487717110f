// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/approver/signed_records.h"
#include "core/manager/engine.h"
#include "core/tuf/repository.h"

namespace signalbox::manager {

/// What the manager keeps of The Update Framework's repository: whose signatures a release needs, and which it has. The
/// private keys of people are never here; the manager's own key signs snapshot and timestamp alone. As long as no root
/// is published, releases are approved by a recorded call only (Releases::approve). Changes are put into the ledger;
/// the caller awaits Ledger::durable() before it answers.
class ReleaseTrust {
public:
    explicit ReleaseTrust(Engine& engine) : m_engine(engine) {}

    /// From now on releases need signatures, and terminals take nothing without.
    [[nodiscard]] bool established() const { return m_engine.world.trust.root().has_value(); }
    [[nodiscard]] const tuf::Repository& repository() const { return m_engine.world.trust; }

    /// New content of "root" or "targets" for its holders to sign; version and end are set here. Content of "targets"
    /// names the products' approvers and no targets. What was signed by people who would no longer do is staged again
    /// along with it: both are published together. BaseErrc::malformed names the member, BaseErrc::invalidArgument
    /// says what may not be.
    [[nodiscard]] Result<void> stage(const std::string& role, const boost::json::object& content,
                                     std::string_view actor);
    /// What is published of a role, "p-PRODUCT" too, again with a later end. BaseErrc::notFound: nothing is published
    /// of it; BaseErrc::wrongState: something else of it waits for signatures already.
    [[nodiscard]] Result<void> renew(const std::string& role, std::string_view actor);
    /// BaseErrc::notFound: nothing is staged. A product's role goes with its releases, by Releases::refuse.
    [[nodiscard]] Result<void> drop(const std::string& role, std::string_view actor);
    /// Publishes what then has enough signatures: releases whose targets are among it are approved. BaseErrc::denied
    /// for signatures that do not count, and of who asked for a release where the product's rules leave that to others.
    [[nodiscard]] Result<void> sign(const std::string& role, tuf::Signature signature, std::string_view actor);

    /// The targets of a product's approvers say anew what is in review. Nothing changes where nothing is different;
    /// otherwise signatures are void. BaseErrc::wrongState when nobody is named for the product.
    [[nodiscard]] Result<void> restage(const std::string& product);
    [[nodiscard]] bool hasApprovers(const std::string& product) const;
    /// A terminal would take it: its target is published with these bytes, and its approval has not ended. True where
    /// no root is published.
    [[nodiscard]] bool isTrusted(const Release& release) const;
    /// BaseErrc::wrongState where terminals would refuse it, with the reason.
    [[nodiscard]] Result<void> checkSigned(const Release& release) const;

    /// Timestamp and, in time, snapshot anew; once a day. BaseErrc::wrongState before anything is published.
    [[nodiscard]] Result<void> signAgain();
    [[nodiscard]] bool signAgainIsDue() const;

    /// A published file by its name, "2.root.json" or "timestamp.json"; nullptr: there is none.
    [[nodiscard]] const std::string* file(std::string_view name) const;
    /// All of them, in the order in which they must become visible elsewhere: root first, timestamp last.
    [[nodiscard]] std::vector<tuf::PublishedFile> files() const;

    /// Where published signatures say that the audit log was.
    struct Anchor {
        std::string role;
        std::int64_t version = 0;
        approver::AuditAnchor at;
    };
    [[nodiscard]] std::vector<Anchor> auditAnchors() const;

    /// What holds for approvals of the product.
    [[nodiscard]] approver::ApprovalRules rulesOf(const std::string& product) const;
    /// Who asked for the release's approval, as the rules may keep them from giving it.
    void noteRequester(ReleaseId id, std::string_view actor);
    /// BaseErrc::wrongState where approvers are named, and none for its channel.
    [[nodiscard]] Result<void> checkChannel(const Release& release) const;

    /// From what the store holds.
    [[nodiscard]] static Result<void> load(World& world);

private:
    [[nodiscard]] bool isComplete(std::string_view role) const;
    [[nodiscard]] Result<tuf::Targets> wantedTargets(const std::string& product) const;
    [[nodiscard]] Result<void> publish(std::string_view actor);
    void anchorAudit(tuf::Targets& content) const;
    [[nodiscard]] Result<void> checkRequester(const std::string& role, std::string_view actor) const;
    [[nodiscard]] std::optional<TimePoint> approvalEnd(const Release& release) const;
    [[nodiscard]] Result<void> stageAgain(const std::string& role);
    [[nodiscard]] Result<void> followIn(const std::string& role, const tuf::Keys& keys, const tuf::Role& needs);
    [[nodiscard]] Result<void> followRoot();
    [[nodiscard]] Result<void> followTargets();
    void keep(const std::vector<tuf::PublishedFile>& files);
    void keepStaged(const std::string& role);
    void noteSignature(const std::string& role, const tuf::KeyId& key, std::string_view actor);
    void approveSigned(std::string_view actor);
    void putSetting(const std::string& key, std::string value);

    Engine& m_engine;
};

/// "p-<product>": who speaks of a product's releases.
[[nodiscard]] std::string approversRole(std::string_view product);
/// "<product>/<channel>/<version>.json".
[[nodiscard]] std::string targetPath(const Release& release);

}  // namespace signalbox::manager
