// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/registry/manifest.h"
#include "core/registry/oci_client.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {

/// Ranges of one blob from several nodes at once, handed on in order. What was handed on is all that a kill leaves, and
/// all that is needed to go on; a few ranges that came early wait in memory. A node that fails is dropped, its range
/// goes to another one, and a node of the chain that was not asked yet takes its place. Where one slow node holds up
/// the others, its range is fetched by a second one, too. One thread.
class RangeDownload : public std::enable_shared_from_this<RangeDownload> {
public:
    struct Source {
        std::string node;
        registry::Target target;
    };
    struct Plan {
        registry::Descriptor blob;
        std::uint64_t offset = 0;   ///< the first byte that is wanted
        std::vector<Source> nodes;  ///< in the chain's order
        unsigned sources = 1;       ///< at once
        std::uint64_t rangeSize = 512 << 10;
    };
    struct Callbacks {
        std::function<Result<void>(Bytes)> sink;  ///< in order; an error ends the download with it
        std::function<bool()> cancelled;
        std::function<void(std::size_t)> received;  ///< each range that came, wanted or not
    };

    /// `client` and what the callbacks refer to outlive run().
    RangeDownload(const asio::any_io_executor& executor, registry::OciClient& client, Plan plan, Callbacks callbacks);

    /// True: all is handed on. False: no node is left, and the rest is for others to get. An error is the sink's own,
    /// or BaseErrc::cancelled.
    [[nodiscard]] static Task<bool> run(std::shared_ptr<RangeDownload> self);

private:
    struct Flight {
        std::uint64_t first = 0;
        std::uint64_t length = 0;
        std::uint64_t landedBefore = 0;  ///< ranges that had come when it was asked for
        bool twice = false;              ///< a second node fetches it, too
    };

    [[nodiscard]] static Task<void> work(std::shared_ptr<RangeDownload> self, std::size_t node);
    void startAnother();
    void stopWorkers();
    [[nodiscard]] std::optional<Flight> next();
    [[nodiscard]] Flight begin(std::uint64_t first, std::uint64_t length);
    void landed(std::uint64_t first, std::string bytes);
    void lost(const Flight& flight);
    [[nodiscard]] bool over() const { return m_end || m_handedOn == m_plan.blob.size; }
    void wake() { m_changed.cancel(); }

    registry::OciClient& m_client;
    Plan m_plan;
    Callbacks m_callbacks;
    std::uint64_t m_handedOn;                      ///< bytes, from the blob's beginning
    std::uint64_t m_unasked;                       ///< the first byte that nobody was asked for
    std::map<std::uint64_t, Flight> m_flights;     ///< by first byte
    std::deque<Flight> m_lost;                     ///< to be asked for again
    std::map<std::uint64_t, std::string> m_early;  ///< came before what goes before
    std::size_t m_nextNode = 0;
    std::uint64_t m_landed = 0;
    unsigned m_workers = 0;
    std::list<asio::cancellation_signal> m_stops;
    std::optional<Error> m_end;
    asio::any_io_executor m_executor;
    asio::steady_timer m_changed;  ///< never expires: cancelled when there may be something to do
};

}  // namespace signalbox::terminal
