// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/audience_completion.h"
#include "core/manager/audiences.h"
#include "core/manager/products.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

http::Response withPlace(http::Response response, const filter::ParseError& where) {
    json::object body = parseJson(std::get<std::string>(response.body))->as_object();
    body["position"] = where.position;
    body["length"] = where.length;
    body["expected"] = where.expected;
    response.body = json::serialize(body);
    return response;
}

class AudienceResource {
public:
    explicit AudienceResource(Engine& engine) : m_engine(engine) {}

    static http::Response audienceAnswer(int status, const SavedAudience& audience) {
        const json::object object = toJson(audience);
        http::Response response = jsonAnswer(status, object);
        response.headers.set("ETag", entityTag(object));
        return response;
    }

    Reply check(http::Exchange& exchange, const Actor&) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string filter = body.text("filter");
        const std::string product = body.text("product");
        CO_CHECK(body.check());
        const auto found = selectAudience(m_engine.world, filter, m_engine.clock.now());
        if (!found) co_return filterProblem(filter, found.error());
        if (filter::ParseError where; isRestricted(m_engine.world, product))
            if (const auto fits = checkTagsOnly(m_engine.world, filter, &where); !fits)
                co_return withPlace(problemResponse(fits.error()), where);
        json::array sample;
        found->forEach([&](TerminalId id) {
            sample.push_back(json::value(m_engine.world.fleet.terminal(id)->controllerId));
            return sample.size() < 10;
        });
        co_return jsonAnswer(200, {{"count", found->count()}, {"sample", std::move(sample)}});
    }

    Reply complete(http::Exchange& exchange, const Actor&) {
        const std::string text = http::queryValue(exchange.request.query, "text").value_or("");
        std::size_t position = text.size();
        if (const auto given = http::queryValue(exchange.request.query, "position")) {
            const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), position);
            if (error != std::errc() || end != given->data() + given->size() || position > text.size())
                co_return makeError(BaseErrc::malformed, "position: a byte of the text is wanted");
        }
        const Completions found = completeAudience(m_engine.world, text, position, m_engine.clock.now());
        json::array items;
        for (const Completion& item : found.items)
            items.push_back(
                {{"text", item.text}, {"count", item.count ? json::value(*item.count) : json::value(nullptr)}});
        co_return jsonAnswer(
            200, {{"wanted", found.wanted}, {"begin", found.begin}, {"end", found.end}, {"items", std::move(items)}});
    }

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        co_return mapPage(exchange, page, m_engine.world.savedAudiences,
                          [](const SavedAudience& audience) { return toJson(audience); });
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const SavedAudience audience, Audiences(m_engine).get(exchange.parameters[0]));
        co_return audienceAnswer(200, audience);
    }

    /// Makes it (201; with If-Match it must be there), or replaces it: then If-Match is demanded.
    Reply put(http::Exchange& exchange, const Actor& actor) {
        const auto known = Audiences(m_engine).get(exchange.parameters[0]);
        if (!known && exchange.request.headers.find("If-Match"))
            co_return problemAnswer(412, "changedMeanwhile", "It was changed meanwhile", "there is no such audience");
        if (known)
            if (auto problem = preconditionProblem(exchange, entityTag(toJson(*known)), true)) co_return *problem;
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string filter = body.requiredText("filter");
        std::string description = body.text("description");
        CO_CHECK(body.check());
        const auto saved = Audiences(m_engine).save(exchange.parameters[0], filter, std::move(description), actor.name);
        if (!saved) co_return filterProblem(filter, saved.error());
        co_return audienceAnswer(known ? 200 : 201, *saved);
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const SavedAudience known, Audiences(m_engine).get(exchange.parameters[0]));
        if (auto problem = preconditionProblem(exchange, entityTag(toJson(known)))) co_return *problem;
        CO_CHECK(Audiences(m_engine).remove(known.name, actor.name));
        co_return http::emptyResponse(204);
    }

private:
    Engine& m_engine;
};

}  // namespace

http::Response filterProblem(const std::string& filter, const Error& error) {
    filter::ParseError where;
    if (filter::parse(filter, &where)) return problemResponse(error);
    return withPlace(problemResponse(error), where);
}

http::Response audienceProblem(const World& world, const Rollout& plan, const Error& error) {
    filter::ParseError where;
    const auto release = world.releases.find(plan.release);
    const bool isRestrictedProduct = release != world.releases.end() && isRestricted(world, release->second.product);
    if (error.code != BaseErrc::invalidArgument || !isRestrictedProduct || checkTagsOnly(world, plan.audience, &where))
        return filterProblem(plan.audience, error);
    return withPlace(problemResponse(error), where);
}

void addAudienceRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<AudienceResource>(engine);
    using Method = Reply (AudienceResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("POST", "/api/v1/audiences/check", Right::view, &AudienceResource::check);
    add("GET", "/api/v1/audiences/complete", Right::view, &AudienceResource::complete);
    add("GET", "/api/v1/audiences", Right::view, &AudienceResource::list);
    add("GET", "/api/v1/audiences/saved/{name}", Right::view, &AudienceResource::show);
    add("PUT", "/api/v1/audiences/saved/{name}", Right::operate, &AudienceResource::put);
    add("DELETE", "/api/v1/audiences/saved/{name}", Right::operate, &AudienceResource::remove);
}

}  // namespace signalbox::manager
