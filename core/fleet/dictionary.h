// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::fleet {

/// Texts by number: codes from 1, each with a count of its uses; code 0 is "no text". Made for a million short texts:
/// they lie in one string, a table of codes finds them, and a code that is no longer used is given again.
class Dictionary {
public:
    using Code = std::uint32_t;

    /// The text's code, 0 when it has none.
    [[nodiscard]] Code find(std::string_view text) const;
    /// Codes of all texts that are equal without the case of ASCII letters.
    [[nodiscard]] std::vector<Code> findAnyCase(std::string_view text) const;

    /// One more use of a text.
    Code use(std::string_view text);
    /// One use less; the last one forgets the text.
    void release(Code code);

    /// Valid until the next use() or release().
    [[nodiscard]] std::string_view text(Code code) const {
        return std::string_view(m_bytes).substr(m_entries[code].begin, m_entries[code].size);
    }
    [[nodiscard]] std::uint32_t uses(Code code) const { return m_entries[code].uses; }
    /// All codes are below it.
    [[nodiscard]] Code end() const { return static_cast<Code>(m_entries.size()); }
    /// Texts in use.
    [[nodiscard]] std::size_t size() const { return m_used; }

private:
    struct Entry {
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
        std::uint32_t uses = 0;
    };

    /// A place of the table: a code, and in the bits above the table's size some of its text's hash, so that the texts
    /// of others need not be looked at. 0: free.
    using Slot = std::uint32_t;

    [[nodiscard]] Code codeOf(Slot slot) const { return slot & static_cast<Slot>(m_table.size() - 1); }
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint64_t hash) const;
    void insertSlot(Code code);
    void eraseSlot(std::size_t slot);
    void growTable();
    void compact();

    std::vector<Entry> m_entries{1};  ///< by code
    std::vector<Slot> m_table;        ///< open addressing, linear probing; a power of two, above all codes
    std::vector<Code> m_freeCodes;
    std::string m_bytes;
    std::size_t m_deadBytes = 0;
    std::size_t m_used = 0;
};

}  // namespace signalbox::fleet
