// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the document to leave to install; deployer_install.cpp has the rest.
#include "core/terminal/deployer.h"

#include "core/base/log.h"
#include "core/model/names.h"
#include "core/package/recipe_file.h"
#include "core/terminal/failure.h"
#include "core/terminal/file_sink.h"
#include "core/terminal/platform/platform.h"

namespace signalbox::terminal {
namespace {

constexpr Milliseconds kLeastWait{1000};
constexpr int kPercentStep = 5;
constexpr std::uint64_t kRoomLeft = 1 << 20;  // for the journal and feedback

Hasher::Algorithm algorithmOf(const Digest& digest) {
    return digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256;
}

Result<void> demandFree(const std::filesystem::path& folder, std::uint64_t packed, std::uint64_t unpacked) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return {};  // it may fit; the writing says
    const std::uint64_t room = space.available < kRoomLeft ? 0 : space.available - kRoomLeft;
    if (packed <= room && unpacked <= room - packed) return {};
    return failure(FailureCause::diskFull, folder.string() + " needs " + std::to_string(packed) +
                                               " bytes for the package and " + std::to_string(unpacked) +
                                               " for its files, and " + std::to_string(space.available) + " are free");
}

}  // namespace

Deployer::Deployer(const AgentParts& parts, Options options, DataFolder& folder, DdiClient& manager, Host& host)
    : m_parts(parts),
      m_options(std::move(options)),
      m_folder(folder),
      m_manager(manager),
      m_host(host),
      m_file(parts.files, folder.journalFile()),
      m_approvals(parts.files, folder.trustFolder(), parts.manager, parts.nodes, parts.clock),
      m_versions(parts.files, m_options.settings.root),
      m_installers(parts.files, parts.commands, m_versions, m_options.settings.systemRoot),
      m_throttle(parts.clock, m_options.settings.bandwidthLimit),
      m_managerTime(parts.clock) {
    m_options.download.sources = m_options.settings.downloadSources;
}

Result<void> Deployer::load() {
    auto loaded = m_file.load();
    if (!loaded) {
        // It is replaced as a whole, so this is no crash of ours. Whatever version runs goes on running.
        logError("terminal", "the journal is set aside: {}", loaded.error().text());
        return m_parts.files.rename(m_folder.journalFile(), m_folder.path() / "deployment.json.bad");
    }
    m_journal = std::move(*loaded);
    return {};
}

Result<void> Deployer::enter(Stage stage) {
    m_journal->stage = stage;
    m_journal->changedAt = m_parts.clock.now();
    return m_file.save(*m_journal);
}

/// For steps behind the switch: what they do must be done even where it cannot be noted. Were the process killed then,
/// the older note leads to the same step again.
void Deployer::enterAnyhow(Stage stage) {
    if (auto entered = enter(stage); !entered)
        logError("terminal", "the journal cannot be written: {}", entered.error().text());
}

Feedback Deployer::feedbackOf(DeploymentState state, std::optional<int> percent, std::string message) const {
    Report report;
    report.deployment = m_journal->offer.deployment;
    report.attempt = m_journal->offer.attempt;
    report.state = state;
    report.percent = percent;
    report.message = std::move(message);
    report.at = m_parts.clock.now();
    if (state == DeploymentState::succeeded) report.version = m_journal->offer.version;
    if (state == DeploymentState::rolledBack || state == DeploymentState::failed)
        report.version = m_journal->fromVersion;
    if (state == DeploymentState::holding) {
        report.message = m_journal->holdReason;
        if (m_journal->stage == Stage::rebooting) report.message.insert(0, "a reboot is needed to finish it: ");
    }
    if (isFinal(state)) {
        report.cause = m_journal->cause;
        report.message = m_journal->message;
        report.logTail = m_journal->logTail;
    }
    return Feedback{"deploymentBase", report.deployment, feedbackBody(report)};
}

Feedback Deployer::cancelFeedback(bool stopped, std::string_view message) const {
    return Feedback{"cancelAction", m_journal ? m_journal->offer.deployment : 0,
                    cancelBody(stopped, message, m_parts.clock.now())};
}

