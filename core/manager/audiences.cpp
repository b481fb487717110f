// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/audiences.h"

#include <algorithm>

#include "core/base/log.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostNested = 8;
constexpr std::size_t kMostSaved = 1000;
constexpr std::size_t kMostExpanded = 10'000;  // comparisons, when every name is replaced

/// Replaces names by what they stand for.
class Expander {
public:
    explicit Expander(const World& world) : m_world(world) {}

    Result<filter::Expression> operator()(const filter::All& all) { return filter::Expression{all}; }
    Result<filter::Expression> operator()(const filter::And& node) { return each(node); }
    Result<filter::Expression> operator()(const filter::Or& node) { return each(node); }
    Result<filter::Expression> operator()(const filter::Comparison& comparison) {
        if (++m_comparisons > kMostExpanded)
            return makeError(BaseErrc::invalidArgument, "audience: the saved audiences in it are too large together");
        if (comparison.field.kind != filter::FieldKind::audience) return filter::Expression{comparison};
        if (comparison.op != filter::Operator::equal && comparison.op != filter::Operator::in)
            return makeError(BaseErrc::invalidArgument, "audience: only == and =in= go with it");
        filter::Or any;
        for (const std::string& name : comparison.values) {
            TRY(filter::Expression one, named(name));
            any.operands.push_back(std::move(one));
        }
        return filter::Expression{std::move(any)};
    }

private:
    template <class Node>
    Result<filter::Expression> each(const Node& node) {
        Node made;
        for (const filter::Expression& operand : node.operands) {
            TRY(filter::Expression one, std::visit(*this, operand.node));
            made.operands.push_back(std::move(one));
        }
        return filter::Expression{std::move(made)};
    }

    Result<filter::Expression> named(const std::string& name) {
        const SavedAudience* saved = m_world.audienceByName(name);
        if (!saved)
            return makeError(BaseErrc::invalidArgument,
                             "audience: there is no saved audience '" + printable(name) + "'");
        if (m_level >= kMostNested)
            return makeError(BaseErrc::invalidArgument,
                             "audience: '" + saved->name + "' stands for itself or is nested more than 8 deep");
        TRY(const filter::Expression parsed, filter::parse(saved->filter));
        ++m_level;
        auto expanded = std::visit(*this, parsed.node);
        --m_level;
        return expanded;
    }

    const World& m_world;
    std::size_t m_level = 0;
    std::size_t m_comparisons = 0;
};

bool names(const World& world, const filter::Expression& expression, std::string_view name, std::size_t level) {
    if (const auto* comparison = std::get_if<filter::Comparison>(&expression.node)) {
        if (comparison->field.kind != filter::FieldKind::audience || level > kMostNested) return false;
        for (const std::string& value : comparison->values) {
            if (filter::equalName(value, name)) return true;
            const SavedAudience* saved = world.audienceByName(value);
            const auto parsed = filter::parse(saved ? saved->filter : "");
            if (parsed && names(world, *parsed, name, level + 1)) return true;
        }
        return false;
    }
    const std::vector<filter::Expression>* operands = nullptr;
    if (const auto* all = std::get_if<filter::And>(&expression.node)) operands = &all->operands;
    if (const auto* any = std::get_if<filter::Or>(&expression.node)) operands = &any->operands;
    const auto isNamed = [&](const filter::Expression& operand) { return names(world, operand, name, level); };
    return operands && std::any_of(operands->begin(), operands->end(), isNamed);
}

std::string subjectOf(const SavedAudience& audience) {
    return "audience:" + audience.name;
}

}  // namespace

Result<filter::Expression> parseAudience(const World& world, std::string_view text) {
    TRY(const filter::Expression parsed, filter::parse(text));
    Expander expand(world);
    return std::visit(expand, parsed.node);
}

Result<fleet::TerminalSet> selectAudience(const World& world, std::string_view text, TimePoint now) {
    TRY(const filter::Expression expression, parseAudience(world, text));
    return world.fleet.select(expression, world.fleetContext(now));
}

bool usesAudience(const World& world, std::string_view text, std::string_view name) {
    const auto parsed = filter::parse(text);
    return parsed && names(world, *parsed, name, 0);
}

Result<SavedAudience> Audiences::get(std::string_view name) const {
    const SavedAudience* saved = m_engine.world.audienceByName(name);
    if (!saved) return makeError(BaseErrc::notFound, "there is no saved audience '" + printable(name) + "'");
    return *saved;
}

Result<SavedAudience> Audiences::save(std::string name, std::string filter, std::string description,
                                      std::string_view actor) {
    if (name.empty() || name.size() > 64 || printable(name) != name || name.find('*') != std::string::npos)
        return makeError(BaseErrc::invalidArgument,
                         "name: 1 to 64 bytes without control characters and stars are wanted");
    if (description.size() > 1000) return makeError(BaseErrc::invalidArgument, "description: at most 1,000 bytes");
    if (usesAudience(m_engine.world, filter, name))
        return makeError(BaseErrc::invalidArgument, "audience: '" + name + "' would stand for itself");
    CHECK(selectAudience(m_engine.world, filter, m_engine.clock.now()));
    const SavedAudience* known = m_engine.world.audienceByName(name);
    if (!known && m_engine.world.savedAudiences.size() >= kMostSaved)
        return makeError(BaseErrc::tooLarge, "at most 1,000 audiences are saved");
    SavedAudience saved;
    saved.id = known ? known->id : m_engine.world.nextSavedAudience();
    saved.name = known ? known->name : name;
    saved.filter = std::move(filter);
    saved.description = std::move(description);
    saved.changedBy = actor;
    saved.changedAt = m_engine.clock.now();
    m_engine.world.savedAudiences[saved.id] = saved;
    m_engine.world.clusterRulesAt = 0;  // a rule may name it
    m_engine.ledger.put(saved);
    m_engine.ledger.audit(actor, "audience.save", subjectOf(saved), {{"filter", saved.filter}});
    m_engine.ledger.event("audience", {{"id", saved.id}});
    return saved;
}

Result<void> Audiences::remove(std::string_view name, std::string_view actor) {
    TRY(const SavedAudience saved, get(name));
    const World& world = m_engine.world;
    const auto refuse = [&](const std::string& who) {
        return makeError(BaseErrc::wrongState, who + " names the audience '" + saved.name + "'");
    };
    for (const auto& [id, entry] : world.rollouts) {
        if (entry.rollout.endedAt) continue;
        bool used = usesAudience(world, entry.rollout.audience, saved.name);
        for (const Phase& phase : entry.rollout.phases)
            used = used || (phase.filter && usesAudience(world, *phase.filter, saved.name));
        if (used) return refuse("rollout " + std::to_string(id.value));
    }
    for (const auto& [id, cluster] : world.clusters)
        if (usesAudience(world, cluster.rule, saved.name)) return refuse("cluster '" + cluster.name + "'");
    for (const auto& [id, other] : world.savedAudiences)
        if (id != saved.id && usesAudience(world, other.filter, saved.name)) return refuse("'" + other.name + "'");
    m_engine.world.savedAudiences.erase(saved.id);
    m_engine.ledger.put(store::SavedAudienceRemoved{saved.id});
    m_engine.ledger.audit(actor, "audience.delete", subjectOf(saved));
    m_engine.ledger.event("audience", {{"id", saved.id}, {"state", "deleted"}});
    return {};
}

}  // namespace signalbox::manager
