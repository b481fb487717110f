// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <string>

#include "core/model/names.h"

using namespace signalbox;

namespace {

/// Every enumerator from the first to `last` has a name of its own that leads back to it.
template <class Enum>
bool namesLeadBack(Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        const std::string_view name = nameOf(value);
        if (name.empty() || name == "unknown" || fromName<Enum>(name) != value) return false;
    }
    return true;
}

}  // namespace

class NamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNameLeadsBackToItsValue() {
        QVERIFY(namesLeadBack(InstallKind::deb));
        QVERIFY(namesLeadBack(RebootWhen::file));
        QVERIFY(namesLeadBack(ReleaseState::withdrawn));
        QVERIFY(namesLeadBack(RolloutState::failed));
        QVERIFY(namesLeadBack(DeploymentState::superseded));
        QVERIFY(namesLeadBack(FailureCause::other));
        QVERIFY(namesLeadBack(CopyState::damaged));
        QVERIFY(namesLeadBack(JoinRole::terminal));
        QVERIFY(namesLeadBack(AccountRole::administrator));
        QVERIFY(namesLeadBack(PhaseSize::Unit::percent));
    }

    void namesAreTheEnumeratorsOwn() {
        QVERIFY(nameOf(ReleaseState::inReview) == "inReview");
        QVERIFY(nameOf(RolloutState::issuing) == "issuing");
        QVERIFY(nameOf(DeploymentState::rolledBack) == "rolledBack");
        QVERIFY(nameOf(DeploymentState::holding) == "holding");
        QVERIFY(nameOf(FailureCause::runCheckFailed) == "runCheckFailed");
        QVERIFY(nameOf(FailureCause::runCheckTimedOut) == "runCheckTimedOut");
        QVERIFY(nameOf(CopyState::proven) == "proven");
        QVERIFY(nameOf(JoinRole::node) == "node");
        QVERIFY(nameOf(NodeKind::registry) == "registry");
        QVERIFY(nameOf(PhaseSize::Unit::count) == "count");
    }

    void operatorRoleIsNamedWithoutUnderscore() { QVERIFY(nameOf(AccountRole::operator_) == "operator"); }

    void anyOtherTextIsNoValue() {
        QVERIFY(!fromName<ReleaseState>("Draft"));
        QVERIFY(!fromName<ReleaseState>(""));
        QVERIFY(!fromName<DeploymentState>("unknown"));
        QVERIFY(!fromName<AccountRole>("operator_"));
    }

    void valueOutsideTheEnumerationHasAHarmlessName() {
        QVERIFY(nameOf(static_cast<ReleaseState>(99)) == "unknown");
        QVERIFY(nameOf(static_cast<ReleaseState>(-1)) == "unknown");
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
