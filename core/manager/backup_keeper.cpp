// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/backup_keeper.h"

#include <algorithm>
#include <charconv>

#include "core/base/log.h"

namespace signalbox::manager {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "signalbox-";
constexpr std::string_view kSuffix = ".backup";
constexpr Seconds kAfterFailure{900};
constexpr std::size_t kMaxPassphrase = 1024;
constexpr Seconds kLeastInterval{3600};
constexpr Seconds kMostInterval{366LL * 86400};

/// signalbox-<manager>-20261125T090500Z.backup
std::string nameAt(const std::string& managerId, TimePoint now) {
    std::string moment = toRfc3339(now).substr(0, 19);
    std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
    return std::string(kPrefix) + managerId + "-" + moment + "Z" + std::string(kSuffix);
}

bool isBackupName(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
               c == '_';
    };
    return name.size() <= 200 && name.starts_with(kPrefix) && name.ends_with(kSuffix) &&
           std::all_of(name.begin(), name.end(), fits);
}

std::int64_t numberOf(const std::string& text, std::int64_t otherwise) {
    std::int64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// createBackup() asks on a thread of its own.
class StoppedClock final : public Clock {
public:
    explicit StoppedClock(TimePoint now) : m_now(now) {}
    [[nodiscard]] TimePoint now() const override { return m_now; }

private:
    TimePoint m_now;
};

std::optional<TimePoint> timeOf(const std::string& text) {
    const auto time = fromRfc3339(text);
    return time ? std::optional(*time) : std::nullopt;
}

}  // namespace

BackupKeeper::BackupKeeper(Engine& engine, asio::any_io_executor executor, fs::path data, backup::KeyCost cost)
    : m_engine(engine), m_executor(std::move(executor)), m_data(std::move(data)), m_cost(cost) {}

BackupKeeper::~BackupKeeper() {
    stop();
    m_pool.join();
}

void BackupKeeper::stop() {
    m_stopped = true;
    if (m_shared) m_shared->givenUp = true;
}

std::string BackupKeeper::setting(const std::string& key) const {
    const auto found = m_engine.world.settings.find(key);
    return found == m_engine.world.settings.end() ? std::string() : found->second;
}

void BackupKeeper::put(const std::string& key, std::string value) {
    if (setting(key) == value) return;
    m_engine.world.settings[key] = value;
    m_engine.ledger.put(store::Setting{key, std::move(value)});
}

BackupSettings BackupKeeper::settings() const {
    BackupSettings settings;
    settings.folder = setting("backup.folder");
    settings.every = Seconds(numberOf(setting("backup.everySeconds"), 0));
    settings.keep = static_cast<std::uint32_t>(numberOf(setting("backup.keep"), settings.keep));
    settings.packages = setting("backup.packages") != "0";
    return settings;
}

fs::path BackupKeeper::folder() const {
    const std::string wanted = setting("backup.folder");
    return wanted.empty() ? m_data / "backups" : fs::path(wanted);
}

bool BackupKeeper::hasPassphrase() const {
    std::error_code ignored;
    return fs::exists(passphraseFile(), ignored);
}

