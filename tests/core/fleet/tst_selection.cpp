// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet's columns and bitmaps against a naive evaluator, over random fleets that change.
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "core/fleet/contact_time.h"
#include "core/fleet/fleet.h"

using namespace signalbox;
using namespace signalbox::fleet;
using namespace signalbox::filter;

namespace {

const TimePoint kNow = TimePoint(Milliseconds(1'800'000'000'000));
const std::vector<Cluster> kClusters{{.id = {1}, .name = "north", .createdAt = {}, .rule = {}},
                                     {.id = {2}, .name = "South 2", .createdAt = {}, .rule = {}},
                                     {.id = {3}, .name = "south 10", .createdAt = {}, .rule = {}}};

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool naivelyMatchesValue(const Comparison& comparison, const std::string& value) {
    const std::string& first = comparison.values.front();
    switch (comparison.op) {
        case Operator::equal:
            return matchesWildcard(first, value);
        case Operator::notEqual:
            return !matchesWildcard(first, value);
        case Operator::less:
            return compareNatural(value, first) < 0;
        case Operator::lessOrEqual:
            return compareNatural(value, first) <= 0;
        case Operator::greater:
            return compareNatural(value, first) > 0;
        case Operator::greaterOrEqual:
            return compareNatural(value, first) >= 0;
        case Operator::in:
        case Operator::notIn:
            break;
    }
    const bool among = std::any_of(comparison.values.begin(), comparison.values.end(),
                                   [&value](const std::string& one) { return lowered(one) == lowered(value); });
    return among == (comparison.op == Operator::in);
}

std::optional<std::string> valueOf(const Terminal& terminal, const Field& field) {
    const auto among = [&field](const std::map<std::string, std::string>& map) -> std::optional<std::string> {
        const auto found = map.find(field.key);
        return found == map.end() ? std::nullopt : std::optional(found->second);
    };
    switch (field.kind) {
        case FieldKind::controllerId:
            return terminal.controllerId;
        case FieldKind::name:
            return terminal.name;
        case FieldKind::platform:
            return terminal.platform;
        case FieldKind::tag:
            return among(terminal.tags);
        case FieldKind::attribute:
            return among(terminal.attributes);
        case FieldKind::installed:
            return among(terminal.installed);
        case FieldKind::cluster:
            for (const Cluster& cluster : kClusters)
                if (cluster.id == terminal.cluster) return cluster.name;
            return std::nullopt;
        case FieldKind::lastContact:
        case FieldKind::audience:
            break;
    }
    return std::nullopt;
}

bool naivelyMatchesContact(const Comparison& comparison, TimePoint contact) {
    const auto time = [](const std::string& text) { return contactTime(text, kNow).value(); };
    switch (comparison.op) {
        case Operator::less:
            return contact < time(comparison.values.front());
        case Operator::lessOrEqual:
            return contact <= time(comparison.values.front());
        case Operator::greater:
            return contact > time(comparison.values.front());
        case Operator::greaterOrEqual:
            return contact >= time(comparison.values.front());
        default:
            break;
    }
    const bool among = std::any_of(comparison.values.begin(), comparison.values.end(),
                                   [&](const std::string& text) { return time(text) == contact; });
    return among == (comparison.op == Operator::equal || comparison.op == Operator::in);
}

bool naivelyMatches(const Expression& expression, const Terminal& terminal) {
    const auto matches = [&terminal](const Expression& operand) { return naivelyMatches(operand, terminal); };
    if (const auto* both = std::get_if<And>(&expression.node))
        return std::all_of(both->operands.begin(), both->operands.end(), matches);
    if (const auto* either = std::get_if<Or>(&expression.node))
        return std::any_of(either->operands.begin(), either->operands.end(), matches);
    const auto* comparison = std::get_if<Comparison>(&expression.node);
    if (!comparison) return true;
    const bool negative = comparison->op == Operator::notEqual || comparison->op == Operator::notIn;
    if (comparison->field.kind == FieldKind::lastContact)
        return terminal.lastContact ? naivelyMatchesContact(*comparison, *terminal.lastContact) : negative;
    const auto value = valueOf(terminal, comparison->field);
    return value ? naivelyMatchesValue(*comparison, *value) : negative;
}

class RandomWorld {
public:
    explicit RandomWorld(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }

    Terminal terminal(std::int64_t id) {
        Terminal result;
        result.id = {id};
        result.controllerId = "c" + std::to_string(id);
        result.name = pick({"Till ", "till ", "Kiosk ", "Käse "}) + std::to_string(below(40));
        result.platform = pick({"linux-amd64", "linux-arm64", "android"});
        result.cluster = {static_cast<std::int64_t>(below(5))};
        result.tags = map({"site", "ring", "pilot"});
        result.attributes = map({"site", "ram", "serial"});
        if (below(2) == 0) result.attributes["serial"] = "S" + std::to_string(id);
        if (below(500) == 0) result.attributes["rare " + std::to_string(below(4))] = value();
        result.installed = map({"till", "os"});
        if (below(4) > 0) result.lastContact = contact();
        return result;
    }
    TimePoint contact() { return kNow - std::chrono::hours(below(50)); }

