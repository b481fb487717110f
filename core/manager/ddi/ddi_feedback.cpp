// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_feedback.h"

#include <array>

#include "core/manager/ddi/ddi_answers.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxBody = 256 << 10;
constexpr std::array kExecutions{"closed",   "proceeding", "canceled",   "scheduled",
                                 "rejected", "resumed",    "downloaded", "download"};
constexpr std::array kFinished{"success", "failure", "none"};

template <std::size_t N>
bool isOneOf(const std::array<const char*, N>& known, std::string_view text) {
    for (const char* name : known)
        if (text == name) return true;
    return false;
}

const json::object* objectAt(const json::object& parent, std::string_view name) {
    const json::value* found = parent.if_contains(name);
    return found ? found->if_object() : nullptr;
}

std::optional<std::int64_t> numberAt(const json::object& parent, std::string_view name) {
    const json::value* found = parent.if_contains(name);
    if (!found || !found->is_int64()) return std::nullopt;
    return found->get_int64();
}

std::string joinDetails(const json::object& status) {
    const json::value* details = status.if_contains("details");
    if (!details) return {};
    if (const json::string* one = details->if_string()) return std::string(*one);
    std::string joined;
    if (const json::array* list = details->if_array())
        for (const json::value& line : *list) {
            const json::string* text = line.if_string();
            if (!text) continue;
            if (!joined.empty()) joined += '\n';
            joined += std::string_view(*text);
        }
    return joined;
}

/// What DDI alone says (protocols/ddi.md, the table under ActionFeedback).
TerminalReport reportOf(const std::string& execution, const std::string& finished, const json::object& status) {
    TerminalReport report;
    report.message = joinDetails(status);
    if (execution == "closed" && finished == "failure") {
        report.state = DeploymentState::failed;
        report.cause = FailureCause::other;
        report.logTail = report.message;
    } else if (execution == "closed") {
        report.state = DeploymentState::succeeded;
    } else if (execution == "canceled" || execution == "rejected") {
        report.wordOnly = true;
    } else if (execution == "download") {
        report.state = DeploymentState::downloading;
    } else if (execution == "downloaded") {
        report.state = DeploymentState::downloaded;
    } else {
        report.state = DeploymentState::installing;
    }
    if (const auto code = numberAt(status, "code"))
        report.message +=
            (report.message.empty() ? "" : "\n") + ("Device reported status code: " + std::to_string(*code));
    return report;
}

Result<void> takeOurs(const json::object& ours, TerminalReport& report) {
    const auto state = fromName<DeploymentState>(textAt(ours, "state"));
    if (!state || *state == DeploymentState::waiting || *state == DeploymentState::cancelled ||
        *state == DeploymentState::superseded)
        return makeError(BaseErrc::malformed, "signalbox.state: no state that a terminal reports");
    report.state = *state;
    report.cause = FailureCause::none;
    if (const std::string cause = textAt(ours, "cause"); !cause.empty()) {
        const auto known = fromName<FailureCause>(cause);
        if (!known) return makeError(BaseErrc::malformed, "signalbox.cause: no cause of the list");
        report.cause = *known;
    }
    if (const auto percent = numberAt(ours, "percent")) {
        if (*percent < 0 || *percent > 100)
            return makeError(BaseErrc::malformed, "signalbox.percent: 0 to 100 is wanted");
        report.percent = static_cast<std::uint32_t>(*percent);
    }
    if (const auto attempt = numberAt(ours, "attempt")) {
        if (*attempt < 1 || *attempt > 1'000'000) return makeError(BaseErrc::malformed, "signalbox.attempt");
        report.attempt = static_cast<std::uint32_t>(*attempt);
    }
    if (const std::string message = textAt(ours, "message"); !message.empty()) report.message = message;
    report.logTail = textAt(ours, "logTail");
    report.version = textAt(ours, "version").substr(0, 128);
    return {};
}

Result<json::object> parseObject(std::string_view text) {
    TRY(json::value value, parseJson(text, kMaxBody));
    if (!value.is_object()) return makeError(BaseErrc::malformed, "an object is wanted");
    return std::move(value.get_object());
}

Result<std::map<std::string, std::string>> textMap(const json::object& object, std::string_view where) {
    std::map<std::string, std::string> map;
    for (const auto& [key, value] : object) {
        if (!value.is_string())
            return makeError(BaseErrc::malformed, std::string(where) + "." + std::string(key) + ": text is wanted");
        map[std::string(key)] = std::string(value.get_string());
    }
    return map;
}

}  // namespace

Result<ActionFeedback> parseActionFeedback(std::string_view text) {
    TRY(const json::object body, parseObject(text));
    const json::object* status = objectAt(body, "status");
    if (!status) return makeError(BaseErrc::malformed, "status: an object is wanted");
    ActionFeedback feedback;
    feedback.execution = textAt(*status, "execution");
    if (!isOneOf(kExecutions, feedback.execution))
        return makeError(BaseErrc::malformed,
                         "status.execution: closed, proceeding, canceled, scheduled, rejected, "
                         "resumed, downloaded or download is wanted");
    const json::object* result = objectAt(*status, "result");
    feedback.finished = result ? textAt(*result, "finished") : "";
    if (!isOneOf(kFinished, feedback.finished))
        return makeError(BaseErrc::malformed, "status.result.finished: success, failure or none is wanted");
    feedback.report = reportOf(feedback.execution, feedback.finished, *status);
    if (const json::object* ours = objectAt(body, "signalbox")) CHECK(takeOurs(*ours, feedback.report));
    return feedback;
}

Result<Inventory::SelfDescription> parseConfigData(std::string_view text) {
    TRY(const json::object body, parseObject(text));
    Inventory::SelfDescription description;
    if (body.contains("mode")) {
        description.mode = textAt(body, "mode");
        if (description.mode != "merge" && description.mode != "replace" && description.mode != "remove")
            return makeError(BaseErrc::malformed, "mode: merge, replace or remove is wanted");
    }
    const json::object* data = objectAt(body, "data");
    const json::object* ours = objectAt(body, "signalbox");
    if (!data && !ours) return makeError(BaseErrc::malformed, "data: an object is wanted");
    if (data)
        for (const auto& [key, value] : *data) {
            if (!value.is_string() && !value.is_null())
                return makeError(BaseErrc::malformed, "data." + std::string(key) + ": text or null is wanted");
            description.attributes[std::string(key)] =
                value.is_null() ? std::nullopt : std::optional(std::string(value.get_string()));
        }
    if (ours) {
        description.platform = textAt(*ours, "platform");
        if (const json::object* installed = objectAt(*ours, "installed")) {
            TRY(description.installed, textMap(*installed, "signalbox.installed"));
        }
    }
    return description;
}

Result<Confirmation> parseConfirmation(std::string_view text) {
    TRY(const json::object body, parseObject(text));
    const std::string word = textAt(body, "confirmation");
    if (word != "confirmed" && word != "denied")
        return makeError(BaseErrc::malformed, "confirmation: confirmed or denied is wanted");
    Confirmation confirmation;
    confirmation.confirmed = word == "confirmed";
    confirmation.message = joinDetails(body);
    return confirmation;
}

}  // namespace signalbox::manager
