// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/filter/expression.h"
#include "core/filter/syntax.h"

namespace signalbox::filter {
namespace {

void printText(std::string& out, std::string_view text) {
    if (!text.empty() && std::all_of(text.begin(), text.end(), isBare)) {
        out += text;
        return;
    }
    out += '\'';
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    out += '\'';
}

void printField(std::string& out, const Field& field) {
    for (const auto& [name, kind] : kPlainFields)
        if (kind == field.kind) out += name;
    for (const auto& [prefix, kind] : kKeyedFields) {
        if (kind != field.kind) continue;
        out += prefix;
        printText(out, field.key);
    }
}

void printComparison(std::string& out, const Comparison& comparison) {
    printField(out, comparison.field);
    out += std::find_if(kOperators.begin(), kOperators.end(), [&comparison](const auto& known) {
               return known.second == comparison.op;
           })->first;
    const bool list = takesList(comparison.op);
    if (list) out += '(';
    for (std::size_t i = 0; i < comparison.values.size(); ++i) {
        if (i > 0) out += ',';
        printText(out, comparison.values[i]);
    }
    if (list) out += ')';
}

struct Printer {
    std::string& out;
    bool nested;

    void operator()(const All&) const {
        if (nested) out += "name==*";  // the language has no word for all inside of others
    }
    void operator()(const Comparison& comparison) const { printComparison(out, comparison); }
    void operator()(const And& node) const { chain(node.operands, ';'); }
    void operator()(const Or& node) const { chain(node.operands, ','); }

    void chain(const std::vector<Expression>& operands, char sign) const {
        if (nested) out += '(';
        for (std::size_t i = 0; i < operands.size(); ++i) {
            if (i > 0) out += sign;
            std::visit(Printer{out, true}, operands[i].node);
        }
        if (nested) out += ')';
    }
};

}  // namespace

std::string print(const Expression& expression) {
    std::string out;
    std::visit(Printer{out, false}, expression.node);
    return out;
}

}  // namespace signalbox::filter
