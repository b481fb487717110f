// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/diagnostics.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <vector>

#include "core/base/file_system.h"
#include "core/base/log.h"
#include "core/manager/inventory.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOtherClient = "its client is not signalbox-terminal, and only that one can be asked";

/// Removes what is in the folder and not in `kept`. Blocking.
Result<void> removeAllBut(const fs::path& folder, const std::set<std::string>& kept) {
    std::error_code error;
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (!kept.contains(entry->path().filename().string())) old.push_back(entry->path());
    for (const fs::path& path : old)
        CHECK(nativeFileSystem().remove(path));
    return {};
}

Result<void> keepBundle(const fs::path& file, const std::string& bundle) {
    CHECK(nativeFileSystem().makeDirectories(file.parent_path()));
    return replaceFile(nativeFileSystem(), file, bytesOf(bundle), 0600);
}

std::string nameOfFile(TerminalId terminal) {
    return std::to_string(terminal.value) + ".json";
}

}  // namespace

fs::path Diagnostics::fileOf(TerminalId terminal) const {
    return m_engine.options.diagnosticsFolder / nameOfFile(terminal);
}

void Diagnostics::put(const TerminalDiagnostics& changed) {
    World& world = m_engine.world;
    world.diagnostics[changed.terminal] = changed;
    if (changed.endedAt)
        world.diagnosticsAwaited.erase(changed.terminal);
    else
        world.diagnosticsAwaited.insert(changed.terminal);
    m_engine.ledger.put(changed);
    const char* state = !changed.endedAt ? "asked" : changed.problem.empty() ? "answered" : "impossible";
    m_engine.ledger.event("terminal", {{"id", changed.terminal.value}, {"diagnostics", state}});
}

Result<TerminalDiagnostics> Diagnostics::ask(std::string_view controllerId, std::string_view actor) {
    TRY(const Terminal terminal, Inventory(m_engine).terminal(controllerId));
    if (terminal.retiredAt) return makeError(BaseErrc::wrongState, "the terminal is retired");
    if (m_engine.world.otherClients.contains(terminal.id)) return makeError(BaseErrc::wrongState, kOtherClient);
    const auto known = m_engine.world.diagnostics.find(terminal.id);
    TerminalDiagnostics asked;
    if (known != m_engine.world.diagnostics.end()) asked = known->second;
    if (asked.request > 0 && !asked.endedAt) return asked;
    asked.terminal = terminal.id;
    ++asked.request;
    asked.requestedBy = actor;
    asked.requestedAt = m_engine.clock.now();
    asked.endedAt.reset();
    asked.problem.clear();
    put(asked);
    m_engine.ledger.audit(actor, "terminal.diagnose", "terminal:" + terminal.controllerId,
                          {{"request", asked.request}});
    return asked;
}

Result<TerminalDiagnostics> Diagnostics::of(std::string_view controllerId) const {
    TRY(const Terminal terminal, Inventory(m_engine).terminal(controllerId));
    const auto known = m_engine.world.diagnostics.find(terminal.id);
    if (known == m_engine.world.diagnostics.end())
        return makeError(BaseErrc::notFound, "the terminal was not asked for diagnostics");
    return known->second;
}

Task<std::string> Diagnostics::bundle(std::string controllerId) const {
    CO_TRY(const TerminalDiagnostics known, of(controllerId));
    if (!known.bundleAt) co_return makeError(BaseErrc::notFound, "no bundle of the terminal is kept");
    auto work = [file = fileOf(known.terminal)] { return readFile(file, kMaxBundle); };
    auto text = co_await m_engine.pool.run(std::move(work));
    co_return text;
}

Result<void> Diagnostics::forget(std::string_view controllerId, std::string_view actor) {
    TRY(const TerminalDiagnostics known, of(controllerId));
    m_engine.world.diagnostics.erase(known.terminal);
    m_engine.world.diagnosticsAwaited.erase(known.terminal);
    m_engine.ledger.put(store::DiagnosticsRemoved{known.terminal});
    m_engine.ledger.audit(actor, "terminal.forgetDiagnostics", "terminal:" + std::string(controllerId));
    m_engine.ledger.event("terminal", {{"id", known.terminal.value}, {"diagnostics", "forgotten"}});
    return nativeFileSystem().remove(fileOf(known.terminal));
}

