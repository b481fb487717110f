// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/screen.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <iostream>

#include "app/ctl/plain_text.h"

namespace signalbox::ctl {
namespace {

void write(int stream, std::string_view text) {
    std::ostream& out = stream == STDOUT_FILENO ? std::cout : std::cerr;
    out.write(text.data(), static_cast<std::streamsize>(text.size())).flush();
}

std::size_t terminalWidth() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

void appendPretty(std::string& text, const boost::json::value& json, std::size_t depth) {
    const std::string inner(2 * (depth + 1), ' ');
    const std::string outer(2 * depth, ' ');
    if (const auto* object = json.if_object(); object && !object->empty()) {
        const char* separator = "{\n";
        for (const auto& [name, value] : *object) {
            text += separator + inner + boost::json::serialize(name) + ": ";
            appendPretty(text, value, depth + 1);
            separator = ",\n";
        }
        text += "\n" + outer + "}";
    } else if (const auto* array = json.if_array(); array && !array->empty()) {
        const char* separator = "[\n";
        for (const auto& value : *array) {
            text += separator + inner;
            appendPretty(text, value, depth + 1);
            separator = ",\n";
        }
        text += "\n" + outer + "]";
    } else {
        text += boost::json::serialize(json);
    }
}

}  // namespace

std::string prettyJson(const boost::json::value& json) {
    std::string text;
    appendPretty(text, json, 0);
    return text;
}

Screen::Screen() : m_outIsTerminal(isatty(STDOUT_FILENO) == 1), m_errIsTerminal(isatty(STDERR_FILENO) == 1) {
    const char* none = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    m_colours = (!none || *none == '\0') && kind && std::string_view(kind) != "dumb";
    if (m_outIsTerminal) m_width = terminalWidth();
}

void Screen::print(std::string_view text) {
    clearStatus();
    write(STDOUT_FILENO, text);
}

void Screen::print(const Table& table, std::string_view whenEmpty) {
    if (table.empty()) return note(whenEmpty);
    const std::string text = table.text(m_width);
    const std::size_t titleEnd = text.find('\n');
    print(bold(std::string_view(text).substr(0, titleEnd)) + text.substr(titleEnd));
}

void Screen::document(const boost::json::value& json) {
    print(prettyJson(json) + "\n");
}

void Screen::note(std::string_view text) {
    clearStatus();
    write(STDERR_FILENO, std::string(text) + "\n");
}

void Screen::error(std::string_view text) {
    clearStatus();
    const bool coloured = m_errIsTerminal && m_colours;
    write(STDERR_FILENO, std::string(coloured ? "\033[1;31merror:\033[0m " : "error: ") + std::string(text) + "\n");
}

void Screen::status(std::string_view line) {
    if (!m_errIsTerminal) return;
    write(STDERR_FILENO, "\r\033[K" + shortened(line, m_width > 1 ? m_width - 1 : 79));
    m_hasStatus = true;
}

void Screen::clearStatus() {
    if (std::exchange(m_hasStatus, false)) write(STDERR_FILENO, "\r\033[K");
}

void Screen::block(std::string_view lines) {
    clearStatus();
    std::string text;
    if (m_blockLines > 0) text += "\033[" + std::to_string(m_blockLines) + "A\033[J";
    m_blockLines = 0;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        text += shortened(lines.substr(0, end), m_width > 1 ? m_width - 1 : 79) + "\n";
        ++m_blockLines;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    write(STDOUT_FILENO, text);
}

Result<void> Screen::confirm(std::string_view question, bool yes) {
    if (yes) return {};
    if (isatty(STDIN_FILENO) != 1)
        return makeError(BaseErrc::invalidArgument, std::string(question) + " Nobody can be asked here: say --yes");
    clearStatus();
    write(STDERR_FILENO, std::string(question) + " [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes") return {};
    return makeError(BaseErrc::cancelled, "nothing was changed");
}

Result<std::string> Screen::secret(std::string_view question) {
    termios shown{};
    const bool asks = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (asks) {
        clearStatus();
        write(STDERR_FILENO, question);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    std::string answer;
    std::getline(std::cin, answer);
    if (asks) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        write(STDERR_FILENO, "\n");
    }
    if (answer.empty()) return makeError(BaseErrc::invalidArgument, "no password was given");
    return answer;
}

std::string Screen::bold(std::string_view text) const {
    if (!m_outIsTerminal || !m_colours) return std::string(text);
    return "\033[1m" + std::string(text) + "\033[0m";
}

}  // namespace signalbox::ctl
