// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/name_lookup.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>

namespace signalbox::http {
namespace {

/// What the resolver's answer goes to; it may come after the asking coroutine has given up.
struct Lookup {
    explicit Lookup(asio::io_context& io) : resolver(io), answered(io) {}
    asio::ip::tcp::resolver resolver;
    asio::steady_timer answered;
    bool done = false;
    boost::system::error_code error;
    std::vector<asio::ip::tcp::endpoint> endpoints;
};

}  // namespace

Task<std::vector<asio::ip::tcp::endpoint>> lookUp(asio::io_context& io, std::string host, std::uint16_t port,
                                                  Milliseconds deadline) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host, error);
    if (!error) co_return std::vector<asio::ip::tcp::endpoint>(1, asio::ip::tcp::endpoint(address, port));
    const auto lookup = std::make_shared<Lookup>(io);
    auto onAnswer = [lookup](const boost::system::error_code& failed,
                             const asio::ip::tcp::resolver::results_type& found) {
        lookup->done = true;
        lookup->error = failed;
        for (const auto& entry : found)
            lookup->endpoints.push_back(entry.endpoint());
        lookup->answered.cancel();
    };
    lookup->answered.expires_after(deadline);
    lookup->resolver.async_resolve(host, std::to_string(port), asio::ip::tcp::resolver::numeric_service,
                                   std::move(onAnswer));
    co_await lookup->answered.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (!lookup->done) {
        lookup->resolver.cancel();
        co_return makeError(error ? BaseErrc::cancelled : BaseErrc::timedOut, "looking up " + host);
    }
    if (lookup->error) co_return makeError(lookup->error, "looking up " + host);
    co_return std::move(lookup->endpoints);
}

}  // namespace signalbox::http
