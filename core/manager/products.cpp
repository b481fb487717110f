// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/products.h"

#include <algorithm>
#include <map>

#include "core/manager/audiences.h"
#include "core/manager/releases.h"

namespace signalbox::manager {
namespace {

constexpr std::string_view kRestricted = "product.restricted:";  // a setting a product
constexpr std::string_view kTagWanted =
    "a tag such as tag.site, since the product is restricted: what terminals say of themselves does not bring it to "
    "them";

/// The first comparison that is none of tags; empty where there is none.
class Untagged {
public:
    explicit Untagged(const World& world) : m_world(world) {}

    std::optional<filter::ParseError> operator()(const filter::All&) const {
        return filter::ParseError{0, 0, std::string(kTagWanted)};
    }
    std::optional<filter::ParseError> operator()(const filter::And& node) const { return any(node.operands); }
    std::optional<filter::ParseError> operator()(const filter::Or& node) const { return any(node.operands); }
    std::optional<filter::ParseError> operator()(const filter::Comparison& comparison) const {
        if (comparison.field.kind == filter::FieldKind::tag) return std::nullopt;
        const filter::Place& place = comparison.place;
        if (comparison.field.kind != filter::FieldKind::audience)
            return filter::ParseError{place.position, place.length, std::string(kTagWanted)};
        for (const std::string& name : comparison.values)
            if (!isOfTags(name))
                return filter::ParseError{place.position, place.length,
                                          "a saved audience of tags only, since the product is restricted"};
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<filter::ParseError> any(const std::vector<filter::Expression>& operands) const {
        for (const filter::Expression& operand : operands)
            if (auto found = std::visit(*this, operand.node)) return found;
        return std::nullopt;
    }
    /// With those that it names; selectAudience has found out before that they end.
    [[nodiscard]] bool isOfTags(std::string_view name) const {
        const SavedAudience* saved = m_world.audienceByName(name);
        return saved && checkTagsOnly(m_world, saved->filter).has_value();
    }

    const World& m_world;
};

}  // namespace

bool isRestricted(const World& world, std::string_view product) {
    const auto found = world.settings.find(std::string(kRestricted) + std::string(product));
    return found != world.settings.end() && found->second == "1";
}

Result<void> checkTagsOnly(const World& world, std::string_view audience, filter::ParseError* where) {
    TRY(const filter::Expression parsed, filter::parse(audience, where));
    const auto found = std::visit(Untagged(world), parsed.node);
    if (!found) return {};
    if (where) *where = *found;
    return makeError(BaseErrc::invalidArgument,
                     "audience: position " + std::to_string(found->position) + ": expected " + found->expected);
}

std::vector<Product> Products::list() const {
    std::map<std::string, Product> known;
    for (const auto& [id, release] : m_engine.world.releases)
        ++known[release.product].releases;
    for (const auto& [key, value] : m_engine.world.settings)
        if (key.starts_with(kRestricted) && value == "1") known[key.substr(kRestricted.size())].restricted = true;
    std::vector<Product> products;
    for (auto& [name, product] : known) {
        product.name = name;
        products.push_back(std::move(product));
    }
    return products;
}

Result<Product> Products::setRestricted(std::string name, bool restricted, std::string_view actor) {
    CHECK(Releases::checkName("product", name));
    const auto ofProduct = [&name](const auto& entry) { return entry.second.product == name; };
    const auto& releases = m_engine.world.releases;
    const Product product{name, restricted,
                          static_cast<std::size_t>(std::count_if(releases.begin(), releases.end(), ofProduct))};
    if (isRestricted(m_engine.world, name) == restricted) return product;
    const std::string key = std::string(kRestricted) + name;
    const std::string value = restricted ? "1" : "0";
    m_engine.world.settings[key] = value;
    m_engine.ledger.put(store::Setting{key, value});
    m_engine.ledger.audit(actor, restricted ? "product.restrict" : "product.unrestrict", "product:" + name);
    m_engine.ledger.event("product", {{"name", name}, {"restricted", restricted}});
    return product;
}

}  // namespace signalbox::manager
