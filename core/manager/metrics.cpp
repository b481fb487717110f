// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/metrics.h"

#include <array>
#include <chrono>
#include <concepts>

#include "core/manager/alarms.h"
#include "core/manager/certificate_ends.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

class Text {
public:
    void family(std::string_view name, std::string_view type, std::string_view help) {
        m_name = name;
        m_text += "# HELP " + m_name + " " + std::string(help) + "\n# TYPE " + m_name + " " + std::string(type) + "\n";
    }
    void value(std::integral auto value, const std::string& labels = {}) {
        m_text += m_name + (labels.empty() ? "" : "{" + labels + "}") + " " + std::to_string(value) + "\n";
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_name;
    std::string m_text;
};

std::string label(std::string_view name, std::string_view value) {
    std::string text = std::string(name) + "=\"";
    for (const char c : value) {
        if (c == '\\' || c == '"') text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
    return text + "\"";
}

void terminals(const World& world, Text& text) {
    text.family("signalbox_terminals", "gauge", "Terminals that have joined.");
    text.value(world.fleet.size());
    text.family("signalbox_terminals_retired", "gauge", "Terminals that are retired.");
    text.value(world.fleet.retired().count());
    text.family("signalbox_terminals_clone_suspected", "gauge", "Terminals whose identity two machines seem to use.");
    text.value(world.fleet.suspectedClones().count());
    text.family("signalbox_terminals_pending", "gauge", "Terminals that wait to be let in.");
    text.value(world.pending.size());
}

void rollouts(const World& world, Text& text) {
    std::array<std::uint64_t, static_cast<std::size_t>(RolloutState::failed) + 1> states{};
    std::array<std::uint64_t, kDeploymentStates> deployments{};
    std::uint64_t permits = 0;
    for (const auto& [id, entry] : world.rollouts) {
        ++states[static_cast<std::size_t>(entry.rollout.state)];
        permits += entry.permitsOut;
        for (const PhaseCounts& counts : entry.counts)
            for (std::size_t i = 0; i < kDeploymentStates; ++i)
                deployments[i] += entry.active() ? counts.inState[i] : 0;
    }
    text.family("signalbox_rollouts", "gauge", "Rollouts by state.");
    for (std::size_t i = 0; i < states.size(); ++i)
        text.value(states[i], label("state", nameOf(static_cast<RolloutState>(i))));
    text.family("signalbox_deployments", "gauge", "Deployments of rollouts under way, by state.");
    for (std::size_t i = 0; i < deployments.size(); ++i)
        text.value(deployments[i], label("state", nameOf(static_cast<DeploymentState>(i))));
    text.family("signalbox_permits_out", "gauge", "Permits that have not ended.");
    text.value(permits);
}

void nodes(const World& world, Text& text) {
    text.family("signalbox_node_online", "gauge", "1 where the node answered last time.");
    for (const auto& [id, entry] : world.nodes)
        text.value(entry.online ? 1 : 0, label("node", entry.node.name));
    text.family("signalbox_node_blob_bytes_sent_total", "counter", "Bytes sent to readers since the node started.");
    for (const auto& [id, entry] : world.nodes)
        text.value(entry.blobBytesSent, label("node", entry.node.name));
    text.family("signalbox_node_disk_full", "gauge", "1 where the node takes no more packages.");
    for (const auto& [id, entry] : world.nodes)
        text.value(entry.diskFull ? 1 : 0, label("node", entry.node.name));
    text.family("signalbox_node_disk_free_bytes", "gauge", "Free on the node's disk, where it tells.");
    for (const auto& [id, entry] : world.nodes)
        if (entry.freeBytes) text.value(*entry.freeBytes, label("node", entry.node.name));
    std::array<std::uint64_t, static_cast<std::size_t>(CopyState::damaged) + 1> copies{};
    for (const auto& [key, copy] : world.copies)
        ++copies[static_cast<std::size_t>(copy.state)];
    text.family("signalbox_node_copies", "gauge", "Copies of releases on nodes, by state.");
    for (std::size_t i = 0; i < copies.size(); ++i)
        text.value(copies[i], label("state", nameOf(static_cast<CopyState>(i))));
}

std::int64_t unixSeconds(TimePoint time) {
    return std::chrono::floor<Seconds>(time.time_since_epoch()).count();
}

void upkeep(const Engine& engine, const BackupKeeper& backups, Text& text) {
    text.family("signalbox_certificate_end_seconds", "gauge", "When a certificate ends, as Unix time.");
    for (const CertificateEnd& one : certificateEnds(engine))
        text.value(unixSeconds(one.notAfter), label("holder", one.holder));
    text.family("signalbox_backup_last_success_seconds", "gauge", "When the last backup succeeded; 0: none has.");
    text.value(backups.lastSuccess() ? unixSeconds(*backups.lastSuccess()) : 0);
    text.family("signalbox_alarm", "gauge", "1 for each thing that people must see to.");
    for (const Alarm& alarm : alarmsOf(engine, backups))
        text.value(1, label("kind", alarm.kind) + "," + label("subject", alarm.subject));
}

}  // namespace

std::string metricsText(const Engine& engine, const BackupKeeper& backups) {
    Text text;
    text.family("signalbox_build_info", "gauge", "The program's version.");
    text.value(1, label("version", SIGNALBOX_VERSION));
    terminals(engine.world, text);
    nodes(engine.world, text);
    rollouts(engine.world, text);
    text.family("signalbox_feedback_total", "counter", "Feedback of terminals, ever.");
    text.value(engine.world.lastFeedback);
    text.family("signalbox_package_bytes_sent_total", "counter", "Package bytes the manager itself sent.");
    text.value(engine.packageBytesSent);
    upkeep(engine, backups, text);
    return text.take();
}

}  // namespace signalbox::manager
