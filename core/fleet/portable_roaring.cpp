// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/portable_roaring.h"

#include <bit>
#include <vector>

namespace signalbox::fleet {
namespace {

// Names and numbers of the specification.
constexpr std::uint32_t kCookieNoRuns = 12346;
constexpr std::uint32_t kCookieRuns = 12347;
constexpr std::uint32_t kNoOffsetBelow = 4;  ///< with runs, offsets are left out for fewer containers
constexpr std::uint32_t kArrayMost = 4096;   ///< values of an array container; more are a bitset
constexpr std::uint32_t kMostContainers = 65536;
constexpr std::uint32_t kContainerValues = 65536;

struct Container {
    std::uint32_t base = 0;  ///< upper half of its values
    std::uint32_t count = 0;
    bool runs = false;
};

class PortableReader {
public:
    PortableReader(std::string_view bytes, const std::function<void(std::span<const std::uint32_t>)>& take)
        : m_bytes(bytes), m_take(take) {}

    Result<void> read() {
        TRY(const auto containers, readHeader());
        for (const Container& container : containers) {
            m_values.clear();
            CHECK(readContainer(container));
            m_take(m_values);
        }
        return m_at == m_bytes.size() ? Result<void>() : wrong("bytes after the end");
    }

private:
    Result<std::vector<Container>> readHeader() {
        TRY(const std::uint32_t cookie, number(4));
        std::string_view runFlags;
        std::uint32_t size = 0;
        const bool withRuns = (cookie & 0xffff) == kCookieRuns;
        if (withRuns) {
            size = (cookie >> 16) + 1;
            TRY(runFlags, take((size + 7) / 8));
        } else if (cookie == kCookieNoRuns) {
            TRY(size, number(4));
        } else {
            return wrong("no Roaring cookie");
        }
        if (size > kMostContainers) return wrong("too many containers");
        std::vector<Container> containers;
        for (std::uint32_t i = 0; i < size; ++i) {
            TRY(const std::uint32_t key, number(2));
            TRY(const std::uint32_t countLessOne, number(2));
            const bool runs = withRuns && ((static_cast<unsigned char>(runFlags[i / 8]) >> (i % 8)) & 1) != 0;
            if (!containers.empty() && containers.back().base >= key << 16) return wrong("containers out of order");
            containers.push_back({key << 16, countLessOne + 1, runs});
        }
        // Offsets only help to jump; what they point to is read in order anyway.
        if (!withRuns || size >= kNoOffsetBelow) CHECK(take(std::size_t{size} * 4));
        return containers;
    }

    Result<void> readContainer(const Container& container) {
        if (container.runs) return readRuns(container);
        return container.count <= kArrayMost ? readArray(container) : readBitset(container);
    }

    Result<void> readRuns(const Container& container) {
        TRY(const std::uint32_t runs, number(2));
        std::uint32_t next = 0;  ///< the least value the next run may begin with
        for (std::uint32_t i = 0; i < runs; ++i) {
            TRY(const std::uint32_t first, number(2));
            TRY(const std::uint32_t lengthLessOne, number(2));
            if (first < next || first + lengthLessOne >= kContainerValues) return wrong("runs out of order");
            next = first + lengthLessOne + 1;
            for (std::uint32_t value = first; value < next; ++value)
                m_values.push_back(container.base | value);
        }
        return counted(container);
    }

    Result<void> readArray(const Container& container) {
        for (std::uint32_t i = 0; i < container.count; ++i) {
            TRY(const std::uint32_t value, number(2));
            if (i > 0 && (container.base | value) <= m_values.back()) return wrong("values out of order");
            m_values.push_back(container.base | value);
        }
        return {};
    }

    Result<void> readBitset(const Container& container) {
        for (std::uint32_t word = 0; word < kContainerValues / 32; ++word) {
            TRY(std::uint32_t bits, number(4));
            for (; bits != 0; bits &= bits - 1)
                m_values.push_back(container.base | (word * 32 + static_cast<std::uint32_t>(std::countr_zero(bits))));
        }
        return counted(container);
    }

    [[nodiscard]] Result<void> counted(const Container& container) const {
        return m_values.size() == container.count ? Result<void>() : wrong("a container of another size than stated");
    }

    Result<std::string_view> take(std::size_t count) {
        if (m_bytes.size() - m_at < count) return wrong("cut short");
        const auto taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }
    Result<std::uint32_t> number(std::size_t bytes) {
        TRY(const auto taken, take(bytes));
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= std::uint32_t{static_cast<unsigned char>(taken[i])} << (8 * i);
        return value;
    }
    [[nodiscard]] Error wrong(std::string_view what) const {
        return makeError(BaseErrc::malformed,
                         "Roaring bitmap, byte " + std::to_string(m_at) + ": " + std::string(what));
    }

    std::string_view m_bytes;
    const std::function<void(std::span<const std::uint32_t>)>& m_take;
    std::size_t m_at = 0;
    std::vector<std::uint32_t> m_values;
};

}  // namespace

Result<void> readPortableRoaring(std::string_view bytes,
                                 const std::function<void(std::span<const std::uint32_t>)>& take) {
    return PortableReader(bytes, take).read();
}

}  // namespace signalbox::fleet