Result<void> BackupKeeper::configure(const BackupSettings& wanted, const std::optional<std::string>& passphrase,
                                     std::string_view actor) {
    const auto bad = [](const char* text) { return makeError(BaseErrc::invalidArgument, text); };
    if (!wanted.folder.empty() && (!fs::path(wanted.folder).is_absolute() || wanted.folder.size() > 1024 ||
                                   printable(wanted.folder) != wanted.folder))
        return bad("folder: an absolute path on the manager's machine is wanted");
    if (wanted.every != Seconds(0) && (wanted.every < kLeastInterval || wanted.every > kMostInterval))
        return bad("everySeconds: 0, or an hour to a year is wanted");
    if (wanted.keep < 1 || wanted.keep > 1000) return bad("keep: 1 to 1000 is wanted");
    if (passphrase && (passphrase->size() < backup::kLeastPassphrase || passphrase->size() > kMaxPassphrase ||
                       passphrase->find_first_of("\r\n") != std::string::npos))
        return bad("passphrase: 12 to 1024 bytes in one line are wanted");
    if (wanted.every > Seconds(0) && !passphrase && !hasPassphrase())
        return bad("passphrase: one is wanted with a schedule");
    // The secret first: a schedule without one makes nothing but failures.
    if (passphrase) CHECK(replaceFile(nativeFileSystem(), passphraseFile(), bytesOf(*passphrase), 0600));
    put("backup.folder", wanted.folder);
    put("backup.everySeconds", std::to_string(wanted.every.count()));
    put("backup.keep", std::to_string(wanted.keep));
    put("backup.packages", wanted.packages ? "1" : "0");
    if (wanted.every > Seconds(0) && setting("backup.since").empty())
        put("backup.since", toRfc3339(m_engine.clock.now()));
    if (wanted.every == Seconds(0)) put("backup.since", "");
    m_engine.ledger.audit(actor, "backup.configure", "manager:" + m_engine.identity.managerId(),
                          {{"folder", wanted.folder},
                           {"everySeconds", wanted.every.count()},
                           {"keep", wanted.keep},
                           {"packages", wanted.packages},
                           {"newPassphrase", passphrase.has_value()}});
    return {};
}

std::optional<BackupRun> BackupKeeper::running() const {
    if (!m_run) return std::nullopt;
    BackupRun run = *m_run;
    run.done = m_shared->done;
    run.total = m_shared->total;
    return run;
}

std::optional<TimePoint> BackupKeeper::lastSuccess() const {
    return timeOf(setting("backup.lastSuccess"));
}

std::optional<TimePoint> BackupKeeper::lastFailure() const {
    return timeOf(setting("backup.lastFailure"));
}

std::optional<TimePoint> BackupKeeper::nextDue() const {
    const Seconds every = settings().every;
    if (every == Seconds(0)) return std::nullopt;
    const auto success = lastSuccess();
    const TimePoint due = success ? *success + every : m_engine.clock.now();
    const auto failure = lastFailure();
    return failure && (!success || *failure > *success) ? std::max(due, *failure + kAfterFailure) : due;
}

bool BackupKeeper::overdue() const {
    const Seconds every = settings().every;
    if (every == Seconds(0)) return false;
    const auto since = timeOf(setting("backup.since"));
    const TimePoint from = std::max(lastSuccess().value_or(TimePoint()), since.value_or(TimePoint()));
    return m_engine.clock.now() >= from + 2 * every;
}

Result<void> BackupKeeper::start(std::string_view actor) {
    if (m_run) return makeError(BaseErrc::wrongState, "a backup is under way");
    if (m_stopped) return makeError(BaseErrc::unavailable, "the manager is stopping");
    if (!hasPassphrase())
        return makeError(BaseErrc::wrongState, "no passphrase is set; whoever restores a backup needs it");
    m_shared = std::make_shared<Shared>();
    m_run = BackupRun{m_engine.clock.now(), std::string(actor)};
    m_engine.ledger.audit(actor, "backup.start", "manager:" + m_engine.identity.managerId());
    spawnSession(m_executor, "backup", run(std::string(actor)));
    return {};
}

void BackupKeeper::startWhenDue() {
    const auto due = nextDue();
    if (m_run || m_stopped || !due || m_engine.clock.now() < *due) return;
    const auto begun = start("manager");
    if (begun) return;
    put("backup.lastFailure", toRfc3339(m_engine.clock.now()));
    put("backup.lastError", begun.error().text());
    logError("manager", "no backup was begun: {}", begun.error().text());
}

