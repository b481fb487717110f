// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/terminal/deployer.h"
#include "core/terminal/feedback_queue.h"
#include "core/terminal/pacing.h"

namespace signalbox::terminal {

/// A joined terminal at work: polls the manager, tells it what the machine is, works on the deployment it is given, and
/// sends feedback in order. One thread.
class Agent final : private Deployer::Host {
public:
    struct Options {
        Account account;
        std::vector<http::Url> addresses = {};  ///< where the manager said that it can be found
        Deployer::Options deployer;
        Seconds poll{300};       ///< until the manager says otherwise
        std::string caPem = {};  ///< whom the ways to manager and nodes trust
        /// Makes them trust others from now on; null: they stay as they are.
        std::function<Result<void>(const std::string& caPem)> trust = {};
    };

    /// Reads the data folder; blocking. `folder` and what `parts` refers to outlive the agent.
    [[nodiscard]] static Result<std::unique_ptr<Agent>> make(const asio::any_io_executor& executor,
                                                             const AgentParts& parts, Options options,
                                                             DataFolder& folder);

    /// Works until stop(); the agent must not go before it returned.
    [[nodiscard]] Task<void> run();
    /// The step at hand is finished; what is in the middle is taken up at the next start.
    void stop();
    /// Polls at once.
    void pollNow();

    [[nodiscard]] const Deployer& deployer() const { return m_deployer; }
    [[nodiscard]] std::size_t feedbackWaiting() const { return m_queue.size(); }

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    Agent(const asio::any_io_executor& executor, const AgentParts& parts, Options options, DataFolder& folder,
          FeedbackQueue queue);

    void tell(Feedback feedback) override;
    void tellProgress(Feedback feedback) override;
    void versionsChanged() override;

    [[nodiscard]] Task<void> sendFeedback();
    [[nodiscard]] Task<bool> sendOldest();
    [[nodiscard]] Task<void> pollOnce();
    [[nodiscard]] Task<void> answer(PollAnswer answer);
    [[nodiscard]] Task<void> sendConfigData();
    [[nodiscard]] Task<void> lookAround();
    [[nodiscard]] Result<std::map<std::string, std::string>> installedVersions() const;
    [[nodiscard]] Task<void> handleCancel(std::string link);
    [[nodiscard]] Task<void> handleDeployment(std::string link);
    [[nodiscard]] Task<void> answerDiagnostics(std::int64_t request);
    void managerAway(const Error& error);
    void takeAddresses(std::vector<http::Url> told);
    void useAddresses();
    void takeAuthorities(const std::string& pem);
    [[nodiscard]] Result<void> keepAuthorities(const std::string& pem);
    void managerThere();
    void withdraw();
    void start(std::string name, Task<void> task);
    [[nodiscard]] Task<void> counted(Task<void> task);
    void startWork(Task<Deployer::Pause> work);
    [[nodiscard]] Task<void> work(Task<Deployer::Pause> work);
    [[nodiscard]] Milliseconds untilNext() const;

    asio::any_io_executor m_executor;
    AgentParts m_parts;
    Options m_options;
    DataFolder& m_folder;
    DdiClient m_manager;
    FeedbackQueue m_queue;
    VersionFolder m_versions;
    Deployer m_deployer;
    Pacing m_pacing;
    Pacing m_feedbackPacing;
    Wake m_wake;
    Wake m_feedbackWake;
    std::optional<Feedback> m_progress;
    SteadyTime m_nextPoll;
    std::optional<TimePoint> m_wakeAt;     ///< a time to ask again that comes before the next poll
    std::string m_pollProblem;             ///< why the last poll failed; empty: it did not
    std::optional<TimePoint> m_awaySince;  ///< of the first poll that failed
    bool m_diagnosing = false;
    bool m_configDue = true;
    bool m_looked = false;                         ///< for trees of an agent before this one
    bool m_lookDue = false;                        ///< it was put off
    std::map<std::string, std::string> m_adopted;  ///< versions of what is there by other ways
    std::map<std::string, std::string> m_changed;  ///< of ours that was changed by other ways; "": it is gone
    bool m_working = false;
    bool m_stopping = false;
    int m_tasks = 0;
};

}  // namespace signalbox::terminal
