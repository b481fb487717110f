// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From leave to install to the switch; deployer_trial.cpp has the rest.
#include "core/base/log.h"
#include "core/package/recipe_file.h"
#include "core/terminal/deployer.h"
#include "core/terminal/failure.h"
#include "core/terminal/file_sink.h"

namespace signalbox::terminal {
namespace {

constexpr std::int64_t kMostRestarts = 3;  // of the agent while one new version is tried: a version that takes the
                                           // machine down with it is taken back

Hasher::Algorithm algorithmOf(const Digest& digest) {
    return digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256;
}

std::string treeName(const Offer& offer) {
    return std::string(offer.manifest.hex().substr(0, 16)) + "-" + std::to_string(offer.deployment) + "." +
           std::to_string(offer.attempt);
}

}  // namespace

/// What the journal says, for an installer. Before the package is known its kind is taken for a tree's.
Result<InstallJob> Deployer::job() const {
    InstallJob job;
    job.product = m_journal->offer.product;
    job.version = m_journal->offer.version;
    job.tree = m_journal->tree;
    job.previous = m_journal->previous;
    job.previousVersion = m_journal->fromVersion;
    if (!m_journal->layer.empty()) job.package = m_folder.downloadFile(m_journal->layer);
    if (!m_journal->recipeJson.empty()) {
        TRY(job.recipe, package::recipeFromJson(m_journal->recipeJson));
    }
    auto products = m_folder.installed();
    if (!products) return job;
    const auto found = products->find(job.product);
    if (found == products->end() || found->second.tree != job.previous) return job;
    if (auto recipe = package::recipeFromJson(found->second.recipeJson)) job.previousRecipe = std::move(*recipe);
    return job;
}

Task<void> Deployer::step(Result<void> (Installer::*work)(const InstallJob&), InstallJob job) {
    auto call = [this, work, &job] { return (m_installers.of(job.recipe.kind).*work)(job); };
    auto done = co_await m_parts.pool.run(std::move(call));
    co_return done;
}

Task<CommandOutcome> Deployer::step(Result<CommandOutcome> (Installer::*work)(const InstallJob&), InstallJob job) {
    auto call = [this, work, &job] { return (m_installers.of(job.recipe.kind).*work)(job); };
    auto done = co_await m_parts.pool.run(std::move(call));
    co_return done;
}

/// What lies on disk is hashed again right before it is unpacked: days may have gone by since the download.
Task<void> Deployer::verifyPackage() {
    const Digest digest = m_journal->layer;
    auto work = [path = m_folder.downloadFile(digest), algorithm = algorithmOf(digest)] {
        return digestFile(path, algorithm);
    };
    auto found = co_await m_parts.pool.run(std::move(work));
    if (found && found->hex == digest.hex()) co_return Result<void>();
    logWarning("terminal", "the downloaded package changed on disk and is fetched again");
    CO_CHECK(m_folder.cleanDownloads(std::nullopt));
    m_journal->holdReason.clear();
    m_journal->holdUntil.reset();
    CO_CHECK(enter(Stage::downloading));
    co_return makeError(BaseErrc::corrupt, "the package on disk changed");
}

/// A package of the system's installer: how it could be taken back hangs on what this machine holds.
Task<CommandOutcome> Deployer::prepare(InstallJob job) {
    CO_TRY(CommandOutcome prepared, co_await step(&Installer::prepare, job));
    if (!prepared.good() || job.recipe.kind != InstallKind::deb) co_return prepared;
    auto ask = [this, &job]() -> Result<std::string> { return m_installers.of(job.recipe.kind).rollBack(job); };
    CO_TRY(const std::string wayBack, co_await m_parts.pool.run(std::move(ask)));
    m_host.tell(feedbackOf(DeploymentState::installing, {}, "roll-back, should it fail: " + wayBack));
    co_return prepared;
}

Task<Deployer::Pause> Deployer::install(trust::Permit permit) {
    const Offer offer = m_journal->offer;
    CO_CHECK(co_await verifyPackage());
    if (halted()) co_return makeError(BaseErrc::cancelled, "installation");
    CO_CHECK(m_folder.savePermitUse({permit.sequence, offer.deployment, offer.attempt}));
    auto previous = m_versions.current(offer.product);
    if (!previous) {
        CO_CHECK(co_await failBeforeSwitch(std::move(previous).error(), FailureCause::installFailed));
        co_return Pause{};
    }
    m_journal->previous = *previous;
    m_journal->tree = treeName(offer);
    m_journal->holdReason.clear();
    m_journal->holdUntil.reset();
    m_host.tell(feedbackOf(DeploymentState::installing));
    CO_CHECK(enter(Stage::unpacking));
    CO_TRY(const InstallJob begun, job());
    auto prepared = co_await prepare(begun);
    if (!prepared || !prepared->good()) {
        if (prepared) m_journal->logTail = tailText(prepared->logTail, kMaxLogTail);
        Error error = prepared ? failure(FailureCause::installFailed, "preparing: " + prepared->text())
                               : std::move(prepared).error();
        CO_CHECK(co_await failBeforeSwitch(std::move(error), FailureCause::unpackFailed));
        co_return Pause{};
    }
    if (halted()) co_return makeError(BaseErrc::cancelled, "installation");
    auto entered = enter(Stage::switching);
    if (entered) entered = co_await step(&Installer::switchTo, begun);
    if (!entered) {
        CO_CHECK(co_await failBeforeSwitch(std::move(entered).error(), FailureCause::installFailed));
        co_return Pause{};
    }
    enterAnyhow(Stage::restarting);
    auto tried = co_await tryNewVersion();
    co_return tried;
}

/// The old version runs on: what was begun is removed, space first, so that there is room to note it.
Task<void> Deployer::failBeforeSwitch(Error error, FailureCause otherwise) {
    const FailureCause cause = causeOf(error, otherwise);
    logWarning("terminal", "deployment {}: {}", m_journal->offer.deployment, error.text());
    const std::string logTail = m_journal->logTail;
    // A rename whose directory could not be synced may have happened all the same.
    auto current = m_versions.current(m_journal->offer.product);
    if (current && !m_journal->tree.empty() && *current == m_journal->tree) {
        blame(cause, error.text(), logTail);
        auto back = co_await rollBack();
        co_return back;
    }
    if (auto begun = job(); begun && !begun->tree.empty()) {
        auto discarded = co_await step(&Installer::discard, std::move(*begun));
        if (!discarded) logWarning("terminal", "what was begun stays: {}", discarded.error().text());
    }
    if (auto cleaned = m_folder.cleanDownloads(std::nullopt); !cleaned)
        logWarning("terminal", "old downloads stay: {}", cleaned.error().text());
    blame(cause, error.text(), logTail);
    conclude(DeploymentState::failed);
    co_return Result<void>();
}

Task<Deployer::Pause> Deployer::finishInterrupted() {
    if (m_journal->stage == Stage::unpacking || m_journal->stage == Stage::switching) {
        CO_TRY(const std::string current, m_versions.current(m_journal->offer.product));
        if (current == m_journal->tree) {
            CO_CHECK(enter(Stage::restarting));
        } else {  // nothing happened that a person would see: leave is asked again
            CO_TRY(InstallJob begun, job());
            CO_CHECK(co_await step(&Installer::discard, std::move(begun)));
            CO_CHECK(enter(Stage::downloaded));
        }
    }
    if (m_journal->beforeSwitch()) {
        auto pause = co_await goOn(false);
        co_return pause;
    }
    if (m_journal->stage == Stage::restarting || m_journal->stage == Stage::checking) {
        ++m_journal->restarts;
        CO_CHECK(enter(m_journal->stage));
        if (m_journal->restarts > kMostRestarts) {
            blame(FailureCause::restartFailed, "the terminal stopped several times while it tried the new version");
            enterAnyhow(Stage::rollingBack);
        }
    }
    auto pause = co_await finishSwitched();
    co_return pause;
}

}  // namespace signalbox::terminal
