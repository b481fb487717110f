// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <type_traits>

#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox::store {

/// T or const T: one description serves writing and reading.
template <class T, class Of>
concept Maybe = std::same_as<std::remove_const_t<T>, Of>;

// The members of values nested in a row, by the name they have in its JSON text. Members may be added; one that is
// missing when read keeps its default.

template <class V>
void visitMembers(V& visit, Maybe<Window> auto& window) {
    visit("begin", window.begin);
    visit("rule", window.rule);
    visit("duration", window.duration);
}

template <class V>
void visitMembers(V& visit, Maybe<Freeze> auto& freeze) {
    visit("name", freeze.name);
    visit("from", freeze.from);
    visit("to", freeze.to);
}

template <class V>
void visitMembers(V& visit, Maybe<Schedule> auto& schedule) {
    visit("windows", schedule.windows);
    visit("freezes", schedule.freezes);
    visit("timeZone", schedule.timeZone);
    visit("updateLocal", schedule.updateLocal);
    visit("deadline", schedule.deadline);
    visit("missed", schedule.missed);
}

template <class V>
void visitMembers(V& visit, Maybe<AutoConfirm> auto& word) {
    visit("active", word.active);
    visit("initiator", word.initiator);
    visit("remark", word.remark);
    visit("activatedAt", word.activatedAt);
}

template <class V>
void visitMembers(V& visit, Maybe<Command> auto& command) {
    visit("arguments", command.arguments);
    visit("timeout", command.timeout);
}

template <class V>
void visitMembers(V& visit, Maybe<PlacedFile> auto& file) {
    visit("from", file.from);
    visit("to", file.to);
    visit("mode", file.mode);
    visit("owner", file.owner);
    visit("group", file.group);
}

template <class V>
void visitMembers(V& visit, Maybe<RebootRule> auto& rule) {
    visit("when", rule.when);
    visit("exitCode", rule.exitCode);
    visit("file", rule.file);
}

template <class V>
void visitMembers(V& visit, Maybe<Recipe> auto& recipe) {
    visit("kind", recipe.kind);
    visit("install", recipe.install);
    visit("rollBack", recipe.rollBack);
    visit("restart", recipe.restart);
    visit("runCheck", recipe.runCheck);
    visit("user", recipe.user);
    visit("files", recipe.files);
    visit("reboot", recipe.reboot);
}

template <class V>
void visitMembers(V& visit, Maybe<Package> auto& package) {
    visit("platform", package.platform);
    visit("recipe", package.recipe);
    visit("fileName", package.fileName);
    visit("mediaType", package.mediaType);
    visit("digest", package.digest);
    visit("size", package.size);
    visit("sha1", package.sha1);
    visit("md5", package.md5);
    visit("configDigest", package.configDigest);
    visit("configSize", package.configSize);
    visit("manifestDigest", package.manifestDigest);
    visit("manifestSize", package.manifestSize);
    visit("unpackedSize", package.unpackedSize);
}

template <class V>
void visitMembers(V& visit, Maybe<Approval> auto& approval) {
    visit("by", approval.by);
    visit("at", approval.at);
    visit("manifestDigest", approval.manifestDigest);
    visit("approved", approval.approved);
    visit("comment", approval.comment);
}

template <class V>
void visitMembers(V& visit, Maybe<Prerequisite> auto& prerequisite) {
    visit("product", prerequisite.product);
    visit("minVersion", prerequisite.minVersion);
}

template <class V>
void visitMembers(V& visit, Maybe<PhaseSize> auto& size) {
    visit("unit", size.unit);
    visit("amount", size.amount);
}

template <class V>
void visitMembers(V& visit, Maybe<PhaseGate> auto& gate) {
    visit("successPercent", gate.successPercent);
    visit("wait", gate.wait);
    visit("byHand", gate.byHand);
}

template <class V>
void visitMembers(V& visit, Maybe<Phase> auto& phase) {
    visit("name", phase.name);
    visit("filter", phase.filter);
    visit("size", phase.size);
    visit("gate", phase.gate);
    visit("startedAt", phase.startedAt);
    visit("reachedAt", phase.reachedAt);
    visit("openedByHand", phase.openedByHand);
}

}  // namespace signalbox::store
