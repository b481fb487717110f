// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "app/ctl/table.h"
#include "core/base/result.h"

namespace signalbox::ctl {

/// Where output goes: tables and JSON to stdout, everything else to stderr. Colours only where the stream is a terminal
/// and NO_COLOR is not set.
class Screen {
public:
    Screen();

    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] std::size_t width() const { return m_width; }  ///< of stdout; 0: no terminal
    [[nodiscard]] bool live() const { return m_outIsTerminal; }
    [[nodiscard]] bool liveNotes() const { return m_errIsTerminal; }

    void print(std::string_view text);  ///< as it is; the caller has made it plain
    void print(const Table& table, std::string_view whenEmpty);
    void document(const boost::json::value& json);
    void note(std::string_view text);  ///< a line on stderr
    void error(std::string_view text);
    /// Rewrites the last line of stderr; terminals only.
    void status(std::string_view line);
    void clearStatus();
    /// Replaces the block printed by the call before; terminals only.
    void block(std::string_view lines);

    /// Asks on the terminal; BaseErrc::invalidArgument where nobody can be asked (say --yes), BaseErrc::cancelled for
    /// no.
    [[nodiscard]] Result<void> confirm(std::string_view question, bool yes);

    /// Asks for a password: on a terminal without showing it, else a line of standard input.
    [[nodiscard]] Result<std::string> secret(std::string_view question);

    [[nodiscard]] std::string bold(std::string_view text) const;

private:
    bool m_json = false;
    bool m_outIsTerminal;
    bool m_errIsTerminal;
    bool m_colours;
    std::size_t m_width = 0;
    bool m_hasStatus = false;
    std::size_t m_blockLines = 0;
};

/// `json` over several lines, two blanks a level.
[[nodiscard]] std::string prettyJson(const boost::json::value& json);

}  // namespace signalbox::ctl
