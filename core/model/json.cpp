// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <boost/json/parser.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <string>

#include "core/model/json_members.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

namespace signalbox {
namespace shape {

boost::json::value wholeWherePossible(double value) {
    constexpr double kExact = 9007199254740992.0;  // 2^53: whole numbers below print as such, not as "1E2"
    if (std::abs(value) < kExact && std::trunc(value) == value) return static_cast<std::int64_t>(value);
    return value;
}

boost::json::value objectOrText(const std::string& text) {
    const Result<boost::json::value> parsed = parseJson(text);
    const bool same = parsed && parsed->is_object() && boost::json::serialize(*parsed) == text;
    return same ? *parsed : boost::json::value(text);
}

const char* kindName(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null:
            return "null";
        case boost::json::kind::bool_:
            return "true or false";
        case boost::json::kind::int64:
        case boost::json::kind::uint64:
        case boost::json::kind::double_:
            return "a number";
        case boost::json::kind::string:
            return "a text";
        case boost::json::kind::array:
            return "a list";
        case boost::json::kind::object:
            return "an object";
    }
    return "something else";
}

}  // namespace shape

using shape::Reader;
using shape::Writer;

boost::json::object toJson(const Recipe& recipe) {
    return Writer::write(recipe);
}
boost::json::object toJson(const Terminal& terminal) {
    return Writer::write(terminal);
}
boost::json::object toJson(const SavedAudience& audience) {
    return Writer::write(audience);
}
boost::json::object toJson(const DdiSettings& settings) {
    return Writer::write(settings);
}
boost::json::object toJson(const Cluster& cluster) {
    return Writer::write(cluster);
}
boost::json::object toJson(const Node& node) {
    return Writer::write(node);
}
boost::json::object toJson(const Package& package) {
    boost::json::object object = Writer::write(package);
    object["rollBack"] = rollBackOf(package.recipe);
    return object;
}
boost::json::object toJson(const Release& release) {
    boost::json::object object = Writer::write(release);
    boost::json::array packages;
    for (const Package& package : release.packages)
        packages.push_back(toJson(package));
    object["packages"] = std::move(packages);
    return object;
}
boost::json::object toJson(const Rollout& rollout) {
    return Writer::write(rollout);
}
boost::json::object toJson(const Deployment& deployment) {
    return Writer::write(deployment);
}
boost::json::object toJson(const NodeCopy& copy) {
    return Writer::write(copy);
}
boost::json::object toJson(const AuditEntry& entry) {
    return Writer::write(entry);
}
boost::json::object toJson(const FeedbackEntry& entry) {
    return Writer::write(entry);
}

Result<Recipe> recipeFromJson(const boost::json::value& json) {
    return Reader::read<Recipe>(json);
}
Result<Terminal> terminalFromJson(const boost::json::value& json) {
    return Reader::read<Terminal>(json);
}
Result<SavedAudience> savedAudienceFromJson(const boost::json::value& json) {
    return Reader::read<SavedAudience>(json);
}
Result<DdiSettings> ddiSettingsFromJson(const boost::json::value& json) {
    return Reader::read<DdiSettings>(json);
}
Result<Cluster> clusterFromJson(const boost::json::value& json) {
    return Reader::read<Cluster>(json);
}
Result<Node> nodeFromJson(const boost::json::value& json) {
    return Reader::read<Node>(json);
}
Result<Package> packageFromJson(const boost::json::value& json) {
    return Reader::read<Package>(json);
}
Result<Release> releaseFromJson(const boost::json::value& json) {
    return Reader::read<Release>(json);
}
Result<Rollout> rolloutFromJson(const boost::json::value& json) {
    return Reader::read<Rollout>(json);
}
Result<Deployment> deploymentFromJson(const boost::json::value& json) {
    return Reader::read<Deployment>(json);
}
Result<NodeCopy> nodeCopyFromJson(const boost::json::value& json) {
    return Reader::read<NodeCopy>(json);
}
Result<AuditEntry> auditEntryFromJson(const boost::json::value& json) {
    return Reader::read<AuditEntry>(json);
}
Result<FeedbackEntry> feedbackEntryFromJson(const boost::json::value& json) {
    return Reader::read<FeedbackEntry>(json);
}

Result<boost::json::value> parseJson(std::string_view text, std::size_t most) {
    if (text.size() > most)
        return makeError(BaseErrc::tooLarge, "JSON of " + std::to_string(text.size()) + " bytes, at most " +
                                                 std::to_string(most) + " are read");
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::json::parser parser({}, options);
    boost::system::error_code error;
    const std::size_t consumed = parser.write_some(text.data(), text.size(), error);
    if (error) return makeError(BaseErrc::malformed, "byte " + std::to_string(consumed) + ": " + error.message());
    if (consumed < text.size())
        return makeError(BaseErrc::malformed, "byte " + std::to_string(consumed) + ": text after the JSON value");
    return parser.release();
}

}  // namespace signalbox
