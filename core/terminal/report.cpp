// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/report.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/model/names.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Length of the well-formed UTF-8 sequence at the start of `text` (RFC 3629), 0 where there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = at(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isContinuation(text[i])) return 0;
    const bool bad = (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xED && at(1) > 0x9F) ||
                     (lead == 0xF0 && at(1) < 0x90) || (lead == 0xF4 && at(1) > 0x8F);
    return bad ? 0 : length;
}

std::string validUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            valid += '?';
        else
            valid.append(text.substr(0, length));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return valid;
}

struct Execution {
    std::string_view execution;
    std::string_view finished;
};

Execution executionOf(DeploymentState state) {
    switch (state) {
        case DeploymentState::downloaded:
            return {"downloaded", "none"};
        case DeploymentState::succeeded:
            return {"closed", "success"};
        case DeploymentState::failed:
        case DeploymentState::rolledBack:
        case DeploymentState::refused:
        case DeploymentState::cancelled:
        case DeploymentState::superseded:
            return {"closed", "failure"};
        default:
            return {"proceeding", "none"};
    }
}

std::string bodyOf(const Execution& execution, std::string_view detail, TimePoint at, json::object ours) {
    json::object status;
    status["execution"] = execution.execution;
    status["result"] = json::object{{"finished", execution.finished}};
    if (!detail.empty()) status["details"] = json::array{json::value(detail)};
    json::object body;
    body["timestamp"] = static_cast<std::int64_t>(at.time_since_epoch().count());
    body["status"] = std::move(status);
    if (!ours.empty()) body["signalbox"] = std::move(ours);
    return json::serialize(body);
}

}  // namespace

std::string headText(std::string_view text, std::size_t most) {
    std::string valid = validUtf8(text.substr(0, most));
    if (text.size() > most)  // the cut may have split the last character
        while (!valid.empty() && valid.back() == '?' && isContinuation(text[most]))
            valid.pop_back();
    return valid;
}

std::string tailText(std::string_view text, std::size_t most) {
    if (text.size() > most) text.remove_prefix(text.size() - most);
    while (!text.empty() && isContinuation(text.front()))
        text.remove_prefix(1);
    return validUtf8(text);
}

std::string feedbackBody(const Report& report) {
    const std::string message = headText(report.message, kMaxMessage);
    json::object ours;
    ours["attempt"] = report.attempt;
    ours["state"] = nameOf(report.state);
    if (report.percent) ours["percent"] = *report.percent;
    if (report.cause != FailureCause::none) ours["cause"] = nameOf(report.cause);
    if (!message.empty()) ours["message"] = message;
    if (!report.logTail.empty()) ours["logTail"] = tailText(report.logTail, kMaxLogTail);
    ours["at"] = toRfc3339(report.at);
    if (!report.version.empty()) ours["version"] = report.version;
    return bodyOf(executionOf(report.state), message, report.at, std::move(ours));
}

std::string cancelBody(bool stopped, std::string_view message, TimePoint at) {
    const Execution execution = stopped ? Execution{"closed", "success"} : Execution{"rejected", "none"};
    return bodyOf(execution, headText(message, kMaxMessage), at, {});
}

}  // namespace signalbox::terminal
