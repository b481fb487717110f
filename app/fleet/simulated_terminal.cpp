// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/simulated_terminal.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/terminal/failure.h"
#include "core/terminal/permit_check.h"

namespace signalbox::fleet_sim {
namespace {

constexpr Milliseconds kLeastWait{1000};

/// Hashes and forgets.
class HashSink final : public terminal::PackageSink {
public:
    explicit HashSink(const Digest& digest)
        : m_algorithm(digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256),
          m_hasher(m_algorithm) {}
    [[nodiscard]] std::uint64_t held() const override { return m_held; }
    [[nodiscard]] Result<void> write(Bytes bytes) override {
        m_hasher.update(bytes);
        m_held += bytes.size();
        return {};
    }
    [[nodiscard]] Result<void> restart() override {
        m_hasher = Hasher(m_algorithm);
        m_held = 0;
        return {};
    }
    [[nodiscard]] std::string finishHex() override { return m_hasher.finishHex(); }

private:
    Hasher::Algorithm m_algorithm;
    Hasher m_hasher;
    std::uint64_t m_held = 0;
};

std::uint32_t seedOf(std::uint64_t seed, const std::string& id) {
    const Sha256 hash = sha256(bytesOf(std::to_string(seed) + id));
    return std::uint32_t(hash[0]) << 24 | std::uint32_t(hash[1]) << 16 | std::uint32_t(hash[2]) << 8 | hash[3];
}

}  // namespace

SimulatedTerminal::SimulatedTerminal(Host& host, Start start)
    : m_host(host),
      m_state(std::move(start)),
      m_surroundings(surroundingsOf(host.conditions(), host.seed(), m_state.account.controllerId)),
      m_clock(host.clock(), m_surroundings.clockError),
      m_managerTime(m_clock),
      m_link(host.clock(), m_surroundings.bytesPerSecond),
      m_ddi(host.manager(), m_state.account),
      m_pacing(seedOf(host.seed(), m_state.account.controllerId)) {
    m_pacing.setInterval(m_state.poll);
}

Task<Milliseconds> SimulatedTerminal::step() {
    m_wakeAt.reset();
    const std::string& id = m_state.account.controllerId;
    if (const unsigned off = intervalsOff(m_host.conditions(), m_host.seed(), id, m_contacts++); off > 0) {
        ++m_host.counts().offline;
        co_return off* m_pacing.afterSuccess();
    }
    if (m_hangs) wakeFromHang();
    auto contacted = co_await contact();
    if (!contacted) {
        ++m_host.counts().pollErrors;
        logDebug("fleet", "{}: {}", id, contacted.error().text());
        co_return m_pacing.afterError();
    }
    if (m_hangs) co_return Milliseconds(m_host.conditions().hang);
    Milliseconds delay = m_feedback.empty() ? m_pacing.afterSuccess() : m_pacing.afterError();
    if (m_wakeAt) delay = std::min(delay, std::max(*m_wakeAt - m_clock.now(), kLeastWait) + m_pacing.spread());
    co_return delay;
}

Task<void> SimulatedTerminal::flush() {
    while (!m_feedback.empty()) {
        const Waiting next = m_feedback.front();
        CO_TRY(const terminal::FeedbackAnswer answer,
               co_await m_ddi.sendFeedback(next.path, next.deployment, next.body));
        static_cast<void>(answer);
        m_feedback.pop_front();
    }
    co_return Result<void>();
}

Task<void> SimulatedTerminal::configData() {
    terminal::ConfigData data;
    data.platform = m_host.platform();
    data.attributes = {{"os", "simulated"}, {"hostname", m_state.account.controllerId}};
    data.installed = m_state.versions;
    CO_CHECK(co_await m_ddi.sendConfigData(std::move(data)));
    m_configDue = false;
    co_return Result<void>();
}

Task<void> SimulatedTerminal::contact() {
    CO_CHECK(co_await flush());
    ++m_host.counts().polls;
    CO_TRY(terminal::PollAnswer answer, co_await m_ddi.poll());
    m_pacing.setInterval(answer.sleep);
    if (m_configDue || !answer.configData.empty()) CO_CHECK(co_await configData());
    if (!answer.cancelAction.empty()) {
        CO_TRY(const std::int64_t stopped, co_await m_ddi.cancelled(std::move(answer.cancelAction)));
        const bool past = m_offer && m_offer->deployment == stopped && m_finished;
        m_feedback.push_back({"cancelAction", stopped, terminal::cancelBody(!past, {}, m_clock.now())});
        if (!past) ++m_host.counts().cancelled;
        if (!past) m_offer.reset();
        m_host.moved();
    } else if (!answer.deploymentBase.empty()) {
        CO_CHECK(co_await deployment(std::move(answer.deploymentBase)));
    } else if (m_offer && !m_finished) {
        m_offer.reset();
    }
    CO_CHECK(co_await flush());
    if (m_configDue) CO_CHECK(co_await configData());
    co_return Result<void>();
}

void SimulatedTerminal::report(DeploymentState state, FailureCause cause, std::string message, std::string logTail) {
    terminal::Report report;
    report.deployment = m_offer->deployment;
    report.attempt = m_offer->attempt;
    report.state = state;
    report.cause = cause;
    report.message = std::move(message);
    report.logTail = std::move(logTail);
    report.at = m_clock.now();
    const auto known = m_state.versions.find(m_offer->product);
    if (isFinal(state) && known != m_state.versions.end()) report.version = known->second;
    m_feedback.push_back({"deploymentBase", report.deployment, terminal::feedbackBody(report)});
    m_host.moved();
}

void SimulatedTerminal::conclude(DeploymentState state, FailureCause cause, std::string message, std::string logTail) {
    FleetCounts& counts = m_host.counts();
    ++(state == DeploymentState::succeeded    ? counts.succeeded
       : state == DeploymentState::rolledBack ? counts.rolledBack
                                              : counts.failed);
    if (cause == FailureCause::permitInvalid) ++counts.permitsRefused;
    if (state == DeploymentState::succeeded) {
        m_state.versions[m_offer->product] = m_offer->version;
        m_state.manifests[m_offer->product] = m_offer->manifest.text();
        m_host.installed(m_state.account.controllerId, m_offer->product, m_offer->version, m_offer->manifest.text());
        m_configDue = true;
    }
    report(state, cause, std::move(message), std::move(logTail));
    m_finished = true;
}

void SimulatedTerminal::hold(std::string reason, std::optional<TimePoint> until) {
    if (until) m_wakeAt = m_managerTime.ownTimeOf(*until);
    if (m_holdReason == reason) return;
    m_holdReason = reason;
    report(DeploymentState::holding, FailureCause::none, std::move(reason));
}

Task<void> SimulatedTerminal::deployment(std::string link) {
    CO_TRY(const std::string document, co_await m_ddi.deploymentDocument(std::move(link)));
    CO_TRY(terminal::Offer offer, terminal::parseOffer(document));
    if (offer.now) m_managerTime.told(*offer.now);
    const bool same = m_offer && m_offer->sameAttempt(offer);
    if (same && m_finished) co_return Result<void>();
    if (!same) {
        m_downloaded = false;
        m_finished = false;
        m_holdReason.clear();
    }
    m_offer = std::move(offer);
    if (m_state.manifests[m_offer->product] == m_offer->manifest.text()) {
        conclude(DeploymentState::succeeded, FailureCause::none, "this version is installed already");
        co_return Result<void>();
    }
    if (!m_downloaded) {
        CO_CHECK(co_await download());
        if (m_finished) co_return Result<void>();
        CO_CHECK(co_await flush());
        CO_TRY(const std::string again, co_await m_ddi.deploymentDocument(m_offer->deployment));
        CO_TRY(terminal::Offer renewed, terminal::parseOffer(again));
        if (renewed.now) m_managerTime.told(*renewed.now);
        if (!renewed.sameAttempt(*m_offer)) co_return Result<void>();
        m_offer = std::move(renewed);
    }
    CO_CHECK(co_await install());
    co_return Result<void>();
}

Task<void> SimulatedTerminal::fetch(terminal::ChainDownload& chain) {
    CO_TRY(const terminal::PackageContent content, co_await chain.content());
    HashSink sink(content.layer.digest);
    CO_CHECK(co_await chain.package(content.layer, sink));
    co_return Result<void>();
}

Task<void> SimulatedTerminal::download() {
    report(DeploymentState::downloading);
    if (outcome() == Outcome::downloadFails) {
        conclude(DeploymentState::failed, FailureCause::nodesUnreachable, "simulated: no node gave the bytes");
        co_return Result<void>();
    }
    CO_CHECK(co_await m_host.enterDownload(slow()));
    terminal::ChainDownload::Callbacks callbacks;
    callbacks.cancelled = [this] { return m_host.stopping(); };
    if (slow()) callbacks.pace = [this](std::size_t bytes) { return sleepFor(m_link.take(bytes)); };
    terminal::ChainDownload chain(m_host.nodes(), {}, *m_offer, std::move(callbacks));
    auto fetched = co_await fetch(chain);
    m_host.leaveDownload(slow());
    m_host.counts().bytes += chain.bytesReceived();
    if (!fetched && fetched.error().code == BaseErrc::cancelled) co_return fetched;
    if (!fetched) {
        conclude(DeploymentState::failed, terminal::causeOf(fetched.error(), FailureCause::nodesUnreachable),
                 fetched.error().text());
        co_return Result<void>();
    }
    m_downloaded = true;
    report(DeploymentState::downloaded);
    co_return Result<void>();
}

Outcome SimulatedTerminal::outcome() const {
    return outcomeOf(m_host.rates(), m_host.seed(), m_state.account.controllerId, m_offer->version, m_offer->attempt);
}

void SimulatedTerminal::hang() {
    m_hangs = true;
    ++m_host.counts().hung;
}

/// The manager may have given the attempt up meanwhile: it is told all the same, as a real terminal does.
void SimulatedTerminal::wakeFromHang() {
    m_hangs = false;
    report(DeploymentState::checking);
    conclude(DeploymentState::succeeded);
}

Task<void> SimulatedTerminal::install() {
    if (m_offer->hold) {
        hold(m_offer->hold->reason, m_offer->hold->until);
        co_return Result<void>();
    }
    const std::string& id = m_state.account.controllerId;
    const TimePoint now = m_managerTime.now();
    auto permit = terminal::checkPermit(m_offer->permit, m_state.permitKey, *m_offer, id, m_state.permit, now);
    if (!permit) {
        conclude(DeploymentState::failed, FailureCause::permitInvalid, permit.error().text());
        co_return Result<void>();
    }
    if (permit->notBefore > now) {
        hold("the update time has not come", permit->notBefore);
        co_return Result<void>();
    }
    m_state.permit = {permit->sequence, m_offer->deployment, m_offer->attempt};
    m_host.permitted(id, m_state.permit);
    report(DeploymentState::installing);
    const Outcome becomes = outcome();
    if (becomes == Outcome::hangs) {
        hang();
        co_return Result<void>();
    }
    if (becomes == Outcome::installFails) {
        conclude(DeploymentState::failed, FailureCause::installFailed, "simulated: the switch failed");
        co_return Result<void>();
    }
    report(DeploymentState::checking);
    if (becomes == Outcome::runCheckFails) {
        const bool hadOld = m_state.versions.contains(m_offer->product);
        conclude(hadOld ? DeploymentState::rolledBack : DeploymentState::failed, FailureCause::runCheckFailed,
                 "run check: exit code 1", "simulated: the run check of " + m_offer->version + " says no\n");
    } else {
        conclude(DeploymentState::succeeded);
    }
    co_return Result<void>();
}

}  // namespace signalbox::fleet_sim
