// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/selection.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "core/fleet/contact_time.h"
#include "core/fleet/row_scan.h"

namespace signalbox::fleet {
namespace {

using filter::Comparison;
using filter::Expression;
using filter::FieldKind;
using filter::Operator;

bool isNegative(Operator op) {
    return op == Operator::notEqual || op == Operator::notIn;
}

/// != and =out= are what == and =in= leave over.
Operator positiveOf(Operator op) {
    return op == Operator::notEqual ? Operator::equal : op == Operator::notIn ? Operator::in : op;
}

bool holds(Operator op, int order) {
    switch (op) {
        case Operator::less:
            return order < 0;
        case Operator::lessOrEqual:
            return order <= 0;
        case Operator::greater:
            return order > 0;
        case Operator::greaterOrEqual:
            return order >= 0;
        default:
            return order == 0;
    }
}

/// Lower and upper end of the times a positive comparison matches, both included; never kNever.
struct TimeRange {
    std::int64_t from;
    std::int64_t to;
};

class Selector {
public:
    Selector(const Columns& columns, const Fleet::Context& context) : m_columns(columns), m_context(context) {}

    Result<TerminalSet> operator()(const filter::All&) const { return m_columns.all; }
    Result<TerminalSet> operator()(const filter::And& node) const {
        TerminalSet result = m_columns.all;
        for (const Expression& operand : node.operands) {
            TRY(const TerminalSet set, std::visit(*this, operand.node));
            result &= set;
        }
        return result;
    }
    Result<TerminalSet> operator()(const filter::Or& node) const {
        TerminalSet result;
        for (const Expression& operand : node.operands) {
            TRY(const TerminalSet set, std::visit(*this, operand.node));
            result |= set;
        }
        return result;
    }
    Result<TerminalSet> operator()(const Comparison& comparison) const {
        if (comparison.values.empty()) return makeError(BaseErrc::invalidArgument, "a comparison without a value");
        TRY(TerminalSet matched, positive(comparison));
        if (!isNegative(comparison.op)) return matched;
        TerminalSet rest = m_columns.all;
        rest -= matched;
        return rest;
    }

private:
    Result<TerminalSet> positive(const Comparison& comparison) const {
        if (comparison.field.kind == FieldKind::lastContact) return byContact(comparison);
        if (comparison.field.kind == FieldKind::audience)
            return makeError(BaseErrc::invalidArgument, "audience: saved audiences cannot be named here");
        const Column* column = m_columns.find(comparison.field);
        if (!column) return TerminalSet();
        if (comparison.field.kind == FieldKind::cluster) return byCluster(comparison);
        return byText(*column, comparison);
    }

    static TerminalSet byText(const Column& column, const Comparison& comparison) {
        const Operator op = positiveOf(comparison.op);
        const bool wildcard = op == Operator::equal && comparison.values.front().find('*') != std::string::npos;
        if ((op != Operator::equal && op != Operator::in) || wildcard)
            return column.withValue([&comparison](std::string_view value) { return matches(comparison, value); });
        std::vector<Column::Code> codes;
        for (const std::string& value : comparison.values)
            for (const Column::Code code : column.values().findAnyCase(value))
                codes.push_back(code);
        return column.withCodes(codes);
    }

    TerminalSet byCluster(const Comparison& comparison) const {
        std::unordered_map<std::int64_t, std::string_view> names;
        for (const Cluster& cluster : m_context.clusters)
            names.emplace(cluster.id.value, cluster.name);
        return m_columns.clusters.withValue([&comparison, &names](std::string_view number) {
            std::int64_t id = 0;
            std::from_chars(number.data(), number.data() + number.size(), id);
            const auto name = names.find(id);
            return name != names.end() && matches(comparison, name->second);
        });
    }

    /// Whether a value there is matches the comparison without its negation.
    static bool matches(const Comparison& comparison, std::string_view value) {
        const Operator op = positiveOf(comparison.op);
        if (op == Operator::equal) return filter::matchesWildcard(comparison.values.front(), value);
        if (op == Operator::in)
            return std::any_of(comparison.values.begin(), comparison.values.end(),
                               [value](const std::string& one) { return filter::equalName(one, value); });
        return holds(op, filter::compareNatural(value, comparison.values.front()));
    }

    Result<TerminalSet> byContact(const Comparison& comparison) const {
        std::vector<TimeRange> ranges;
        for (const std::string& value : comparison.values) {
            TRY(const TimePoint time, contactTime(value, m_context.now));
            ranges.push_back(rangeOf(positiveOf(comparison.op), time.time_since_epoch().count()));
        }
        const auto& contacts = m_columns.lastContacts;
        const auto end = static_cast<std::uint32_t>(contacts.size());
        if (ranges.size() == 1) {
            const TimeRange range = ranges.front();
            return scanRows(
                end, [&](std::uint32_t row) { return range.from <= contacts[row] && contacts[row] <= range.to; });
        }
        return scanRows(end, [&](std::uint32_t row) {
            const auto within = [at = contacts[row]](const TimeRange& range) {
                return range.from <= at && at <= range.to;
            };
            return std::any_of(ranges.begin(), ranges.end(), within);
        });
    }

    static TimeRange rangeOf(Operator op, std::int64_t time) {
        constexpr std::int64_t kFirst = Columns::kNever + 1;
        constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
        switch (op) {
            case Operator::less:
                return {kFirst, time - 1};
            case Operator::lessOrEqual:
                return {kFirst, time};
            case Operator::greater:
                return {time + 1, kLast};
            case Operator::greaterOrEqual:
                return {time, kLast};
            default:
                return {time, time};
        }
    }

    const Columns& m_columns;
    const Fleet::Context& m_context;
};

}  // namespace

const Column* Columns::find(const filter::Field& field) const {
    switch (field.kind) {
        case FieldKind::controllerId:
            return &controllerIds;
        case FieldKind::name:
            return &names;
        case FieldKind::platform:
            return &platforms;
        case FieldKind::cluster:
            return &clusters;
        case FieldKind::tag:
            return tags.find(field.key);
        case FieldKind::attribute:
            return attributes.find(field.key);
        case FieldKind::installed:
            return installed.find(field.key);
        case FieldKind::lastContact:
        case FieldKind::audience:
            break;
    }
    return nullptr;
}

Result<TerminalSet> select(const Columns& columns, const Expression& audience, const Fleet::Context& context) {
    return std::visit(Selector(columns, context), audience.node);
}

}  // namespace signalbox::fleet
