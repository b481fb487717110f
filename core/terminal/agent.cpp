// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/agent.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/terminal/activity.h"
#include "core/terminal/adoption.h"
#include "core/terminal/diagnosis.h"
#include "core/terminal/platform/platform.h"
#include "core/terminal/system_attributes.h"
#include "core/trust/certificate.h"

namespace signalbox::terminal {
namespace {

constexpr Milliseconds kLongestSleep{3600000};
constexpr Seconds kFeedbackRetry{5};

std::uint32_t seedOf(std::string_view salt) {
    const Sha256 hash = sha256(bytesOf(std::string(salt) + randomBytes(8)));
    return std::uint32_t(hash[0]) << 24 | std::uint32_t(hash[1]) << 16 | std::uint32_t(hash[2]) << 8 | hash[3];
}

/// What the manager is told of whom this terminal trusts; empty where that cannot be said.
std::string authorityList(const std::string& caPem) {
    const auto authorities = trust::inspectAuthorities(caPem);
    std::string list;
    if (authorities)
        for (const trust::CertificateInfo& authority : *authorities)
            list += (list.empty() ? "" : ",") + authority.fingerprint;
    return list;
}

}  // namespace

Result<std::unique_ptr<Agent>> Agent::make(const asio::any_io_executor& executor, const AgentParts& parts,
                                           Options options, DataFolder& folder) {
    CHECK(folder.create());
    TRY(FeedbackQueue queue, FeedbackQueue::open(parts.files, folder.feedbackFolder()));
    std::unique_ptr<Agent> agent(new Agent(executor, parts, std::move(options), folder, std::move(queue)));
    CHECK(agent->m_deployer.load());
    agent->useAddresses();
    agent->m_manager.setAuthorities(authorityList(agent->m_options.caPem));
    return agent;
}

Agent::Agent(const asio::any_io_executor& executor, const AgentParts& parts, Options options, DataFolder& folder,
             FeedbackQueue queue)
    : m_executor(executor),
      m_parts(parts),
      m_options(std::move(options)),
      m_folder(folder),
      m_manager(parts.manager, m_options.account),
      m_queue(std::move(queue)),
      m_versions(parts.files, m_options.deployer.settings.root),
      m_deployer(parts, m_options.deployer, folder, m_manager, *this),
      m_pacing(seedOf("poll")),
      m_feedbackPacing(seedOf("feedback")),
      m_wake(executor),
      m_feedbackWake(executor),
      m_nextPoll(std::chrono::steady_clock::now()) {
    m_pacing.setInterval(m_options.poll);
    m_feedbackPacing.setInterval(kFeedbackRetry);
}

Task<void> Agent::counted(Task<void> task) {
    ++m_tasks;
    auto result = co_await std::move(task);
    --m_tasks;
    m_wake.notify();
    co_return result;
}

void Agent::start(std::string name, Task<void> task) {
    spawnSession(m_executor, std::move(name), counted(std::move(task)));
}

Milliseconds Agent::untilNext() const {
    const auto now = std::chrono::steady_clock::now();
    auto delay = std::chrono::duration_cast<Milliseconds>(m_nextPoll - now) + Milliseconds(1);
    if (m_wakeAt) delay = std::min(delay, std::max(*m_wakeAt - m_parts.clock.now(), Milliseconds(1)));
    return std::min(delay, kLongestSleep);
}

Task<void> Agent::run() {
    start("feedback", sendFeedback());
    logInfo("terminal", "{} started for {}", m_options.account.userAgent, m_options.account.controllerId);
    if (m_deployer.active()) {
        const Journal& journal = *m_deployer.journal();
        logInfo("terminal", "deployment {} of {} {} is taken up again, at '{}'", journal.offer.deployment,
                journal.offer.product, journal.offer.version, stageName(journal.stage));
        startWork(m_deployer.recover());
    }
    platform::giveMemoryBack();
    while (!m_stopping) {
        const bool asked = m_wakeAt && *m_wakeAt <= m_parts.clock.now();
        if (asked || std::chrono::steady_clock::now() >= m_nextPoll) {
            m_wakeAt.reset();
            CO_CHECK(co_await pollOnce());
        } else {
            CO_CHECK(co_await m_wake.wait(untilNext()));
        }
    }
    m_feedbackWake.notify();
    while (m_tasks > 0)
        CO_CHECK(co_await m_wake.wait(kLongestSleep));
    co_return Result<void>();
}

void Agent::stop() {
    m_stopping = true;
    m_deployer.shutDown();
    m_feedbackWake.notify();
    m_wake.notify();
}

void Agent::pollNow() {
    m_nextPoll = std::chrono::steady_clock::now();
    m_wake.notify();
}

void Agent::tell(Feedback feedback) {
    if (m_deployer.journal()) logFeedback(feedback, *m_deployer.journal());
    if (auto pushed = m_queue.push(feedback); !pushed)
        logError("terminal", "feedback is lost: {}", pushed.error().text());
    m_progress.reset();
    m_feedbackWake.notify();
}

void Agent::tellProgress(Feedback feedback) {
    const auto& journal = m_deployer.journal();
    if (journal && journal->layerSize == 0) logFeedback(feedback, *journal);
    m_progress = std::move(feedback);
    m_feedbackWake.notify();
}

void Agent::versionsChanged() {
    m_changed.clear();
    m_configDue = true;
    pollNow();
}

/// Sends the oldest feedback. True: there may be more to send at once.
Task<bool> Agent::sendOldest() {
    std::optional<Feedback> next = m_queue.front();
    const bool kept = next.has_value();
    if (!kept) next = std::exchange(m_progress, std::nullopt);
    if (!next) co_return false;
    auto answered = co_await m_manager.sendFeedback(next->path, next->deployment, next->body);
    if (!kept) co_return answered ? Result<bool>(true) : Result<bool>(false);
    if (!answered) co_return std::move(answered).error();
    CO_CHECK(m_queue.pop());
    co_return true;
}

Task<void> Agent::sendFeedback() {
    while (!m_stopping) {
        auto sent = co_await sendOldest();
        if (sent && *sent) continue;
        if (!sent) logInfo("terminal", "feedback waits: {}", sent.error().text());
        const Milliseconds delay = sent ? kLongestSleep : m_feedbackPacing.afterError();
        if (sent) static_cast<void>(m_feedbackPacing.afterSuccess());
        CO_CHECK(co_await m_feedbackWake.wait(delay));
    }
    co_return Result<void>();
}

Task<void> Agent::pollOnce() {
    auto polled = co_await m_manager.poll();
    if (!polled) {
        managerAway(polled.error());
        co_return Result<void>();
    }
    if (m_queue.size() > 0) m_feedbackWake.notify();
    m_pacing.setInterval(polled->sleep);
    m_nextPoll = std::chrono::steady_clock::now() + m_pacing.afterSuccess();
    if (polled->managers) takeAddresses(std::move(*polled->managers));
    if (!polled->authorities.empty()) takeAuthorities(polled->authorities);
    auto answered = co_await answer(std::move(*polled));
    if (!answered) managerAway(answered.error());
    if (answered) managerThere();
    co_return Result<void>();
}

/// On disk before they are used: the manager may be gone tomorrow.
void Agent::takeAddresses(std::vector<http::Url> told) {
    const auto same = [](const http::Url& a, const http::Url& b) { return a.origin() == b.origin(); };
    if (std::equal(told.begin(), told.end(), m_options.addresses.begin(), m_options.addresses.end(), same)) return;
    if (const auto saved = m_folder.saveManagers(told); !saved) {
        logWarning("terminal", "the manager's addresses cannot be kept: {}", saved.error().text());
        return;
    }
    m_options.addresses = std::move(told);
    useAddresses();
}

/// Told over a connection that those before vouch for.
void Agent::takeAuthorities(const std::string& pem) {
    if (pem == m_options.caPem || !m_options.trust) return;
    const auto kept = keepAuthorities(pem);
    if (!kept) {
        logWarning("terminal", "whom the manager wants to be trusted is left out: {}", kept.error().text());
        return;
    }
    logInfo("terminal", "the manager is trusted by other authorities from now on");
    pollNow();  // so that the manager knows
}

/// On disk before they are used.
Result<void> Agent::keepAuthorities(const std::string& pem) {
    CHECK(trust::inspectAuthorities(pem));
    TRY(Identity identity, m_folder.identity());
    identity.caPem = pem;
    CHECK(m_folder.saveIdentity(identity));
    CHECK(m_options.trust(pem));
    m_options.caPem = pem;
    m_manager.setAuthorities(authorityList(pem));
    return {};
}

void Agent::useAddresses() {
    std::vector<http::Url> all = m_options.addresses;
    all.push_back(m_options.account.manager);  // where it was when this terminal joined
    m_manager.setAddresses(std::move(all));
}

/// The manager gave no answer, or none that can be used. What may be done without it goes on.
void Agent::managerAway(const Error& error) {
    const Milliseconds delay = m_pacing.afterError();
    m_nextPoll = std::chrono::steady_clock::now() + delay;
    // Once for each cause: a terminal that is away for a year would wash everything else out of its log.
    if (m_pollProblem != error.text()) logWarning("terminal", "the manager cannot be asked: {}", error.text());
    logDebug("terminal", "the next poll comes in {} ms", delay.count());
    m_pollProblem = error.text();
    if (!m_awaySince) m_awaySince = m_parts.clock.now();
    if (!m_working && m_deployer.active() && meansUnreachable(error)) startWork(m_deployer.resume());
}

void Agent::managerThere() {
    if (m_awaySince) logInfo("terminal", "the manager answers again; it did not since {}", toRfc3339(*m_awaySince));
    m_awaySince.reset();
    m_pollProblem.clear();
}

/// Looks at this machine and sends what was found; where that fails, the next poll asks again.
Task<void> Agent::answerDiagnostics(std::int64_t request) {
    m_diagnosing = true;
    logInfo("terminal", "the manager asks for diagnostics, request {}", request);
    const DiagnosisParts parts{m_parts.clock, m_parts.files, m_parts.manager, m_parts.nodes};
    const Diagnosis diagnosis = co_await diagnose(parts, m_folder, m_options.account.userAgent);
    std::string bundle = diagnosticsBundle(m_parts.files, m_folder, diagnosis, m_options.account.userAgent);
    auto sent = co_await m_manager.sendDiagnostics(request, std::move(bundle));
    m_diagnosing = false;
    co_return sent;
}

Task<void> Agent::answer(PollAnswer answer) {
    if (answer.cancelAction.empty()) m_deployer.cancelOver();
    if (answer.diagnostics > 0 && !m_diagnosing) start("diagnostics", answerDiagnostics(answer.diagnostics));
    if (m_configDue || !answer.configData.empty()) CO_CHECK(co_await sendConfigData());
    if (m_deployer.waitsForReboot() && !answer.cancelAction.empty()) {
        const std::string link = std::exchange(answer.cancelAction, std::string());
        CO_CHECK(co_await handleCancel(link));
    }
    if (!m_working && m_deployer.active() && !m_deployer.journal()->beforeSwitch()) {
        startWork(m_deployer.resume());  // a step behind the switch that could not be finished
    } else if (!answer.cancelAction.empty()) {
        CO_CHECK(co_await handleCancel(std::move(answer.cancelAction)));
    } else if (!answer.deploymentBase.empty()) {
        CO_CHECK(co_await handleDeployment(std::move(answer.deploymentBase)));
    } else {
        withdraw();
    }
    co_return Result<void>();
}

void Agent::withdraw() {
    if (m_deployer.active() && m_deployer.journal()->beforeSwitch())
        logInfo("terminal", "deployment {} is not offered any more, and is dropped",
                m_deployer.journal()->offer.deployment);
    m_deployer.withdraw();
}

/// For what is on the machine already: by other ways than ours, or by an agent before this one whose folder was lost.
/// Not while the pool has a deployment's work: that may take long, and polls would stop.
Task<void> Agent::lookAround() {
    m_lookDue = m_working;
    if (m_working) co_return Result<void>();
    CO_TRY(InstalledProducts products, m_folder.installed());
    InstalledProducts left;
    auto look = [this, &products, &left]() -> Result<void> {
        Adoption adoption(m_parts.commands, m_versions, m_options.deployer.settings);
        if (!m_looked) left = adoption.ownTrees(products);
        m_changed = adoption.changed(products);
        m_adopted = adoption.find();
        return {};
    };
    CO_CHECK(co_await m_parts.pool.run(std::move(look)));
    m_looked = true;
    if (left.empty()) co_return Result<void>();
    products.merge(left);
    co_return m_folder.saveInstalled(products);
}

/// Ours as they were installed, unless the system's packages were changed since; then what else is there.
Result<std::map<std::string, std::string>> Agent::installedVersions() const {
    TRY(const InstalledProducts products, m_folder.installed());
    std::map<std::string, std::string> versions = m_changed;
    for (const auto& [name, product] : products)
        versions.try_emplace(name, product.version);
    std::erase_if(versions, [](const auto& entry) { return entry.second.empty(); });
    versions.insert(m_adopted.begin(), m_adopted.end());
    return versions;
}

Task<void> Agent::sendConfigData() {
    ConfigData data;
    data.attributes = systemAttributes("/");
    data.attributes.merge(diskAttributes(m_options.deployer.settings.root));
    const platform::SystemFacts facts = platform::systemFacts();
    data.attributes.insert(
        {{"os", facts.os}, {"kernel", facts.kernel}, {"arch", facts.arch}, {"hostname", facts.hostname}});
    auto more = m_folder.attributes();
    if (!more) logWarning("terminal", "attributes are left out: {}", more.error().text());
    if (more)
        for (auto& [key, value] : *more)
            data.attributes[key] = value;
    data.platform = m_options.deployer.settings.platform;
    m_configDue = false;
    CO_CHECK(co_await lookAround());
    CO_TRY(data.installed, installedVersions());
    auto sent = co_await m_manager.sendConfigData(std::move(data));
    if (!sent) m_configDue = true;
    co_return sent;
}

Task<void> Agent::handleCancel(std::string link) {
    CO_TRY(const std::int64_t deployment, co_await m_manager.cancelled(std::move(link)));
    static_cast<void>(m_deployer.cancel(deployment));
    co_return Result<void>();
}

Task<void> Agent::handleDeployment(std::string link) {
    if (m_working) {
        CO_TRY(const std::int64_t offered, deploymentOfLink(link));
        if (m_deployer.active() && m_deployer.journal()->offer.deployment != offered) withdraw();
        co_return Result<void>();
    }
    auto document = co_await m_manager.deploymentDocument(std::move(link));
    if (!document && document.error().code == BaseErrc::notFound) {
        withdraw();
        co_return Result<void>();
    }
    if (!document) co_return std::move(document).error();
    if (!m_working) startWork(m_deployer.run(std::move(*document)));
    co_return Result<void>();
}

void Agent::startWork(Task<Deployer::Pause> task) {
    m_working = true;
    start("deployment", work(std::move(task)));
}

Task<void> Agent::work(Task<Deployer::Pause> task) {
    auto pause = co_await std::move(task);
    m_working = false;
    m_configDue = m_configDue || m_lookDue;
    if (!pause) {
        logWarning("terminal", "the deployment waits: {}", pause.error().text());
        co_return Result<void>();
    }
    if (pause->wakeAt) m_wakeAt = *pause->wakeAt + m_pacing.spread();
    co_return Result<void>();
}

}  // namespace signalbox::terminal
