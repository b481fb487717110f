// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace signalbox::http {

/// What a proxy itself said; no answer of the server behind it.
enum class ProxyErrc {
    authenticationRequired = 1,  ///< 407: it wants other credentials
    refused,                     ///< it does not lead to that server
    badAnswer                    ///< it speaks no HTTP
};
const boost::system::error_category& proxyCategory();
inline boost::system::error_code make_error_code(ProxyErrc e) {
    return {static_cast<int>(e), proxyCategory()};
}

/// An HTTP proxy on the way to servers: a tunnel (CONNECT, RFC 9110 section 9.3.6) to https ones, forwarding to http
/// ones. The credentials go to the proxy only, and no text made here holds them.
class Proxy {
public:
    /// "http://[user[:password]@]host[:port]", user and password percent-coded where they need it; port 80 where none
    /// is said. `noProxy`: host names (those below them included), addresses, networks ("10.0.0.0/8"), each with an
    /// optional ":port" where it is a name; "*": all. BaseErrc::malformed names what is wrong, never the credentials.
    [[nodiscard]] static Result<Proxy> parse(std::string_view url, std::vector<std::string> noProxy = {});

    [[nodiscard]] const std::string& host() const { return m_host; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// The value of Proxy-Authorization; empty where no credentials are set.
    [[nodiscard]] const std::string& authorization() const { return m_authorization; }
    /// "http://host:port", for the log.
    [[nodiscard]] std::string shown() const;
    /// Whether the way to this host (without brackets) leads over the proxy.
    [[nodiscard]] bool leadsTo(std::string_view host, std::uint16_t port) const;

private:
    std::string m_host;
    std::uint16_t m_port = 80;
    std::string m_authorization;
    std::vector<std::string> m_noProxy;
};

/// The head with which a tunnel is asked for.
[[nodiscard]] std::string connectRequest(const Proxy& proxy, std::string_view host, std::uint16_t port);
/// Reads the whole head that answers it: nothing for a tunnel that stands, a ProxyErrc otherwise.
[[nodiscard]] Result<void> readConnectAnswer(std::string_view head);

}  // namespace signalbox::http

template <>
struct boost::system::is_error_code_enum<signalbox::http::ProxyErrc> : std::true_type {};
