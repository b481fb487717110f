// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/filter/expression.h"
#include "core/fleet/terminal_set.h"
#include "core/model/terminal.h"

namespace signalbox::fleet {

/// Every terminal in memory, as dictionary-coded columns with a bitmap a value, so that an audience is bitmap algebra
/// and a poll needs no SQL. The store stays the truth. One thread.
class Fleet {
public:
    Fleet();
    ~Fleet();
    Fleet(Fleet&&) noexcept;
    Fleet& operator=(Fleet&&) noexcept;

    /// Adds, or replaces the one with that id. The id must not be 0.
    void put(const Terminal& terminal);
    void remove(TerminalId id);
    /// Only moves its last contact: the cheap path of every poll.
    void touch(TerminalId id, TimePoint contact);

    [[nodiscard]] std::uint64_t size() const;
    /// Grows with every put() and remove(), so that who selects again can tell whether to.
    [[nodiscard]] std::uint64_t revision() const;
    [[nodiscard]] TerminalId findByControllerId(std::string_view controllerId) const;  ///< 0: none
    /// Rebuilt from the columns.
    [[nodiscard]] std::optional<Terminal> terminal(TerminalId id) const;
    /// Compares in constant time.
    [[nodiscard]] bool tokenMatches(TerminalId id, const Sha256& tokenHash) const;
    [[nodiscard]] bool tokenMatches(TerminalId id, std::string_view tokenHashHex) const;
    [[nodiscard]] std::optional<TimePoint> lastContact(TerminalId id) const;
    [[nodiscard]] bool attributesWanted(TerminalId id) const;
    /// Those known by a gateway's token alone.
    [[nodiscard]] const TerminalSet& byGateway() const;
    [[nodiscard]] TerminalSet all() const;
    [[nodiscard]] TerminalSet retired() const;
    [[nodiscard]] bool isRetired(TerminalId id) const;
    /// Those whose identity two machines seem to use.
    [[nodiscard]] TerminalSet suspectedClones() const;

    /// Whom an audience matches. A missing tag, attribute or product matches no comparison but `!=` and `=out=`.
    /// `clusterNames[id]` resolves the field cluster. Order operators compare naturally (filter::compareNatural);
    /// lastContact takes an RFC 3339 time or a span before `now` such as "30d", "12h", "15m".
    /// BaseErrc::invalidArgument for a value that cannot be read so.
    /// Retired terminals match nothing unless `withRetired`.
    struct Context {
        TimePoint now;
        std::vector<Cluster> clusters;
        bool withRetired = false;
    };
    [[nodiscard]] Result<TerminalSet> select(const filter::Expression& audience, const Context& context) const;

    /// Names for completion: keys of tags, attributes and installed products in use, and the values of one field.
    [[nodiscard]] std::vector<std::string> keys(filter::FieldKind kind) const;
    [[nodiscard]] std::vector<std::string> values(const filter::Field& field, std::size_t most) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace signalbox::fleet
