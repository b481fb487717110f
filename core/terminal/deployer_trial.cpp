// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the switch to the end: what is installed by programs, restart, reboot, run check, keep or back.
#include "core/base/log.h"
#include "core/terminal/deployer.h"
#include "core/terminal/recipe_command.h"

namespace signalbox::terminal {
namespace {

constexpr unsigned kOldVersionTries = 2;

bool saysReboot(const Recipe& recipe, const Result<CommandOutcome>& outcome) {
    return recipe.reboot.when == RebootWhen::exitCode && outcome && outcome->end == CommandOutcome::End::exited &&
           outcome->code >= 0 && static_cast<std::uint64_t>(outcome->code) == recipe.reboot.exitCode;
}

}  // namespace

Task<CommandOutcome> Deployer::runCommand(CommandSpec spec) {
    if (spec.arguments.empty()) co_return CommandOutcome{};
    auto work = [this, &spec] { return m_parts.commands.run(spec); };
    auto outcome = co_await m_parts.pool.run(std::move(work));
    co_return outcome;
}

/// Behind the switch a step failed: the new version is taken back.
Task<void> Deployer::failed(FailureCause cause, std::string what, Result<CommandOutcome> outcome) {
    blame(cause, what + ": " + (outcome ? outcome->text() : outcome.error().text()),
          outcome ? outcome->logTail : std::string());
    auto back = co_await rollBack();
    co_return back;
}

/// What programs install, then the restart. False: it failed, and was taken back.
Task<bool> Deployer::putToWork(InstallJob job) {
    auto finished = co_await step(&Installer::finish, job);
    bool reboot = saysReboot(job.recipe, finished);
    if (!finished || (!finished->good() && !reboot)) {
        CO_CHECK(co_await failed(FailureCause::installFailed, "install", std::move(finished)));
        co_return false;
    }
    auto restarted = co_await runCommand(recipeCommand(m_versions, job, job.recipe, job.recipe.restart));
    const bool asks = saysReboot(job.recipe, restarted);
    if (!restarted || (!restarted->good() && !asks)) {
        CO_CHECK(co_await failed(FailureCause::restartFailed, "restart", std::move(restarted)));
        co_return false;
    }
    reboot = reboot || asks;
    if (auto noted = noteReboot(job, reboot); !noted) {
        CO_CHECK(co_await failed(FailureCause::restartFailed, "reboot", std::move(noted).error()));
        co_return false;
    }
    if (m_journal->bootId.empty()) m_host.tell(feedbackOf(DeploymentState::checking));
    enterAnyhow(m_journal->bootId.empty() ? Stage::checking : Stage::rebooting);
    co_return true;
}

/// False: it said no, and the version was taken back.
Task<bool> Deployer::check(InstallJob job) {
    CommandSpec spec = recipeCommand(m_versions, job, job.recipe, job.recipe.runCheck);
    spec.endGroup = true;
    auto checked = co_await runCommand(std::move(spec));
    if (checked && checked->good()) {
        enterAnyhow(Stage::keeping);
        co_return true;
    }
    const bool late = checked && checked->end == CommandOutcome::End::timedOut;
    const FailureCause cause = late ? FailureCause::runCheckTimedOut : FailureCause::runCheckFailed;
    CO_CHECK(co_await failed(cause, "run check", std::move(checked)));
    co_return false;
}

/// From the switched link on.
Task<Deployer::Pause> Deployer::tryNewVersion() {
    CO_TRY(const InstallJob tried, job());
    const bool fresh = m_journal->stage == Stage::restarting;
    if (fresh) {
        CO_TRY(const bool works, co_await putToWork(tried));
        if (!works) co_return Pause{};
    }
    if (m_halt == Halt::shutDown) co_return makeError(BaseErrc::cancelled, "the agent stops");
    if (m_journal->stage == Stage::rebooting) {
        CO_TRY(const std::optional<Pause> pause, co_await passReboot(fresh));
        if (pause) co_return *pause;
    }
    if (m_journal->stage == Stage::checking) {
        CO_TRY(const bool runs, co_await check(tried));
        if (!runs) co_return Pause{};
    }
    CO_CHECK(co_await keep(tried));
    co_return Pause{};
}

Task<void> Deployer::keep(InstallJob job) {
    const Offer offer = m_journal->offer;
    CO_TRY(InstalledProducts products, m_folder.installed());
    const InstalledProduct installed{offer.version, offer.manifest.text(), m_journal->tree, m_journal->recipeJson,
                                     m_journal->releaseCounter};
    products[offer.product] = installed;
    CO_CHECK(m_folder.saveInstalled(products));
    if (auto noted = replaceFile(m_parts.files, m_versions.notePath(offer.product), bytesOf(productText(installed)));
        !noted)
        logWarning("terminal", "no note beside {}: {}", offer.product, noted.error().text());
    auto cleaned = co_await step(&Installer::keep, std::move(job));
    if (!cleaned) logWarning("terminal", "old versions stay: {}", cleaned.error().text());
    conclude(DeploymentState::succeeded);
    m_host.versionsChanged();
    co_return Result<void>();
}

/// Where it cannot be done the journal blames that, and it is not tried again.
Task<void> Deployer::undo(InstallJob job) {
    auto undone = co_await step(&Installer::undo, std::move(job));
    if (undone && undone->good()) co_return Result<void>();
    std::string log = m_journal->logTail;
    if (undone) log += "\nroll-back:\n" + undone->logTail;
    blame(FailureCause::rollBackFailed,
          m_journal->message + "; roll-back: " + (undone ? undone->text() : undone.error().text()), std::move(log));
    enterAnyhow(Stage::rollingBack);
    co_return Result<void>();
}

/// What programs left cannot be taken back: no version counts as installed, so that whichever is deployed next is
/// installed anew. The failed tree stays for a person to look at, until then.
Task<void> Deployer::abandon(InstallJob job) {
    const std::string product = job.product;
    auto products = m_folder.installed();
    if (products && products->erase(product) > 0)
        if (auto saved = m_folder.saveInstalled(*products); !saved)
            logError("terminal", "{} is still noted as installed: {}", product, saved.error().text());
    auto remove = [this, product] { return m_versions.removeLink(product); };
    auto removed = co_await m_parts.pool.run(std::move(remove));
    if (!removed) logError("terminal", "the link of {} stays: {}", product, removed.error().text());
    m_journal->fromVersion.clear();
    conclude(DeploymentState::failed);
    m_host.versionsChanged();
    co_return Result<void>();
}

/// Starts the version that was there before, as its own recipe says.
Task<void> Deployer::restartOld(InstallJob job) {
    const Recipe recipe = job.previousRecipe.value_or(job.recipe);
    const CommandSpec spec = recipeCommand(m_versions, job, recipe, recipe.restart, OfVersion::old);
    Error last;
    for (unsigned i = 0; i < kOldVersionTries; ++i) {
        auto restarted = co_await runCommand(spec);
        if (restarted && (restarted->good() || saysReboot(recipe, restarted))) co_return Result<void>();
        last = restarted ? makeError(BaseErrc::processFailed, restarted->text()) : restarted.error();
    }
    co_return last;
}

/// Needs m_journal's cause. Everything in it may be done twice.
Task<void> Deployer::rollBack() {
    CO_TRY(const InstallJob tried, job());
    logWarning("terminal", "{} {} is taken back: {}", tried.product, tried.version, m_journal->message);
    enterAnyhow(Stage::rollingBack);
    if (m_journal->cause != FailureCause::rollBackFailed) CO_CHECK(co_await undo(tried));
    if (m_journal->cause == FailureCause::rollBackFailed) {
        auto abandoned = co_await abandon(tried);
        co_return abandoned;
    }
    const bool hadOld = m_versions.hasTree(tried.product, tried.previous);
    auto switched = co_await step(&Installer::switchBack, tried);
    if (!switched) {
        blame(FailureCause::rollBackFailed, m_journal->message + "; switching back: " + switched.error().text(),
              m_journal->logTail);
        conclude(DeploymentState::failed);
        co_return Result<void>();
    }
    Result<void> restarted;
    if (hadOld) restarted = co_await restartOld(tried);
    if (!restarted)
        blame(FailureCause::rollBackFailed, m_journal->message + "; the old version: " + restarted.error().text(),
              m_journal->logTail);
    auto removed = co_await step(&Installer::discard, tried);
    if (!removed) logWarning("terminal", "the failed version stays on disk: {}", removed.error().text());
    const auto rebooted = hasRebooted();
    conclude(hadOld && restarted ? DeploymentState::rolledBack : DeploymentState::failed);
    if (!rebooted || !*rebooted) co_return Result<void>();
    auto again = co_await rebootOnce();  // the old version needs it as the new one did
    if (!again) logError("terminal", "{} needs a reboot: {}", tried.product, again.error().text());
    co_return Result<void>();
}

Task<Deployer::Pause> Deployer::finishSwitched() {
    if (m_journal->stage != Stage::rollingBack) {
        auto tried = co_await tryNewVersion();
        co_return tried;
    }
    CO_CHECK(co_await rollBack());
    co_return Pause{};
}

}  // namespace signalbox::terminal
