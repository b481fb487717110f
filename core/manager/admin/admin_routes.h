// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "core/http/server.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// Who asks, by their API token.
struct Actor {
    std::string name;
    AccountRole role = AccountRole::viewer;
};

/// What a call needs. A viewer may view; an operator also operate; an approver view and approve; an administrator all.
enum class Right { view, operate, approve, administer };
[[nodiscard]] bool mayDo(AccountRole role, Right right);

/// The admin door's routes: every one behind a token and a right, every answer after its changes are durable, every
/// error as problem+json (RFC 9457).
class AdminRoutes {
public:
    using Handler = std::function<Task<http::Response>(http::Exchange&, const Actor&)>;

    explicit AdminRoutes(Engine& engine) : m_engine(engine) {}

    void add(std::string method, std::string_view pattern, Right right, Handler handler, std::size_t maxBody = 1 << 20,
             http::BodyPolicy policy = http::BodyPolicy::whole);
    [[nodiscard]] http::Router take() { return std::move(m_router); }
    /// Called after an answer that may have made something due.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    [[nodiscard]] Result<Actor> authenticate(const http::Exchange& exchange, Right right) const;
    asio::awaitable<http::Response> answer(http::Exchange& exchange, Right right, const Handler& handler);

    Engine& m_engine;
    http::Router m_router;
    std::function<void()> m_changed;
};

/// 400, 401, 403, 404, 409, 413, 503 … with `code` and, for a filter, position and length.
[[nodiscard]] http::Response problemResponse(const Error& error);
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
    [[nodiscard]] bool has(std::string_view name) const { return m_object.contains(name); }
    [[nodiscard]] const boost::json::value* find(std::string_view name) const { return m_object.if_contains(name); }
    [[nodiscard]] const boost::json::object& object() const { return m_object; }
    [[nodiscard]] Result<void> check() const;

private:
    void fail(std::string_view name, std::string_view wanted);

    boost::json::object m_object;
    std::string m_error;
};

/// `after` and `limit` of a list.
struct PageRequest {
    std::int64_t after = 0;
    std::size_t limit = 100;
};
[[nodiscard]] Result<PageRequest> pageOf(const http::Request& request);
[[nodiscard]] Result<std::int64_t> idParameter(const http::Exchange& exchange, std::size_t index);

}  // namespace signalbox::manager