Task<void> BackupKeeper::run(std::string actor) {
    const std::string name = nameAt(m_engine.identity.managerId(), m_engine.clock.now());
    backup::BackupOptions options;
    options.data = m_data;
    options.file = folder() / name;
    options.blobs = settings().packages;
    options.keyCost = m_cost;
    options.progress = [shared = m_shared](std::uint64_t done, std::uint64_t total) {
        shared->done = done;
        shared->total = total;
        return !shared->givenUp;
    };
    const TimePoint now = m_engine.clock.now();
    auto work = [options = std::move(options), secret = passphraseFile(), now]() mutable -> Result<backup::BackupInfo> {
        TRY(options.passphrase, readFile(secret, kMaxPassphrase));
        FileSystem& files = nativeFileSystem();
        const fs::path into = options.file.parent_path();
        std::error_code ignored;
        if (!fs::exists(into, ignored)) {
            CHECK(files.makeDirectories(into));
            CHECK(files.setMode(into, 0700));
        }
        return backup::createBackup(files, options, StoppedClock(now));
    };
    // What was answered until now is in the database that is copied.
    const auto stored = co_await m_engine.ledger.durable();
    if (!stored) {
        end(stored.error(), name, actor);
        co_return Result<void>();
    }
    const auto made = co_await m_pool.run(std::move(work));
    end(made, name, actor);
    CO_CHECK(co_await m_engine.ledger.durable());
    co_return Result<void>();
}

void BackupKeeper::end(const Result<backup::BackupInfo>& made, const std::string& name, std::string_view actor) {
    note(made, name, actor);
    if (made) dropOld();
    m_run.reset();
    if (m_ended) m_ended();
}

void BackupKeeper::note(const Result<backup::BackupInfo>& made, const std::string& name, std::string_view actor) {
    const std::string now = toRfc3339(m_engine.clock.now());
    const std::string subject = "manager:" + m_engine.identity.managerId();
    if (made) {
        put("backup.lastSuccess", now);
        put("backup.lastFile", name);
        put("backup.lastError", "");
        m_engine.ledger.audit(actor, "backup.create", subject,
                              {{"file", name}, {"auditSequence", made->auditSequence}, {"packages", made->blobs}});
        logInfo("manager", "backup {} made", name);
    } else {
        put("backup.lastFailure", now);
        put("backup.lastError", made.error().text());
        m_engine.ledger.audit(actor, "backup.fail", subject, {{"reason", made.error().text()}});
        logError("manager", "the backup failed: {}", made.error().text());
    }
    m_engine.ledger.event("backup", {{"ok", made.has_value()}, {"file", made ? name : ""}});
}

std::vector<BackupFile> BackupKeeper::files() const {
    std::vector<BackupFile> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder(), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (!isBackupName(name) || !entry->is_regular_file(ignored) || entry->is_symlink(ignored)) continue;
        // The name says when; ….20261125T090500Z.backup
        const std::string moment = name.substr(name.size() - kSuffix.size() - 16, 16);
        const auto time = fromRfc3339(moment.substr(0, 4) + "-" + moment.substr(4, 2) + "-" + moment.substr(6, 5) +
                                      ":" + moment.substr(11, 2) + ":" + moment.substr(13, 3));
        if (time) found.push_back({name, entry->file_size(ignored), *time});
    }
    const auto newer = [](const BackupFile& a, const BackupFile& b) {
        return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.name > b.name;
    };
    std::sort(found.begin(), found.end(), newer);
    return found;
}

void BackupKeeper::dropOld() {
    const std::string own = std::string(kPrefix) + m_engine.identity.managerId() + "-";
    std::size_t kept = 0;
    for (const BackupFile& file : files()) {
        if (!file.name.starts_with(own)) continue;  // another manager's, in the same folder
        if (++kept <= settings().keep) continue;
        const auto removed = nativeFileSystem().remove(folder() / file.name);
        if (!removed) logWarning("manager", "old backup {}: {}", file.name, removed.error().text());
    }
}

Result<fs::path> BackupKeeper::pathOf(std::string_view name) const {
    std::error_code ignored;
    const fs::path path = folder() / std::string(name);
    if (isBackupName(name) && fs::is_regular_file(fs::symlink_status(path, ignored))) return path;
    return makeError(BaseErrc::notFound, "there is no backup '" + printable(name) + "'");
}

Result<void> BackupKeeper::remove(std::string_view name, std::string_view actor) {
    TRY(const fs::path path, pathOf(name));
    CHECK(nativeFileSystem().remove(path));
    m_engine.ledger.audit(actor, "backup.delete", "manager:" + m_engine.identity.managerId(), {{"file", name}});
    return {};
}

}  // namespace signalbox::manager
