// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/tuf/metadata.h"
#include "core/tuf/signer.h"

namespace signalbox::tuf {

/// How long what is signed holds.
struct Validity {
    Seconds root{std::chrono::days(365)};
    Seconds targets{std::chrono::days(365)};
    Seconds delegated{std::chrono::days(180)};
    Seconds snapshot{std::chrono::days(14)};
    Seconds timestamp{std::chrono::days(7)};

    [[nodiscard]] Seconds of(std::string_view role) const;
};

/// New content of a role that people are asked to sign. Any other content has no signatures.
struct Staged {
    boost::json::object content;
    std::vector<Signature> signatures;
};

/// How many of a role's keys have signed. A new root needs two thresholds: the old root's and its own.
struct SignatureCount {
    std::uint32_t have = 0;
    std::uint32_t need = 0;
};

/// A file for the nodes. The order in which they are given is the order in which they must become visible.
struct PublishedFile {
    std::string name;
    std::string bytes;
    friend bool operator==(const PublishedFile&, const PublishedFile&) = default;
};

/// The repository's side of The Update Framework (1.0.34): content is staged, signatures come in one by one from
/// wherever the keys lie, and what has enough of them is published as one event. Holds no private key. Before anything
/// is given out, it is verified by the rules of a client that trusts what was published before; what a terminal would
/// refuse is not published. No I/O; one thread. Errors: BaseErrc::wrongState where a step has no place yet,
/// BaseErrc::denied for signatures that do not count, BaseErrc::alreadyExists for one that is there, and those of
/// TrustedMetadata.
class Repository {
public:
    explicit Repository(Validity validity = {}) : m_validity(validity) {}

    /// What was published last, from our own disk: the root first, then targets, then the rest.
    [[nodiscard]] Result<void> restore(std::string_view role, std::string bytes);
    [[nodiscard]] Result<void> restoreStaged(const std::string& role, std::string bytes);

    /// Version and end of the new content are set here. Staging a role again voids the signatures.
    [[nodiscard]] Result<void> stageRoot(Root root, TimePoint now);
    /// Of "targets" or of a role that the published targets, or the staged ones, delegate to.
    [[nodiscard]] Result<void> stageTargets(const std::string& role, Targets targets, TimePoint now);
    void drop(const std::string& role) { m_staged.erase(role); }

    [[nodiscard]] const std::map<std::string, Staged>& staged() const { return m_staged; }
    /// What is signed: the canonical JSON of a staged role's content.
    [[nodiscard]] Result<std::string> toSign(const std::string& role) const;
    [[nodiscard]] Result<void> addSignature(const std::string& role, Signature signature);
    [[nodiscard]] Result<SignatureCount> count(const std::string& role) const;

    /// The staged roles that have enough signatures, with new snapshot and timestamp over them. `online` is asked for
    /// two signatures. BaseErrc::wrongState where nothing is ready.
    [[nodiscard]] Result<std::vector<PublishedFile>> publish(const Signer& online, TimePoint now);
    /// A new timestamp, and a snapshot where that has lived half of its time. Daily.
    [[nodiscard]] Result<std::vector<PublishedFile>> signAgain(const Signer& online, TimePoint now);

    [[nodiscard]] const std::optional<Root>& root() const { return m_root; }
    /// Published; nullptr: not yet.
    [[nodiscard]] const Targets* targets(std::string_view role) const;
    /// The files that hold now, by role: what restore() takes.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& published() const { return m_bytes; }
    /// Snapshot and timestamp go on from `by` versions later with the next signAgain() or publish(): a repository that
    /// was restored must not say what clients have seen a newer word on.
    void jumpAhead(std::int64_t by);
    /// When the published metadata of each role ends.
    [[nodiscard]] std::map<std::string, TimePoint> ends() const;

private:
    struct Needs {
        const Keys* keys = nullptr;
        const Role* role = nullptr;
    };
    struct Event {
        std::optional<Root> root;
        std::map<std::string, Targets, std::less<>> targets;
        std::map<std::string, std::string, std::less<>> bytes;  ///< by role, of what is new
    };

    [[nodiscard]] Result<std::vector<Needs>> needsOf(const std::string& role) const;
    [[nodiscard]] const Targets* delegator() const;
    [[nodiscard]] Result<Event> collect() const;
    [[nodiscard]] Result<std::vector<PublishedFile>> finish(Event event, bool newSnapshot, const Signer& online,
                                                            TimePoint now);
    [[nodiscard]] Result<void> checkAsClient(const Event& event, const std::string& snapshot,
                                             const std::string& timestamp, TimePoint now) const;

    Validity m_validity;
    std::optional<Root> m_root;
    std::optional<Root> m_stagedRoot;  ///< what m_staged["root"] says
    std::optional<Snapshot> m_snapshot;
    std::optional<Timestamp> m_timestamp;
    std::map<std::string, Targets, std::less<>> m_targets;
    std::optional<Targets> m_stagedTargets;                   ///< what m_staged["targets"] says
    std::map<std::string, std::string, std::less<>> m_bytes;  ///< published, by role
    std::map<std::string, Staged> m_staged;
    bool m_jumped = false;
};

}  // namespace signalbox::tuf
