// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/admin_routes.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/base/hash.h"
#include "core/manager/admin/admin_limits.h"
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

http::Response problemAnswer(int status, std::string_view code, std::string_view title, std::string_view detail) {
    return problemBody(status, code, title, detail);
}

std::string entityTag(const json::object& resource) {
    return '"' + sha256Hex(bytesOf(json::serialize(resource))).substr(0, 32) + '"';
}

std::optional<http::Response> preconditionProblem(const http::Exchange& exchange, std::string_view tag, bool demanded) {
    const auto condition = exchange.request.headers.find("If-Match");
    if (!condition) {
        if (!demanded) return std::nullopt;
        return problemBody(428, "preconditionRequired", "If-Match is wanted",
                           "send the ETag of the state that you have seen");
    }
    std::string_view rest = *condition;
    while (!rest.empty()) {
        std::string_view item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), item.size() + 1));
        while (item.starts_with(' '))
            item.remove_prefix(1);
        while (item.ends_with(' '))
            item.remove_suffix(1);
        if (item == "*" || item == tag) return std::nullopt;
    }
    return problemBody(412, "changedMeanwhile", "It was changed meanwhile", "If-Match names another state");
}

void AdminRoutes::add(std::string method, std::string_view pattern, Right right, Handler handler, std::size_t maxBody,
                      http::BodyPolicy policy) {
    m_table.push_back({method, std::string(pattern), right});
    auto answering = [this, right, handler = limited(right, pattern, std::move(handler))](http::Exchange& exchange) {
        return answer(exchange, right, handler);
    };
    m_router.add(std::move(method), pattern, std::move(answering), maxBody, policy);
}

/// The handler, behind what the caller is limited to. Everyone may look at everything.
AdminRoutes::Handler AdminRoutes::limited(Right right, std::string_view pattern, Handler handler) {
    if (right == Right::view) return handler;
    return [this, pattern = std::string(pattern), handler = std::move(handler)](http::Exchange& exchange,
                                                                                const Actor& actor) {
        const auto token = m_engine.world.tokens.find(actor.token);
        const bool isKnown = token != m_engine.world.tokens.end();
        const Limits limits = isKnown ? LimitBook(m_engine).of(limitHolder(token->second)) : Limits();
        if (limits.none()) return handler(exchange, actor);
        auto allowed = checkLimits(m_engine, limits, exchange.request.method, pattern, exchange);
        return allowed ? handler(exchange, actor) : refused(std::move(allowed).error());
    };
}

Task<http::Response> AdminRoutes::refused(Error error) {
    co_return error;
}

void AdminRoutes::addOpen(std::string method, std::string_view pattern, Handler handler) {
    m_table.push_back({method, std::string(pattern), std::nullopt});
    auto answering = [this, handler = std::move(handler)](http::Exchange& exchange) {
        return answer(exchange, std::nullopt, handler);
    };
    m_router.add(std::move(method), pattern, std::move(answering), 4096);
}

std::optional<Actor> AdminRoutes::authenticate(const http::Exchange& exchange) const {
    const std::string_view header = exchange.request.headers.value("Authorization");
    constexpr std::string_view kBearer = "Bearer ";
    const ApiToken* token = header.starts_with(kBearer) && header.size() < 256
                                ? Inventory(m_engine).tokenOf(header.substr(kBearer.size()))
                                : nullptr;
    if (!token) return std::nullopt;
    return Actor{token->name, token->role, token->id, token->account};
}

asio::awaitable<http::Response> AdminRoutes::answer(http::Exchange& exchange, std::optional<Right> right,
                                                    const Handler& handler) {
    const auto known = authenticate(exchange);
    if (!known && right) {
        http::Response refused =
            problemBody(401, "unauthenticated", "Log in first", "an API token is wanted (Authorization: Bearer …)");
        refused.headers.set("WWW-Authenticate", "Bearer");
        co_return refused;
    }
    if (right && !mayDo(known->role, *right))
        co_return problemBody(403, "denied", "Not permitted", "the token's role may not do this");
    const Actor actor = known.value_or(Actor{});
    const bool once = right && exchange.request.method == "POST" && exchange.request.headers.find("Idempotency-Key");
    if (once) {
        auto response = co_await answerOnce(exchange, actor, handler);
        co_return response;
    }
    auto response = co_await carryOut(exchange, actor, handler);
    co_return response;
}

asio::awaitable<http::Response> AdminRoutes::answerOnce(http::Exchange& exchange, const Actor& actor,
                                                        const Handler& handler) {
    const std::string_view key = exchange.request.headers.value("Idempotency-Key");
    if (key.empty() || key.size() > 255)
        co_return problemBody(400, "malformed", "The request is malformed", "Idempotency-Key: 1 to 255 bytes");
    const std::string place =
        std::to_string(actor.token) + " " + exchange.request.target + " " + sha256Hex(bytesOf(key));
    switch (m_idempotency.begin(place, sha256Hex(bytesOf(exchange.body)))) {
        case Idempotency::State::answered: {
            http::Response again = m_idempotency.answerOf(place);
            again.headers.set("Idempotent-Replayed", "true");
            co_return again;
        }
        case Idempotency::State::underWay:
            co_return problemBody(409, "wrongState", "It is under way", "a request with this key is being answered");
        case Idempotency::State::otherRequest:
            co_return problemBody(422, "keyReused", "The key is taken",
                                  "another request was sent with this Idempotency-Key");
        case Idempotency::State::fresh:
            break;
    }
    // A frame that is given up takes its mark along, so that the next try is not held off for ever.
    struct Mark {
        Idempotency& book;
        std::string place;
        bool ended = false;
        ~Mark() {
            if (!ended) book.forget(place);
        }
    };
    Mark mark{m_idempotency, place};
    auto response = co_await carryOut(exchange, actor, handler);
    m_idempotency.end(place, response);
    mark.ended = true;
    co_return response;
}

asio::awaitable<http::Response> AdminRoutes::carryOut(http::Exchange& exchange, const Actor& actor,
                                                      const Handler& handler) {
    auto response = co_await handler(exchange, actor);
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

std::vector<std::string> BodyReaderJson::texts(std::string_view name) {
    std::vector<std::string> texts;
    const boost::json::value* value = find(name);
    if (!value) return texts;
    if (!value->is_array()) {
        fail(name, "a list of texts");
        return texts;
    }
    for (const boost::json::value& one : value->get_array()) {
        if (!one.is_string()) fail(name, "a list of texts");
        if (one.is_string()) texts.emplace_back(one.get_string());
    }
    return texts;
}

bool BodyReaderJson::truth(std::string_view name) {
    const boost::json::value* value = find(name);
    if (value && !value->is_bool()) fail(name, "true or false");
    return value && value->is_bool() && value->get_bool();
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

http::Response pageAnswer(const http::Exchange& exchange, json::array items, const json::value& next,
                          std::uint64_t total) {
    http::Response response = jsonAnswer(200, {{"items", std::move(items)}, {"next", next}, {"total", total}});
    if (!next.is_int64()) return response;
    std::string query;
    std::string_view rest = exchange.request.query;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (!part.starts_with("after=")) query += std::string(part) + "&";
    }
    response.headers.set("Link", "<" + exchange.request.path + "?" + query +
                                     "after=" + std::to_string(next.get_int64()) + ">; rel=\"next\"");
    return response;
}

Result<std::int64_t> idParameter(const http::Exchange& exchange, std::size_t index) {
    return wholeNumber(exchange.parameters.at(index), "id", 1, std::numeric_limits<std::int64_t>::max());
}

}  // namespace signalbox::manager
