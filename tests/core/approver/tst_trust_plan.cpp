// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/approver/key_ring.h"
#include "core/approver/signing.h"
#include "core/approver/trust_plan.h"

using namespace signalbox;
using namespace signalbox::approver;

namespace {

trust::PrivateKey aKey() {
    return trust::PrivateKey::generate();
}

/// Of content that has no version and end yet.
template <class T>
T published(boost::json::object content, Result<T> (*read)(const boost::json::object&)) {
    content["version"] = 1;
    content["expires"] = "2030-01-01T00:00:00Z";
    return read(content).value();
}

tuf::Root rootOf(const std::vector<trust::PublicKey>& holders, std::uint32_t threshold) {
    const Signers signers{holders, threshold};
    return published(rootContent(signers, signers, aKey().publicKey()).value(), &tuf::readRoot);
}

tuf::Targets targetsOf(const boost::json::object& content) {
    return published(content, &tuf::readTargets);
}

}  // namespace

class TrustPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneKeyGrowsToTwoOfThree() {
        const trust::PrivateKey own = aKey();
        const trust::PrivateKey bert = aKey();
        const trust::PrivateKey cleo = aKey();
        const tuf::Root before = rootOf({own.publicKey()}, 1);
        const auto content = withHolders(before, {{}, {bert.publicKey(), cleo.publicKey()}, 2});
        QVERIFY(content);
        const tuf::Root after = published(*content, &tuf::readRoot);
        QCOMPARE(after.roles.at("root").threshold, 2u);
        QCOMPARE(after.roles.at("root").keyIds, (std::set{keyIdOf(own), keyIdOf(bert), keyIdOf(cleo)}));
        QCOMPARE(after.roles.at("targets").keyIds, after.roles.at("root").keyIds);
        QCOMPARE(after.roles.at("snapshot").keyIds, before.roles.at("snapshot").keyIds);
        QCOMPARE(after.keys.size(), std::size_t{4});
    }

    void whoLeavesIsGoneFromTheKeysToo() {
        const trust::PrivateKey own = aKey();
        const trust::PrivateKey spare = aKey();
        const auto content = withHolders(rootOf({own.publicKey(), spare.publicKey()}, 1), {{keyIdOf(own)}, {}, 1});
        QVERIFY(content);
        const tuf::Root after = published(*content, &tuf::readRoot);
        QCOMPARE(after.roles.at("root").keyIds, std::set{keyIdOf(spare)});
        QVERIFY(!after.keys.contains(keyIdOf(own)));
    }

    void whatCannotBeFulfilledIsRefused() {
        const trust::PrivateKey own = aKey();
        const tuf::Root root = rootOf({own.publicKey()}, 1);
        const auto codeOf = [&root](const Change& change) { return withHolders(root, change).error().code; };
        QCOMPARE(codeOf({{keyIdOf(own)}, {}, 1}), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf({{}, {}, 2}), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf({{}, {}, 0}), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf({{}, {own.publicKey()}, 1}), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf({{"none"}, {aKey().publicKey()}, 1}), make_error_code(BaseErrc::notFound));
    }

    void approversOfAProductComeAndGo() {
        const trust::PrivateKey anna = aKey();
        const trust::PrivateKey bert = aKey();
        const auto first = withApprovers(targetsOf(targetsContent()), "kiosk", Change{{}, {anna.publicKey()}, 1});
        QVERIFY(first);
        const auto second = withApprovers(targetsOf(*first), "kiosk", Change{{keyIdOf(anna)}, {bert.publicKey()}, 1});
        QVERIFY(second);
        const tuf::Targets after = targetsOf(*second);
        QCOMPARE(after.delegations.roles.size(), std::size_t{1});
        QCOMPARE(after.delegations.roles.front().keyIds, std::set{keyIdOf(bert)});
        QCOMPARE(after.delegations.keys.size(), std::size_t{1});
    }

    void aLostKeyIsReplacedWhereverItStood() {
        const trust::PrivateKey lost = aKey();
        const trust::PrivateKey bert = aKey();
        const trust::PrivateKey fresh = aKey();
        auto content =
            withApprovers(targetsOf(targetsContent()), "kiosk", Change{{}, {lost.publicKey(), bert.publicKey()}, 2});
        QVERIFY(content);
        content = withApprovers(targetsOf(*content), "till", Change{{}, {bert.publicKey()}, 1});
        QVERIFY(content);
        content = withKeyReplaced(targetsOf(*content), keyIdOf(lost), fresh.publicKey());
        QVERIFY(content);
        const tuf::Targets after = targetsOf(*content);
        QCOMPARE(after.delegations.roles.at(0).keyIds, (std::set{keyIdOf(fresh), keyIdOf(bert)}));
        QCOMPARE(after.delegations.roles.at(0).threshold, 2u);
        QCOMPARE(after.delegations.roles.at(1).keyIds, std::set{keyIdOf(bert)});
        QVERIFY(!after.delegations.keys.contains(keyIdOf(lost)));
    }

    void whoMustSignIsReadFromWhatIsBelieved() {
        const trust::PrivateKey anna = aKey();
        const trust::PrivateKey bert = aKey();
        const auto content =
            withApprovers(targetsOf(targetsContent()), "kiosk", Change{{}, {anna.publicKey(), bert.publicKey()}, 2});
        QVERIFY(content);
        BelievedMetadata::Now believed;
        believed.root = rootOf({anna.publicKey()}, 1);
        believed.targets = targetsOf(*content);
        QCOMPARE(thresholdOf("p-kiosk", believed), 2u);
        QCOMPARE(signersOf("p-kiosk", believed).size(), std::size_t{2});
        QCOMPARE(thresholdOf("root", believed), 1u);
        QCOMPARE(thresholdOf("p-till", believed), 0u);
        QVERIFY(signersOf("p-till", believed).empty());
    }

    void whatIsStagedOtherThanAskedIsNotSigned() {
        const auto wanted = withApprovers(targetsOf(targetsContent()), "kiosk", Change{{}, {aKey().publicKey()}, 1});
        QVERIFY(wanted);
        boost::json::object staged = *wanted;
        staged["version"] = 2;
        staged["expires"] = "2031-01-01T00:00:00Z";
        QVERIFY(checkSame(staged, *wanted));
        staged["targets"] = boost::json::object{{"kiosk/stable/1.json", boost::json::object()}};
        QCOMPARE(checkSame(staged, *wanted).error().code, make_error_code(BaseErrc::corrupt));
        QCOMPARE(readStaged("[]").error().code, make_error_code(BaseErrc::malformed));
    }
};

QTEST_GUILESS_MAIN(TrustPlanTest)
#include "tst_trust_plan.moc"
