// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/http/message.h"
#include "core/node/repositories.h"

namespace signalbox::node {

/// A request that was let in, taken apart: what the handlers see of the transport.
struct RegistryCall {
    http::Request request;
    std::string repository;  ///< follows the grammar
    std::string reference;   ///< the last part of the path, decoded: digest or tag, unchecked
    std::string body;        ///< whole
};

/// OCI Distribution 1.1 without uploads, as plain blocking functions from call to answer (protocols/oci.md gives the
/// rows). read…: any thread; the others: the node's writer.
class RegistryApi {
public:
    explicit RegistryApi(Repositories& repositories) : m_repositories(repositories) {}

    [[nodiscard]] http::Response readBlob(const RegistryCall& call) const;       // rows 8 to 10
    [[nodiscard]] http::Response readManifest(const RegistryCall& call) const;   // row 11
    [[nodiscard]] http::Response readTags(const RegistryCall& call) const;       // rows 2 to 4
    [[nodiscard]] http::Response readReferrers(const RegistryCall& call) const;  // rows 5 to 7
    [[nodiscard]] http::Response putManifest(RegistryCall call);                 // rows 24 to 26
    [[nodiscard]] http::Response removeManifest(const RegistryCall& call);       // rows 27, 28
    [[nodiscard]] http::Response removeBlob(const RegistryCall& call);           // row 29

private:
    Repositories& m_repositories;
};

}  // namespace signalbox::node
