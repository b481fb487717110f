// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "app/fleet/conditions.h"
#include "app/fleet/outcome.h"
#include "core/base/throttle.h"
#include "core/terminal/chain_download.h"
#include "core/terminal/data_folder.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/manager_time.h"
#include "core/terminal/pacing.h"
#include "core/terminal/report.h"

namespace signalbox::fleet_sim {

/// What all simulated terminals count together.
struct FleetCounts {
    std::uint64_t joined = 0;
    std::uint64_t polls = 0;
    std::uint64_t pollErrors = 0;
    std::uint64_t succeeded = 0;
    std::uint64_t rolledBack = 0;
    std::uint64_t failed = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t permitsRefused = 0;
    std::uint64_t hung = 0;     ///< attempts that fell silent for a time
    std::uint64_t offline = 0;  ///< contacts that were not made
    std::uint64_t bytes = 0;    ///< of packages, from nodes
};

/// One terminal that does everything but install: it polls, downloads and hashes the package from the nodes, checks the
/// permit as a real one does, and then has the outcome that its rates give it.
class SimulatedTerminal {
public:
    /// What the fleet gives each of its terminals.
    class Host {
    public:
        virtual ~Host() = default;
        [[nodiscard]] virtual const Clock& clock() const = 0;
        [[nodiscard]] virtual const FailureRates& rates() const = 0;
        [[nodiscard]] virtual const FieldConditions& conditions() const = 0;
        [[nodiscard]] virtual std::uint64_t seed() const = 0;
        [[nodiscard]] virtual const std::string& platform() const = 0;
        [[nodiscard]] virtual http::Client& manager() = 0;
        [[nodiscard]] virtual http::Client& nodes() = 0;
        [[nodiscard]] virtual FleetCounts& counts() = 0;
        [[nodiscard]] virtual bool stopping() const = 0;
        /// Waits for one of few places to download. Slow links have places of their own: they hold up no other.
        [[nodiscard]] virtual Task<void> enterDownload(bool slow) = 0;
        virtual void leaveDownload(bool slow) = 0;
        virtual void installed(const std::string& id, const std::string& product, const std::string& version,
                               const std::string& manifest) = 0;
        virtual void permitted(const std::string& id, const terminal::PermitUse& use) = 0;
        /// Something happened: the fleet is not idle.
        virtual void moved() = 0;
    };

    struct Start {
        terminal::Account account;
        trust::PublicKey permitKey;
        Seconds poll{300};
        std::map<std::string, std::string> versions;
        std::map<std::string, std::string> manifests;
        terminal::PermitUse permit;
    };
    SimulatedTerminal(Host& host, Start start);

    /// One contact with the manager and what follows from it; then how long to wait for the next.
    [[nodiscard]] Task<Milliseconds> step();

private:
    [[nodiscard]] Task<void> contact();
    [[nodiscard]] Task<void> flush();
    [[nodiscard]] Task<void> configData();
    [[nodiscard]] Task<void> deployment(std::string link);
    [[nodiscard]] Task<void> download();
    [[nodiscard]] Task<void> fetch(terminal::ChainDownload& chain);
    [[nodiscard]] Task<void> install();
    [[nodiscard]] Outcome outcome() const;
    [[nodiscard]] bool slow() const { return m_surroundings.bytesPerSecond > 0; }
    void hang();
    void wakeFromHang();
    void hold(std::string reason, std::optional<TimePoint> until);
    void report(DeploymentState state, FailureCause cause = FailureCause::none, std::string message = {},
                std::string logTail = {});
    void conclude(DeploymentState state, FailureCause cause = FailureCause::none, std::string message = {},
                  std::string logTail = {});

    struct Waiting {
        std::string path;
        std::int64_t deployment = 0;
        std::string body;
    };

    Host& m_host;
    Start m_state;
    Surroundings m_surroundings;
    WrongClock m_clock;
    terminal::ManagerTime m_managerTime;
    Throttle m_link;
    terminal::DdiClient m_ddi;
    terminal::Pacing m_pacing;
    std::deque<Waiting> m_feedback;
    std::optional<terminal::Offer> m_offer;
    bool m_downloaded = false;
    bool m_finished = false;  ///< m_offer is done with
    std::string m_holdReason;
    std::optional<TimePoint> m_wakeAt;
    bool m_configDue = true;
    bool m_hangs = false;
    std::uint64_t m_contacts = 0;
};

}  // namespace signalbox::fleet_sim
