// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/show.h"

#include "app/ctl/plain_text.h"
#include "app/ctl/time_text.h"

namespace signalbox::ctl {

std::string when(const std::optional<TimePoint>& time) {
    return time ? localTime(*time) : "";
}

std::string ago(const std::optional<TimePoint>& time, const std::string& otherwise) {
    return time ? relativeTime(*time, SystemClock().now()) : otherwise;
}

std::string labels(const std::map<std::string, std::string>& labels) {
    std::string text;
    for (const auto& [key, value] : labels)
        text += (text.empty() ? "" : " ") + key + (value.empty() ? "" : "=" + value);
    return text;
}

Error explainFilter(Context& context, Error error, const std::string& filter) {
    if (error.code != BaseErrc::malformed && error.code != BaseErrc::invalidArgument) return error;
    auto session = context.session();
    if (!session) return error;
    const adminclient::Reply reply = (*session)->askRaw(adminclient::calls::checkAudience(filter).request);
    if (reply.body || !reply.place) return error;
    return makeError(error.code, "the filter is wrong: " + reply.body.error().context + "\n" +
                                     underlined(filter, reply.place->position, reply.place->length));
}

}  // namespace signalbox::ctl
