// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/server.h"
#include "core/manager/admin/idempotency.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// Who asks, by their API token or session.
struct Actor {
    std::string name;
    AccountRole role = AccountRole::viewer;
    std::int64_t token = 0;    ///< its id; 0: nobody, on a route that is open
    std::int64_t account = 0;  ///< of a session
};

/// What a call needs. A viewer may view; an operator also operate; an approver view and approve; an administrator all.
enum class Right { view, operate, approve, administer };
[[nodiscard]] bool mayDo(AccountRole role, Right right);

/// The admin door's routes: every one behind a token and a right, every answer after its changes are durable, every
/// error as problem+json (RFC 9457).
class AdminRoutes {
public:
    using Handler = std::function<Task<http::Response>(http::Exchange&, const Actor&)>;

    explicit AdminRoutes(Engine& engine) : m_engine(engine), m_idempotency(engine.clock) {}

    /// One call that the door takes. All of them are the one table that the door enforces and the tests go by.
    struct Call {
        std::string method;
        std::string pattern;
        std::optional<Right> right;  ///< nullopt: open to everyone
    };

    void add(std::string method, std::string_view pattern, Right right, Handler handler, std::size_t maxBody = 1 << 20,
             http::BodyPolicy policy = http::BodyPolicy::whole);
    /// A route that is answered without a token too; the handler's actor is then nobody.
    void addOpen(std::string method, std::string_view pattern, Handler handler);
    [[nodiscard]] const std::vector<Call>& table() const { return m_table; }
    [[nodiscard]] http::Router take() { return std::move(m_router); }
    /// Called after an answer that may have made something due.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    [[nodiscard]] Handler limited(Right right, std::string_view pattern, Handler handler);
    [[nodiscard]] static Task<http::Response> refused(Error error);
    [[nodiscard]] std::optional<Actor> authenticate(const http::Exchange& exchange) const;
    asio::awaitable<http::Response> answer(http::Exchange& exchange, std::optional<Right> right,
                                           const Handler& handler);
    asio::awaitable<http::Response> answerOnce(http::Exchange& exchange, const Actor& actor, const Handler& handler);
    asio::awaitable<http::Response> carryOut(http::Exchange& exchange, const Actor& actor, const Handler& handler);

    Engine& m_engine;
    http::Router m_router;
    std::vector<Call> m_table;
    Idempotency m_idempotency;
    std::function<void()> m_changed;
};

/// 400, 401, 403, 404, 409, 413, 503 … with `code` and, for a filter, position and length.
[[nodiscard]] http::Response problemResponse(const Error& error);
/// The same with a status and code of its own (412, 428, 429).
[[nodiscard]] http::Response problemAnswer(int status, std::string_view code, std::string_view title,
                                           std::string_view detail);
/// The strong validator of a resource's editable part.
[[nodiscard]] std::string entityTag(const boost::json::object& resource);
/// 412 where If-Match names another state than `tag`, 428 where it is missing and `demanded`; nullopt: go on.
[[nodiscard]] std::optional<http::Response> preconditionProblem(const http::Exchange& exchange, std::string_view tag,
                                                                bool demanded = false);
/// What the server itself finds (no such path, wrong method, body too large …), in the same form.
[[nodiscard]] http::Response adminErrorPage(int status, std::string_view detail);
[[nodiscard]] http::Response jsonAnswer(int status, const boost::json::value& body);

/// The members of a JSON body, checked while they are taken; the first error sticks and names its member.
class BodyReaderJson {
public:
    [[nodiscard]] static Result<BodyReaderJson> parse(const http::Exchange& exchange);

    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise = {});
    [[nodiscard]] std::string requiredText(std::string_view name);
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most,
                                      std::int64_t otherwise);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);  ///< empty where it is left out
    [[nodiscard]] bool truth(std::string_view name);                      ///< false where it is left out
    [[nodiscard]] bool has(std::string_view name) const { return m_object.contains(name); }
    [[nodiscard]] const boost::json::value* find(std::string_view name) const { return m_object.if_contains(name); }
    [[nodiscard]] const boost::json::object& object() const { return m_object; }
    [[nodiscard]] Result<void> check() const;

private:
    void fail(std::string_view name, std::string_view wanted);

    boost::json::object m_object;
    std::string m_error;
};

[[nodiscard]] inline std::int64_t numberOf(std::int64_t id) {
    return id;
}
template <class Tag>
[[nodiscard]] std::int64_t numberOf(Id<Tag> id) {
    return id.value;
}

/// `after` and `limit` of a list.
struct PageRequest {
    std::int64_t after = 0;
    std::size_t limit = 100;
};
[[nodiscard]] Result<PageRequest> pageOf(const http::Request& request);
/// A page with its `next`, which is also told by a Link header (RFC 8288).
[[nodiscard]] http::Response pageAnswer(const http::Exchange& exchange, boost::json::array items,
                                        const boost::json::value& next, std::uint64_t total);
/// The page of `entries`, a map from ids, in their order.
template <class Map, class ToJson>
[[nodiscard]] http::Response mapPage(const http::Exchange& exchange, const PageRequest& page, const Map& entries,
                                     const ToJson& toJson) {
    boost::json::array items;
    boost::json::value next = nullptr;
    std::int64_t last = 0;
    for (const auto& [id, entry] : entries) {
        const std::int64_t number = numberOf(id);
        if (number <= page.after) continue;
        if (items.size() == page.limit) {
            next = last;
            break;
        }
        items.push_back(toJson(entry));
        last = number;
    }
    return pageAnswer(exchange, std::move(items), next, entries.size());
}
[[nodiscard]] Result<std::int64_t> idParameter(const http::Exchange& exchange, std::size_t index);

}  // namespace signalbox::manager
