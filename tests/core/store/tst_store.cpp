// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every store promises, whatever database is behind it: a product is a row of initTestCase_data.
#include <QTest>
#include <map>
#include <thread>

#include "core/store/store.h"
#include "tests/core/store/store_factory.h"
#include "tests/core/store/store_values.h"
#include "tests/support/store_run.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

struct Outcomes {
    std::vector<Result<void>> results;
    std::vector<std::thread::id> threads;
};

Task<void> commitInto(Store& store, std::vector<Change> changes, Outcomes& outcomes, std::size_t index) {
    auto result = co_await store.commit(std::move(changes));
    outcomes.results[index] = result;
    outcomes.threads[index] = std::this_thread::get_id();
    co_return Result<void>();
}

/// All at once, from one loop.
Outcomes commitAll(Store& store, std::vector<std::vector<Change>> calls) {
    asio::io_context loop;
    Outcomes outcomes;
    outcomes.results.resize(calls.size(), makeError(BaseErrc::unset));
    outcomes.threads.resize(calls.size());
    for (std::size_t i = 0; i < calls.size(); ++i)
        spawnSession(loop.get_executor(), "commit", commitInto(store, std::move(calls[i]), outcomes, i));
    loop.run();
    return outcomes;
}

boost::system::error_code codeOf(const Result<void>& result) {
    return result ? boost::system::error_code() : result.error().code;
}

}  // namespace

class TestStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<Store> m_store;

    void commit(std::vector<Change> changes) {
        const auto done = runTask(m_store->commit(std::move(changes)));
        if (!done) qFatal("commit: %s", done.error().text().c_str());
    }
    Contents loaded() {
        auto contents = m_store->load();
        if (!contents) qFatal("load: %s", contents.error().text().c_str());
        return std::move(*contents);
    }
    Contents reopened() {
        m_store->close();
        auto store = m_factory->open();
        if (!store) qFatal("open: %s", store.error().text().c_str());
        m_store = std::move(*store);
        return loaded();
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<QString>("product");
        QTest::newRow("sqlite") << QStringLiteral("sqlite");
    }

    void init() {
        m_factory = std::make_unique<SqliteFactory>();
        auto store = m_factory->open();
        QVERIFY2(store, store ? "" : store.error().text().c_str());
        m_store = std::move(*store);
    }
    void cleanup() {
        m_store.reset();
        m_factory.reset();
    }

    void startsEmpty() {
        const Contents contents = loaded();
        QVERIFY(contents.terminals.empty() && contents.releases.empty() && contents.settings.empty());
        QCOMPARE(contents.lastAudit.sequence, 0);
        QCOMPARE(contents.lastFeedback, 0);
    }

    void givesBackATerminal() {
        const Terminal put = aTerminal(4);
        Terminal silent = aTerminal(5);
        silent.lastContact.reset();
        silent.tags.clear();
        commit({put, silent});
        const Contents contents = reopened();
        QCOMPARE(contents.terminals.size(), 2U);
        const Terminal& got = contents.terminals[0];
        QCOMPARE(got.id, put.id);
        QCOMPARE(got.controllerId, put.controllerId);
        QCOMPARE(got.name, put.name);
        QCOMPARE(got.platform, put.platform);
        QCOMPARE(got.cluster, put.cluster);
        QCOMPARE(got.tokenHash, put.tokenHash);
        QCOMPARE(got.tags, put.tags);
        QCOMPARE(got.attributes, put.attributes);
        QCOMPARE(got.installed, put.installed);
        QCOMPARE(got.joinedAt, put.joinedAt);
        QCOMPARE(got.lastContact, put.lastContact);
        QCOMPARE(got.permitSequence, put.permitSequence);
        QVERIFY(got.retiredAt == put.retiredAt && got.cloneSeenAt == put.cloneSeenAt);
        QCOMPARE(got.attributesWanted, put.attributesWanted);
        QCOMPARE(got.byGateway, put.byGateway);
        QVERIFY(got.autoConfirm == put.autoConfirm);
        QVERIFY(!contents.terminals[1].lastContact);
        QVERIFY(contents.terminals[1].tags.empty());
    }

    void givesBackARelease() {
        const Release put = aRelease(3);
        commit({put});
        const Contents contents = reopened();
        QCOMPARE(contents.releases.size(), 1U);
        const Release& got = contents.releases[0];
        QCOMPARE(got.id, put.id);
        QCOMPARE(got.product, put.product);
        QCOMPARE(got.version, put.version);
        QCOMPARE(got.channel, put.channel);
        QCOMPARE(got.notes, put.notes);
        QCOMPARE(got.state, put.state);
        QCOMPARE(got.manifestDigest, put.manifestDigest);
        QCOMPARE(got.createdBy, put.createdBy);
        QCOMPARE(got.createdAt, put.createdAt);
        QCOMPARE(got.withdrawnAt, put.withdrawnAt);
        QCOMPARE(got.droppedAt, put.droppedAt);
        QCOMPARE(got.packages.size(), 2U);
        const Package& package = got.packages[0];
        QCOMPARE(package.platform, put.packages[0].platform);
        QVERIFY(package.recipe == put.packages[0].recipe);
        QCOMPARE(package.fileName, put.packages[0].fileName);
        QCOMPARE(package.mediaType, put.packages[0].mediaType);
        QCOMPARE(package.digest, put.packages[0].digest);
        QCOMPARE(package.size, put.packages[0].size);
        QCOMPARE(package.configDigest, put.packages[0].configDigest);
        QCOMPARE(package.sha1, put.packages[0].sha1);
        QCOMPARE(package.md5, put.packages[0].md5);
        QCOMPARE(package.configSize, put.packages[0].configSize);
        QCOMPARE(package.manifestDigest, put.packages[0].manifestDigest);
        QCOMPARE(package.manifestSize, put.packages[0].manifestSize);
        QCOMPARE(package.unpackedSize, put.packages[0].unpackedSize);
        QVERIFY(got.packages[1].digest.empty());
        QCOMPARE(got.approvals.size(), 1U);
        QCOMPARE(got.approvals[0].by, put.approvals[0].by);
        QCOMPARE(got.approvals[0].at, put.approvals[0].at);
        QCOMPARE(got.approvals[0].manifestDigest, put.approvals[0].manifestDigest);
        QCOMPARE(got.approvals[0].approved, put.approvals[0].approved);
        QCOMPARE(got.approvals[0].comment, put.approvals[0].comment);
    }

    void givesBackARollout() {
        const Rollout put = aRollout(8);
        commit({put});
        const Contents contents = reopened();
        QCOMPARE(contents.rollouts.size(), 1U);
        const Rollout& got = contents.rollouts[0];
        QCOMPARE(got.id, put.id);
        QCOMPARE(got.name, put.name);
        QCOMPARE(got.release, put.release);
        QCOMPARE(got.audience, put.audience);
        QCOMPARE(got.issueTime, put.issueTime);
        QCOMPARE(got.updateTime, put.updateTime);
        QVERIFY(got.schedule == put.schedule);
        QCOMPARE(got.permitValidity, put.permitValidity);
        QCOMPARE(got.installTimeout, put.installTimeout);
        QCOMPARE(got.offlineInstall, put.offlineInstall);
        QCOMPARE(got.installMode, put.installMode);
        QCOMPARE(got.forceTime, put.forceTime);
        QCOMPARE(got.confirmation, put.confirmation);
        QCOMPARE(got.priority, put.priority);
        QCOMPARE(got.takesLater, put.takesLater);
        QCOMPARE(got.leavesSilent, put.leavesSilent);
        QCOMPARE(got.rollbackOf, put.rollbackOf);
        QVERIFY(got.rollbackCause == put.rollbackCause);
        QCOMPARE(got.syncGate.atLeast, put.syncGate.atLeast);
        QCOMPARE(got.breaker.count, put.breaker.count);
        QCOMPARE(got.breaker.percent, put.breaker.percent);
        QCOMPARE(got.retry.count, put.retry.count);
        QCOMPARE(got.retry.backOff, put.retry.backOff);
        QCOMPARE(got.state, put.state);
        QCOMPARE(got.stateReason, put.stateReason);
        QCOMPARE(got.pausedByBreaker, put.pausedByBreaker);
        QCOMPARE(got.failuresAccepted, put.failuresAccepted);
        QCOMPARE(got.currentPhase, put.currentPhase);
        QCOMPARE(got.createdBy, put.createdBy);
        QCOMPARE(got.createdAt, put.createdAt);
        QCOMPARE(got.startedAt, put.startedAt);
        QCOMPARE(got.endedAt, put.endedAt);
        QCOMPARE(got.phases.size(), 2U);
        QCOMPARE(got.phases[0].name, put.phases[0].name);
        QCOMPARE(got.phases[0].size.unit, put.phases[0].size.unit);
        QCOMPARE(got.phases[0].size.amount, put.phases[0].size.amount);
        QCOMPARE(got.phases[0].gate.successPercent, put.phases[0].gate.successPercent);
        QCOMPARE(got.phases[0].gate.wait, put.phases[0].gate.wait);
        QCOMPARE(got.phases[0].gate.byHand, put.phases[0].gate.byHand);
        QCOMPARE(got.phases[0].startedAt, put.phases[0].startedAt);
        QCOMPARE(got.phases[0].reachedAt, put.phases[0].reachedAt);
        QCOMPARE(got.phases[0].openedByHand, put.phases[0].openedByHand);
        QVERIFY(!got.phases[1].startedAt);
    }

    void givesBackADeployment() {
        const Deployment put = aDeployment(9);
        commit({put});
        const Contents contents = reopened();
        QCOMPARE(contents.deployments.size(), 1U);
        const Deployment& got = contents.deployments[0];
        QCOMPARE(got.id, put.id);
        QCOMPARE(got.rollout, put.rollout);
        QCOMPARE(got.terminal, put.terminal);
        QCOMPARE(got.phase, put.phase);
        QCOMPARE(got.state, put.state);
        QCOMPARE(got.waitReason, put.waitReason);
        QCOMPARE(got.nextTry, put.nextTry);
        QCOMPARE(got.percent, put.percent);
        QCOMPARE(got.attempt, put.attempt);
        QCOMPARE(got.permittedAt, put.permittedAt);
        QCOMPARE(got.permitSequence, put.permitSequence);
        QCOMPARE(got.cancelRequested, put.cancelRequested);
        QCOMPARE(got.awaitsConfirmation, put.awaitsConfirmation);
        QCOMPARE(got.excluded, put.excluded);
        QCOMPARE(got.cause, put.cause);
        QCOMPARE(got.message, put.message);
        QCOMPARE(got.logTail, put.logTail);
        QCOMPARE(got.fromVersion, put.fromVersion);
        QCOMPARE(got.createdAt, put.createdAt);
        QCOMPARE(got.changedAt, put.changedAt);
    }

    void givesBackClustersNodesAndCopies() {
        const Cluster cluster{
            .id = {1}, .name = "north", .createdAt = at(1), .rule = "tag.site==north", .bandwidthLimit = 65536};
        const Node node{.id = {2},
                        .name = "n2",
                        .cluster = {1},
                        .url = "https://h:1",
                        .weight = 50,
                        .joinedAt = at(2),
                        .kind = NodeKind::registry,
                        .pushRate = 6'000'000'000,
                        .certificateEnds = at(7)};
        const RegistryAccess access{{2}, "push", "p1", "pull", "p2", "-----BEGIN"};
        const NodeCopy copy{.node = {2},
                            .release = {3},
                            .state = CopyState::sending,
                            .bytesSent = 5'000'000'000,
                            .bytesTotal = 9'000'000'000,
                            .attempts = 4,
                            .lastError = "reset",
                            .changedAt = at(3),
                            .nextTry = at(4),
                            .rate = 5};
        commit({cluster, node, copy, access});
        const Contents contents = reopened();
        QCOMPARE(contents.clusters.size(), 1U);
        QCOMPARE(contents.clusters[0].name, cluster.name);
        QCOMPARE(contents.clusters[0].rule, cluster.rule);
        QCOMPARE(contents.clusters[0].bandwidthLimit, cluster.bandwidthLimit);
        QCOMPARE(contents.clusters[0].createdAt, cluster.createdAt);
        QCOMPARE(contents.nodes.size(), 1U);
        QCOMPARE(contents.nodes[0].id, node.id);
        QCOMPARE(contents.nodes[0].name, node.name);
        QCOMPARE(contents.nodes[0].cluster, node.cluster);
        QCOMPARE(contents.nodes[0].url, node.url);
        QCOMPARE(contents.nodes[0].weight, node.weight);
        QCOMPARE(contents.nodes[0].joinedAt, node.joinedAt);
        QVERIFY(contents.nodes[0].kind == NodeKind::registry && contents.nodes[0].pushRate == node.pushRate);
        QCOMPARE(contents.nodes[0].certificateEnds, node.certificateEnds);
        QCOMPARE(contents.registryAccess.size(), 1U);
        const RegistryAccess& got = contents.registryAccess[0];
        QCOMPARE(got.node, access.node);
        QVERIFY(got.user == "push" && got.password == "p1" && got.pullUser == "pull" && got.pullPassword == "p2");
        QCOMPARE(got.caPem, access.caPem);
        QCOMPARE(contents.copies.size(), 1U);
        QCOMPARE(contents.copies[0].node, copy.node);
        QCOMPARE(contents.copies[0].release, copy.release);
        QCOMPARE(contents.copies[0].state, copy.state);
        QCOMPARE(contents.copies[0].bytesSent, copy.bytesSent);
        QCOMPARE(contents.copies[0].bytesTotal, copy.bytesTotal);
        QCOMPARE(contents.copies[0].attempts, copy.attempts);
        QCOMPARE(contents.copies[0].lastError, copy.lastError);
        QCOMPARE(contents.copies[0].changedAt, copy.changedAt);
        QCOMPARE(contents.copies[0].nextTry, copy.nextTry);
        QCOMPARE(contents.copies[0].rate, copy.rate);
    }

    void givesBackTicketsTokensSettingsAndMembers() {
        const JoinTicket ticket{.id = 1,
                                .role = JoinRole::node,
                                .secretHash = "ab",
                                .cluster = {4},
                                .notAfter = at(5),
                                .usedBy = "n1",
                                .createdBy = "ada",
                                .uses = 9,
                                .used = 3,
                                .approval = true,
                                .replaces = {6}};
        const ApiToken token{.id = 2,
                             .name = "ci",
                             .role = AccountRole::operator_,
                             .tokenHash = "cd",
                             .createdAt = at(6),
                             .notAfter = at(7),
                             .account = 8};
        const Account account{.id = 8,
                              .name = "ada",
                              .role = AccountRole::approver,
                              .passwordHash = "$scrypt$",
                              .disabled = true,
                              .createdAt = at(8),
                              .passwordAt = at(9)};
        const PendingTerminal waiting{.id = 3,
                                      .controllerId = "c",
                                      .name = "n",
                                      .platform = "p",
                                      .cluster = {4},
                                      .tokenHash = "ef",
                                      .address = "10.0.0.1",
                                      .askedAt = at(10),
                                      .lastAsked = at(11)};
        const Setting binary{.key = "key", .value = std::string("\0\xff\x80'", 4)};
        const Setting empty{.key = "empty", .value = {}};
        const PhaseMembers members{.rollout = {7}, .phase = 2, .bitmap = std::string("\x01\0\x02", 3)};
        const SavedAudience audience{.id = 4,
                                     .name = "tills",
                                     .filter = "tag.kind==till",
                                     .description = "every till",
                                     .changedBy = "ada",
                                     .changedAt = at(12)};
        const TerminalDiagnostics asked{.terminal = {9},
                                        .request = 2,
                                        .requestedBy = "ada",
                                        .requestedAt = at(13),
                                        .endedAt = at(14),
                                        .problem = "none came",
                                        .bundleAt = at(15),
                                        .bundleSize = 77};
        commit({ticket, token, binary, empty, members, account, waiting, audience, asked});
        const Contents contents = reopened();
        QCOMPARE(contents.accounts.size(), 1U);
        QCOMPARE(contents.accounts[0].name, account.name);
        QCOMPARE(contents.accounts[0].role, account.role);
        QCOMPARE(contents.accounts[0].passwordHash, account.passwordHash);
        QCOMPARE(contents.accounts[0].disabled, account.disabled);
        QCOMPARE(contents.accounts[0].passwordAt, account.passwordAt);
        QCOMPARE(contents.savedAudiences.size(), 1U);
        QCOMPARE(contents.savedAudiences[0].id, audience.id);
        QCOMPARE(contents.savedAudiences[0].name, audience.name);
        QCOMPARE(contents.savedAudiences[0].filter, audience.filter);
        QCOMPARE(contents.savedAudiences[0].description, audience.description);
        QCOMPARE(contents.savedAudiences[0].changedBy, audience.changedBy);
        QCOMPARE(contents.savedAudiences[0].changedAt, audience.changedAt);
        QCOMPARE(contents.diagnostics.size(), 1U);
        QCOMPARE(contents.diagnostics[0].terminal, asked.terminal);
        QCOMPARE(contents.diagnostics[0].request, asked.request);
        QCOMPARE(contents.diagnostics[0].requestedBy, asked.requestedBy);
        QCOMPARE(contents.diagnostics[0].requestedAt, asked.requestedAt);
        QCOMPARE(contents.diagnostics[0].endedAt, asked.endedAt);
        QCOMPARE(contents.diagnostics[0].problem, asked.problem);
        QCOMPARE(contents.diagnostics[0].bundleAt, asked.bundleAt);
        QCOMPARE(contents.diagnostics[0].bundleSize, asked.bundleSize);
        QCOMPARE(contents.pendingTerminals.size(), 1U);
        QCOMPARE(contents.pendingTerminals[0].controllerId, waiting.controllerId);
        QCOMPARE(contents.pendingTerminals[0].address, waiting.address);
        QCOMPARE(contents.pendingTerminals[0].lastAsked, waiting.lastAsked);
        QCOMPARE(contents.joinTickets.size(), 1U);
        QCOMPARE(contents.joinTickets[0].id, ticket.id);
        QCOMPARE(contents.joinTickets[0].role, ticket.role);
        QCOMPARE(contents.joinTickets[0].secretHash, ticket.secretHash);
        QCOMPARE(contents.joinTickets[0].cluster, ticket.cluster);
        QCOMPARE(contents.joinTickets[0].notAfter, ticket.notAfter);
        QCOMPARE(contents.joinTickets[0].usedBy, ticket.usedBy);
        QCOMPARE(contents.joinTickets[0].createdBy, ticket.createdBy);
        QCOMPARE(contents.joinTickets[0].uses, ticket.uses);
        QCOMPARE(contents.joinTickets[0].used, ticket.used);
        QCOMPARE(contents.joinTickets[0].approval, ticket.approval);
        QCOMPARE(contents.joinTickets[0].replaces, ticket.replaces);
        QCOMPARE(contents.apiTokens.size(), 1U);
        QVERIFY(contents.apiTokens[0].notAfter == token.notAfter);
        QCOMPARE(contents.apiTokens[0].account, token.account);
        QCOMPARE(contents.apiTokens[0].id, token.id);
        QCOMPARE(contents.apiTokens[0].name, token.name);
        QCOMPARE(contents.apiTokens[0].role, token.role);
        QCOMPARE(contents.apiTokens[0].tokenHash, token.tokenHash);
        QCOMPARE(contents.apiTokens[0].createdAt, token.createdAt);
        QCOMPARE(contents.settings.size(), 2U);
        QCOMPARE(contents.settings[0].value, empty.value);
        QCOMPARE(contents.settings[1].value, binary.value);
        QCOMPARE(contents.phaseMembers.size(), 1U);
        QCOMPARE(contents.phaseMembers[0].rollout, members.rollout);
        QCOMPARE(contents.phaseMembers[0].phase, members.phase);
        QCOMPARE(contents.phaseMembers[0].bitmap, members.bitmap);
    }

    void givesBackTheLastAuditEntryAndTheHighestFeedback() {
        commit({anAuditEntry(1), anAuditEntry(2), aFeedback(41, 1), aFeedback(40, 1)});
        const Contents contents = reopened();
        QCOMPARE(contents.lastAudit.sequence, 2);
        QCOMPARE(contents.lastAudit.at, at(2));
        QCOMPARE(contents.lastAudit.actor, std::string("ada"));
        QCOMPARE(contents.lastAudit.action, std::string("release.approve"));
        QCOMPARE(contents.lastAudit.subject, std::string("release:3"));
        QCOMPARE(contents.lastAudit.detail, std::string("{\"n\":2}"));
        QCOMPARE(contents.lastAudit.hash, std::string(64, 'c'));
        QCOMPARE(contents.lastFeedback, 41);
    }

    void loadsInOrderOfId() {
        commit({aTerminal(300), aTerminal(2), aTerminal(10)});
        const Contents contents = loaded();
        QCOMPARE(contents.terminals.size(), 3U);
        QCOMPARE(contents.terminals[0].id.value, 2);
        QCOMPARE(contents.terminals[1].id.value, 10);
        QCOMPARE(contents.terminals[2].id.value, 300);
    }

    void handsTerminalsOnInOrderWithTheirLastContacts() {
        std::vector<Change> changes;
        for (std::int64_t id = 10'000; id >= 1; --id) {
            if (id % 7 == 0) continue;
            Terminal terminal = aTerminal(id);
            terminal.lastContact.reset();
            if (id % 3 == 0) terminal.lastContact = at(id);
            changes.emplace_back(std::move(terminal));
        }
        commit(std::move(changes));
        std::int64_t last = 0;
        std::size_t count = 0;
        const auto contents = m_store->load([&](Terminal&& terminal) {
            QVERIFY(terminal.id.value > last);
            last = terminal.id.value;
            ++count;
            QCOMPARE(terminal.lastContact, last % 3 == 0 ? std::optional(at(last)) : std::nullopt);
        });
        QVERIFY(contents);
        QVERIFY(contents->terminals.empty());
        QCOMPARE(count, std::size_t{10'000 - 10'000 / 7});
        QCOMPARE(last, std::int64_t{10'000});
    }

    void loadsALargeTableWholeAndInOrder() {
        constexpr std::int64_t kRows = 30'000;
        std::vector<Change> changes;
        for (std::int64_t id = kRows; id > 0; --id)
            if (id % 3 != 0) changes.emplace_back(aTerminal(id));
        const std::size_t rows = changes.size();
        commit(std::move(changes));
        const Contents contents = loaded();
        QCOMPARE(contents.terminals.size(), rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const Terminal& terminal = contents.terminals[i];
            QCOMPARE(terminal.id.value, static_cast<std::int64_t>(i / 2 * 3 + i % 2 + 1));
            QCOMPARE(terminal.lastContact, aTerminal(terminal.id.value).lastContact);
        }
    }

    void putReplacesTheRowWithThatId() {
        Terminal terminal = aTerminal(1);
        commit({terminal});
        terminal.name = "renamed";
        terminal.tags = {{"new", "1"}};
        terminal.lastContact.reset();
        commit({terminal});
        const Contents contents = loaded();
        QCOMPARE(contents.terminals.size(), 1U);
        QCOMPARE(contents.terminals[0].name, std::string("renamed"));
        QCOMPARE(contents.terminals[0].tags, terminal.tags);
        QVERIFY(!contents.terminals[0].lastContact);
    }

    void removedRowsAreGone() {
        const Node node{
            .id = {2}, .name = "n2", .cluster = {1}, .url = "u", .weight = 1, .joinedAt = at(2), .certificateEnds = {}};
        const NodeCopy copy{.node = {2}, .release = {3}, .lastError = {}, .changedAt = at(0), .nextTry = {}};
        NodeCopy kept = copy;
        kept.release = {4};
        commit({aTerminal(1), aTerminal(2), node, copy, kept});
        commit({TerminalRemoved{{1}}, NodeRemoved{{2}}, CopyRemoved{{2}, {3}}});
        const Contents contents = reopened();
        QCOMPARE(contents.terminals.size(), 1U);
        QCOMPARE(contents.terminals[0].id.value, 2);
        QVERIFY(contents.nodes.empty());
        QCOMPARE(contents.copies.size(), 1U);
        QCOMPARE(contents.copies[0].release.value, 4);
    }

    void aTerminalThatComesBackUnderItsOldIdHasNoOldContact() {
        Terminal terminal = aTerminal(1);
        commit({terminal, TerminalRemoved{{1}}});
        terminal.lastContact.reset();
        commit({terminal});
        QVERIFY(!loaded().terminals[0].lastContact);
    }

    void aContactMovesTheLastContactForwardOnly() {
        commit({aTerminal(1)});
        commit({TerminalContact{{1}, at(9000)}});
        commit({TerminalContact{{1}, at(8000)}});
        QCOMPARE(reopened().terminals[0].lastContact, std::optional(at(9000)));
    }

    void aLateContactOfARemovedTerminalIsDropped() {
        commit({aTerminal(1), TerminalRemoved{{1}}, TerminalContact{{1}, at(9000)}});
        Terminal again = aTerminal(1);
        QVERIFY(loaded().terminals.empty());
        again.lastContact.reset();
        commit({again});
        QVERIFY(!loaded().terminals[0].lastContact);
    }

    void aTakenControllerIdIsRefused() {
        Terminal other = aTerminal(2);
        other.controllerId = aTerminal(1).controllerId;
        commit({aTerminal(1)});
        QCOMPARE(codeOf(runTask(m_store->commit({other}))), make_error_code(BaseErrc::alreadyExists));
        QCOMPARE(loaded().terminals.size(), 1U);
    }

    void anAuditEntryIsNeverReplaced() {
        commit({anAuditEntry(1)});
        AuditEntry forged = anAuditEntry(1);
        forged.actor = "mallory";
        QCOMPARE(codeOf(runTask(m_store->commit({forged}))), make_error_code(BaseErrc::alreadyExists));
        QCOMPARE(loaded().lastAudit.actor, std::string("ada"));
    }

    void aFailedCallLeavesNothingOfItself() {
        commit({anAuditEntry(1)});
        QVERIFY(!runTask(m_store->commit({aTerminal(1), aFeedback(1, 1), anAuditEntry(1)})));
        const Contents contents = reopened();
        QVERIFY(contents.terminals.empty());
        QCOMPARE(contents.lastFeedback, 0);
    }

    void theErrorOfOneHarmsNoOther() {
        commit({anAuditEntry(1)});
        std::vector<std::vector<Change>> calls;
        for (std::int64_t i = 1; i <= 50; ++i)
            calls.push_back({aTerminal(i)});
        calls[20].push_back(anAuditEntry(1));
        const Outcomes outcomes = commitAll(*m_store, std::move(calls));
        for (std::size_t i = 0; i < 50; ++i)
            QCOMPARE(outcomes.results[i].has_value(), i != 20);
        QCOMPARE(codeOf(outcomes.results[20]), make_error_code(BaseErrc::alreadyExists));
        const Contents contents = reopened();
        QCOMPARE(contents.terminals.size(), 49U);
        for (const Terminal& terminal : contents.terminals)
            QVERIFY(terminal.id.value != 21);
    }

    void callsKeepTheirOrder() {
        std::vector<std::vector<Change>> calls;
        for (int i = 0; i < 5000; ++i)
            calls.push_back({Setting{"n", std::to_string(i)}});
        const Outcomes outcomes = commitAll(*m_store, std::move(calls));
        for (const auto& result : outcomes.results)
            QVERIFY(result);
        QCOMPARE(loaded().settings[0].value, std::string("4999"));
    }

    void resumesOnTheCallersExecutor() {
        const Outcomes outcomes = commitAll(*m_store, {{aTerminal(1)}, {aTerminal(2)}});
        for (const auto thread : outcomes.threads)
            QCOMPARE(thread, std::this_thread::get_id());
    }

    void takesCallsFromManyThreads() {
        std::vector<std::thread> threads;
        std::vector<Outcomes> outcomes(4);
        for (std::int64_t t = 0; t < 4; ++t)
            threads.emplace_back([this, t, &outcomes] {
                std::vector<std::vector<Change>> calls;
                for (std::int64_t i = 1; i <= 200; ++i)
                    calls.push_back({aTerminal(t * 1000 + i)});
                outcomes[static_cast<std::size_t>(t)] = commitAll(*m_store, std::move(calls));
            });
        for (auto& thread : threads)
            thread.join();
        for (const auto& each : outcomes)
            for (const auto& result : each.results)
                QVERIFY(result);
        QCOMPARE(loaded().terminals.size(), 800U);
    }

    void nothingToCommitIsDone() { QVERIFY(runTask(m_store->commit({}))); }

    void readsTheFeedbackOfOneDeploymentAfterASequence() {
        std::vector<Change> changes;
        for (std::int64_t i = 1; i <= 20; ++i)
            changes.emplace_back(aFeedback(i, 1 + i % 2));
        commit(std::move(changes));
        const auto entries = runTask(m_store->feedback({2}, 5, 3));
        QVERIFY(entries);
        QCOMPARE(entries->size(), 3U);
        QCOMPARE((*entries)[0].sequence, 7);
        QCOMPARE((*entries)[2].sequence, 11);
        QCOMPARE((*entries)[0].deployment.value, 2);
        QCOMPARE((*entries)[0].at, at(7));
        QCOMPARE((*entries)[0].status, std::string("proceeding"));
        QCOMPARE((*entries)[0].message, std::string("m7"));
    }

    void readsTheAuditLogAfterASequence() {
        std::vector<Change> changes;
        for (std::int64_t i = 1; i <= 10; ++i)
            changes.emplace_back(anAuditEntry(i));
        commit(std::move(changes));
        const auto entries = runTask(m_store->audit(8, 100));
        QVERIFY(entries);
        QCOMPARE(entries->size(), 2U);
        QCOMPARE((*entries)[0].sequence, 9);
        QCOMPARE((*entries)[1].detail, std::string("{\"n\":10}"));
    }

    void readsTheAuditLogBackwardsFromItsEnd() {
        std::vector<Change> changes;
        for (std::int64_t i = 1; i <= 10; ++i)
            changes.emplace_back(anAuditEntry(i));
        commit(std::move(changes));
        const auto entries = runTask(m_store->auditBefore(INT64_MAX, 3)).value();
        QCOMPARE(entries.size(), 3U);
        QCOMPARE(entries[0].sequence, 10);
        QCOMPARE(entries[2].sequence, 8);
        QCOMPARE(runTask(m_store->auditBefore(2, 3)).value().size(), 1U);
    }

    void closedItRefusesCalls() {
        m_store->close();
        QCOMPARE(codeOf(runTask(m_store->commit({aTerminal(1)}))), make_error_code(BaseErrc::wrongState));
        const auto entries = runTask(m_store->audit(0, 1));
        QVERIFY(!entries);
        QCOMPARE(entries.error().code, make_error_code(BaseErrc::wrongState));
        QVERIFY(!m_store->load());
    }

    void closingCommitsWhatWaits() {
        asio::io_context loop;
        Outcomes outcomes;
        outcomes.results.resize(500, makeError(BaseErrc::unset));
        outcomes.threads.resize(500);
        for (std::size_t i = 0; i < 500; ++i)
            spawnSession(loop.get_executor(), "commit",
                         commitInto(*m_store, {aTerminal(static_cast<std::int64_t>(i) + 1)}, outcomes, i));
        while (loop.poll_one() > 0 && !outcomes.results[0]) {
        }
        m_store->close();
        loop.restart();
        loop.run();
        std::size_t done = 0;
        for (const auto& result : outcomes.results)
            done += result.has_value();
        QVERIFY(done > 0);
        auto store = m_factory->open();
        QVERIFY(store);
        m_store = std::move(*store);
        QCOMPARE(loaded().terminals.size(), done);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
