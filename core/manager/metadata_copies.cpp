// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/metadata_copies.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/log.h"
#include "core/manager/release_trust.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {
namespace {

constexpr Seconds kFirstPause{2};
constexpr Seconds kLongestPause{600};
constexpr std::uint32_t kMostDoublings = 9;

Seconds pauseAfter(std::uint32_t failures) {
    return std::min(kLongestPause, kFirstPause * (std::int64_t{1} << std::min(failures, kMostDoublings)));
}

Task<void> pushBytes(registry::OciClient& oci, const registry::Target& target, std::string bytes) {
    registry::OciClient::BlobSource source = [&bytes](std::uint64_t offset,
                                                      std::span<std::byte> into) -> Result<std::size_t> {
        const std::size_t count = std::min(into.size(), bytes.size() - static_cast<std::size_t>(offset));
        std::memcpy(into.data(), bytes.data() + offset, count);
        return count;
    };
    registry::OciClient::Progress progress = [](std::uint64_t) {};
    auto pushed =
        co_await oci.pushBlob(target, Digest::ofContent(bytes), bytes.size(), std::move(source), std::move(progress));
    co_return pushed;
}

}  // namespace

bool MetadataCopies::isComplete(const State& state, const std::vector<tuf::PublishedFile>& wanted) const {
    return state.files.size() == wanted.size() &&
           std::all_of(wanted.begin(), wanted.end(), [&state](const tuf::PublishedFile& file) {
               const auto known = state.files.find(file.name);
               return known != state.files.end() && known->second.file == Digest::ofContent(file.bytes);
           });
}

void MetadataCopies::advance() {
    const ReleaseTrust trust(m_engine);
    if (!trust.established()) return;
    std::erase_if(m_states, [this](const auto& entry) { return !m_engine.world.nodes.contains(entry.first); });
    const std::vector<tuf::PublishedFile> wanted = trust.files();
    for (const auto& [id, entry] : m_engine.world.nodes) {
        State& state = m_states[id];
        if (!entry.online || state.busy || m_steady.now() < state.nextTry || isComplete(state, wanted)) continue;
        state.busy = true;
        spawnSession(m_executor, "metadata to node " + entry.node.name, bring(id, wanted));
    }
}

Task<void> MetadataCopies::bring(NodeId id, std::vector<tuf::PublishedFile> wanted) {
    const auto entry = m_engine.world.nodes.find(id);
    if (entry == m_engine.world.nodes.end()) co_return Result<void>();
    const Node node = entry->second.node;
    const auto brought = co_await bringAll(node, std::move(wanted));
    const auto state = m_states.find(id);
    if (state == m_states.end()) co_return Result<void>();  // removed meanwhile
    state->second.busy = false;
    if (brought) {
        state->second.failures = 0;
        co_return Result<void>();
    }
    state->second.nextTry = m_steady.now() + pauseAfter(state->second.failures++);
    logWarning("manager", "signed metadata does not get to node {}: {}", node.name, brought.error().text());
    co_return Result<void>();
}

Task<void> MetadataCopies::bringAll(Node node, std::vector<tuf::PublishedFile> wanted) {
    CO_TRY(const registry::Target target, m_links.to(node, std::string(registry::kMetadataRepository)));
    std::vector<There> old;
    for (const tuf::PublishedFile& file : wanted) {
        const std::map<std::string, There>& known = m_states[node.id].files;
        const auto there = known.find(file.name);
        if (there != known.end() && there->second.file == Digest::ofContent(file.bytes)) continue;
        if (there != known.end()) old.push_back(there->second);
        There made;
        CO_CHECK(co_await put(target, file, made));
        m_states[node.id].files[file.name] = std::move(made);
    }
    const auto isWanted = [&wanted](const std::string& name) {
        return std::any_of(wanted.begin(), wanted.end(), [&name](const auto& file) { return file.name == name; });
    };
    std::map<std::string, There>& files = m_states[node.id].files;
    for (auto file = files.begin(); file != files.end();) {
        if (!isWanted(file->first)) old.push_back(file->second);
        file = isWanted(file->first) ? std::next(file) : files.erase(file);
    }
    for (const There& one : old)
        CO_CHECK(co_await remove(target, one));
    co_return Result<void>();
}

Task<void> MetadataCopies::put(const registry::Target& target, const tuf::PublishedFile& file, There& made) {
    registry::OciClient oci(m_links.client());
    CO_CHECK(co_await pushBytes(oci, target, std::string(registry::kEmptyConfig)));
    CO_CHECK(co_await pushBytes(oci, target, file.bytes));
    made.file = Digest::ofContent(file.bytes);
    std::string manifest = registry::buildFileManifest(registry::kMetadataType, made.file, file.bytes.size());
    made.manifest = Digest::ofContent(manifest);
    auto pushed = co_await oci.pushManifest(target, registry::metadataTag(file.name),
                                            std::string(registry::kImageManifestType), std::move(manifest));
    co_return pushed;
}

/// A registry that removes nothing keeps it; who runs it decides on its disk.
Task<void> MetadataCopies::remove(const registry::Target& target, There old) {
    registry::OciClient oci(m_links.client());
    const auto manifest = co_await oci.removeManifest(target, old.manifest);
    if (!manifest && manifest.error().code != BaseErrc::unsupported) co_return manifest.error();
    const auto file = co_await oci.removeBlob(target, old.file);
    if (!file && file.error().code != BaseErrc::unsupported) co_return file.error();
    co_return Result<void>();
}

}  // namespace signalbox::manager
