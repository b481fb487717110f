// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/fleet.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "core/base/hash.h"
#include "core/fleet/selection.h"

namespace signalbox::fleet {
namespace {

using Row = Column::Row;

std::int64_t toCount(TimePoint time) {
    return time.time_since_epoch().count();
}
TimePoint fromCount(std::int64_t milliseconds) {
    return TimePoint(Milliseconds(milliseconds));
}

std::string_view textOf(const Sha256& hash) {
    return signalbox::textOf(std::as_bytes(std::span(hash)));
}

/// False when it is no lower-case hex of 32 bytes.
bool fromHex(std::string_view hex, Sha256& bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    if (hex.size() != bytes.size() * 2) return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto high = kDigits.find(hex[2 * i]);
        const auto low = kDigits.find(hex[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return false;
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

}  // namespace

struct Fleet::Impl {
    std::uint64_t revision = 1;
    Columns columns;
    std::vector<Row> rowOfControllerId;  ///< by code of columns.controllerIds
    std::vector<std::int64_t> joinedAt;  ///< by row, as what follows
    std::vector<std::int64_t> permitSequences;
    std::vector<Sha256> tokenHashes;
    TerminalSet attributesKnown;
    TerminalSet byGateway;
    std::unordered_map<Row, AutoConfirm> autoConfirms;    ///< those that are not as one begins
    std::unordered_map<Row, std::string> oddTokenHashes;  ///< those that are no SHA-256 in hex; all zero above
    std::unordered_map<Row, std::int64_t> retiredAt;      ///< of the few
    std::unordered_map<Row, std::int64_t> cloneSeenAt;

    static void putTime(std::unordered_map<Row, std::int64_t>& times, Row row, std::optional<TimePoint> time) {
        if (time)
            times[row] = toCount(*time);
        else
            times.erase(row);
    }
    [[nodiscard]] static std::optional<TimePoint> timeOf(const std::unordered_map<Row, std::int64_t>& times, Row row) {
        const auto found = times.find(row);
        return found == times.end() ? std::nullopt : std::optional(fromCount(found->second));
    }
    [[nodiscard]] static TerminalSet setOf(const std::unordered_map<Row, std::int64_t>& times) {
        TerminalSet set;
        for (const auto& [row, time] : times)
            set.add({static_cast<std::int64_t>(row)});
        return set;
    }

    /// 0 when there is no such terminal.
    [[nodiscard]] Row find(TerminalId id) const {
        const bool fits = id.value > 0 && static_cast<std::uint64_t>(id.value) < joinedAt.size();
        return fits && columns.all.contains(id) ? static_cast<Row>(id.value) : 0;
    }
    void reserveRow(Row row) {
        if (row < joinedAt.size()) return;
        joinedAt.resize(row + 1);
        permitSequences.resize(row + 1);
        tokenHashes.resize(row + 1);
        columns.lastContacts.resize(row + 1, Columns::kNever);
    }
    void putControllerId(Row row, const std::string& controllerId) {
        dropControllerId(row);
        columns.controllerIds.set(row, controllerId);
        const auto code = columns.controllerIds.code(row);
        if (code >= rowOfControllerId.size()) rowOfControllerId.resize(code + 1);
        rowOfControllerId[code] = row;
    }
    void dropControllerId(Row row) {
        const auto code = columns.controllerIds.code(row);
        if (code != 0 && rowOfControllerId[code] == row) rowOfControllerId[code] = 0;
    }
    void putDdiState(Row row, const Terminal& terminal) {
        const auto put = [id = TerminalId{row}](TerminalSet& set, bool in) { in ? set.add(id) : set.remove(id); };
        put(attributesKnown, !terminal.attributesWanted);
        put(byGateway, terminal.byGateway);
        if (terminal.autoConfirm == AutoConfirm())
            autoConfirms.erase(row);
        else
            autoConfirms[row] = terminal.autoConfirm;
    }
    void putTokenHash(Row row, const std::string& hex) {
        oddTokenHashes.erase(row);
        if (fromHex(hex, tokenHashes[row])) return;
        tokenHashes[row] = {};
        oddTokenHashes.emplace(row, hex);
    }
    [[nodiscard]] std::string tokenHash(Row row) const {
        const auto odd = oddTokenHashes.find(row);
        return odd != oddTokenHashes.end() ? odd->second : toHex(std::as_bytes(std::span(tokenHashes[row])));
    }
};

Fleet::Fleet() : m_impl(std::make_unique<Impl>()) {}
Fleet::~Fleet() = default;
Fleet::Fleet(Fleet&&) noexcept = default;
Fleet& Fleet::operator=(Fleet&&) noexcept = default;

void Fleet::put(const Terminal& terminal) {
    if (terminal.id.value <= 0 || terminal.id.value >= std::numeric_limits<Row>::max())
        throw std::out_of_range("Fleet::put: id " + std::to_string(terminal.id.value));
    const auto row = static_cast<Row>(terminal.id.value);
    ++m_impl->revision;
    Columns& columns = m_impl->columns;
    m_impl->reserveRow(row);
    columns.all.add(terminal.id);
    m_impl->putControllerId(row, terminal.controllerId);
    columns.names.set(row, terminal.name);
    columns.platforms.set(row, terminal.platform);
    if (terminal.cluster)
        columns.clusters.set(row, std::to_string(terminal.cluster.value));
    else
        columns.clusters.clear(row);
    columns.tags.put(row, terminal.tags);
    columns.attributes.put(row, terminal.attributes);
    columns.installed.put(row, terminal.installed);
    columns.lastContacts[row] = terminal.lastContact ? toCount(*terminal.lastContact) : Columns::kNever;
    m_impl->putTokenHash(row, terminal.tokenHash);
    m_impl->putDdiState(row, terminal);
    m_impl->joinedAt[row] = toCount(terminal.joinedAt);
    m_impl->permitSequences[row] = terminal.permitSequence;
    Impl::putTime(m_impl->retiredAt, row, terminal.retiredAt);
    Impl::putTime(m_impl->cloneSeenAt, row, terminal.cloneSeenAt);
}

void Fleet::remove(TerminalId id) {
    const Row row = m_impl->find(id);
    if (row == 0) return;
    ++m_impl->revision;
    Columns& columns = m_impl->columns;
    m_impl->dropControllerId(row);
    for (Column* column : {&columns.controllerIds, &columns.names, &columns.platforms, &columns.clusters})
        column->clear(row);
    for (KeyedColumns* keyed : {&columns.tags, &columns.attributes, &columns.installed})
        keyed->put(row, {});
    columns.lastContacts[row] = Columns::kNever;
    m_impl->tokenHashes[row] = {};
    m_impl->oddTokenHashes.erase(row);
    m_impl->retiredAt.erase(row);
    m_impl->cloneSeenAt.erase(row);
    m_impl->putDdiState(row, Terminal());
    columns.all.remove(id);
}

void Fleet::touch(TerminalId id, TimePoint contact) {
    if (const Row row = m_impl->find(id); row != 0) m_impl->columns.lastContacts[row] = toCount(contact);
}

std::uint64_t Fleet::size() const {
    return m_impl->columns.all.count();
}

TerminalId Fleet::findByControllerId(std::string_view controllerId) const {
    const auto code = m_impl->columns.controllerIds.values().find(controllerId);
    const Row row = code == 0 ? 0 : m_impl->rowOfControllerId[code];
#ifdef __GNUC__
    // Whoever asks by this id looks at the terminal's token next, and notes the contact: of a million terminals neither
    // is in a cache.
    if (row != 0) {
        __builtin_prefetch(&m_impl->tokenHashes[row]);
        __builtin_prefetch(&m_impl->columns.lastContacts[row], 1);
    }
#endif
    return {row};
}

std::optional<Terminal> Fleet::terminal(TerminalId id) const {
    const Row row = m_impl->find(id);
    if (row == 0) return std::nullopt;
    const Columns& columns = m_impl->columns;
    const auto textOf = [row](const Column& column) { return std::string(column.values().text(column.code(row))); };
    Terminal terminal;
    terminal.id = id;
    terminal.controllerId = textOf(columns.controllerIds);
    terminal.name = textOf(columns.names);
    terminal.platform = textOf(columns.platforms);
    if (columns.clusters.code(row) != 0) terminal.cluster = {std::stoll(textOf(columns.clusters))};
    terminal.tokenHash = m_impl->tokenHash(row);
    terminal.tags = columns.tags.get(row);
    terminal.attributes = columns.attributes.get(row);
    terminal.installed = columns.installed.get(row);
    terminal.joinedAt = fromCount(m_impl->joinedAt[row]);
    terminal.lastContact = lastContact(id);
    terminal.permitSequence = m_impl->permitSequences[row];
    terminal.retiredAt = Impl::timeOf(m_impl->retiredAt, row);
    terminal.cloneSeenAt = Impl::timeOf(m_impl->cloneSeenAt, row);
    terminal.attributesWanted = !m_impl->attributesKnown.contains(id);
    terminal.byGateway = m_impl->byGateway.contains(id);
    if (const auto word = m_impl->autoConfirms.find(row); word != m_impl->autoConfirms.end())
        terminal.autoConfirm = word->second;
    return terminal;
}

bool Fleet::tokenMatches(TerminalId id, const Sha256& tokenHash) const {
    const Row row = m_impl->find(id);
    if (row == 0 || (!m_impl->oddTokenHashes.empty() && m_impl->oddTokenHashes.contains(row))) return false;
    return equalConstantTime(textOf(m_impl->tokenHashes[row]), textOf(tokenHash));
}

bool Fleet::tokenMatches(TerminalId id, std::string_view tokenHashHex) const {
    Sha256 hash{};
    return fromHex(tokenHashHex, hash) && tokenMatches(id, hash);
}

std::optional<TimePoint> Fleet::lastContact(TerminalId id) const {
    const Row row = m_impl->find(id);
    if (row == 0 || m_impl->columns.lastContacts[row] == Columns::kNever) return std::nullopt;
    return fromCount(m_impl->columns.lastContacts[row]);
}

bool Fleet::attributesWanted(TerminalId id) const {
    return m_impl->find(id) != 0 && !m_impl->attributesKnown.contains(id);
}

const TerminalSet& Fleet::byGateway() const {
    return m_impl->byGateway;
}

std::uint64_t Fleet::revision() const {
    return m_impl->revision;
}

TerminalSet Fleet::all() const {
    return m_impl->columns.all;
}

TerminalSet Fleet::retired() const {
    return Impl::setOf(m_impl->retiredAt);
}

bool Fleet::isRetired(TerminalId id) const {
    if (m_impl->retiredAt.empty()) return false;
    return m_impl->retiredAt.contains(static_cast<Row>(id.value));
}

TerminalSet Fleet::suspectedClones() const {
    return Impl::setOf(m_impl->cloneSeenAt);
}

Result<TerminalSet> Fleet::select(const filter::Expression& audience, const Context& context) const {
    auto found = fleet::select(m_impl->columns, audience, context);
    if (found && !context.withRetired && !m_impl->retiredAt.empty()) *found -= retired();
    return found;
}

std::vector<std::string> Fleet::keys(filter::FieldKind kind) const {
    switch (kind) {
        case filter::FieldKind::tag:
            return m_impl->columns.tags.keys();
        case filter::FieldKind::attribute:
            return m_impl->columns.attributes.keys();
        case filter::FieldKind::installed:
            return m_impl->columns.installed.keys();
        default:
            return {};
    }
}

std::vector<std::string> Fleet::values(const filter::Field& field, std::size_t most) const {
    const Column* column = field.kind == filter::FieldKind::cluster ? nullptr : m_impl->columns.find(field);
    if (!column) return {};
    const Dictionary& values = column->values();
    std::vector<std::string_view> texts;
    for (Dictionary::Code code = 1; code < values.end(); ++code)
        if (values.uses(code) > 0) texts.push_back(values.text(code));
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, texts.size()));
    std::partial_sort(texts.begin(), texts.begin() + count, texts.end(),
                      [](std::string_view a, std::string_view b) { return filter::compareNatural(a, b) < 0; });
    return {texts.begin(), texts.begin() + count};
}

}  // namespace signalbox::fleet