void Deployer::blame(FailureCause cause, std::string message, std::string logTail) {
    m_journal->cause = cause;
    m_journal->message = headText(message, kMaxMessage);
    m_journal->logTail = tailText(logTail, kMaxLogTail);
}

/// The feedback first: were it the other way round, a kill between the two would lose it.
void Deployer::conclude(DeploymentState outcome) {
    const Offer& offer = m_journal->offer;
    if (m_halt == Halt::cancelled) {  // while it waited for a reboot
        m_host.tell(cancelFeedback(true, "taken back before the reboot"));
        m_cancelAnswered = offer.deployment;
        outcome = DeploymentState::cancelled;
        m_halt = Halt::none;
    } else {
        m_host.tell(feedbackOf(outcome));
    }
    m_journal->outcome = outcome;
    enterAnyhow(Stage::finished);
    if (auto cleaned = m_folder.cleanDownloads(std::nullopt); !cleaned)
        logWarning("terminal", "old downloads stay: {}", cleaned.error().text());
    platform::giveMemoryBack();
}

/// One run at a time; a cancelled error means that m_halt says why.
Task<Deployer::Pause> Deployer::guarded(Task<Pause> work) {
    if (m_running) co_return makeError(BaseErrc::wrongState, "a deployment is being worked on");
    m_running = true;
    auto pause = co_await std::move(work);
    m_running = false;
    if (pause) co_return pause;
    if (pause.error().code != BaseErrc::cancelled) co_return pause;
    if (m_halt != Halt::shutDown && active() && m_journal->beforeSwitch()) drop();
    co_return Pause{};
}

Task<Deployer::Pause> Deployer::run(std::string document) {
    auto pause = co_await guarded(takeDocument(std::move(document)));
    co_return pause;
}

Task<Deployer::Pause> Deployer::resume() {
    if (!active()) co_return Pause{};
    auto pause = co_await guarded(goOn(false));
    co_return pause;
}

Task<Deployer::Pause> Deployer::recover() {
    if (!active()) co_return Pause{};
    auto pause = co_await guarded(finishInterrupted());
    co_return pause;
}

Task<Deployer::Pause> Deployer::takeDocument(std::string document) {
    CO_TRY(Offer offer, parseOffer(document));
    if (offer.now) m_managerTime.told(*offer.now);
    const bool same = m_journal && m_journal->offer.sameAttempt(offer) && m_journal->offer.manifest == offer.manifest;
    if (same && m_journal->stage == Stage::finished && m_journal->outcome != DeploymentState::cancelled)
        co_return Pause{};  // done, and the manager has not heard it yet
    if (same && active()) {
        CO_CHECK(adopt(std::move(offer), std::move(document)));
    } else {
        CO_CHECK(begin(std::move(offer), std::move(document)));
    }
    if (!active()) co_return Pause{};
    const bool fresh = m_journal->stage == Stage::downloaded;
    auto pause = co_await goOn(fresh);
    co_return pause;
}

/// Is this very package installed and current?
Result<bool> Deployer::isCurrent(const Offer& offer) const {
    TRY(const InstalledProducts products, m_folder.installed());
    const auto found = products.find(offer.product);
    if (found == products.end() || found->second.manifest != offer.manifest.text()) return false;
    const auto current = m_versions.current(offer.product);
    return current && *current == found->second.tree && m_versions.hasTree(offer.product, *current);
}

Result<void> Deployer::begin(Offer offer, std::string document) {
    if (active()) drop();
    Journal journal;
    journal.permit = offer.permit;
    journal.document = std::move(document);
    journal.offer = std::move(offer);
    m_toldPercent = -1;
    if (m_halt != Halt::shutDown) m_halt = Halt::none;
    TRY(const InstalledProducts products, m_folder.installed());
    if (const auto found = products.find(journal.offer.product); found != products.end())
        journal.fromVersion = found->second.version;
    TRY(const bool current, isCurrent(journal.offer));
    m_journal = std::move(journal);
    if (current) {
        m_journal->message = "this version is installed already";
        conclude(DeploymentState::succeeded);
        return {};
    }
    m_host.tellProgress(feedbackOf(DeploymentState::downloading, 0));
    return enter(Stage::downloading);
}

