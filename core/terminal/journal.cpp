// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/journal.h"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/model/names.h"
#include "core/terminal/json_read.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxJournal = 4 << 20;
constexpr std::array<std::string_view, 10> kStages{"downloading", "downloaded", "unpacking", "switching",
                                                   "restarting",  "rebooting",  "checking",  "keeping",
                                                   "rollingBack", "finished"};

Result<Stage> stageOf(std::string_view name) {
    for (std::size_t i = 0; i < kStages.size(); ++i)
        if (kStages[i] == name) return static_cast<Stage>(i);
    return makeError(BaseErrc::malformed, "member 'stage'");
}

Result<Journal> readJournal(const json::object& object) {
    Journal journal;
    TRY(const std::string stage, textMember(object, "stage"));
    TRY(journal.stage, stageOf(stage));
    TRY(journal.document, textMember(object, "document", kMaxDocument));
    TRY(journal.offer, parseOffer(journal.document));
    TRY(journal.recipeJson, optionalTextMember(object, "recipe", 1 << 20));
    TRY(journal.approved, optionalTextMember(object, "approved", 256));
    if (object.contains("releaseCounter")) {
        TRY(journal.releaseCounter, integerMember(object, "releaseCounter", 0, INT64_MAX));
    }
    TRY(const std::string layer, optionalTextMember(object, "layer"));
    if (!layer.empty()) {
        TRY(journal.layer, Digest::parse(layer));
    }
    TRY(const std::int64_t size, integerMember(object, "layerSize", 0, INT64_MAX));
    journal.layerSize = static_cast<std::uint64_t>(size);
    TRY(journal.permit, optionalTextMember(object, "permit", 16 << 10));
    TRY(journal.holdReason, optionalTextMember(object, "holdReason"));
    TRY(journal.holdUntil, optionalTimeMember(object, "holdUntil"));
    TRY(journal.tree, optionalTextMember(object, "tree"));
    TRY(journal.previous, optionalTextMember(object, "previous"));
    TRY(journal.fromVersion, optionalTextMember(object, "fromVersion"));
    TRY(const std::string cause, textMember(object, "cause"));
    TRY(const std::string outcome, textMember(object, "outcome"));
    const auto causeValue = fromName<FailureCause>(cause);
    const auto outcomeValue = fromName<DeploymentState>(outcome);
    if (!causeValue || !outcomeValue) return makeError(BaseErrc::malformed, "member 'cause' or 'outcome'");
    journal.cause = *causeValue;
    journal.outcome = *outcomeValue;
    TRY(journal.message, optionalTextMember(object, "message", 64 << 10));
    TRY(journal.logTail, optionalTextMember(object, "logTail", 64 << 10));
    TRY(journal.bootId, optionalTextMember(object, "bootId"));
    if (object.contains("reboots")) {
        TRY(journal.reboots, integerMember(object, "reboots", 0, INT64_MAX));
    }
    TRY(journal.restarts, integerMember(object, "restarts", 0, INT64_MAX));
    TRY(const auto changedAt, optionalTimeMember(object, "changedAt"));
    journal.changedAt = changedAt.value_or(TimePoint());
    return journal;
}

}  // namespace

std::string_view stageName(Stage stage) {
    return kStages[static_cast<std::size_t>(stage)];
}

DeploymentState Journal::state() const {
    switch (stage) {
        case Stage::downloading:
            return DeploymentState::downloading;
        case Stage::downloaded:
            return holdReason.empty() ? DeploymentState::downloaded : DeploymentState::holding;
        case Stage::unpacking:
        case Stage::switching:
        case Stage::restarting:
            return DeploymentState::installing;
        case Stage::rebooting:
            return holdReason.empty() ? DeploymentState::installing : DeploymentState::holding;
        case Stage::checking:
        case Stage::keeping:
        case Stage::rollingBack:
            return DeploymentState::checking;
        case Stage::finished:
            return outcome;
    }
    return outcome;
}

std::string journalText(const Journal& journal) {
    json::object object;
    object["stage"] = stageName(journal.stage);
    object["document"] = journal.document;
    object["recipe"] = journal.recipeJson;
    object["approved"] = journal.approved;
    object["releaseCounter"] = journal.releaseCounter;
    object["layer"] = journal.layer.text();
    object["layerSize"] = static_cast<std::int64_t>(journal.layerSize);
    object["permit"] = journal.permit;
    object["holdReason"] = journal.holdReason;
    if (journal.holdUntil) object["holdUntil"] = toRfc3339(*journal.holdUntil);
    object["tree"] = journal.tree;
    object["previous"] = journal.previous;
    object["fromVersion"] = journal.fromVersion;
    object["cause"] = nameOf(journal.cause);
    object["message"] = journal.message;
    object["logTail"] = journal.logTail;
    object["outcome"] = nameOf(journal.outcome);
    object["bootId"] = journal.bootId;
    object["reboots"] = journal.reboots;
    object["restarts"] = journal.restarts;
    object["changedAt"] = toRfc3339(journal.changedAt);
    return json::serialize(object);
}

Result<Journal> parseJournal(std::string_view text) {
    TRY(const json::object object, readObject(text, kMaxJournal));
    return readJournal(object);
}

Result<std::optional<Journal>> JournalFile::load() const {
    auto text = readFile(m_path, kMaxJournal);
    if (!text && text.error().code == BaseErrc::notFound) return std::optional<Journal>();
    if (!text) return std::move(text).error();
    auto journal = parseJournal(*text);
    if (!journal) return std::move(journal).error().within(m_path.string());
    return std::optional<Journal>(std::move(*journal));
}

Result<void> JournalFile::save(const Journal& journal) {
    return replaceFile(m_files, m_path, bytesOf(journalText(journal)), 0600);
}

Result<void> JournalFile::remove() {
    CHECK(m_files.remove(m_path));
    return m_files.syncDirectory(m_path.parent_path());
}

}  // namespace signalbox::terminal
