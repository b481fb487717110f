// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/products.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

/// What is decided of products as a whole.
class ProductResource {
public:
    explicit ProductResource(Engine& engine) : m_engine(engine) {}

    static json::object productJson(const Product& product) {
        return {{"name", product.name}, {"restricted", product.restricted}, {"releases", product.releases}};
    }

    Reply list(http::Exchange&, const Actor&) {
        json::array items;
        for (const Product& product : Products(m_engine).list())
            items.push_back(productJson(product));
        const std::size_t total = items.size();
        co_return jsonAnswer(200, {{"items", std::move(items)}, {"next", nullptr}, {"total", total}});
    }

    Reply change(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        const json::value* restricted = body.find("restricted");
        if (!restricted || !restricted->is_bool())
            co_return makeError(BaseErrc::malformed, "restricted: true or false is wanted");
        CO_TRY(const Product product,
               Products(m_engine).setRestricted(exchange.parameters[0], restricted->get_bool(), actor.name));
        co_return jsonAnswer(200, productJson(product));
    }

private:
    Engine& m_engine;
};

}  // namespace

void addProductRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<ProductResource>(engine);
    routes.add("GET", "/api/v1/products", Right::view,
               [resource](http::Exchange& exchange, const Actor& actor) { return resource->list(exchange, actor); });
    routes.add("PATCH", "/api/v1/products/{name}", Right::administer,
               [resource](http::Exchange& exchange, const Actor& actor) { return resource->change(exchange, actor); });
}

}  // namespace signalbox::manager