Result<void> Deployer::adopt(Offer offer, std::string document) {
    const bool changed = document != m_journal->document;
    m_journal->permit = offer.permit;  // a hold takes back what was permitted before
    m_journal->document = std::move(document);
    m_journal->offer = std::move(offer);
    m_throttle.setRate(lowerLimit(m_options.settings.bandwidthLimit, m_journal->offer.bandwidthLimit));
    return changed ? enter(m_journal->stage) : Result<void>();
}

Task<Deployer::Pause> Deployer::goOn(bool fresh) {
    if (!m_journal->beforeSwitch()) {
        auto pause = co_await finishSwitched();
        co_return pause;
    }
    if (m_journal->stage == Stage::downloading) {
        auto downloaded = co_await download();
        if (!downloaded && downloaded.error().code == BaseErrc::cancelled) co_return std::move(downloaded).error();
        if (!downloaded) {
            CO_CHECK(co_await failBeforeSwitch(std::move(downloaded).error(), FailureCause::nodesUnreachable));
            co_return Pause{};
        }
    }
    auto leave = co_await askLeave(fresh);
    if (!leave && causeOf(leave.error(), FailureCause::none) == FailureCause::permitInvalid) {
        CO_CHECK(co_await failBeforeSwitch(std::move(leave).error(), FailureCause::permitInvalid));
        co_return Pause{};
    }
    if (!leave) co_return std::move(leave).error();
    if (!m_journal->permit.empty()) {
        auto approved = co_await checkApproved();
        if (!approved && causeOf(approved.error(), FailureCause::none) == FailureCause::notApproved) {
            CO_CHECK(co_await failBeforeSwitch(std::move(approved).error(), FailureCause::notApproved));
            co_return Pause{};
        }
        if (!approved) co_return std::move(approved).error();
    }
    if (!leave->granted) co_return Pause{leave->wakeAt};
    auto installed = co_await install(std::move(*leave->permit));
    co_return installed;
}

void Deployer::noteProgress(std::uint64_t held, std::uint64_t size) {
    const int percent = size == 0 ? 100 : static_cast<int>(held * 100 / size);
    if (percent < m_toldPercent + kPercentStep) return;
    m_toldPercent = percent;
    m_host.tellProgress(feedbackOf(DeploymentState::downloading, percent));
}

Task<Offer> Deployer::renewOffer() {
    CO_TRY(std::string document, co_await m_manager.deploymentDocument(m_journal->offer.deployment));
    CO_TRY(Offer offer, parseOffer(document));
    if (offer.now) m_managerTime.told(*offer.now);
    if (!offer.sameAttempt(m_journal->offer) || offer.manifest != m_journal->offer.manifest)
        co_return makeError(BaseErrc::notFound, "another deployment is offered");
    CO_CHECK(adopt(offer, std::move(document)));
    co_return offer;
}

/// In short waits, so that a deployment can be stopped meanwhile.
Task<void> Deployer::keepPace(std::size_t bytes) {
    for (Milliseconds left = m_throttle.take(bytes); left > Milliseconds(0) && !halted(); left -= kLeastWait)
        CO_CHECK(co_await sleepFor(std::min(left, kLeastWait)));
    if (halted()) co_return makeError(BaseErrc::cancelled, "download");
    co_return Result<void>();
}

/// Before the first byte: a package that cannot fit, packed and unpacked, is not begun.
Result<void> Deployer::demandRoom(const registry::Descriptor& layer) const {
    std::error_code error;
    const std::uintmax_t held = std::filesystem::file_size(m_folder.downloadFile(layer.digest), error);
    const std::uint64_t missing = error || held > layer.size ? layer.size : layer.size - held;
    // Where nobody said how large it gets, it is hardly smaller than it is packed.
    const std::uint64_t unpacked = m_journal->offer.unpackedSize > 0 ? m_journal->offer.unpackedSize : layer.size;
    const std::filesystem::path& root = m_options.settings.root;
    if (platform::onOneFileSystem(m_folder.downloadFolder(), root)) return demandFree(root, missing, unpacked);
    CHECK(demandFree(m_folder.downloadFolder(), missing, 0));
    return demandFree(root, 0, unpacked);
}

