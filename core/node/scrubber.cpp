// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/scrubber.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <vector>

#include "core/base/log.h"
#include "core/model/json.h"
#include "core/registry/blob_reader.h"

namespace signalbox::node {
namespace {

namespace json = boost::json;

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kMostState = 65536;
constexpr Seconds kBetweenSaves{30};
constexpr Milliseconds kBetweenRounds{10000};  // at least: an empty node is looked at again, too
constexpr const char* kFile = "scrub.json";

std::uint64_t countAt(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    boost::system::error_code error;
    const auto count = value ? value->to_number<std::uint64_t>(error) : 0;
    return error ? 0 : count;
}

}  // namespace

ScrubState ScrubState::read(const std::filesystem::path& folder) {
    ScrubState state;
    const auto text = readFile(folder / kFile, kMostState);
    const auto value = text ? parseJson(*text, kMostState) : Result<json::value>(text.error());
    if (!value || !value->is_object()) return state;
    const json::object& object = value->get_object();
    if (const json::value* after = object.if_contains("after"); after && after->is_string())
        state.after = std::string(after->get_string());
    if (const json::value* end = object.if_contains("roundEnd"); end && end->is_string())
        if (const auto time = fromRfc3339(std::string(end->get_string()))) state.roundEnd = *time;
    state.rounds = countAt(object, "rounds");
    state.damaged = countAt(object, "damaged");
    return state;
}

Scrubber::Scrubber(FileSystem& files, registry::BlobStore& blobs, BlockingPool& pool, const Clock& clock,
                   std::filesystem::path folder)
    : m_files(files),
      m_blobs(blobs),
      m_pool(pool),
      m_clock(clock),
      m_folder(std::move(folder)),
      m_state(ScrubState::read(m_folder)),
      m_saved(clock.now()),
      m_damaged(m_state.damaged) {}

Task<void> Scrubber::save() {
    m_saved = m_clock.now();
    json::object object{{"after", m_state.after}, {"rounds", m_state.rounds}, {"damaged", m_state.damaged}};
    if (m_state.roundEnd) object["roundEnd"] = toRfc3339(*m_state.roundEnd);
    auto work = [this, text = json::serialize(object)] {
        return replaceFile(m_files, m_folder / kFile, bytesOf(text));
    };
    auto saved = co_await m_pool.run(std::move(work));
    co_return saved;
}

Task<void> Scrubber::takeAway(Digest digest, std::string found) {
    logError("node", "blob {} is damaged, its content has the digest {}: it is taken away", digest.text(), found);
    auto work = [this, digest] { return m_blobs.remove(digest); };
    CO_CHECK(co_await m_pool.run(std::move(work)));
    m_damaged = ++m_state.damaged;
    auto saved = co_await save();
    co_return saved;
}

Task<void> Scrubber::check(Digest digest, Pulse& pulse, std::uint64_t bytesPerSecond) {
    auto opening = [this, digest] { return m_blobs.open(digest); };
    const auto file = co_await m_pool.run(std::move(opening));
    if (!file) co_return Result<void>();  // it went meanwhile
    const auto algorithm = digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256;
    const auto hasher = std::make_shared<Hasher>(algorithm);
    const auto buffer = std::make_shared<std::vector<std::byte>>(kPiece);
    for (std::uint64_t done = 0; done < file->length;) {
        auto work = [hasher, buffer, done, body = *file]() -> Result<std::size_t> {
            TRY(const std::size_t got, registry::readAt(body, done, std::span(*buffer)));
            hasher->update(Bytes(*buffer).first(got));
            return got;
        };
        const auto got = co_await m_pool.run(std::move(work));
        if (!got || *got == 0) break;  // cannot be read to its end: its digest will tell
        done += *got;
        const auto pause = Milliseconds(std::max<std::uint64_t>(1, *got * 1000 / bytesPerSecond));
        CO_CHECK(co_await pulse.wait(pause));
    }
    std::string found = hasher->finishHex();
    if (found == digest.hex()) co_return Result<void>();
    if (!m_blobs.size(digest)) co_return Result<void>();
    auto taken = co_await takeAway(digest, std::move(found));
    co_return taken;
}

Task<void> Scrubber::round(Pulse& pulse, std::uint64_t bytesPerSecond) {
    auto listing = [this] { return m_blobs.list(); };
    CO_TRY(const std::vector<Digest> digests, co_await m_pool.run(std::move(listing)));
    for (const Digest& digest : digests) {
        if (digest.text() <= m_state.after) continue;
        CO_CHECK(co_await check(digest, pulse, bytesPerSecond));
        m_state.after = digest.text();
        if (m_clock.now() - m_saved >= kBetweenSaves) CO_CHECK(co_await save());
    }
    m_state.after.clear();
    m_state.roundEnd = m_clock.now();
    ++m_state.rounds;
    auto saved = co_await save();
    co_return saved;
}

Task<void> Scrubber::run(Pulse& pulse, std::uint64_t bytesPerSecond) {
    while (!pulse.stopped()) {
        const auto done = co_await round(pulse, bytesPerSecond);
        if (!done && done.error().code != BaseErrc::cancelled)
            logWarning("node", "checking blobs: {}", done.error().text());
        const auto waited = co_await pulse.wait(kBetweenRounds);
        if (!waited) break;
    }
    co_return Result<void>();
}

}  // namespace signalbox::node
