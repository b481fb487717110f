// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/http/client.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {

/// The manager's door for one terminal.
struct Account {
    http::Url manager;
    std::string tenant = "DEFAULT";
    std::string controllerId;
    std::string token;
    std::string userAgent;
};

/// What a terminal says of itself.
struct ConfigData {
    std::string platform;
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::string> installed;  ///< product to version
};

enum class FeedbackAnswer {
    taken,   ///< 200
    dropped  ///< the manager will never want it: no longer active, unknown, or not understood
};

/// Speaks DDI (manager/ddi/README.md) with the manager; the terminal's token goes to the manager's origin only. Errors:
/// BaseErrc::notFound for 404 and 410, ::denied for 401 and 403, ::unavailable for 502 to 504, ::wrongState for any
/// other status, ::malformed for bodies; else what the connection says.
class DdiClient {
public:
    DdiClient(http::Client& client, Account account);

    /// Where else the manager may be, told by itself. At a poll that nobody answers these are tried in order; the one
    /// that answers is the manager from then on.
    /// Before the first poll the first of them is taken for where it is.
    void setAddresses(std::vector<http::Url> addresses);

    /// Fingerprints of those that are trusted, with commas between, which the manager is told.
    void setAuthorities(std::string authorities) { m_authorities = std::move(authorities); }

    [[nodiscard]] Task<PollAnswer> poll();
    /// The deployment document's text, parsed and found good.
    [[nodiscard]] Task<std::string> deploymentDocument(std::string link);
    /// By number, for when no link is at hand.
    [[nodiscard]] Task<std::string> deploymentDocument(std::int64_t deployment);
    [[nodiscard]] Task<std::int64_t> cancelled(std::string link);
    [[nodiscard]] Task<void> sendConfigData(ConfigData data);
    /// `path` is "deploymentBase" or "cancelAction". An error means: again later.
    [[nodiscard]] Task<FeedbackAnswer> sendFeedback(std::string path, std::int64_t deployment, std::string body);

    /// The bundle that a poll's answer asked for. What the manager wants no longer (404, 410) is done as well.
    [[nodiscard]] Task<void> sendDiagnostics(std::int64_t request, std::string bundle);

    [[nodiscard]] const Account& account() const { return m_account; }

private:
    [[nodiscard]] Task<http::ClientResponse> send(std::string method, http::Url url, std::string body);
    [[nodiscard]] Task<std::string> get(std::string link);
    [[nodiscard]] std::string base() const;

    [[nodiscard]] Task<std::string> askElsewhere(Error error);

    http::Client& m_client;
    Account m_account;
    std::vector<http::Url> m_addresses;
    std::string m_authorities;
    bool m_hasPolled = false;
};

/// No answer of the manager itself came back: the network, or a proxy that says so.
[[nodiscard]] bool meansUnreachable(const Error& error);

}  // namespace signalbox::terminal
