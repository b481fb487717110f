// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/target_download.h"

#include <algorithm>

#include "core/tuf/local_metadata.h"

namespace signalbox::tuf {
namespace {

constexpr std::uint64_t kMaxTarget = 256U << 20;  // bytes; our own targets are manifests of some KiB

}  // namespace

http::Url TargetDownload::urlOf(std::string_view path, const Target& target) const {
    std::string name;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (begin > 0) name += '/';
        const bool last = end == path.size();
        if (last && m_hashInName && !target.hashes.empty()) name += target.hashes.begin()->second + ".";
        name += encodedRole(path.substr(begin, end - begin));
        begin = end + 1;
    }
    http::Url url = m_base;
    url.target += name;
    return url;
}

Task<void> TargetDownload::bring(std::string path, Target target) {
    const std::filesystem::path file = m_folder / encodedRole(path);
    if (*target.length > kMaxTarget) co_return makeError(BaseErrc::tooLarge, path + " has more than 256 MiB");
    const auto size = static_cast<std::size_t>(*target.length);
    if (const auto there = readFile(file, size); there && checkFile(target, bytesOf(*there), path))
        co_return Result<void>();

    http::ClientRequest request;
    request.url = urlOf(path, target);
    request.maxBody = size;
    CO_TRY(const http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status != 200)
        co_return makeError(BaseErrc::unavailable, path + ": answer " + std::to_string(response.status));
    CO_CHECK(checkFile(target, bytesOf(response.body), path));
    co_return replaceFile(m_files, file, bytesOf(response.body));
}

}  // namespace signalbox::tuf
