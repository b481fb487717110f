// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/releases.h"
#include "core/manager/retention.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

class ReleaseResource {
public:
    explicit ReleaseResource(Engine& engine) : m_engine(engine) {}

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        const auto product = http::queryValue(exchange.request.query, "product");
        json::array items;
        json::value next = nullptr;
        std::size_t total = 0;
        std::int64_t last = 0;
        for (const auto& [id, release] : m_engine.world.releases) {
            if (product && release.product != *product) continue;
            ++total;
            if (id.value <= page.after) continue;
            if (items.size() == page.limit) {
                next = last;
                continue;
            }
            items.push_back(releaseJson(release));
            last = id.value;
        }
        co_return pageAnswer(exchange, std::move(items), next, total);
    }

    Reply create(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Releases::New wanted;
        wanted.product = body.requiredText("product");
        wanted.version = body.requiredText("version");
        wanted.channel = body.text("channel", "stable");
        wanted.notes = body.text("notes");
        CO_CHECK(body.check());
        CO_TRY(Release given, releaseFromJson(body.object()));
        wanted.prerequisites = std::move(given.prerequisites);
        CO_TRY(const Release release, Releases(m_engine).create(wanted, actor.name));
        co_return jsonAnswer(201, releaseJson(release));
    }

    /// With what becomes of its packages once it is withdrawn.
    json::object releaseJson(const Release& release) const {
        json::object object = toJson(release);
        const Retention retention(m_engine);
        const auto due = retention.dropsAt(release);
        object["dropsAt"] = due ? json::value(toRfc3339(*due)) : json::value(nullptr);
        object["neededBy"] = due ? retention.neededBy(release) : std::string();
        return object;
    }

    http::Response releaseAnswer(const Release& release) const {
        const json::object object = releaseJson(release);
        http::Response response = jsonAnswer(200, object);
        response.headers.set("ETag", entityTag(object));
        return response;
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const Release release, Releases(m_engine).get({id}));
        co_return releaseAnswer(release);
    }

    Reply edit(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string notes = body.requiredText("notes");
        CO_CHECK(body.check());
        CO_TRY(const Release before, Releases(m_engine).get({id}));
        if (auto problem = preconditionProblem(exchange, entityTag(releaseJson(before)))) co_return *problem;
        CO_TRY(const Release release, Releases(m_engine).setNotes({id}, std::move(notes), actor.name));
        co_return releaseAnswer(release);
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_CHECK(Releases(m_engine).remove({id}, actor.name));
        co_return http::emptyResponse(204);
    }

    Reply setPackage(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Releases::NewPackage wanted;
        wanted.platform = body.requiredText("platform");
        wanted.fileName = body.requiredText("fileName");
        const std::string digest = body.requiredText("digest");
        CO_CHECK(body.check());
        CO_TRY(wanted.digest, Digest::parse(digest));
        if (const json::value* recipe = body.find("recipe")) {
            auto parsed = recipeFromJson(*recipe);
            if (!parsed) co_return std::move(parsed).error().within("recipe");
            wanted.recipe = std::move(*parsed);
        }
        holdBlob(m_engine, wanted.digest);
        if (!m_engine.blobs.size(wanted.digest))
            co_return makeError(BaseErrc::notFound, "no blob " + wanted.digest.text() + "; upload it first");
        Releases releases(m_engine);
        const ReleaseId releaseId{id};
        CO_TRY(const Release release, co_await releases.setPackage(releaseId, std::move(wanted), actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

    Reply removePackage(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        Releases releases(m_engine);
        const ReleaseId releaseId{id};
        CO_TRY(const Release release, co_await releases.removePackage(releaseId, exchange.parameters[1], actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

    Reply submit(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const Release release, Releases(m_engine).submit({id}, actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

    struct Decision {
        Digest seen;
        std::string comment;
    };
    static Result<Decision> decisionOf(http::Exchange& exchange) {
        TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string digest = body.requiredText("manifestDigest");
        Decision decision;
        decision.comment = body.text("comment");
        CHECK(body.check());
        TRY(decision.seen, Digest::parse(digest));
        return decision;
    }

    Reply approve(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(Decision decision, decisionOf(exchange));
        CO_TRY(const Release release,
               Releases(m_engine).approve({id}, decision.seen, std::move(decision.comment), actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

    Reply refuse(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(Decision decision, decisionOf(exchange));
        CO_TRY(const Release release,
               Releases(m_engine).refuse({id}, decision.seen, std::move(decision.comment), actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

    Reply withdraw(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string comment = body.text("comment");
        CO_CHECK(body.check());
        CO_TRY(const Release release, Releases(m_engine).withdraw({id}, std::move(comment), actor.name));
        co_return jsonAnswer(200, releaseJson(release));
    }

private:
    Engine& m_engine;
};

}  // namespace

void addReleaseRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<ReleaseResource>(engine);
    using Method = Reply (ReleaseResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/releases", Right::view, &ReleaseResource::list);
    add("POST", "/api/v1/releases", Right::operate, &ReleaseResource::create);
    add("GET", "/api/v1/releases/{id}", Right::view, &ReleaseResource::show);
    add("PATCH", "/api/v1/releases/{id}", Right::operate, &ReleaseResource::edit);
    add("DELETE", "/api/v1/releases/{id}", Right::operate, &ReleaseResource::remove);
    add("POST", "/api/v1/releases/{id}/packages", Right::operate, &ReleaseResource::setPackage);
    add("DELETE", "/api/v1/releases/{id}/packages/{platform}", Right::operate, &ReleaseResource::removePackage);
    add("POST", "/api/v1/releases/{id}/submit", Right::operate, &ReleaseResource::submit);
    add("POST", "/api/v1/releases/{id}/approve", Right::approve, &ReleaseResource::approve);
    add("POST", "/api/v1/releases/{id}/refuse", Right::approve, &ReleaseResource::refuse);
    add("POST", "/api/v1/releases/{id}/withdraw", Right::operate, &ReleaseResource::withdraw);
}

}  // namespace signalbox::manager
