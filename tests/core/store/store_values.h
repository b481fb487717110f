// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace signalbox::test {

inline TimePoint at(std::int64_t milliseconds) {
    return TimePoint(Milliseconds(1'800'000'000'000 + milliseconds));
}

inline Terminal aTerminal(std::int64_t id) {
    const std::string number = std::to_string(id);
    return {.id = {id},
            .controllerId = "controller-" + number,
            .name = "Till " + number,
            .platform = "linux-amd64",
            .cluster = {7},
            .tokenHash = std::string(64, 'a'),
            .tags = {{"site", "Köln"}, {"pilot", ""}},
            .attributes = {{"serial", "S-\"" + number + "\"\\"}, {"ram", "4 GiB"}},
            .installed = {{"till", "2.10"}},
            .joinedAt = at(id),
            .lastContact = at(id + 1000),
            .permitSequence = id + 5,
            .retiredAt = at(id + 2000),
            .cloneSeenAt = at(id + 3000),
            .attributesWanted = false,
            .byGateway = true,
            .autoConfirm = {.active = true, .initiator = "ada", .remark = "always", .activatedAt = at(7)}};
}

inline Release aRelease(std::int64_t id) {
    const Recipe recipe{.kind = InstallKind::script,
                        .install = {{"./install"}, Seconds(300)},
                        .rollBack = {{"./undo"}, Seconds(20)},
                        .restart = {.arguments = {"systemctl", "restart", "till"}, .timeout = Seconds(30)},
                        .runCheck = {.arguments = {"bin/till", "--check"}, .timeout = Seconds(45)},
                        .user = "till",
                        .files = {{"till.conf", "/etc/till.conf", "0640", "root", "till"}},
                        .reboot = {RebootWhen::exitCode, 194, "/run/reboot-required"}};
    const Package package{.platform = "linux-amd64",
                          .recipe = recipe,
                          .fileName = "till.tar.zst",
                          .mediaType = "application/x-tar",
                          .digest = Digest::ofContent("package"),
                          .size = 9'000'000'000,
                          .sha1 = std::string(40, 'b'),
                          .md5 = std::string(32, 'c'),
                          .configDigest = Digest::ofContent("config"),
                          .configSize = 321,
                          .manifestDigest = Digest::ofContent("manifest"),
                          .manifestSize = 654,
                          .unpackedSize = 12'000'000'000};
    const Approval approval{.by = "ada",
                            .at = at(3),
                            .manifestDigest = Digest::ofContent("index"),
                            .approved = false,
                            .comment = "not on a Friday"};
    return {.id = {id},
            .product = "till",
            .version = "2." + std::to_string(id),
            .channel = "beta",
            .notes = "first line\nsecond",
            .state = ReleaseState::published,
            .packages = {package, Package{}},
            .manifestDigest = Digest::ofContent("index"),
            .approvals = {approval},
            .prerequisites = {{"agent", "1.4"}},
            .createdBy = "bob",
            .createdAt = at(1),
            .withdrawnAt = at(12),
            .droppedAt = at(13)};
}

inline Rollout aRollout(std::int64_t id) {
    const Phase pilot{.name = "pilot",
                      .filter = "tag.lab==yes",
                      .size = {.unit = PhaseSize::Unit::count, .amount = 12},
                      .gate = {.successPercent = 97.5, .wait = Seconds(120), .byHand = true},
                      .startedAt = at(10),
                      .reachedAt = at(11),
                      .openedByHand = true};
    return {.id = {id},
            .name = "spring",
            .release = {3},
            .audience = "tag.site==Köln",
            .phases = {pilot,
                       Phase{.name = "rest", .filter = {}, .size = {}, .gate = {}, .startedAt = {}, .reachedAt = {}}},
            .issueTime = at(20),
            .updateTime = at(21),
            .schedule = {.windows = {{"2026-11-24T22:00", "FREQ=DAILY", Seconds(3600)}},
                         .freezes = {{"Christmas", "2026-12-24", "2026-12-26"}},
                         .timeZone = "Europe/Berlin",
                         .updateLocal = "2026-11-24T03:00",
                         .deadline = at(25),
                         .missed = MissedWindow::fail},
            .permitValidity = Seconds(1234),
            .installTimeout = Seconds(567),
            .offlineInstall = true,
            .installMode = InstallMode::timeForced,
            .forceTime = at(24),
            .confirmation = true,
            .priority = -7,
            .syncGate = {.atLeast = 2},
            .breaker = {.count = 4, .percent = 2.5},
            .retry = {.count = 6, .backOff = Seconds(77)},
            .takesLater = true,
            .leavesSilent = Seconds(86400),
            .rollbackOf = {5},
            .rollbackCause = FailureCause::unpackFailed,
            .state = RolloutState::paused,
            .stateReason = "breaker",
            .pausedByBreaker = true,
            .failuresAccepted = 3,
            .currentPhase = 1,
            .createdBy = "eve",
            .createdAt = at(22),
            .startedAt = at(23),
            .endedAt = {}};
}

inline Deployment aDeployment(std::int64_t id) {
    return {.id = {id},
            .rollout = {2},
            .terminal = {id + 100},
            .phase = 1,
            .state = DeploymentState::rolledBack,
            .waitReason = "window",
            .nextTry = at(30),
            .percent = 42,
            .attempt = 3,
            .permittedAt = at(33),
            .permitSequence = 7,
            .cancelRequested = true,
            .awaitsConfirmation = true,
            .excluded = true,
            .cause = FailureCause::runCheckFailed,
            .message = "exit code 1",
            .logTail = "line\nline",
            .fromVersion = "2.9",
            .createdAt = at(31),
            .changedAt = at(32)};
}

inline FeedbackEntry aFeedback(std::int64_t sequence, std::int64_t deployment) {
    return {.sequence = sequence,
            .deployment = {deployment},
            .at = at(sequence),
            .status = "proceeding",
            .message = "m" + std::to_string(sequence)};
}

inline AuditEntry anAuditEntry(std::int64_t sequence) {
    return {.sequence = sequence,
            .at = at(sequence),
            .actor = "ada",
            .action = "release.approve",
            .subject = "release:3",
            .detail = "{\"n\":" + std::to_string(sequence) + "}",
            .hash = std::string(64, 'c')};
}

}  // namespace signalbox::test
