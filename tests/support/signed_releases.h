// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "tests/support/tuf_people.h"

namespace signalbox::test {

/// A repository in which any two of anna, bert and cleo approve releases of one product, as files by name; and what
/// somebody makes who has taken over the manager, with whatever keys they got hold of.
class SignedReleases {
public:
    SignedReleases(std::string product, TimePoint now);

    struct Entry {
        std::string channel = "stable";
        std::string version;
        std::string digest;  ///< SHA-256 in hex of the release's index
        std::uint64_t size = 0;
        std::int64_t counter = 1;
        std::vector<std::string> hardware{"linux-amd64"};
        std::string customChannel{};  ///< what is signed as its channel; "": the same
        std::string notAfter{};       ///< until when its approval holds; "": no end of its own
    };
    /// Signed by anna and cleo, and published.
    void approve(const Entry& entry, TimePoint now);
    void signAgain(TimePoint now);

    /// Of the product's role: its present releases and `entry`, signed by these people, however few; snapshot and
    /// timestamp by the manager's own key, or another that somebody says is. Not a step that the repository would take.
    void forge(const Entry& entry, const std::vector<const Person*>& signers, TimePoint now,
               const Person* manager = nullptr);

    /// Signed rightly, for a time that is over.
    [[nodiscard]] std::string timestampThatEnded(TimePoint now) const;

    std::map<std::string, std::string> files;
    Person holder, online, anna, bert, cleo, stranger;

private:
    [[nodiscard]] static tuf::Target targetOf(const Entry& entry);
    [[nodiscard]] std::string pathOf(const Entry& entry) const;
    [[nodiscard]] tuf::Targets releases() const;
    [[nodiscard]] boost::json::object published(std::string_view role) const;
    void take(const std::vector<tuf::PublishedFile>& published);

    std::string m_product;
    std::string m_role;
    tuf::Repository m_repository;
};

/// Content with the signatures of these people, in their order.
[[nodiscard]] std::string documentBy(const boost::json::object& content, const std::vector<const Person*>& signers);

}  // namespace signalbox::test
