// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/node/registry_api.h"

using namespace signalbox;

namespace {

/// A node's registry in a folder of its own, in memory where there is such a place; emptied before each input.
class Registry {
public:
    Registry() {
        const bool memory = std::filesystem::is_directory("/dev/shm");
        std::string form = memory ? "/dev/shm/fuzz-oci-XXXXXX" : "/tmp/fuzz-oci-XXXXXX";
        if (!mkdtemp(form.data())) std::abort();
        m_root = form;
    }
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;
    ~Registry() { std::filesystem::remove_all(m_root); }

    node::RegistryApi& fresh() {
        m_api.reset();
        std::filesystem::remove_all(m_root / "registry");
        std::filesystem::create_directory(m_root / "registry");
        m_blobs = registry::BlobStore::open(nativeFileSystem(), m_root / "registry").value();
        m_repositories = node::Repositories::open(nativeFileSystem(), *m_blobs, m_root / "registry").value();
        m_api = std::make_unique<node::RegistryApi>(*m_repositories);
        return *m_api;
    }

    /// What calls wrote stays in the registry's folder.
    void checkNothingOutside() const {
        std::size_t entries = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(m_root))
            ++entries;
        if (entries != 1) std::abort();
    }

private:
    std::filesystem::path m_root;
    std::unique_ptr<registry::BlobStore> m_blobs;
    std::unique_ptr<node::Repositories> m_repositories;
    std::unique_ptr<node::RegistryApi> m_api;
};

/// The next line of what is left.
std::string_view takeLine(std::string_view& left) {
    const std::string_view line = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(left.size(), line.size() + 1));
    return line;
}

void check(const http::Response& response) {
    if (response.status < 200 || response.status >= 500) std::abort();
    for (const char* name : {"Location", "Link", "OCI-Subject", "OCI-Tag", "Docker-Content-Digest", "Content-Type"})
        if (response.headers.value(name).find_first_of("\r\n") != std::string_view::npos) std::abort();
}

}  // namespace

/// Lines of reference, query, Range and Content-Type, then a body: every call of the registry with them. Nothing may
/// crash, fail as our own fault, break a header or write outside the folder; a manifest taken reads back as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Registry registry;
    std::string_view left(reinterpret_cast<const char*>(data), size);
    node::RegistryCall call;
    call.repository = "fuzz/repository";
    call.reference = takeLine(left);
    call.request.query = takeLine(left);
    call.request.headers.set("Range", std::string(takeLine(left)));
    call.request.headers.set("Content-Type", std::string(takeLine(left)));
    call.body = left;

    node::RegistryApi& api = registry.fresh();
    call.request.method = "PUT";
    const http::Response put = api.putManifest(call);
    check(put);
    call.request.method = "GET";
    const http::Response got = api.readManifest(call);
    check(got);
    if (put.status == 201) {
        const auto* text = std::get_if<std::string>(&got.body);
        if (got.status != 200 || !text || *text != left) std::abort();
    }
    check(api.readBlob(call));
    check(api.readTags(call));
    check(api.readReferrers(call));
    check(api.removeBlob(call));
    check(api.removeManifest(call));
    if (api.readManifest(call).status == 200) std::abort();
    registry.checkNothingOutside();
    return 0;
}
