// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/accounts.h"
#include "core/manager/admin/admin_limits.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/limits.h"
#include "core/manager/login_guard.h"
#include "core/model/json.h"
#include "core/model/names.h"
#include "core/trust/password.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr int kMostHashing = 4;  // each takes 32 MiB for a tenth of a second

/// People, their passwords and sessions.
class AccountResource {
public:
    explicit AccountResource(Engine& engine) : m_engine(engine), m_guard(engine.clock) {}

    [[nodiscard]] json::object accountJson(const Account& account) const {
        json::object object{{"name", account.name},
                            {"role", nameOf(account.role)},
                            {"disabled", account.disabled},
                            {"createdAt", toRfc3339(account.createdAt)},
                            {"passwordAt", toRfc3339(account.passwordAt)}};
        addLimits(object, LimitBook(m_engine).of(limitHolder(account)));
        return object;
    }
    [[nodiscard]] http::Response accountAnswer(int status, const Account& account) const {
        const json::object object = accountJson(account);
        http::Response response = jsonAnswer(status, object);
        response.headers.set("ETag", entityTag(object));
        return response;
    }

    Reply logIn(http::Exchange& exchange, const Actor&) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string name = body.requiredText("name");
        const std::string password = body.requiredText("password");
        CO_CHECK(body.check());
        const std::string address = exchange.request.peer.address;
        if (const Seconds wait = m_guard.lockedFor(name, address); wait > Seconds(0)) co_return tryLater(wait);
        if (m_hashing >= kMostHashing) co_return tryLater(Seconds(1));
        // Counted before the answer is known: many tries at once must not all be free.
        m_guard.failed(name, address);
        const Account* known = m_engine.world.accountByName(name);
        const std::string hash = known && !known->disabled ? known->passwordHash : std::string();
        const auto right = co_await compare(hash, password);
        const Account* account = m_engine.world.accountByName(name);
        if (!right || !account || account->disabled || account->passwordHash != hash)
            co_return problemAnswer(401, "unauthenticated", "Not logged in", "the name or the password is wrong");
        m_guard.succeeded(name);
        const Inventory::NewToken session = Accounts(m_engine).openSession(*account);
        co_return jsonAnswer(200, {{"token", session.secret},
                                   {"notAfter", toRfc3339(*session.token.notAfter)},
                                   {"name", account->name},
                                   {"role", nameOf(account->role)}});
    }

    Reply logOut(http::Exchange&, const Actor& actor) {
        if (actor.account == 0) co_return makeError(BaseErrc::wrongState, "this is no session but an API token");
        CO_CHECK(Inventory(m_engine).removeToken(actor.token, actor.name));
        co_return http::emptyResponse(204);
    }

    Reply whoAmI(http::Exchange&, const Actor& actor) {
        const ApiToken& token = m_engine.world.tokens.at(actor.token);
        json::object object{{"name", actor.name},
                            {"role", nameOf(actor.role)},
                            {"kind", actor.account == 0 ? "token" : "session"},
                            {"notAfter", token.notAfter ? json::value(toRfc3339(*token.notAfter)) : nullptr}};
        addLimits(object, LimitBook(m_engine).of(limitHolder(token)));
        co_return jsonAnswer(200, object);
    }

    Reply changeOwnPassword(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string before = body.requiredText("oldPassword");
        const std::string after = body.requiredText("newPassword");
        CO_CHECK(body.check());
        if (actor.account == 0) co_return makeError(BaseErrc::wrongState, "an API token has no password");
        CO_CHECK(Accounts::checkPassword(after));
        const std::string address = exchange.request.peer.address;
        if (const Seconds wait = m_guard.lockedFor(actor.name, address); wait > Seconds(0)) co_return tryLater(wait);
        if (m_hashing >= kMostHashing) co_return tryLater(Seconds(1));
        m_guard.failed(actor.name, address);
        CO_TRY(const Account account, Accounts(m_engine).find(actor.name));
        CO_CHECK(co_await compare(account.passwordHash, before));
        m_guard.succeeded(actor.name);
        Accounts::Edit edit;
        CO_TRY(edit.passwordHash, co_await hash(after));
        CO_TRY(const Account changed, Accounts(m_engine).edit(actor.name, edit, actor.name, actor.token));
        co_return accountAnswer(200, changed);
    }

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        const auto toJson = [this](const Account& account) { return accountJson(account); };
        co_return mapPage(exchange, page, m_engine.world.accounts, toJson);
    }

    Reply create(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string name = body.requiredText("name");
        const auto role = fromName<AccountRole>(body.requiredText("role"));
        const std::string password = body.requiredText("password");
        CO_CHECK(body.check());
        if (!role) co_return noRole();
        CO_CHECK(Accounts::checkPassword(password));
        CO_TRY(std::string hashed, co_await hash(password));
        CO_TRY(const Account account, Accounts(m_engine).create(std::move(name), *role, std::move(hashed), actor.name));
        co_return accountAnswer(201, account);
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const Account account, Accounts(m_engine).find(exchange.parameters[0]));
        co_return accountAnswer(200, account);
    }

    /// Demands If-Match: of two who change an account's role, the second shall know of the first.
    Reply edit(http::Exchange& exchange, const Actor& actor) {
        const std::string name = exchange.parameters[0];
        CO_TRY(const Account before, Accounts(m_engine).find(name));
        if (auto problem = preconditionProblem(exchange, entityTag(accountJson(before)), true)) co_return *problem;
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Accounts::Edit edit;
        if (body.has("role")) {
            edit.role = fromName<AccountRole>(body.requiredText("role"));
            if (!edit.role) co_return noRole();
        }
        if (const json::value* disabled = body.find("disabled")) {
            if (!disabled->is_bool()) co_return makeError(BaseErrc::malformed, "disabled: true or false is wanted");
            edit.disabled = disabled->get_bool();
        }
        const std::string password = body.text("password");
        Limits limits = LimitBook(m_engine).of(limitHolder(before));
        if (body.has("products")) limits.products = body.texts("products");
        if (body.has("clusters")) limits.clusters = body.texts("clusters");
        CO_CHECK(body.check());
        CO_CHECK(LimitBook(m_engine).check(limits, edit.role.value_or(before.role)));
        if (body.has("password")) {
            CO_CHECK(Accounts::checkPassword(password));
            CO_TRY(edit.passwordHash, co_await hash(password));
            m_guard.succeeded(name);
        }
        CO_TRY(const Account changed, Accounts(m_engine).edit(name, edit, actor.name));
        LimitBook(m_engine).set(limitHolder(changed), "account:" + changed.name, limits, actor.name);
        co_return accountAnswer(200, changed);
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(Accounts(m_engine).remove(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

private:
    /// Counts a hash under way for as long as the frame lives.
    class Hashing {
    public:
        explicit Hashing(int& count) : m_count(count) { ++m_count; }
        ~Hashing() { --m_count; }
        Hashing(const Hashing&) = delete;
        Hashing& operator=(const Hashing&) = delete;

    private:
        int& m_count;
    };

    static Error noRole() {
        return makeError(BaseErrc::malformed, "role: viewer, operator, approver or administrator is wanted");
    }

    static http::Response tryLater(Seconds wait) {
        http::Response response =
            problemAnswer(429, "tooManyTries", "Too many tries", "try again in " + std::to_string(wait.count()) + " s");
        response.headers.set("Retry-After", std::to_string(wait.count()));
        return response;
    }

    Task<std::string> hash(std::string password) {
        const Hashing busy(m_hashing);
        auto work = [password = std::move(password)]() { return trust::hashPassword(password); };
        auto hashed = co_await m_engine.pool.run(std::move(work));
        co_return hashed;
    }

    /// Where there is no hash it takes as long, so that nobody learns which names there are.
    Task<void> compare(std::string hash, std::string password) {
        const Hashing busy(m_hashing);
        auto work = [hash = std::move(hash), password = std::move(password)]() -> Result<void> {
            if (!hash.empty() && trust::passwordMatches(hash, password)) return {};
            if (hash.empty()) CHECK(trust::hashPassword(password));
            return makeError(BaseErrc::denied, "the password is wrong");
        };
        auto right = co_await m_engine.pool.run(std::move(work));
        co_return right;
    }

    Engine& m_engine;
    LoginGuard m_guard;
    int m_hashing = 0;
};

}  // namespace

void addAccountRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<AccountResource>(engine);
    using Method = Reply (AccountResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    routes.addOpen("POST", "/api/v1/login", [resource](http::Exchange& exchange, const Actor& actor) {
        return resource->logIn(exchange, actor);
    });
    add("POST", "/api/v1/logout", Right::view, &AccountResource::logOut);
    add("GET", "/api/v1/account", Right::view, &AccountResource::whoAmI);
    add("POST", "/api/v1/account/password", Right::view, &AccountResource::changeOwnPassword);
    add("GET", "/api/v1/accounts", Right::administer, &AccountResource::list);
    add("POST", "/api/v1/accounts", Right::administer, &AccountResource::create);
    add("GET", "/api/v1/accounts/{name}", Right::administer, &AccountResource::show);
    add("PATCH", "/api/v1/accounts/{name}", Right::administer, &AccountResource::edit);
    add("DELETE", "/api/v1/accounts/{name}", Right::administer, &AccountResource::remove);
}

}  // namespace signalbox::manager