Task<void> Deployer::download() {
    ChainDownload::Callbacks callbacks;
    callbacks.cancelled = [this] { return halted(); };
    callbacks.progress = [this](std::uint64_t held, std::uint64_t size) { noteProgress(held, size); };
    callbacks.renew = [this] { return renewOffer(); };
    m_throttle.setRate(lowerLimit(m_options.settings.bandwidthLimit, m_journal->offer.bandwidthLimit));
    if (m_throttle.limits()) logInfo("terminal", "at most {} bytes a second are downloaded", m_throttle.rate());
    if (m_throttle.limits()) callbacks.pace = [this](std::size_t bytes) { return keepPace(bytes); };
    ChainDownload chain(m_parts.nodes, m_options.download, m_journal->offer, std::move(callbacks));
    auto done = co_await downloadPackage(chain);
    if (!done && done.error().code == BaseErrc::cancelled && !halted()) m_halt = Halt::withdrawn;
    co_return done;
}

Task<void> Deployer::downloadPackage(ChainDownload& chain) {
    CO_TRY(const PackageContent content, co_await chain.content());
    if (content.recipe.kind == InstallKind::image)
        co_return failure(FailureCause::unsupported,
                          "packages of kind '" + std::string(nameOf(content.recipe.kind)) + "' are for other clients");
    const auto allowed =
        m_parts.commands.mayRun(content.recipe, m_journal->offer.product, m_options.settings.allowRoot);
    if (!allowed) co_return failure(FailureCause::unsupported, allowed.error().context);
    m_journal->recipeJson = content.recipeJson;
    m_journal->layer = content.layer.digest;
    m_journal->layerSize = content.layer.size;
    CO_CHECK(m_folder.cleanDownloads(content.layer.digest));
    CO_CHECK(demandRoom(content.layer));
    CO_CHECK(enter(Stage::downloading));
    auto open = [this, digest = content.layer.digest] {
        return FileSink::open(m_parts.files, m_folder.downloadFile(digest), algorithmOf(digest));
    };
    CO_TRY(const std::unique_ptr<FileSink> sink, co_await m_parts.pool.run(std::move(open)));
    CO_CHECK(co_await chain.package(content.layer, *sink));
    auto sync = [&sink] { return sink->sync(); };
    CO_CHECK(co_await m_parts.pool.run(std::move(sync)));
    if (halted()) co_return makeError(BaseErrc::cancelled, "download");
    m_host.tell(feedbackOf(DeploymentState::downloaded));  // told first, as all: a kill in between repeats it
    CO_CHECK(enter(Stage::downloaded));
    co_return Result<void>();
}

/// Judged once a permit is there, and not again: what ends later does not undo it.
Task<void> Deployer::checkApproved() {
    const Offer offer = m_journal->offer;
    const std::vector<std::string>& channels = m_options.settings.channels;
    if (!channels.empty() && std::find(channels.begin(), channels.end(), offer.channel) == channels.end())
        co_return failure(FailureCause::notApproved, "this machine takes no releases of the channel " +
                                                         printable(offer.channel) + " (channels in terminal.toml)");
    if (m_journal->approved == offer.manifest.text()) co_return Result<void>();
    CO_TRY(const InstalledProducts products, m_folder.installed());
    const auto known = products.find(offer.product);
    const std::int64_t least = known == products.end() ? 0 : known->second.releaseCounter;
    const std::string platform = m_options.settings.platform;
    CO_TRY(const std::int64_t counter, co_await m_approvals.verify(offer, platform, least));
    if (counter > 0) {
        ChainDownload::Callbacks callbacks;
        callbacks.cancelled = [this] { return halted(); };
        ChainDownload chain(m_parts.nodes, m_options.download, offer, std::move(callbacks));
        CO_TRY(const std::string index, co_await chain.releaseIndex());
        CO_CHECK(checkListed(index, offer, platform));
    }
    m_journal->approved = offer.manifest.text();
    m_journal->releaseCounter = counter;
    CO_CHECK(enter(m_journal->stage));
    co_return Result<void>();
}

