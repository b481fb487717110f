// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_limits.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/inventory.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr Milliseconds kHeartbeat{10000};

std::string eventText(const Event& event) {
    return "id: " + std::to_string(event.sequence) + "\nevent: " + event.type + "\ndata: " + event.data + "\n\n";
}

/// API tokens and the event stream.
class RecordResource {
public:
    RecordResource(Engine& engine, EventLog& events) : m_engine(engine), m_events(events) {}

    Reply listTokens(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        const auto toJson = [this](const ApiToken& token) { return tokenJson(token); };
        co_return mapPage(exchange, page, m_engine.world.tokens, toJson);
    }

    /// Of whoever asks, without the need of an administrator.
    Reply ownSessions(http::Exchange& exchange, const Actor& actor) {
        if (actor.account == 0) co_return makeError(BaseErrc::wrongState, "an API token has no sessions");
        json::array items;
        for (const auto& [id, token] : m_engine.world.tokens)
            if (token.account == actor.account) items.push_back(tokenJson(token));
        const std::size_t total = items.size();
        co_return pageAnswer(exchange, std::move(items), nullptr, total);
    }

    Reply endOwnSession(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        const auto found = m_engine.world.tokens.find(id);
        if (actor.account == 0 || found == m_engine.world.tokens.end() || found->second.account != actor.account)
            co_return makeError(BaseErrc::notFound, "you have no session " + std::to_string(id));
        CO_CHECK(Inventory(m_engine).removeToken(id, actor.name));
        co_return http::emptyResponse(204);
    }

    Reply createToken(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string name = body.requiredText("name");
        const auto role = fromName<AccountRole>(body.requiredText("role"));
        const std::int64_t valid = body.number("validSeconds", 60, std::int64_t(3660) * 86400, 0);
        const Limits limits{body.texts("products"), body.texts("clusters")};
        CO_CHECK(body.check());
        if (!role)
            co_return makeError(BaseErrc::malformed, "role: viewer, operator, approver or administrator is wanted");
        CO_CHECK(LimitBook(m_engine).check(limits, *role));
        std::optional<Seconds> end;
        if (valid > 0) end = Seconds(valid);
        CO_TRY(const Inventory::NewToken made,
               Inventory(m_engine).createToken(std::move(name), *role, actor.name, end));
        LimitBook(m_engine).set(limitHolder(made.token), "token:" + made.token.name, limits, actor.name);
        json::object object = tokenJson(made.token);
        object["token"] = made.secret;
        co_return jsonAnswer(201, object);
    }

    Reply removeToken(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_CHECK(Inventory(m_engine).removeToken(id, actor.name));
        co_return http::emptyResponse(204);
    }

    /// Server-sent events (WHATWG HTML, 9.2). What is older than the ring is told by an event `reset`.
    Reply events(http::Exchange& exchange, const Actor&) {
        std::int64_t after = m_events.last();
        bool lost = false;
        const std::string_view wanted = exchange.request.headers.value("Last-Event-ID");
        if (!wanted.empty()) {
            const std::int64_t asked = wanted.size() <= 18 && wanted.find_first_not_of("0123456789") == wanted.npos
                                           ? std::stoll(std::string(wanted))
                                           : -1;
            lost = asked < 0 || !m_events.reachesBackTo(asked);
            if (!lost) after = asked;
        }
        http::Response response;
        response.headers.set("Content-Type", "text/event-stream");
        response.headers.set("Cache-Control", "no-store");
        response.body =
            http::StreamBody([this, after, lost](http::StreamWriter& writer) { return stream(writer, after, lost); });
        co_return response;
    }

private:
    [[nodiscard]] json::object tokenJson(const ApiToken& token) const {
        json::object object{
            {"id", token.id},
            {"name", token.name},
            {"role", nameOf(token.role)},
            {"kind", token.account == 0 ? "token" : "session"},
            {"createdAt", toRfc3339(token.createdAt)},
            {"notAfter", token.notAfter ? json::value(toRfc3339(*token.notAfter)) : json::value(nullptr)}};
        addLimits(object, LimitBook(m_engine).of(limitHolder(token)));
        return object;
    }

    Task<void> stream(http::StreamWriter& writer, std::int64_t after, bool lost) {
        std::string first = lost ? "event: reset\ndata: {}\n\n" : ": listening\n\n";
        CO_CHECK(co_await writer.write(std::move(first)));
        for (;;) {
            if (!m_events.reachesBackTo(after)) {
                // The reader is slower than the ring.
                after = m_events.last();
                CO_CHECK(co_await writer.write("event: reset\ndata: {}\n\n"));
            }
            CO_TRY(const std::vector<Event> found, co_await m_events.after(after, kHeartbeat));
            std::string chunk = found.empty() ? ": still here\n\n" : "";
            for (const Event& event : found) {
                chunk += eventText(event);
                after = event.sequence;
            }
            CO_CHECK(co_await writer.write(std::move(chunk)));
        }
    }

    Engine& m_engine;
    EventLog& m_events;
};

}  // namespace

void addRecordRoutes(AdminRoutes& routes, Engine& engine, EventLog& events) {
    const auto resource = std::make_shared<RecordResource>(engine, events);
    using Method = Reply (RecordResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/events", Right::view, &RecordResource::events);
    add("GET", "/api/v1/account/sessions", Right::view, &RecordResource::ownSessions);
    add("DELETE", "/api/v1/account/sessions/{id}", Right::view, &RecordResource::endOwnSession);
    add("GET", "/api/v1/tokens", Right::administer, &RecordResource::listTokens);
    add("POST", "/api/v1/tokens", Right::administer, &RecordResource::createToken);
    add("DELETE", "/api/v1/tokens/{id}", Right::administer, &RecordResource::removeToken);
}

}  // namespace signalbox::manager
