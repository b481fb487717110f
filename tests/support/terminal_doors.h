// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/http/server.h"
#include "core/model/recipe.h"
#include "core/model/release.h"
#include "core/trust/certificate.h"
#include "core/trust/permit.h"

namespace signalbox::test {

/// A package as it lies on nodes, made with the real packer.
struct TestPackage {
    std::string product;
    std::string version;
    std::string recipeJson;
    std::string content;  ///< the layer's bytes
    std::string manifest;
    Digest layer;
    Digest recipe;
    Digest manifestDigest;
    std::string index;  ///< of the release, which has this package alone
    Digest releaseDigest;
    std::string repository;
};
[[nodiscard]] TestPackage makePackage(const std::string& product, const std::string& version, const Recipe& recipe,
                                      const std::filesystem::path& folder);

/// The same of a file that goes as it is.
[[nodiscard]] TestPackage makeFilePackage(const std::string& product, const std::string& version, const Recipe& recipe,
                                          const std::filesystem::path& file);

/// Certificates and the permit key of one test.
class TestTrust {
public:
    TestTrust();
    [[nodiscard]] std::shared_ptr<const http::TlsServerContext> serverFor(trust::Role role) const;

    trust::CertificateAuthority authority;
    trust::PrivateKey permitKey;
};

/// Bytes that never end.
[[nodiscard]] http::Response endlessResponse();

/// A node's door that does what a test wants of it. Lives on the test's loop.
class TestNode {
public:
    TestNode(asio::io_context& io, const TestTrust& trust, std::string name);

    void hold(const TestPackage& package);
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::string url() const;

    bool down = false;                    ///< 503 for everything
    bool wrongBytes = false;              ///< packages of the right length, one byte flipped
    bool silent = false;                  ///< takes a request for a package and never answers
    bool wholeOnly = false;               ///< knows no ranges
    std::optional<std::size_t> dieAfter;  ///< sends so many bytes of a package, then is down
    std::function<void()> onPackage;      ///< called when a package is asked for
    int packageRequests = 0;
    std::uint64_t packageBytes = 0;
    std::vector<std::string> ranges;  ///< of package requests, "" for none
    std::set<std::string> authorizations;
    std::map<std::string, std::string> metadata;  ///< signed metadata by file, one tag each
    int metadataRequests = 0;
    bool endlessMetadata = false;  ///< files of it never end

private:
    [[nodiscard]] asio::awaitable<http::Response> onRoot(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onManifest(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onBlob(http::Exchange& exchange);
    [[nodiscard]] static Task<void> writeSome(http::StreamWriter& writer, std::string bytes);
    /// Where it is one of signed metadata.
    [[nodiscard]] std::optional<http::Response> metadataManifest(const http::Exchange& exchange);
    [[nodiscard]] std::optional<http::Response> metadataBlob(const http::Exchange& exchange);

    std::string m_name;
    std::map<std::string, std::string> m_manifests;
    std::map<std::string, std::string> m_blobs;
    std::set<std::string> m_packages;
    std::unique_ptr<http::Server> m_server;
};

/// What a terminal told the manager.
struct SeenFeedback {
    std::string door;  ///< "deploymentBase" or "cancelAction"
    std::int64_t deployment = 0;
    std::string execution;
    std::string finished;
    std::string state;
    std::string cause;
    std::string message;
    std::string logTail;
    std::string version;
    std::int64_t attempt = 0;
};

/// One deployment as the manager's script has it.
struct ScriptedOffer {
    const TestPackage* package = nullptr;
    std::int64_t deployment = 1;
    std::int64_t attempt = 1;
    std::vector<const TestNode*> chain;
    /// Set: permitted so; else held.
    std::optional<trust::Permit> permit;
    std::string holdReason = "the update time has not come";
    std::optional<TimePoint> holdUntil;
    const trust::PrivateKey* signer = nullptr;  ///< another key than the manager's
    std::string rawPermit;                      ///< goes instead of a signed one
    std::uint64_t unpackedSize = 0;             ///< told where it is not 0
    bool forAll = false;                        ///< the permit is made out to whoever asks
    std::string channel = "stable";
};

/// The manager's DDI door, scripted. Speaks core/manager/ddi/README.md over TLS, on the test's loop.
class TestManager {
public:
    TestManager(asio::io_context& io, const TestTrust& trust);

    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::string joinCode();
    /// A permit that fits the offer and `terminal`, valid from a minute ago for an hour.
    [[nodiscard]] trust::Permit permitFor(const ScriptedOffer& offer, const std::string& terminal);
    /// States of what came to deploymentBase, without progress.
    [[nodiscard]] std::vector<std::string> states() const;
    [[nodiscard]] const SeenFeedback* last(const std::string& state) const;

    bool down = false;                  ///< 503 for everything
    std::optional<int> feedbackStatus;  ///< instead of 200
    std::optional<ScriptedOffer> offer;
    std::optional<std::int64_t> cancel;
    std::string sleep = "00:00:01";
    std::vector<std::string> addresses;       ///< told at polls
    std::uint64_t bandwidthLimit = 0;         ///< in each document; 0: none
    std::optional<std::int64_t> diagnostics;  ///< the request that polls show
    int bundleStatus = 200;                   ///< with which a bundle is answered; 200 ends the request
    std::vector<std::pair<std::int64_t, boost::json::object>> bundles;
    std::function<void(const SeenFeedback&)> onFeedback;
    std::function<void()> onPoll;
    std::vector<SeenFeedback> feedback;
    std::vector<boost::json::object> configData;
    std::map<std::string, std::string> tokenHashes;  ///< of who joined
    std::set<std::string> userAgents;
    int polls = 0;
    int documents = 0;
    int joins = 0;
    bool losesJoinAnswer = false;
    std::int64_t nextSequence = 1;
    /// Signed metadata by file, below /tuf/; offers name it unless it is empty.
    std::map<std::string, std::string> metadata;
    std::string endlessMetadata;             ///< a file that never ends
    std::vector<std::string> metadataAsked;  ///< files, in their order

private:
    [[nodiscard]] asio::awaitable<http::Response> onMetadata(http::Exchange& exchange);

    [[nodiscard]] asio::awaitable<http::Response> onJoin(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onRoot(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onDocument(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onCancel(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onConfig(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onDiagnostics(http::Exchange& exchange);
    [[nodiscard]] asio::awaitable<http::Response> onFeedbackOf(std::string door, http::Exchange& exchange);
    [[nodiscard]] std::optional<http::Response> refusal(const http::Exchange& exchange);

    const TestTrust& m_trust;
    std::set<std::string> m_secrets;
    std::map<std::string, std::string> m_usedBy;  ///< secret to controller id
    std::unique_ptr<http::Server> m_server;
};

}  // namespace signalbox::test
