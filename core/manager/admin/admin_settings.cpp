// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/ddi/ddi_access.h"
#include "core/manager/inventory.h"
#include "core/manager/manager_addresses.h"
#include "core/manager/storage_settings.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

/// What an administrator sets once for the whole manager.
class SettingsResource {
public:
    explicit SettingsResource(Engine& engine) : m_engine(engine) {}

    Reply showDdi(http::Exchange&, const Actor&) { co_return jsonAnswer(200, toJson(ddiSettingsOf(m_engine.world))); }

    /// Members that are left out stay as they are.
    Reply changeDdi(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        json::object merged = toJson(ddiSettingsOf(m_engine.world));
        for (const auto& [name, value] : body.object())
            merged[name] = value;
        CO_TRY(DdiSettings wanted, ddiSettingsFromJson(merged));
        CO_TRY(const DdiSettings now, Inventory(m_engine).setDdiSettings(std::move(wanted), actor.name));
        co_return jsonAnswer(200, toJson(now));
    }

    Reply makeGatewayToken(http::Exchange&, const Actor& actor) {
        const std::string token = Inventory(m_engine).makeGatewayToken(actor.name);
        co_return jsonAnswer(201, {{"token", token}});
    }

    Reply removeGatewayToken(http::Exchange&, const Actor& actor) {
        Inventory(m_engine).removeGatewayToken(actor.name);
        co_return http::emptyResponse(204);
    }

    boost::json::object storageJson() const {
        const StorageSettings settings = storageSettingsOf(m_engine.world);
        return {{"retentionSeconds", settings.retention.count()},
                {"registryCheckSeconds", settings.registryCheck.count()}};
    }

    Reply showStorage(http::Exchange&, const Actor&) { co_return jsonAnswer(200, storageJson()); }

    /// Members that are left out stay as they are.
    Reply changeStorage(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const StorageSettings before = storageSettingsOf(m_engine.world);
        const std::int64_t retention =
            body.number("retentionSeconds", 0, kLongestRetention.count(), before.retention.count());
        const std::int64_t check =
            body.number("registryCheckSeconds", 0, kLongestRegistryCheck.count(), before.registryCheck.count());
        CO_CHECK(body.check());
        setStorageSettings(m_engine, {Seconds(retention), Seconds(check)}, actor.name);
        co_return jsonAnswer(200, storageJson());
    }

    json::object addressesJson() const {
        const ManagerAddresses addresses(m_engine);
        const auto planned = addresses.planned();
        const auto told = addresses.told();
        const auto changed = addresses.changedAt();
        return {{"urls", json::array(planned.begin(), planned.end())},
                {"told", json::array(told.begin(), told.end())},
                {"changedAt", changed ? json::value(toRfc3339(*changed)) : json::value(nullptr)},
                {"heardSince", addresses.heardSince()},
                {"terminals", m_engine.world.fleet.size()}};
    }

    Reply showAddresses(http::Exchange&, const Actor&) { co_return jsonAnswer(200, addressesJson()); }

    Reply changeAddresses(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        const json::value* given = body.find("urls");
        if (!given || !given->is_array()) co_return makeError(BaseErrc::malformed, "urls: a list is wanted");
        std::vector<std::string> urls;
        for (const json::value& url : given->get_array()) {
            if (!url.is_string()) co_return makeError(BaseErrc::malformed, "urls: texts are wanted");
            urls.emplace_back(url.get_string());
        }
        CO_CHECK(ManagerAddresses(m_engine).set(urls, actor.name));
        co_return jsonAnswer(200, addressesJson());
    }

private:
    Engine& m_engine;
};

}  // namespace

void addSettingsRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<SettingsResource>(engine);
    using Method = Reply (SettingsResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/settings/ddi", Right::view, &SettingsResource::showDdi);
    add("PATCH", "/api/v1/settings/ddi", Right::administer, &SettingsResource::changeDdi);
    add("GET", "/api/v1/settings/storage", Right::view, &SettingsResource::showStorage);
    add("PATCH", "/api/v1/settings/storage", Right::administer, &SettingsResource::changeStorage);
    add("GET", "/api/v1/settings/addresses", Right::view, &SettingsResource::showAddresses);
    add("PATCH", "/api/v1/settings/addresses", Right::administer, &SettingsResource::changeAddresses);
    add("POST", "/api/v1/settings/ddi/gateway-token", Right::administer, &SettingsResource::makeGatewayToken);
    add("DELETE", "/api/v1/settings/ddi/gateway-token", Right::administer, &SettingsResource::removeGatewayToken);
}

}  // namespace signalbox::manager
