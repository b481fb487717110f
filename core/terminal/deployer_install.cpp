// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From leave to install to the end.
#include "core/base/log.h"
#include "core/package/recipe_file.h"
#include "core/terminal/deployer.h"
#include "core/terminal/failure.h"
#include "core/terminal/file_sink.h"

namespace signalbox::terminal {
namespace {

constexpr std::int64_t kMostRestarts = 3;  // of the agent while one new version is tried: a version that takes the
                                           // machine down with it is taken back
constexpr unsigned kOldVersionTries = 2;

std::vector<std::string> environmentOf(const Offer& offer, const std::string& version,
                                       const std::filesystem::path& root) {
    return {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8",
            "HOME=/",
            "SIGNALBOX_PRODUCT=" + offer.product,
            "SIGNALBOX_VERSION=" + version,
            "SIGNALBOX_ROOT=" + root.string()};
}

Hasher::Algorithm algorithmOf(const Digest& digest) {
    return digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256;
}

std::string treeName(const Offer& offer) {
    return std::string(offer.manifest.hex().substr(0, 16)) + "-" + std::to_string(offer.deployment) + "." +
           std::to_string(offer.attempt);
}

}  // namespace

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

Task<void> Deployer::prepareTree() {
    auto work = [this, product = m_journal->offer.product, tree = m_journal->tree,
                 archive = m_folder.downloadFile(m_journal->layer)] {
        return m_installer.unpack(product, tree, archive);
    };
    auto unpacked = co_await m_parts.pool.run(std::move(work));
    co_return unpacked;
}

Task<void> Deployer::install(trust::Permit permit) {
    const Offer offer = m_journal->offer;
    CO_CHECK(co_await verifyPackage());
    if (halted()) co_return makeError(BaseErrc::cancelled, "installation");
    CO_CHECK(m_folder.savePermitUse({permit.sequence, offer.deployment, offer.attempt}));
    auto previous = m_installer.current(offer.product);
    if (!previous) {
        auto failed = co_await failBeforeSwitch(std::move(previous).error(), FailureCause::installFailed);
        co_return failed;
    }
    m_journal->previous = *previous;
    m_journal->tree = treeName(offer);
    m_journal->holdReason.clear();
    m_journal->holdUntil.reset();
    m_host.tell(feedbackOf(DeploymentState::installing));
    CO_CHECK(enter(Stage::unpacking));
    auto unpacked = co_await prepareTree();
    if (!unpacked) {
        auto failed = co_await failBeforeSwitch(std::move(unpacked).error(), FailureCause::unpackFailed);
        co_return failed;
    }
    if (halted()) co_return makeError(BaseErrc::cancelled, "installation");
    auto entered = enter(Stage::switching);
    if (entered) entered = m_installer.switchTo(offer.product, m_journal->tree);
    if (!entered) {
        auto failed = co_await failBeforeSwitch(std::move(entered).error(), FailureCause::installFailed);
        co_return failed;
    }
    enterAnyhow(Stage::restarting);
    auto tried = co_await tryNewVersion();
    co_return tried;
}

/// The old version runs on: what was begun is removed, space first, so that there is room to note it.
Task<void> Deployer::failBeforeSwitch(Error error, FailureCause otherwise) {
    const FailureCause cause = causeOf(error, otherwise);
    logWarning("terminal", "deployment {}: {}", m_journal->offer.deployment, error.text());
    // A rename whose directory could not be synced may have happened all the same.
    auto current = m_installer.current(m_journal->offer.product);
    if (current && !m_journal->tree.empty() && *current == m_journal->tree) {
        blame(cause, error.text());
        auto back = co_await rollBack();
        co_return back;
    }
    auto remove = [this, product = m_journal->offer.product, tree = m_journal->tree] {
        return m_installer.removeTree(product, tree);
    };
    auto removed = co_await m_parts.pool.run(std::move(remove));
    if (!removed) logWarning("terminal", "an unfinished tree stays: {}", removed.error().text());
    if (auto cleaned = m_folder.cleanDownloads(std::nullopt); !cleaned)
        logWarning("terminal", "old downloads stay: {}", cleaned.error().text());
    blame(cause, error.text());
    conclude(DeploymentState::failed);
    co_return Result<void>();
}

Task<CommandOutcome> Deployer::runCommand(Command command, std::string user, std::string tree, std::string version,
                                          bool endGroup) {
    if (command.arguments.empty()) co_return CommandOutcome{};
    CommandSpec spec;
    spec.arguments = std::move(command.arguments);
    spec.timeout = command.timeout;
    spec.workingDirectory = m_installer.treePath(m_journal->offer.product, tree);
    spec.environment = environmentOf(m_journal->offer, version, m_installer.root());
    spec.user = std::move(user);
    spec.endGroup = endGroup;
    auto work = [this, &spec] { return m_parts.commands.run(spec); };
    auto outcome = co_await m_parts.pool.run(std::move(work));
    co_return outcome;
}

/// What a script is installed by; repeated after a kill.
Task<CommandOutcome> Deployer::runInstall(const Recipe& recipe) {
    auto outcome = co_await runCommand(recipe.install, recipe.user, m_journal->tree, m_journal->offer.version, false);
    co_return outcome;
}

/// Undoes what a script did, by its own roll-back. Where the tree is gone, that was done before a kill. The journal
/// blames the roll-back where it cannot be done, and it is not tried again.
Task<void> Deployer::undoScript() {
    CO_TRY(const Recipe recipe, package::recipeFromJson(m_journal->recipeJson));
    if (recipe.kind != InstallKind::script || !m_installer.hasTree(m_journal->offer.product, m_journal->tree))
        co_return Result<void>();
    std::string problem = "the recipe has no roll-back";
    if (!recipe.rollBack.arguments.empty()) {
        auto undone =
            co_await runCommand(recipe.rollBack, recipe.user, m_journal->tree, m_journal->offer.version, true);
        if (undone && undone->good()) co_return Result<void>();
        problem = "roll-back: " + (undone ? undone->text() : undone.error().text());
    }
    blame(FailureCause::rollBackFailed, m_journal->message + "; " + problem, m_journal->logTail);
    enterAnyhow(Stage::rollingBack);
    co_return Result<void>();
}

/// What the script left cannot be taken back: no version counts as installed, so that whichever is deployed next is
/// installed anew. The failed tree stays for a person to look at, until then.
Task<void> Deployer::abandon() {
    const std::string product = m_journal->offer.product;
    auto products = m_folder.installed();
    if (products && products->erase(product) > 0)
        if (auto saved = m_folder.saveInstalled(*products); !saved)
            logError("terminal", "{} is still noted as installed: {}", product, saved.error().text());
    auto remove = [this, product] { return m_installer.removeLink(product); };
    auto removed = co_await m_parts.pool.run(std::move(remove));
    if (!removed) logError("terminal", "the link of {} stays: {}", product, removed.error().text());
    m_journal->fromVersion.clear();
    conclude(DeploymentState::failed);
    m_host.versionsChanged();
    co_return Result<void>();
}

/// From the switched link on: restart, run check, keep or back.
Task<void> Deployer::tryNewVersion() {
    const Offer offer = m_journal->offer;
    CO_TRY(const Recipe recipe, package::recipeFromJson(m_journal->recipeJson));
    if (m_journal->stage == Stage::restarting) {
        auto installed = co_await runInstall(recipe);
        if (!installed || !installed->good()) {
            blame(FailureCause::installFailed, "install: " + (installed ? installed->text() : installed.error().text()),
                  installed ? installed->logTail : std::string());
            auto back = co_await rollBack();
            co_return back;
        }
        auto restarted = co_await runCommand(recipe.restart, recipe.user, m_journal->tree, offer.version, false);
        if (!restarted || !restarted->good()) {
            blame(FailureCause::restartFailed, "restart: " + (restarted ? restarted->text() : restarted.error().text()),
                  restarted ? restarted->logTail : std::string());
            auto back = co_await rollBack();
            co_return back;
        }
        m_host.tell(feedbackOf(DeploymentState::checking));
        enterAnyhow(Stage::checking);
    }
    if (m_halt == Halt::shutDown) co_return makeError(BaseErrc::cancelled, "the agent stops");
    if (m_journal->stage == Stage::checking) {
        auto checked = co_await runCommand(recipe.runCheck, recipe.user, m_journal->tree, offer.version, true);
        if (!checked || !checked->good()) {
            const bool late = checked && checked->end == CommandOutcome::End::timedOut;
            blame(late ? FailureCause::runCheckTimedOut : FailureCause::runCheckFailed,
                  "run check: " + (checked ? checked->text() : checked.error().text()),
                  checked ? checked->logTail : std::string());
            auto back = co_await rollBack();
            co_return back;
        }
        enterAnyhow(Stage::keeping);
    }
    auto kept = co_await keep();
    co_return kept;
}

Task<void> Deployer::keep() {
    const Offer offer = m_journal->offer;
    CO_TRY(InstalledProducts products, m_folder.installed());
    products[offer.product] = {offer.version, offer.manifest.text(), m_journal->tree, m_journal->recipeJson,
                               m_journal->releaseCounter};
    CO_CHECK(m_folder.saveInstalled(products));
    auto clean = [this, product = offer.product, trees = std::vector{m_journal->tree, m_journal->previous}] {
        return m_installer.keepOnly(product, trees);
    };
    auto cleaned = co_await m_parts.pool.run(std::move(clean));
    if (!cleaned) logWarning("terminal", "old versions stay: {}", cleaned.error().text());
    conclude(DeploymentState::succeeded);
    m_host.versionsChanged();
    co_return Result<void>();
}

/// Starts the version that was there before, as its own recipe says.
Task<void> Deployer::restartOld(bool there) {
    if (!there) co_return Result<void>();
    auto products = m_folder.installed();
    std::string recipeJson = m_journal->recipeJson;
    if (products) {
        const auto found = products->find(m_journal->offer.product);
        if (found != products->end() && found->second.tree == m_journal->previous)
            recipeJson = found->second.recipeJson;
    }
    CO_TRY(const Recipe recipe, package::recipeFromJson(recipeJson));
    Error last;
    for (unsigned i = 0; i < kOldVersionTries; ++i) {
        auto restarted =
            co_await runCommand(recipe.restart, recipe.user, m_journal->previous, m_journal->fromVersion, false);
        if (restarted && restarted->good()) co_return Result<void>();
        last = restarted ? makeError(BaseErrc::processFailed, restarted->text()) : restarted.error();
    }
    co_return last;
}

/// Needs m_journal's cause. Everything in it may be done twice.
Task<void> Deployer::rollBack() {
    const std::string product = m_journal->offer.product;
    logWarning("terminal", "{} {} is taken back: {}", product, m_journal->offer.version, m_journal->message);
    enterAnyhow(Stage::rollingBack);
    if (m_journal->cause != FailureCause::rollBackFailed) CO_CHECK(co_await undoScript());
    if (m_journal->cause == FailureCause::rollBackFailed) {
        auto abandoned = co_await abandon();
        co_return abandoned;
    }
    const bool hadOld = m_installer.hasTree(product, m_journal->previous);
    auto back = [this, product, hadOld, previous = m_journal->previous] {
        return hadOld ? m_installer.switchTo(product, previous) : m_installer.removeLink(product);
    };
    auto switched = co_await m_parts.pool.run(std::move(back));
    if (!switched) {
        blame(FailureCause::rollBackFailed, m_journal->message + "; switching back: " + switched.error().text(),
              m_journal->logTail);
        conclude(DeploymentState::failed);
        co_return Result<void>();
    }
    auto restarted = co_await restartOld(hadOld);
    if (!restarted)
        blame(FailureCause::rollBackFailed, m_journal->message + "; the old version: " + restarted.error().text(),
              m_journal->logTail);
    auto remove = [this, product, tree = m_journal->tree] { return m_installer.removeTree(product, tree); };
    auto removed = co_await m_parts.pool.run(std::move(remove));
    if (!removed) logWarning("terminal", "the failed version stays on disk: {}", removed.error().text());
    conclude(hadOld && restarted ? DeploymentState::rolledBack : DeploymentState::failed);
    co_return Result<void>();
}

Task<void> Deployer::finishSwitched() {
    if (m_journal->stage == Stage::rollingBack) {
        CO_CHECK(co_await rollBack());
    } else {
        CO_CHECK(co_await tryNewVersion());
    }
    co_return Result<void>();
}

Task<Deployer::Pause> Deployer::finishInterrupted() {
    if (m_journal->stage == Stage::unpacking || m_journal->stage == Stage::switching) {
        CO_TRY(const std::string current, m_installer.current(m_journal->offer.product));
        if (current == m_journal->tree) {
            CO_CHECK(enter(Stage::restarting));
        } else {  // nothing happened that a person would see: leave is asked again
            auto remove = [this, product = m_journal->offer.product, tree = m_journal->tree] {
                return m_installer.removeTree(product, tree);
            };
            CO_CHECK(co_await m_parts.pool.run(std::move(remove)));
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
    CO_CHECK(co_await finishSwitched());
    co_return Pause{};
}

}  // namespace signalbox::terminal
