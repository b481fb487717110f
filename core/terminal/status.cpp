// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/status.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <system_error>

#include "core/base/log.h"
#include "core/model/names.h"
#include "core/terminal/feedback_queue.h"
#include "core/terminal/journal.h"
#include "core/terminal/platform/platform.h"

namespace signalbox::terminal {
namespace {

namespace json = boost::json;

std::int64_t percentOf(const DataFolder& folder, const Journal& journal) {
    if (journal.layer.empty() || journal.layerSize == 0) return 0;
    std::error_code error;
    const std::uint64_t held = std::filesystem::file_size(folder.downloadFile(journal.layer), error);
    return error ? 0 : static_cast<std::int64_t>(std::min(held, journal.layerSize) * 100 / journal.layerSize);
}

json::object deploymentObject(const DataFolder& folder, const Journal& journal) {
    json::object object;
    object["id"] = journal.offer.deployment;
    object["attempt"] = journal.offer.attempt;
    object["product"] = journal.offer.product;
    object["version"] = journal.offer.version;
    object["state"] = nameOf(journal.state());
    object["stage"] = stageName(journal.stage);
    if (journal.stage == Stage::downloading) object["percent"] = percentOf(folder, journal);
    if (journal.state() == DeploymentState::holding) object["reason"] = journal.holdReason;
    if (journal.state() == DeploymentState::holding && journal.holdUntil)
        object["until"] = toRfc3339(*journal.holdUntil);
    if (journal.cause != FailureCause::none) object["cause"] = nameOf(journal.cause);
    if (!journal.message.empty()) object["message"] = journal.message;
    if (!journal.logTail.empty()) object["logTail"] = journal.logTail;
    object["changedAt"] = toRfc3339(journal.changedAt);
    return object;
}

Result<json::object> statusObject(FileSystem& files, const DataFolder& folder) {
    if (!folder.joined())
        return makeError(BaseErrc::notFound, folder.path().string() + " holds no terminal that has joined");
    TRY(const Identity identity, folder.identity());
    TRY(const Settings settings, folder.settings());
    TRY(const InstalledProducts products, folder.installed());
    TRY(const std::optional<Journal> journal, JournalFile(files, folder.journalFile()).load());
    json::object installed;
    for (const auto& [name, product] : products)
        installed[name] = product.version;
    json::object status;
    status["controllerId"] = identity.controllerId;
    status["name"] = settings.name;
    status["platform"] = settings.platform;
    status["managerUrl"] = identity.managerUrl;
    status["root"] = settings.root.string();
    status["running"] = platform::isLocked(folder.lockFile());
    status["installed"] = std::move(installed);
    status["feedbackWaiting"] = static_cast<std::int64_t>(countFeedback(folder.feedbackFolder()));
    status["deployment"] = nullptr;
    if (journal) status["deployment"] = deploymentObject(folder, *journal);
    return status;
}

std::string shown(const json::value& value) {
    return value.is_string() ? printable({value.get_string().data(), value.get_string().size()}, 4096)
                             : json::serialize(value);
}

}  // namespace

Result<std::string> statusJson(FileSystem& files, const DataFolder& folder) {
    TRY(const json::object status, statusObject(files, folder));
    return json::serialize(status);
}

Result<std::string> statusText(FileSystem& files, const DataFolder& folder) {
    TRY(const json::object status, statusObject(files, folder));
    std::string text;
    for (const auto& [key, value] : status) {
        if (!value.is_object()) {
            text += std::string(key) + ": " + shown(value) + "\n";
            continue;
        }
        text += std::string(key) + ":\n";
        for (const auto& [name, member] : value.get_object())
            text += "  " + printable({name.data(), name.size()}, 256) + ": " + shown(member) + "\n";
    }
    return text;
}

}  // namespace signalbox::terminal
