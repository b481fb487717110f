// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/activity.h"

#include "core/base/log.h"
#include "core/terminal/json_read.h"

namespace signalbox::terminal {
namespace {

constexpr std::size_t kMaxBody = 128 << 10;

std::string namesOf(const std::vector<ChainNode>& chain) {
    std::string names;
    for (const ChainNode& node : chain)
        names += (names.empty() ? "" : ", ") + node.name;
    return names;
}

std::string offered(const Journal& journal) {
    return "is offered, attempt " + std::to_string(journal.offer.attempt) + "; installed is " +
           (journal.fromVersion.empty() ? "nothing" : journal.fromVersion) + ", nodes are " +
           namesOf(journal.offer.chain);
}

std::string wordsOf(const std::string& state, const std::string& message, const Journal& journal) {
    if (state == "downloading") return offered(journal);
    if (state == "downloaded") return "is downloaded and verified, " + std::to_string(journal.layerSize) + " bytes";
    if (state == "holding") return "waits: " + message;
    if (state == "installing") return "may be installed now, and is unpacked";
    if (state == "checking") return "was started; the run check decides";
    return message.empty() ? state : state + ": " + message;
}

}  // namespace

void logFeedback(const Feedback& feedback, const Journal& journal) {
    const Offer& offer = journal.offer;
    if (feedback.path == "cancelAction") {
        logInfo("terminal", "deployment {}: the manager asks to stop it", feedback.deployment);
        return;
    }
    const auto body = readObject(feedback.body, kMaxBody);
    if (!body) return;
    const auto ours = objectMember(*body, "signalbox");
    if (!ours) return;
    const auto state = optionalTextMember(**ours, "state", 64);
    const auto message = optionalTextMember(**ours, "message");
    if (!state || !message) return;
    const bool bad = *state == "failed" || *state == "rolledBack" || *state == "refused";
    const std::string text = wordsOf(*state, *message, journal);
    if (bad)
        logWarning("terminal", "deployment {} of {} {} {}", offer.deployment, offer.product, offer.version, text);
    else
        logInfo("terminal", "deployment {} of {} {} {}", offer.deployment, offer.product, offer.version, text);
}

}  // namespace signalbox::terminal