std::int64_t Diagnostics::wantedOf(TerminalId terminal) const {
    if (!m_engine.world.diagnosticsAwaited.contains(terminal)) return 0;
    return m_engine.world.diagnostics.at(terminal).request;
}

void Diagnostics::polled(TerminalId terminal, bool ours) {
    World& world = m_engine.world;
    if (ours) {
        if (!world.otherClients.empty()) world.otherClients.remove(terminal);
        return;
    }
    world.otherClients.add(terminal);
    if (!world.diagnosticsAwaited.contains(terminal)) return;
    TerminalDiagnostics ended = world.diagnostics.at(terminal);
    ended.endedAt = m_engine.clock.now();
    ended.problem = kOtherClient;
    put(ended);
}

Task<void> Diagnostics::take(TerminalId terminal, std::int64_t request, std::string bundle) {
    const auto parsed = parseJson(bundle, kMaxBundle);
    if (!parsed || !parsed->is_object())
        co_return makeError(BaseErrc::malformed, "the bundle: a JSON object is wanted");
    const auto state = [this, terminal, request]() -> Result<TerminalDiagnostics> {
        const auto known = m_engine.world.diagnostics.find(terminal);
        if (known == m_engine.world.diagnostics.end() || known->second.request < request)
            return makeError(BaseErrc::notFound, "no such diagnostics are wanted");
        if (known->second.request > request || known->second.endedAt)
            return makeError(BaseErrc::wrongState, "that request is over");
        return known->second;
    };
    CO_CHECK(state());
    const std::size_t size = bundle.size();
    auto work = [file = fileOf(terminal), bundle = std::move(bundle)] { return keepBundle(file, bundle); };
    CO_CHECK(co_await m_engine.pool.run(std::move(work)));
    CO_TRY(TerminalDiagnostics answered, state());  // somebody may have been faster
    answered.endedAt = m_engine.clock.now();
    answered.bundleAt = answered.endedAt;
    answered.bundleSize = size;
    put(answered);
    const auto known = m_engine.world.fleet.terminal(terminal);
    const std::string name = known ? known->controllerId : std::string();
    m_engine.ledger.audit("terminal:" + name, "terminal.diagnostics", "terminal:" + name,
                          {{"request", request}, {"bytes", size}});
    dropTooMany();
    co_return Result<void>();
}

void Diagnostics::dropTooMany() {
    std::vector<std::pair<TimePoint, TerminalId>> kept;
    for (const auto& [id, known] : m_engine.world.diagnostics)
        if (known.bundleAt) kept.emplace_back(*known.bundleAt, id);
    if (kept.size() <= kMostBundles) return;
    std::sort(kept.begin(), kept.end());
    kept.resize(kept.size() - kMostBundles);
    for (const auto& [at, id] : kept) {
        TerminalDiagnostics changed = m_engine.world.diagnostics.at(id);
        changed.bundleAt.reset();
        changed.bundleSize = 0;
        put(changed);
    }
}

Task<void> Diagnostics::tidy() {
    const TimePoint now = m_engine.clock.now();
    std::vector<TerminalDiagnostics> changed;
    std::set<std::string> kept;
    for (const auto& [id, known] : m_engine.world.diagnostics) {
        TerminalDiagnostics next = known;
        if (!next.endedAt && now - next.requestedAt > kPatience) {
            next.endedAt = now;
            next.problem = "it did not answer within 7 days";
        }
        if (next.bundleAt && now - *next.bundleAt > kKept) {
            next.bundleAt.reset();
            next.bundleSize = 0;
        }
        if (next.endedAt != known.endedAt || next.bundleAt != known.bundleAt) changed.push_back(next);
        // Of one that is awaited the file may be under way.
        if (next.bundleAt || !next.endedAt) kept.insert(nameOfFile(id));
    }
    for (const TerminalDiagnostics& next : changed)
        put(next);
    auto work = [folder = m_engine.options.diagnosticsFolder, kept = std::move(kept)] {
        return removeAllBut(folder, kept);
    };
    auto removed = co_await m_engine.pool.run(std::move(work));
    co_return removed;
}

}  // namespace signalbox::manager
