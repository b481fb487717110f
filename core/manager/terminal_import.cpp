// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/terminal_import.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/base/log.h"
#include "core/base/utf8.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMaxColumns = 110;
constexpr std::size_t kMaxTerminals = 200000;

Error at(std::size_t line, std::size_t column, const std::string& what) {
    return makeError(BaseErrc::malformed,
                     "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + what);
}

/// Takes record after record off a text.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : m_rest(text) {
        if (m_rest.starts_with("\xef\xbb\xbf")) m_rest.remove_prefix(3);
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t line() const { return m_line; }  ///< on which the last record began

    [[nodiscard]] Result<std::vector<std::string>> next() {
        m_line = m_nextLine;
        std::vector<std::string> fields;
        for (;;) {
            if (fields.size() == kMaxColumns) return at(m_line, kMaxColumns, "too many columns");
            TRY(std::string field, takeField(fields.size() + 1));
            fields.push_back(std::move(field));
            if (m_rest.starts_with(',')) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (m_rest.starts_with("\r\n")) m_rest.remove_prefix(1);
            if (m_rest.starts_with('\r')) return at(m_line, fields.size(), "a carriage return without a line feed");
            if (m_rest.starts_with('\n')) m_rest.remove_prefix(1);
            ++m_nextLine;
            return fields;
        }
    }

private:
    [[nodiscard]] Result<std::string> takeField(std::size_t column) {
        if (!m_rest.starts_with('"')) {
            const std::string_view field = m_rest.substr(0, m_rest.find_first_of(",\r\n"));
            m_rest.remove_prefix(field.size());
            if (field.find('"') != std::string_view::npos)
                return at(m_line, column, "a quotation mark stands only around the whole field");
            return std::string(field);
        }
        m_rest.remove_prefix(1);
        std::string field;
        for (;;) {
            const std::size_t end = m_rest.find('"');
            if (end == std::string_view::npos) return at(m_line, column, "the quotation mark is not closed");
            m_nextLine += static_cast<std::size_t>(
                std::count(m_rest.begin(), m_rest.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
            field += m_rest.substr(0, end);
            m_rest.remove_prefix(end + 1);
            if (!m_rest.starts_with('"')) break;
            field += '"';
            m_rest.remove_prefix(1);
        }
        if (!m_rest.empty() && std::string_view(",\r\n").find(m_rest.front()) == std::string_view::npos)
            return at(m_line, column, "a comma is wanted after the quotation mark");
        return field;
    }

    std::string_view m_rest;
    std::size_t m_line = 0;
    std::size_t m_nextLine = 1;
};

Result<void> checkHeader(const std::vector<std::string>& names) {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& name = names[i];
        const bool known = name == "controllerId" || name == "name" || name == "platform" || name == "cluster" ||
                           (name.starts_with("tag.") && name.size() > 4 && name.size() <= 68);
        if (!known) return at(1, i + 1, "'" + printable(name, 64) + "' is no column of terminals");
        if (!seen.insert(name).second) return at(1, i + 1, "'" + name + "' is there twice");
    }
    for (const char* wanted : {"controllerId", "platform"})
        if (!seen.contains(wanted)) return at(1, names.size() + 1, std::string(wanted) + " is missing");
    return {};
}

Result<void> takeValue(ImportedTerminal& into, const std::string& name, std::string value, std::size_t column) {
    const bool isTag = name.starts_with("tag.");
    const std::size_t most = name == "platform" || name == "cluster" ? 64 : 256;
    if (value.size() > most || printable(value, most) != value)
        return at(into.line, column, name + ": at most " + std::to_string(most) + " bytes without control characters");
    if (value.empty() && (name == "controllerId" || name == "platform"))
        return at(into.line, column, name + " is empty");
    if (isTag) {
        if (!value.empty()) into.tags[name.substr(4)] = std::move(value);
        return {};
    }
    const std::array places{std::pair("controllerId", &into.controllerId), std::pair("name", &into.name),
                            std::pair("platform", &into.platform), std::pair("cluster", &into.cluster)};
    const auto place =
        std::find_if(places.begin(), places.end(), [&](const auto& known) { return name == known.first; });
    if (place != places.end()) *place->second = std::move(value);
    return {};
}

std::size_t columnOf(const std::vector<std::string>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()) + 1;
}

}  // namespace

Result<std::vector<ImportedTerminal>> parseTerminalCsv(std::string_view text) {
    CsvReader reader(text);
    TRY(const std::vector<std::string> names, reader.next());
    CHECK(checkHeader(names));
    std::vector<ImportedTerminal> terminals;
    std::unordered_set<std::string> ids;
    while (!reader.atEnd()) {
        TRY(std::vector<std::string> values, reader.next());
        if (values.size() == 1 && values[0].empty()) continue;
        if (values.size() != names.size())
            return at(reader.line(), std::min(values.size(), names.size()) + 1,
                      std::to_string(names.size()) + " fields are wanted");
        ImportedTerminal& terminal = terminals.emplace_back();
        terminal.line = reader.line();
        for (std::size_t i = 0; i < names.size(); ++i)
            CHECK(takeValue(terminal, names[i], std::move(values[i]), i + 1));
        if (!ids.insert(terminal.controllerId).second)
            return at(terminal.line, columnOf(names, "controllerId"), "this controllerId is there twice");
        if (terminals.size() > kMaxTerminals) return at(terminal.line, 1, "at most 200000 terminals at once");
    }
    return terminals;
}

Result<ImportResult> importTerminals(Engine& engine, const std::vector<ImportedTerminal>& wanted, bool tokens,
                                     std::string_view actor) {
    for (const ImportedTerminal& terminal : wanted) {
        if (engine.world.fleet.findByControllerId(terminal.controllerId))
            return makeError(BaseErrc::alreadyExists, "line " + std::to_string(terminal.line) +
                                                          ", column controllerId: terminal '" + terminal.controllerId +
                                                          "' is known already");
        if (!terminal.cluster.empty() && !engine.world.clusterByName(terminal.cluster))
            return makeError(BaseErrc::notFound, "line " + std::to_string(terminal.line) +
                                                     ", column cluster: there is no cluster '" + terminal.cluster +
                                                     "'");
        if (terminal.tags.size() > 100)
            return makeError(BaseErrc::tooLarge, "line " + std::to_string(terminal.line) + ": at most 100 tags");
    }
    const Cluster* first = engine.world.clusterByName("default");
    const ClusterId otherwise = first ? first->id : engine.world.clusters.begin()->first;
    ImportResult result;
    for (const ImportedTerminal& line : wanted) {
        Joining::NewTerminal made;
        made.terminal.controllerId = line.controllerId;
        made.terminal.name = line.name;
        made.terminal.platform = line.platform;
        made.terminal.tags = line.tags;
        made.terminal.cluster = line.cluster.empty() ? otherwise : engine.world.clusterByName(line.cluster)->id;
        if (tokens) {
            made.token = toBase64Url(bytesOf(randomBytes(24)));
            made.terminal.tokenHash = sha256Hex(bytesOf(made.token));
        }
        TRY(made.terminal, Joining(engine).addTerminal(std::move(made.terminal), actor));
        result.terminals.push_back(std::move(made));
    }
    return result;
}

}  // namespace signalbox::manager