/// Asks the manager once more, unless it answered just now (`fresh`).
Task<Deployer::Leave> Deployer::askLeave(bool fresh) {
    bool offline = false;
    if (!fresh) {
        auto renewed = co_await renewOffer();
        if (halted()) co_return makeError(BaseErrc::cancelled, "waiting");
        if (!renewed && renewed.error().code == BaseErrc::notFound) {
            m_halt = Halt::withdrawn;
            co_return makeError(BaseErrc::cancelled, "the deployment is no longer offered");
        }
        if (!renewed && !meansUnreachable(renewed.error())) co_return std::move(renewed).error();
        offline = !renewed;
    }
    co_return decide(offline);
}

Result<Deployer::Leave> Deployer::decide(bool offline) {
    const Offer& offer = m_journal->offer;
    if (m_journal->permit.empty()) {
        if (offline || !offer.hold) return Leave{};
        return hold(offer.hold->reason, offer.hold->until);
    }
    TRY(const PermitUse last, m_folder.permitUse());
    const TimePoint now = m_managerTime.now();
    auto permit =
        checkPermit(m_journal->permit, m_options.permitKey, offer, m_manager.account().controllerId, last, now);
    // Without the manager nothing is decided for good: it may have a better permit.
    if (offline && (!permit || !permit->offline)) return Leave{};
    if (!permit) return std::move(permit).error();
    if (permit->notBefore > now) return hold("the update time has not come", permit->notBefore);
    Leave leave;
    leave.granted = true;
    leave.permit = std::move(*permit);
    return leave;
}

Result<Deployer::Leave> Deployer::hold(std::string reason, std::optional<TimePoint> until) {
    if (reason.empty()) reason = "the manager does not permit it yet";
    const bool known = m_journal->holdReason == reason && m_journal->holdUntil == until;
    m_journal->holdReason = std::move(reason);
    m_journal->holdUntil = until;
    if (!known) {
        m_host.tell(feedbackOf(DeploymentState::holding));
        CHECK(enter(Stage::downloaded));
    }
    Leave leave;
    if (until) leave.wakeAt = std::max(m_managerTime.ownTimeOf(*until), m_parts.clock.now() + kLeastWait);
    return leave;
}

/// Forgets a deployment whose link is not switched, and says so where the manager asked for it.
void Deployer::drop() {
    const Halt why = m_halt;
    m_halt = Halt::none;
    if (const auto begun = job(); begun && !begun->tree.empty())
        if (auto removed = m_installers.of(begun->recipe.kind).discard(*begun); !removed)
            logWarning("terminal", "what was begun stays: {}", removed.error().text());
    if (auto cleaned = m_folder.cleanDownloads(std::nullopt); !cleaned)
        logWarning("terminal", "old downloads stay: {}", cleaned.error().text());
    if (why == Halt::cancelled) {
        m_host.tell(cancelFeedback(true, "stopped before the switch"));
        m_cancelAnswered = m_journal->offer.deployment;
        m_journal->outcome = DeploymentState::cancelled;
        enterAnyhow(Stage::finished);
        return;
    }
    if (auto removed = m_file.remove(); !removed) logError("terminal", "{}", removed.error().text());
    m_journal.reset();
}

Deployer::CancelAnswer Deployer::cancel(std::int64_t deployment) {
    if (m_cancelAnswered == deployment) return CancelAnswer::done;
    const bool ours = m_journal && m_journal->offer.deployment == deployment;
    if (ours && m_halt == Halt::cancelled) return CancelAnswer::stopping;
    if (ours && waitsForReboot()) {
        m_halt = Halt::cancelled;
        return CancelAnswer::stopping;
    }
    if (ours && active() && m_journal->beforeSwitch()) {
        m_halt = Halt::cancelled;
        if (m_running) return CancelAnswer::stopping;
        drop();
        return CancelAnswer::done;
    }
    const bool past = ours && m_journal->outcome != DeploymentState::cancelled;
    const std::string_view message = past ? "the new version is being tried or was tried already" : "nothing was begun";
    m_host.tell({"cancelAction", deployment, cancelBody(!past, message, m_parts.clock.now())});
    m_cancelAnswered = deployment;
    return CancelAnswer::done;
}

void Deployer::withdraw() {
    if (!active() || !m_journal->beforeSwitch()) return;
    if (m_running && m_halt == Halt::none) m_halt = Halt::withdrawn;
    if (!m_running) drop();
}

}  // namespace signalbox::terminal
