// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/admin_routes.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/manager/inventory.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

struct ErrorStatus {
    BaseErrc code;
    int status;
    const char* name;
    const char* title;
};
constexpr std::array kStatuses{
    ErrorStatus{BaseErrc::malformed, 400, "malformed", "The request is malformed"},
    ErrorStatus{BaseErrc::invalidArgument, 400, "invalidArgument", "A value is out of its range"},
    ErrorStatus{BaseErrc::unsupported, 400, "unsupported", "Not supported"},
    ErrorStatus{BaseErrc::denied, 403, "denied", "Not permitted"},
    ErrorStatus{BaseErrc::notFound, 404, "notFound", "Not found"},
    ErrorStatus{BaseErrc::alreadyExists, 409, "alreadyExists", "It exists already"},
    ErrorStatus{BaseErrc::wrongState, 409, "wrongState", "Not possible in this state"},
    ErrorStatus{BaseErrc::tooLarge, 413, "tooLarge", "Too large"},
    ErrorStatus{BaseErrc::corrupt, 422, "corrupt", "It does not verify"},
    ErrorStatus{BaseErrc::unavailable, 503, "unavailable", "Try again later"},
    ErrorStatus{BaseErrc::timedOut, 503, "timedOut", "Timed out"},
};

http::Response problemBody(int status, std::string_view code, std::string_view title, std::string_view detail) {
    const json::object body{
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"code", code}, {"detail", detail}};
    return http::jsonResponse(status, json::serialize(body), "application/problem+json");
}

}  // namespace

bool mayDo(AccountRole role, Right right) {
    if (right == Right::view || role == AccountRole::administrator) return true;
    if (right == Right::operate) return role == AccountRole::operator_;
    return right == Right::approve && role == AccountRole::approver;
}

http::Response problemResponse(const Error& error) {
    for (const ErrorStatus& known : kStatuses)
        if (error.code == known.code) return problemBody(known.status, known.name, known.title, error.context);
    return problemBody(500, "internal", "The manager failed", error.text());
}

http::Response adminErrorPage(int status, std::string_view detail) {
    const auto isSame = [status](const ErrorStatus& known) { return known.status == status; };
    const auto known = std::find_if(kStatuses.begin(), kStatuses.end(), isSame);
    if (known != kStatuses.end()) return problemBody(status, known->name, known->title, detail);
    return problemBody(status, status < 500 ? "malformed" : "internal",
                       status < 500 ? "The request cannot be answered" : "The manager failed", detail);
}

http::Response jsonAnswer(int status, const json::value& body) {
    return http::jsonResponse(status, json::serialize(body));
}

void AdminRoutes::add(std::string method, std::string_view pattern, Right right, Handler handler, std::size_t maxBody,
                      http::BodyPolicy policy) {
    auto answering = [this, right, handler = std::move(handler)](http::Exchange& exchange) {
        return answer(exchange, right, handler);
    };
    m_router.add(std::move(method), pattern, std::move(answering), maxBody, policy);
}

Result<Actor> AdminRoutes::authenticate(const http::Exchange& exchange, Right right) const {
    const std::string_view header = exchange.request.headers.value("Authorization");
    constexpr std::string_view kBearer = "Bearer ";
    const ApiToken* token = header.starts_with(kBearer) && header.size() < 256
                                ? Inventory(m_engine).tokenOf(header.substr(kBearer.size()))
                                : nullptr;
    if (!token) return makeError(BaseErrc::denied, "an API token is wanted (Authorization: Bearer …)");
    if (!mayDo(token->role, right)) return makeError(BaseErrc::wrongState, "the token's role may not do this");
    return Actor{token->name, token->role};
}

asio::awaitable<http::Response> AdminRoutes::answer(http::Exchange& exchange, Right right, const Handler& handler) {
    const auto actor = authenticate(exchange, right);
    if (!actor && actor.error().code == BaseErrc::denied) {
        http::Response refused = problemBody(401, "unauthenticated", "Log in first", actor.error().context);
        refused.headers.set("WWW-Authenticate", "Bearer");
        co_return refused;
    }
    if (!actor) co_return problemBody(403, "denied", "Not permitted", actor.error().context);
    auto response = co_await handler(exchange, *actor);
    if (!response) co_return problemResponse(response.error());
    const auto stored = co_await m_engine.ledger.durable();
    if (!stored) co_return problemResponse(stored.error());
    if (m_changed && exchange.request.method != "GET") m_changed();
    co_return std::move(*response);
}

Result<BodyReaderJson> BodyReaderJson::parse(const http::Exchange& exchange) {
    BodyReaderJson reader;
    if (exchange.body.empty()) return reader;
    TRY(json::value value, parseJson(exchange.body));
    if (!value.is_object()) return makeError(BaseErrc::malformed, "the body: a JSON object is wanted");
    reader.m_object = std::move(value.get_object());
    return reader;
}

void BodyReaderJson::fail(std::string_view name, std::string_view wanted) {
    if (m_error.empty()) m_error = std::string(name) + ": " + std::string(wanted) + " is wanted";
}

std::string BodyReaderJson::text(std::string_view name, std::string_view otherwise) {
    const json::value* found = m_object.if_contains(name);
    if (!found || found->is_null()) return std::string(otherwise);
    if (found->is_string()) return std::string(found->get_string());
    fail(name, "text");
    return {};
}

std::string BodyReaderJson::requiredText(std::string_view name) {
    if (!m_object.contains(name)) fail(name, "text");
    return text(name);
}

std::int64_t BodyReaderJson::number(std::string_view name, std::int64_t least, std::int64_t most,
                                    std::int64_t otherwise) {
    const json::value* found = m_object.if_contains(name);
    if (!found || found->is_null()) return otherwise;
    if (found->is_int64() && found->get_int64() >= least && found->get_int64() <= most) return found->get_int64();
    fail(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return otherwise;
}

Result<void> BodyReaderJson::check() const {
    if (m_error.empty()) return {};
    return makeError(BaseErrc::malformed, m_error);
}

namespace {

Result<std::int64_t> wholeNumber(std::string_view text, std::string_view what, std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return makeError(BaseErrc::malformed, std::string(what) + ": a whole number from " + std::to_string(least) +
                                                  " to " + std::to_string(most) + " is wanted");
    return value;
}

}  // namespace

Result<PageRequest> pageOf(const http::Request& request) {
    PageRequest page;
    if (const auto after = http::queryValue(request.query, "after")) {
        TRY(page.after, wholeNumber(*after, "after", 0, std::numeric_limits<std::int64_t>::max()));
    }
    if (const auto limit = http::queryValue(request.query, "limit")) {
        TRY(const std::int64_t value, wholeNumber(*limit, "limit", 1, 1000));
        page.limit = static_cast<std::size_t>(value);
    }
    return page;
}

Result<std::int64_t> idParameter(const http::Exchange& exchange, std::size_t index) {
    return wholeNumber(exchange.parameters.at(index), "id", 1, std::numeric_limits<std::int64_t>::max());
}

}  // namespace signalbox::manager
