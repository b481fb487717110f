// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/http/server.h"

namespace signalbox::http {
namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

enum class Kind { literal, segment, rest };

Kind kindOf(std::string_view pattern) {
    if (!pattern.starts_with('{') || !pattern.ends_with('}')) return Kind::literal;
    return pattern.ends_with("...}") ? Kind::rest : Kind::segment;
}

/// The values of the parameters (still encoded) when `path` has the form of `pattern`.
bool fits(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path,
          std::vector<std::string_view>& values) {
    values.clear();
    const auto hasRest =
        std::any_of(pattern.begin(), pattern.end(), [](const std::string& part) { return kindOf(part) == Kind::rest; });
    if (hasRest ? path.size() < pattern.size() : path.size() != pattern.size()) return false;
    const std::size_t surplus = path.size() - pattern.size();
    std::size_t at = 0;
    for (const std::string& part : pattern) {
        const std::string_view segment = path[at];
        switch (kindOf(part)) {
            case Kind::literal:
                if (segment != part) return false;
                break;
            case Kind::segment:
                if (segment.empty()) return false;
                values.push_back(segment);
                break;
            case Kind::rest: {
                const std::string_view last = path[at + surplus];
                for (std::size_t i = at; i <= at + surplus; ++i)
                    if (path[i].empty()) return false;
                values.emplace_back(segment.data(),
                                    static_cast<std::size_t>(last.data() + last.size() - segment.data()));
                at += surplus;
                break;
            }
        }
        ++at;
    }
    return true;
}

/// Whether `a` is to be preferred: at the first place where they differ in kind, literal before one segment before
/// many.
bool moreLiteral(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        const Kind left = kindOf(a[i]);
        const Kind right = kindOf(b[i]);
        if (left != right) return left < right;
    }
    return a.size() > b.size();
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler, std::size_t maxBody,
                 BodyPolicy policy) {
    Route route{std::move(method), {}, std::move(handler), maxBody, policy};
    for (const std::string_view segment : split(pattern))
        route.segments.emplace_back(segment);
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
    const auto segments = split(path);
    const std::string_view wanted[] = {method, method == "HEAD" ? std::string_view("GET") : method};
    Match match;
    std::vector<std::string_view> values;
    std::vector<std::string_view> best;
    std::vector<std::string_view> methods;
    for (const Route& route : m_routes) {
        if (!fits(route.segments, segments, values)) continue;
        if (std::find(methods.begin(), methods.end(), route.method) == methods.end()) methods.push_back(route.method);
        const bool exact = route.method == wanted[0];
        if (!exact && route.method != wanted[1]) continue;
        const bool better =
            !match.route || moreLiteral(route.segments, match.route->segments) ||
            (exact && match.route->method != method && !moreLiteral(match.route->segments, route.segments));
        if (!better) continue;
        match.route = &route;
        best = values;
    }
    if (!match.route) {
        for (const std::string_view known : methods) {
            match.allow += (match.allow.empty() ? "" : ", ") + std::string(known);
            if (known == "GET" && std::find(methods.begin(), methods.end(), "HEAD") == methods.end())
                match.allow += ", HEAD";
        }
        return match;
    }
    for (const std::string_view value : best) {
        auto decoded = decodePercent(value);
        if (!decoded) return {};
        match.parameters.push_back(std::move(*decoded));
    }
    return match;
}

}  // namespace signalbox::http
