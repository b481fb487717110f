// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/proxy.h"

#include <openssl/evp.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "core/http/client.h"
#include "core/http/message_parser.h"
#include "core/http/text.h"

namespace signalbox::http {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kMostExceptions = 100;
constexpr std::size_t kLongestException = 260;
constexpr std::size_t kLongestCredentials = 1024;

class ProxyCategory final : public boost::system::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "signalbox.proxy"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<ProxyErrc>(value)) {
            case ProxyErrc::authenticationRequired:
                return "the proxy wants other credentials";
            case ProxyErrc::refused:
                return "the proxy does not lead to the server";
            case ProxyErrc::badAnswer:
                return "the proxy gave no answer in HTTP";
        }
        return "unknown error " + std::to_string(value);
    }
};

Error badProxy(std::string_view why) {
    return makeError(BaseErrc::malformed, "proxy: " + std::string(why));
}

std::string base64(std::string_view text) {
    std::string coded((text.size() + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(coded.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    coded.resize(static_cast<std::size_t>(length));
    return coded;
}

/// RFC 7617: user and password joined by a colon, which the user must not hold.
Result<std::string> basicOf(std::string_view userinfo) {
    const auto colon = userinfo.find(':');
    auto user = decodePercent(userinfo.substr(0, colon));
    auto password = colon == std::string_view::npos ? std::string() : decodePercent(userinfo.substr(colon + 1));
    if (!user || !password) return badProxy("user or password is not percent-coded");
    if (user->find(':') != std::string::npos) return badProxy("the user holds a colon");
    if (user->size() + password->size() > kLongestCredentials) return badProxy("the credentials are too long");
    return "Basic " + base64(*user + ":" + *password);
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowerCase);
    return lower;
}

bool isInNetwork(std::string_view host, const std::string& network) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(std::string(host), error);
    if (error) return false;
    if (address.is_v4()) {
        const auto range = asio::ip::make_network_v4(network, error);
        return !error && asio::ip::network_v4(address.to_v4(), range.prefix_length()).canonical() == range.canonical();
    }
    const auto range = asio::ip::make_network_v6(network, error);
    return !error && asio::ip::network_v6(address.to_v6(), range.prefix_length()).canonical() == range.canonical();
}

/// One exception, in lower case.
bool excepts(std::string_view entry, std::string_view host, std::uint16_t port) {
    if (entry == "*") return true;
    if (entry.find('/') != std::string_view::npos) return isInNetwork(host, std::string(entry));
    if (entry.starts_with('[') && entry.ends_with(']')) entry = entry.substr(1, entry.size() - 2);
    const auto colon = entry.rfind(':');
    if (colon != std::string_view::npos && entry.find(':') == colon) {
        if (entry.substr(colon + 1) != std::to_string(port)) return false;
        entry = entry.substr(0, colon);
    }
    if (entry.starts_with("*.")) entry.remove_prefix(1);
    if (entry.starts_with('.')) entry.remove_prefix(1);
    if (entry.empty() || !host.ends_with(entry)) return false;
    return host.size() == entry.size() || host[host.size() - entry.size() - 1] == '.';
}

std::string bracketed(std::string_view host) {
    return host.find(':') == std::string_view::npos ? std::string(host) : "[" + std::string(host) + "]";
}

}  // namespace

const boost::system::error_category& proxyCategory() {
    static const ProxyCategory category;
    return category;
}

Result<Proxy> Proxy::parse(std::string_view text, std::vector<std::string> noProxy) {
    constexpr std::string_view scheme = "http://";
    if (lowered(text.substr(0, scheme.size())) != scheme) return badProxy("must begin with http://");
    text.remove_prefix(scheme.size());
    const std::string_view authority = text.substr(0, text.find_first_of("/?#"));
    const std::string_view rest = text.substr(authority.size());
    if (!rest.empty() && rest != "/") return badProxy("has a path");
    Proxy proxy;
    const auto at = authority.rfind('@');
    if (at != std::string_view::npos) {
        TRY(proxy.m_authorization, basicOf(authority.substr(0, at)));
    }
    const auto url =
        parseUrl("http://" + std::string(at == std::string_view::npos ? authority : authority.substr(at + 1)));
    if (!url) return badProxy("bad host or port");
    proxy.m_host = url->host;
    proxy.m_port = url->port;
    if (noProxy.size() > kMostExceptions) return badProxy("more than 100 exceptions");
    for (std::string& entry : noProxy) {
        if (entry.size() > kLongestException) return badProxy("an exception is longer than 260 bytes");
        entry = lowered(entry);
    }
    proxy.m_noProxy = std::move(noProxy);
    return proxy;
}

std::string Proxy::shown() const {
    return "http://" + bracketed(m_host) + ":" + std::to_string(m_port);
}

bool Proxy::leadsTo(std::string_view host, std::uint16_t port) const {
    const std::string lower = lowered(host);
    return std::none_of(m_noProxy.begin(), m_noProxy.end(),
                        [&](const std::string& entry) { return excepts(entry, lower, port); });
}

std::string connectRequest(const Proxy& proxy, std::string_view host, std::uint16_t port) {
    const std::string authority = bracketed(host) + ":" + std::to_string(port);
    std::string head = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    if (!proxy.authorization().empty()) head += "Proxy-Authorization: " + proxy.authorization() + "\r\n";
    return head + "\r\n";
}

Result<void> readConnectAnswer(std::string_view head) {
    // A 2xx answer to CONNECT has no body, whatever its fields say (RFC 9112 section 6.3): as one to a HEAD.
    const auto answer = parseResponseHead(head, true);
    if (!answer) return makeError(ProxyErrc::badAnswer, answer.error().text());
    if (answer->status >= 200 && answer->status < 300) return {};
    // Some say 401 where credentials came and are wrong; no server has spoken yet.
    if (answer->status == 407 || answer->status == 401)
        return makeError(ProxyErrc::authenticationRequired, std::to_string(answer->status));
    return makeError(ProxyErrc::refused, std::to_string(answer->status));
}

}  // namespace signalbox::http
