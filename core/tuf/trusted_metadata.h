// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/tuf/metadata.h"

namespace signalbox::tuf {

enum class TimestampNews {
    newer,
    none  ///< the version that is believed already, which stays
};

/// The rules by which metadata is believed (TUF 1.0.34, section 5), without any I/O: bytes go in, in the order root,
/// timestamp, snapshot, targets, and what is refused changes nothing. One moment holds for a whole refresh. Errors:
/// BaseErrc::malformed, BaseErrc::denied (signatures), BaseErrc::corrupt (length, hash), BaseErrc::wrongState (another
/// version than the one that was announced, or an older one than was believed before), BaseErrc::timedOut (expired).
class TrustedMetadata {
public:
    explicit TrustedMetadata(TimePoint now) : m_now(now) {}

    /// The root that is trusted already; it must still hold by its own keys. Its end does not matter here.
    [[nodiscard]] Result<void> pinRoot(std::string bytes);
    /// The version after the present one, signed by the old keys and by its own (5.3.4 to 5.3.8). Its end does not
    /// matter either: an older root may lead to one that is good.
    [[nodiscard]] Result<void> nextRoot(std::string bytes);
    /// A key of timestamp or snapshot was taken away on the way: what those keys said last is to be forgotten, so that
    /// a version number that an attacker drove up can come down again (5.3.11).
    [[nodiscard]] bool onlineKeysRotated() const { return m_onlineKeysRotated; }
    [[nodiscard]] Result<void> checkRootIsFresh() const;

    /// What was believed last; only that it does not go back is asked by it, so it may have ended.
    [[nodiscard]] Result<void> rememberTimestamp(std::string bytes);
    [[nodiscard]] Result<TimestampNews> newTimestamp(std::string bytes);

    [[nodiscard]] Result<void> rememberSnapshot(std::string bytes);
    /// The remembered one is the one that the timestamp names, and has not ended.
    [[nodiscard]] bool snapshotIsCurrent() const;
    [[nodiscard]] Result<void> newSnapshot(std::string bytes);

    /// Of "targets" or a delegated role, as `delegator` (or the root, for "targets") demands. The same role by another
    /// delegator is verified again by that one's keys.
    [[nodiscard]] Result<void> addTargets(std::string_view role, std::string_view delegator, std::string bytes);
    /// What was added of that role holds by this delegator's keys too.
    [[nodiscard]] Result<void> checkTargets(std::string_view role, std::string_view delegator) const;

    [[nodiscard]] const Root& root() const { return m_root->content; }
    [[nodiscard]] const Timestamp& timestamp() const { return m_timestamp->content; }
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot->content; }
    /// nullptr: not added.
    [[nodiscard]] const Targets* targets(std::string_view role) const;
    /// What the snapshot says of a role's file; nullptr: nothing.
    [[nodiscard]] const MetaFile* fileOf(std::string_view role) const;

private:
    template <class T>
    struct Believed {
        SignedDocument document;
        T content;
    };

    [[nodiscard]] Result<void> verifyTop(const SignedDocument& document, std::string_view role) const;
    [[nodiscard]] Result<void> verifyTargets(const SignedDocument& document, std::string_view role,
                                             std::string_view delegator) const;
    [[nodiscard]] Result<void> checkEnd(const Header& header, std::string_view role) const;
    [[nodiscard]] Result<void> checkNothingGoesBack(const Snapshot& snapshot) const;

    TimePoint m_now;
    bool m_onlineKeysRotated = false;
    std::optional<Believed<Root>> m_root;
    std::optional<Believed<Timestamp>> m_timestamp;
    std::optional<Believed<Snapshot>> m_snapshot;
    std::map<std::string, Believed<Targets>, std::less<>> m_targets;
};

}  // namespace signalbox::tuf
