// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/limits.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "core/base/log.h"
#include "core/filter/expression.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMost = 100;
constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostText = 64 << 10;

std::string keyOf(const std::string& holder) {
    return "limits." + holder;
}

std::vector<std::string> textsOf(const json::object& object, std::string_view name) {
    std::vector<std::string> texts;
    const json::value* list = object.if_contains(name);
    if (list && list->is_array())
        for (const json::value& one : list->get_array())
            if (one.is_string()) texts.emplace_back(one.get_string());
    return texts;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Walks the expression: of what is joined by `and` one part is enough, of what is joined by `or` each must be within.
class Confinement {
public:
    explicit Confinement(const std::vector<std::string>& clusters) : m_clusters(clusters) {}

    bool operator()(const filter::All&) const { return false; }
    bool operator()(const filter::Comparison& comparison) const {
        if (comparison.field.kind != filter::FieldKind::cluster || comparison.values.empty()) return false;
        if (comparison.op != filter::Operator::equal && comparison.op != filter::Operator::in) return false;
        const auto isOurs = [this](const std::string& value) {
            return value.find('*') == std::string::npos && contains(m_clusters, value);
        };
        return std::all_of(comparison.values.begin(), comparison.values.end(), isOurs);
    }
    bool operator()(const filter::And& both) const {
        const auto isWithin = [this](const filter::Expression& part) { return std::visit(*this, part.node); };
        return std::any_of(both.operands.begin(), both.operands.end(), isWithin);
    }
    bool operator()(const filter::Or& either) const {
        const auto isWithin = [this](const filter::Expression& part) { return std::visit(*this, part.node); };
        return !either.operands.empty() && std::all_of(either.operands.begin(), either.operands.end(), isWithin);
    }

private:
    const std::vector<std::string>& m_clusters;
};

}  // namespace

std::string limitHolder(const ApiToken& token) {
    return token.account != 0 ? "account." + std::to_string(token.account) : "token." + std::to_string(token.id);
}

std::string limitHolder(const Account& account) {
    return "account." + std::to_string(account.id);
}

Limits LimitBook::of(const std::string& holder) const {
    const auto found = m_engine.world.settings.find(keyOf(holder));
    if (found == m_engine.world.settings.end() || found->second.empty()) return {};
    const auto value = parseJson(found->second, kMostText);
    if (!value || !value->is_object()) return {{std::string()}, {std::string()}};  // unreadable: nothing may be changed
    return {textsOf(value->get_object(), "products"), textsOf(value->get_object(), "clusters")};
}

Result<void> LimitBook::check(const Limits& limits, AccountRole role) const {
    if (limits.none()) return {};
    if (role == AccountRole::administrator)
        return makeError(BaseErrc::invalidArgument, "an administrator has no limits: give another role first");
    if (limits.products.size() > kMost || limits.clusters.size() > kMost)
        return makeError(BaseErrc::invalidArgument, "at most 100 products and 100 clusters");
    for (const std::string& product : limits.products)
        if (product.empty() || product.size() > kMostName || printable(product, kMostName) != product)
            return makeError(BaseErrc::invalidArgument, "products: names of products are wanted");
    for (const std::string& cluster : limits.clusters)
        if (!m_engine.world.clusterByName(cluster))
            return makeError(BaseErrc::notFound, "there is no cluster '" + printable(cluster) + "'");
    return {};
}

void LimitBook::set(const std::string& holder, const std::string& subject, const Limits& limits,
                    std::string_view actor) {
    if (limits == of(holder)) return;
    const json::object object{{"products", json::array(limits.products.begin(), limits.products.end())},
                              {"clusters", json::array(limits.clusters.begin(), limits.clusters.end())}};
    const std::string text = limits.none() ? std::string() : json::serialize(object);
    m_engine.world.settings[keyOf(holder)] = text;
    m_engine.ledger.put(store::Setting{keyOf(holder), text});
    m_engine.ledger.audit(actor, "limits.set", subject, object);
}

void LimitBook::forget(const std::string& holder) {
    const auto found = m_engine.world.settings.find(keyOf(holder));
    if (found == m_engine.world.settings.end() || found->second.empty()) return;
    found->second.clear();
    m_engine.ledger.put(store::Setting{keyOf(holder), {}});
}

bool isWithin(std::string_view audience, const std::vector<std::string>& clusters) {
    const auto expression = filter::parse(audience);
    return expression && std::visit(Confinement(clusters), expression->node);
}

}  // namespace signalbox::manager
