// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "core/filter/expression.h"

using namespace signalbox;
using namespace signalbox::filter;

namespace {

bool same(const Expression& a, const Expression& b);

bool same(const std::vector<Expression>& a, const std::vector<Expression>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Expression& x, const Expression& y) { return same(x, y); });
}

bool same(const Expression& a, const Expression& b) {
    if (a.node.index() != b.node.index()) return false;
    if (const auto* comparison = std::get_if<Comparison>(&a.node)) return *comparison == std::get<Comparison>(b.node);
    if (const auto* both = std::get_if<And>(&a.node)) return same(both->operands, std::get<And>(b.node).operands);
    if (const auto* either = std::get_if<Or>(&a.node)) return same(either->operands, std::get<Or>(b.node).operands);
    return true;
}

Expression is(FieldKind kind, std::string key, Operator op, std::vector<std::string> values) {
    return {Comparison{{kind, std::move(key)}, op, std::move(values)}};
}
Expression nameIs(std::string value) {
    return is(FieldKind::name, {}, Operator::equal, {std::move(value)});
}

class RandomExpressions {
public:
    Expression next() { return one(0); }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }
    std::string text(bool mayBeEmpty) {
        static const std::vector<std::string> pieces{"a",  "Till", "*",    "'", "\"", "\\",   " ",   ";",  ",",
                                                     "(",  ")",    "=",    "!", "<",  "~",    "and", "or", "ü",
                                                     "\n", "0.9",  "tag.", ".", "\t", "\x01", "€"};
        std::string result;
        for (std::size_t n = below(6) + (mayBeEmpty ? 0 : 1); n > 0; --n)
            result += pieces[below(pieces.size())];
        return result;
    }
    Expression comparison() {
        Comparison result;
        result.field.kind = static_cast<FieldKind>(below(8));
        const FieldKind kind = result.field.kind;
        if (kind == FieldKind::tag || kind == FieldKind::attribute || kind == FieldKind::installed)
            result.field.key = text(true);
        result.op = static_cast<Operator>(below(8));
        const bool list = result.op == Operator::in || result.op == Operator::notIn;
        for (std::size_t n = list ? below(4) + 1 : 1; n > 0; --n)
            result.values.push_back(text(true));
        return {result};
    }
    Expression one(int level) {
        const std::size_t kind = level > 4 ? 0 : below(3);
        if (kind == 0) return comparison();
        std::vector<Expression> operands;
        for (std::size_t n = below(3) + 2; n > 0; --n)
            operands.push_back(one(level + 1));
        if (kind == 1) return {And{std::move(operands)}};
        return {Or{std::move(operands)}};
    }
    std::mt19937 m_random{20261121};
};

}  // namespace

class TestParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFieldAndOperator_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("op");
        const auto row = [](const char* text, FieldKind kind, const char* key, Operator op) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(kind) << QByteArray(key)
                                << static_cast<int>(op);
        };
        row("name==x", FieldKind::name, "", Operator::equal);
        row("controllerId!=x", FieldKind::controllerId, "", Operator::notEqual);
        row("platform=in=(x)", FieldKind::platform, "", Operator::in);
        row("cluster=out=(x)", FieldKind::cluster, "", Operator::notIn);
        row("lastContact=lt=x", FieldKind::lastContact, "", Operator::less);
        row("lastContact<x", FieldKind::lastContact, "", Operator::less);
        row("installed.till=le=x", FieldKind::installed, "till", Operator::lessOrEqual);
        row("installed.till<=x", FieldKind::installed, "till", Operator::lessOrEqual);
        row("attribute.ram=gt=x", FieldKind::attribute, "ram", Operator::greater);
        row("attribute.ram>x", FieldKind::attribute, "ram", Operator::greater);
        row("tag.a.b=ge=x", FieldKind::tag, "a.b", Operator::greaterOrEqual);
        row("tag.a.b >= x", FieldKind::tag, "a.b", Operator::greaterOrEqual);
        row("tag.'a b' == 'x'", FieldKind::tag, "a b", Operator::equal);
    }
    void readsEveryFieldAndOperator() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(QByteArray, key);
        QFETCH(int, op);
        const auto expression = parse(text.toStdString());
        QVERIFY2(expression, expression ? "" : expression.error().text().c_str());
        QVERIFY(
            same(*expression, is(static_cast<FieldKind>(kind), key.toStdString(), static_cast<Operator>(op), {"x"})));
    }

    void emptyTextIsAll() {
        for (const char* text : {"", "  \t\n"})
            QVERIFY(std::holds_alternative<All>(parse(text).value().node));
    }

    void andBindsTighterThanOr() {
        const Expression wanted{Or{{nameIs("a"), {And{{nameIs("b"), nameIs("c")}}}}}};
        QVERIFY(same(parse("name==a,name==b;name==c").value(), wanted));
        QVERIFY(same(parse("name==a or name==b and name==c").value(), wanted));
    }

    void parenthesesGroup() {
        const Expression wanted{And{{{Or{{nameIs("a"), nameIs("b")}}}, nameIs("c")}}};
        QVERIFY(same(parse(" ( name==a , name==b ) ; name==c ").value(), wanted));
    }

    void wordsThatBeginLikeAJoinerAreNone() {
        ParseError where;
        QVERIFY(!parse("name==a android", &where));
        QCOMPARE(where.position, 8U);
        QCOMPARE(where.length, 7U);
    }

    void quotesKeepWhatTheyHold() {
        QVERIFY(same(parse(R"(name=="a\"b';,() \\c")").value(), nameIs(R"(a"b';,() \c)")));
        QVERIFY(same(parse(R"(name=='it\'s')").value(), nameIs("it's")));
        QVERIFY(same(parse("name==''").value(), nameIs("")));
    }

    void saysWhereItIsWrong_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        const auto row = [](const char* text, int position, int length) {
            QTest::newRow(text) << QByteArray(text) << position << length;
        };
        row("colour==red", 0, 6);
        row("name", 4, 0);
        row("name red", 5, 3);
        row("name=red", 4, 4);
        row("name=like=red", 4, 6);
        row("name=~red", 4, 2);
        row("name==", 6, 0);
        row("name==(a,b)", 6, 1);
        row("name=in=a", 8, 1);
        row("name=in=()", 9, 1);
        row("name=in=(a", 8, 1);
        row("name=in=(a;b)", 10, 1);
        row("name=='a", 6, 2);
        row("name=='a\\", 6, 3);
        row("name==a)", 7, 1);
        row("(name==a", 0, 1);
        row("name==a;", 8, 0);
        row("name==a;;name==b", 8, 1);
        row("name==a name==b", 8, 4);
        row("tag.==a", 4, 1);
        row("tag==a", 0, 3);
        row("name==a=b", 7, 1);
        row("()", 1, 1);
        row("name==\xff", 6, 1);
        row("name==a\x01", 7, 1);
    }
    void saysWhereItIsWrong() {
        QFETCH(QByteArray, text);
        QFETCH(int, position);
        QFETCH(int, length);
        ParseError where;
        const auto expression = parse(text.toStdString(), &where);
        QVERIFY(!expression);
        QCOMPARE(expression.error().code, make_error_code(BaseErrc::malformed));
        QCOMPARE(static_cast<int>(where.position), position);
        QCOMPARE(static_cast<int>(where.length), length);
        QVERIFY(!where.expected.empty());
        QVERIFY(expression.error().context.find(std::to_string(position)) != std::string::npos);
    }

    void isBoundedInBytesLevelsAndComparisons() {
        QVERIFY(parse("name==" + std::string(16 * 1024 - 6, 'x')));
        QVERIFY(!parse("name==" + std::string(16 * 1024 - 5, 'x')));
        const auto nested = [](std::size_t levels) {
            return std::string(levels, '(') + "name==a" + std::string(levels, ')');
        };
        QVERIFY(parse(nested(64)));
        QVERIFY(!parse(nested(65)));
        std::string many = "name==a";
        for (int i = 1; i < 1000; ++i)
            many += ";name==a";
        QVERIFY(parse(many));
        QVERIFY(!parse(many + ";name==a"));
    }

    void printedItParsesToTheSame() {
        RandomExpressions expressions;
        for (int i = 0; i < 3000; ++i) {
            const Expression expression = expressions.next();
            const std::string text = print(expression);
            if (text.size() > 16 * 1024) continue;
            const auto again = parse(text);
            QVERIFY2(again, text.c_str());
            QVERIFY2(same(*again, expression), text.c_str());
        }
        QCOMPARE(print(Expression{All{}}), std::string());
    }

    void printsPlainly() {
        QCOMPARE(print(parse("( name == 'a' or tag.x<3 ) and platform =in= ( \"b c\" , d )").value()),
                 std::string("(name==a,tag.x=lt=3);platform=in=('b c',d)"));
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
