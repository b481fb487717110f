// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What terminals are asked about their own health: requests, which their next poll shows them, and the newest bundle
/// that each sent. A request is known to the store, a bundle lies in a file of the manager's folder. Changes are put
/// into the ledger; the caller awaits Ledger::durable().
class Diagnostics {
public:
    static constexpr std::size_t kMaxBundle = 256 << 10;
    static constexpr std::size_t kMostBundles = 500;        ///< of all terminals; beyond, the oldest go
    static constexpr std::chrono::hours kKept{30 * 24};     ///< a bundle, from its arrival
    static constexpr std::chrono::hours kPatience{7 * 24};  ///< with a request that nobody answers

    explicit Diagnostics(Engine& engine) : m_engine(engine) {}

    /// Asked again while an answer is awaited, the request at hand stays. BaseErrc::wrongState: the terminal's client
    /// is not ours, and no other can be asked; or it is retired.
    [[nodiscard]] Result<TerminalDiagnostics> ask(std::string_view controllerId, std::string_view actor);
    /// BaseErrc::notFound: it was never asked.
    [[nodiscard]] Result<TerminalDiagnostics> of(std::string_view controllerId) const;
    /// The bundle's JSON; BaseErrc::notFound: none is kept.
    [[nodiscard]] Task<std::string> bundle(std::string controllerId) const;
    /// The bundle and the request are gone afterwards.
    [[nodiscard]] Result<void> forget(std::string_view controllerId, std::string_view actor);

    /// The number of the request that the terminal has to answer; 0: none.
    [[nodiscard]] std::int64_t wantedOf(TerminalId terminal) const;
    /// A terminal polled, with our own agent or another client, which ends a request.
    void polled(TerminalId terminal, bool ours);
    /// Keeps a bundle in place of the one before. BaseErrc::notFound: that was not asked; BaseErrc::wrongState: it was
    /// answered; BaseErrc::malformed: it is no JSON object.
    [[nodiscard]] Task<void> take(TerminalId terminal, std::int64_t request, std::string bundle);

    /// Gives up requests and drops bundles whose time is over, and files that belong to no terminal any more.
    [[nodiscard]] Task<void> tidy();

private:
    void put(const TerminalDiagnostics& changed);
    void dropTooMany();
    [[nodiscard]] std::filesystem::path fileOf(TerminalId terminal) const;

    Engine& m_engine;
};

}  // namespace signalbox::manager
