// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "core/http/server.h"

namespace signalbox::http {
namespace {

using Segments = boost::container::small_vector<std::string_view, 8>;

Segments split(std::string_view path) {
    Segments segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

/// Whether `path` has the form of the route.
bool fits(const Router::Route& route, const Segments& path) {
    const auto& parts = route.parts;
    if (route.hasRest ? path.size() < parts.size() : path.size() != parts.size()) return false;
    std::size_t at = 0;
    for (const Router::Part& part : parts) {
        if (part.kind == Router::Kind::literal && path[at] != part.text) return false;
        const std::size_t last = part.kind == Router::Kind::rest ? at + path.size() - parts.size() : at;
        for (; at <= last; ++at)
            if (part.kind != Router::Kind::literal && path[at].empty()) return false;
    }
    return true;
}

/// The values of the parameters, still encoded, of a path that fits.
Segments valuesOf(const Router::Route& route, const Segments& path) {
    Segments values;
    std::size_t at = 0;
    for (const Router::Part& part : route.parts) {
        const std::string_view first = path[at];
        if (part.kind == Router::Kind::rest) at += path.size() - route.parts.size();
        const std::string_view last = path[at];
        if (part.kind != Router::Kind::literal)
            values.emplace_back(first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
        ++at;
    }
    return values;
}

/// Whether `a` is to be preferred: at the first place where they differ in kind, literal before one segment before
/// many.
bool moreLiteral(const Router::Route& a, const Router::Route& b) {
    const std::size_t common = std::min(a.parts.size(), b.parts.size());
    for (std::size_t i = 0; i < common; ++i) {
        const Router::Kind left = a.parts[i].kind;
        const Router::Kind right = b.parts[i].kind;
        if (left != right) return left < right;
    }
    return a.parts.size() > b.parts.size();
}

Router::Kind kindOf(std::string_view pattern) {
    if (!pattern.starts_with('{') || !pattern.ends_with('}')) return Router::Kind::literal;
    return pattern.ends_with("...}") ? Router::Kind::rest : Router::Kind::segment;
}

/// The methods of a path, as the field Allow lists them; empty: no route has the path.
std::string allowedMethods(const std::vector<Router::Route>& routes, const Segments& path) {
    std::vector<std::string_view> methods;
    for (const Router::Route& route : routes)
        if (fits(route, path) && std::find(methods.begin(), methods.end(), route.method) == methods.end())
            methods.push_back(route.method);
    std::string allow;
    for (const std::string_view known : methods) {
        allow += (allow.empty() ? "" : ", ") + std::string(known);
        if (known == "GET" && std::find(methods.begin(), methods.end(), "HEAD") == methods.end()) allow += ", HEAD";
    }
    return allow;
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler, std::size_t maxBody,
                 BodyPolicy policy) {
    Route route{std::move(method), {}, false, std::move(handler), maxBody, policy};
    for (const std::string_view segment : split(pattern)) {
        route.parts.push_back({kindOf(segment), std::string(segment)});
        route.hasRest |= route.parts.back().kind == Kind::rest;
    }
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
    const auto segments = split(path);
    const std::string_view wanted[] = {method, method == "HEAD" ? std::string_view("GET") : method};
    Match match;
    for (const Route& route : m_routes) {
        if (!fits(route, segments)) continue;
        const bool exact = route.method == wanted[0];
        if (!exact && route.method != wanted[1]) continue;
        const bool better = !match.route || moreLiteral(route, *match.route) ||
                            (exact && match.route->method != method && !moreLiteral(*match.route, route));
        if (better) match.route = &route;
    }
    if (!match.route) {
        match.allow = allowedMethods(m_routes, segments);
        return match;
    }
    for (const std::string_view value : valuesOf(*match.route, segments)) {
        auto decoded = decodePercent(value);
        if (!decoded) return {};
        match.parameters.push_back(std::move(*decoded));
    }
    return match;
}

}  // namespace signalbox::http
