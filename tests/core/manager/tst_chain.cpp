// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <map>

#include "core/manager/chain.h"

using namespace signalbox;

namespace {

constexpr int kTerminals = 6000;

Node aNode(std::string name, std::int64_t weight = 100) {
    Node node;
    node.name = std::move(name);
    node.weight = weight;
    return node;
}

std::map<std::string, int> firstNodes(const std::vector<Node>& nodes) {
    std::map<std::string, int> count;
    for (int i = 0; i < kTerminals; ++i)
        ++count[manager::rendezvousOrder("terminal-" + std::to_string(i), nodes).front().name];
    return count;
}

std::vector<std::string> namesFor(const std::string& terminal, const std::vector<Node>& nodes) {
    std::vector<std::string> names;
    for (const Node& node : manager::rendezvousOrder(terminal, nodes))
        names.push_back(node.name);
    return names;
}

bool isAbout(int count, double share) {
    return std::abs(count - kTerminals * share) < kTerminals * 0.03;
}

}  // namespace

class TestChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spreadsTerminalsEvenlyOverEqualNodes() {
        const auto count = firstNodes({aNode("a"), aNode("b"), aNode("c"), aNode("d")});
        QCOMPARE(count.size(), std::size_t(4));
        for (const auto& [name, terminals] : count)
            QVERIFY2(isAbout(terminals, 0.25), name.c_str());
    }

    void spreadsThemByWeight() {
        auto count = firstNodes({aNode("small", 100), aNode("big", 300)});
        QVERIFY(isAbout(count["small"], 0.25));
        QVERIFY(isAbout(count["big"], 0.75));
    }

    void movesFewTerminalsWhenANodeComes() {
        const std::vector<Node> before{aNode("a"), aNode("b"), aNode("c")};
        std::vector<Node> after = before;
        after.push_back(aNode("d"));
        int moved = 0;
        for (int i = 0; i < kTerminals; ++i) {
            const std::string terminal = "terminal-" + std::to_string(i);
            const std::string now = namesFor(terminal, after).front();
            if (now == namesFor(terminal, before).front()) continue;
            QCOMPARE(now, std::string("d"));  // nobody moves between the others
            ++moved;
        }
        QVERIFY(isAbout(moved, 0.25));
    }

    void keepsTheOrderOfTheOthersWhenANodeGoes() {
        const std::vector<Node> all{aNode("a"), aNode("b"), aNode("c"), aNode("d")};
        const std::vector<Node> fewer{aNode("a"), aNode("b"), aNode("d")};
        for (int i = 0; i < 200; ++i) {
            const std::string terminal = "terminal-" + std::to_string(i);
            auto names = namesFor(terminal, all);
            std::erase(names, "c");
            QCOMPARE(names, namesFor(terminal, fewer));
        }
    }

    void doesNotDependOnTheOrderOfItsInput() {
        QCOMPARE(namesFor("t", {aNode("a"), aNode("b"), aNode("c")}),
                 namesFor("t", {aNode("c"), aNode("a"), aNode("b")}));
    }

    void leavesOutNodesWithoutWeight() {
        QCOMPARE(namesFor("t", {aNode("a", 0), aNode("b"), aNode("c", -5)}), std::vector<std::string>{"b"});
        QVERIFY(namesFor("t", {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