    Expression expression(int level = 0) {
        const std::size_t kind = level > 3 ? 0 : below(3);
        if (kind == 0) return {comparison()};
        std::vector<Expression> operands;
        for (std::size_t n = below(3) + 1; n > 0; --n)
            operands.push_back(expression(level + 1));
        if (kind == 1) return {And{std::move(operands)}};
        return {Or{std::move(operands)}};
    }

private:
    std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
    std::string value() {
        return pick({"", "1", "2", "10", "a", "A", "north", "North", "2.9", "2.10", "x y", "ü", "ab10c"});
    }
    std::map<std::string, std::string> map(const std::vector<std::string>& keys) {
        std::map<std::string, std::string> result;
        for (const std::string& key : keys)
            if (below(3) > 0) result[key] = value();
        return result;
    }
    Comparison comparison() {
        Comparison result;
        result.field.kind = static_cast<FieldKind>(below(8));
        if (result.field.kind == FieldKind::tag) result.field.key = pick({"site", "ring", "pilot", "none"});
        if (result.field.kind == FieldKind::attribute)
            result.field.key = pick({"site", "ram", "serial", "rare 0", "none"});
        if (result.field.kind == FieldKind::installed) result.field.key = pick({"till", "os", "none"});
        result.op = static_cast<Operator>(below(8));
        const bool list = result.op == Operator::in || result.op == Operator::notIn;
        for (std::size_t n = list ? below(3) + 1 : 1; n > 0; --n)
            result.values.push_back(operand(result.field.kind));
        return result;
    }
    std::string operand(FieldKind kind) {
        if (kind == FieldKind::lastContact)
            return below(2) == 0 ? std::to_string(below(50)) + "h" : toRfc3339(contact());
        switch (below(5)) {
            case 0:
                return pick({"till ", "KIOSK ", "käse "}) + std::to_string(below(40));
            case 1:
                return pick({"*", "*1*", "n*", "till*", "s*2", "linux*", "**0", "c1*"});
            case 2:
                return pick({"linux-amd64", "ANDROID", "north", "south 2", "South 10"});
            case 3:
                return pick({"c", "s"}) + std::to_string(below(3000));
            default:
                return value();
        }
    }

    std::mt19937 m_random;
};

}  // namespace

class TestSelection : public QObject {
    Q_OBJECT

private:
    static void compare(RandomWorld& world, const Fleet& fleet, const std::map<std::int64_t, Terminal>& terminals,
                        int expressions) {
        const Fleet::Context context{kNow, kClusters};
        for (int i = 0; i < expressions; ++i) {
            const Expression expression = world.expression();
            const auto set = fleet.select(expression, context);
            QVERIFY2(set, print(expression).c_str());
            std::vector<std::int64_t> wanted;
            for (const auto& [id, terminal] : terminals)
                if (naivelyMatches(expression, terminal)) wanted.push_back(id);
            std::vector<std::int64_t> got;
            set->forEach([&got](TerminalId id) {
                got.push_back(id.value);
                return true;
            });
            QVERIFY2(got == wanted, print(expression).c_str());
            QCOMPARE(set->count(), wanted.size());
        }
    }

private Q_SLOTS:
    void agreesWithANaiveEvaluatorWhileTheFleetChanges() {
        RandomWorld world(20261121);
        Fleet fleet;
        std::map<std::int64_t, Terminal> terminals;
        const auto put = [&](std::int64_t id) {
            const Terminal terminal = world.terminal(id);
            fleet.put(terminal);
            terminals[id] = terminal;
        };
        const auto remove = [&](std::int64_t id) {
            fleet.remove({id});
            terminals.erase(id);
        };
        constexpr std::int64_t kMost = 3000;
        for (std::int64_t id = 1; id <= kMost; ++id)
            put(id);
        for (int round = 0; round < 12; ++round) {
            compare(world, fleet, terminals, 40);
            for (int i = 0; i < 300; ++i) {
                const auto id = static_cast<std::int64_t>(world.below(kMost)) + 1;
                if (world.below(3) == 0)
                    remove(id);
                else
                    put(id);
                const auto other = static_cast<std::int64_t>(world.below(kMost)) + 1;
                if (const auto touched = terminals.find(other); touched != terminals.end()) {
                    touched->second.lastContact = world.contact();
                    fleet.touch({other}, *touched->second.lastContact);
                }
            }
        }
        // Down until values fall below what a bitmap is kept for, and columns turn sparse.
        for (std::int64_t id = 1; id <= kMost; ++id)
            if (id % 60 != 0) remove(id);
        compare(world, fleet, terminals, 100);
        for (std::int64_t id = 1; id <= kMost; ++id)
            put(id);
        compare(world, fleet, terminals, 100);
        for (const auto& [id, terminal] : terminals) {
            const auto got = fleet.terminal({id});
            QVERIFY(got && got->tags == terminal.tags && got->attributes == terminal.attributes &&
                    got->installed == terminal.installed && got->name == terminal.name &&
                    got->cluster == terminal.cluster && got->lastContact == terminal.lastContact);
            QCOMPARE(fleet.findByControllerId(terminal.controllerId).value, id);
        }
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
