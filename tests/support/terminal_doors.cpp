// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal_doors.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <iostream>

#include "core/base/file_system.h"
#include "core/package/archive.h"
#include "core/package/recipe_file.h"
#include "core/registry/manifest.h"
#include "core/trust/join_code.h"

namespace signalbox::test {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

/// What a test cannot go on without.
template <class T>
T must(Result<T> result) {
    if (!result) {
        std::cerr << result.error().text() << std::endl;
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

http::Response problem(int status, const std::string& detail) {
    json::object body{{"status", status}, {"detail", detail}};
    return http::jsonResponse(status, json::serialize(body), "application/problem+json");
}

std::string textOr(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

Task<void> writeForEver(http::StreamWriter& writer) {
    for (;;)
        CO_CHECK(co_await writer.write(std::string(65536, ' ')));
}

json::object documentOf(const ScriptedOffer& offer, const TestTrust& trust) {
    json::array chain;
    for (const TestNode* node : offer.chain)
        chain.push_back(json::object{{"node", node->name()}, {"url", node->url()}});
    json::object ours{{"attempt", offer.attempt},
                      {"product", offer.package->product},
                      {"version", offer.package->version},
                      {"channel", offer.channel},
                      {"releaseDigest", offer.package->releaseDigest.text()},
                      {"manifestDigest", offer.package->manifestDigest.text()},
                      {"repository", offer.package->repository},
                      {"chain", chain},
                      {"token", "node-token"}};
    if (offer.permit) {
        ours["permit"] = trust::signPermit(*offer.permit, offer.signer != nullptr ? *offer.signer : trust.permitKey);
    } else {
        json::object hold{{"reason", offer.holdReason}, {"until", nullptr}};
        if (offer.holdUntil) hold["until"] = toRfc3339(*offer.holdUntil);
        ours["hold"] = hold;
    }
    if (offer.unpackedSize > 0) ours["unpackedSize"] = offer.unpackedSize;
    if (!offer.rawPermit.empty()) ours["permit"] = offer.rawPermit;
    json::object deployment{{"download", "forced"}, {"update", offer.permit ? "forced" : "skip"}};
    return {{"id", std::to_string(offer.deployment)}, {"deployment", deployment}, {"signalbox", ours}};
}

}  // namespace

http::Response endlessResponse() {
    http::Response response = http::textResponse(200, "", "application/octet-stream");
    response.body = http::StreamBody(&writeForEver);
    return response;
}

TestPackage makePackage(const std::string& product, const std::string& version, const Recipe& recipe,
                        const fs::path& folder) {
    const fs::path archive = folder.string() + ".package";
    must(package::packTree(folder, archive));
    return makeFilePackage(product, version, recipe, archive);
}

TestPackage makeFilePackage(const std::string& product, const std::string& version, const Recipe& recipe,
                            const fs::path& file) {
    TestPackage made;
    made.product = product;
    made.version = version;
    made.recipeJson = package::recipeToJson(recipe);
    made.content = must(readFile(file, std::size_t(1) << 30));
    made.layer = Digest::ofContent(made.content);
    made.recipe = Digest::ofContent(made.recipeJson);
    Package entry;
    entry.platform = "linux-amd64";
    entry.recipe = recipe;
    entry.fileName = file.filename().string();
    entry.mediaType = std::string(registry::kTreePackageType);
    entry.digest = made.layer;
    entry.size = made.content.size();
    entry.configDigest = made.recipe;
    entry.configSize = made.recipeJson.size();
    Release release;
    release.product = product;
    release.version = version;
    made.manifest = registry::buildManifest(release, entry);
    made.manifestDigest = Digest::ofContent(made.manifest);
    entry.manifestDigest = made.manifestDigest;
    entry.manifestSize = made.manifest.size();
    release.channel = "stable";
    release.packages = {entry};
    made.index = registry::buildIndex(release);
    made.releaseDigest = Digest::ofContent(made.index);
    made.repository = registry::repositoryOf(product);
    return made;
}

TestTrust::TestTrust()
    : authority(must(trust::CertificateAuthority::create("test", SystemClock().now()))),
      permitKey(trust::PrivateKey::generate()) {}

std::shared_ptr<const http::TlsServerContext> TestTrust::serverFor(trust::Role role) const {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    const std::string request = must(trust::makeSigningRequest(key, "door"));
    http::TlsServerOptions options;
    options.certificateChainPem =
        must(authority.issue(request, {"door", role, {"localhost", "127.0.0.1"}}, SystemClock().now()));
    options.privateKeyPem = key.toPem();
    return must(http::TlsServerContext::make(options));
}

TestNode::TestNode(asio::io_context& io, const TestTrust& trust, std::string name) : m_name(std::move(name)) {
    http::Router router;
    router.add("GET", "/v2/", [this](http::Exchange& e) { return onRoot(e); });
    router.add("GET", "/v2/{name...}/manifests/{digest}", [this](http::Exchange& e) { return onManifest(e); });
    router.add("GET", "/v2/{name...}/blobs/{digest}", [this](http::Exchange& e) { return onBlob(e); });
    http::ServerOptions options;
    options.tls = trust.serverFor(trust::Role::node);
    m_server = std::make_unique<http::Server>(io, std::move(router), std::move(options));
    must(m_server->listen("127.0.0.1", 0));
}

std::string TestNode::url() const {
    return "https://127.0.0.1:" + std::to_string(m_server->port());
}

void TestNode::hold(const TestPackage& package) {
    m_manifests[package.manifestDigest.text()] = package.manifest;
    m_manifests[package.releaseDigest.text()] = package.index;
    m_blobs[package.recipe.text()] = package.recipeJson;
    m_blobs[package.layer.text()] = package.content;
    m_packages.insert(package.layer.text());
}

asio::awaitable<http::Response> TestNode::onManifest(http::Exchange& exchange) {
    authorizations.insert(std::string(exchange.request.headers.value("Authorization")));
    if (down) co_return http::textResponse(503, "down");
    if (auto answer = metadataManifest(exchange)) co_return std::move(*answer);
    const auto found = m_manifests.find(exchange.parameters.at(1));
    if (found == m_manifests.end()) co_return http::textResponse(404, "none");
    co_return http::jsonResponse(200, found->second, std::string(registry::kImageManifestType));
}

std::optional<http::Response> TestNode::metadataManifest(const http::Exchange& exchange) {
    if (exchange.parameters.at(0) != registry::kMetadataRepository) return std::nullopt;
    ++metadataRequests;
    for (const auto& [name, bytes] : metadata)
        if (registry::metadataTag(name) == exchange.parameters.at(1))
            return http::jsonResponse(
                200, registry::buildFileManifest(registry::kMetadataType, Digest::ofContent(bytes), bytes.size()),
                std::string(registry::kImageManifestType));
    return http::textResponse(404, "none");
}

std::optional<http::Response> TestNode::metadataBlob(const http::Exchange& exchange) {
    if (exchange.parameters.at(0) != registry::kMetadataRepository) return std::nullopt;
    if (endlessMetadata) return endlessResponse();
    for (const auto& [name, bytes] : metadata)
        if (Digest::ofContent(bytes).text() == exchange.parameters.at(1))
            return http::textResponse(200, bytes, "application/octet-stream");
    return http::textResponse(404, "none");
}

Task<void> TestNode::writeSome(http::StreamWriter& writer, std::string bytes) {
    CO_CHECK(co_await writer.write(std::move(bytes)));
    co_return makeError(BaseErrc::cancelled, "the node dies");
}

asio::awaitable<http::Response> TestNode::onRoot(http::Exchange&) {
    co_return http::emptyResponse(down ? 503 : 401);
}

asio::awaitable<http::Response> TestNode::onBlob(http::Exchange& exchange) {
    const std::string digest = exchange.parameters.at(1);
    authorizations.insert(std::string(exchange.request.headers.value("Authorization")));
    const bool package = m_packages.contains(digest);
    if (package && !down && onPackage) onPackage();
    if (down) co_return http::textResponse(503, "down");
    if (auto answer = metadataBlob(exchange)) co_return std::move(*answer);
    const auto found = m_blobs.find(digest);
    if (found == m_blobs.end()) co_return http::textResponse(404, "none");
    std::string body = found->second;
    if (!package) co_return http::textResponse(200, body, "application/octet-stream");
    const std::string_view range = exchange.request.headers.value("Range");
    ++packageRequests;
    ranges.emplace_back(range);
    if (silent) {
        const auto executor = co_await asio::this_coro::executor;
        asio::steady_timer never(executor, asio::steady_timer::time_point::max());
        const auto [ended] = co_await never.async_wait(asio::as_tuple(asio::use_awaitable));
        static_cast<void>(ended);
    }
    if (wrongBytes) body[body.size() / 2] = static_cast<char>(body[body.size() / 2] ^ 1);
    const auto parsed = must(http::parseRange(wholeOnly ? std::string_view() : range, body.size()));
    const std::size_t first = parsed ? parsed->first : 0;
    const std::size_t size = body.size();
    const std::size_t end = parsed ? static_cast<std::size_t>(parsed->first + parsed->length) : size;
    body.resize(end);
    http::Response response = http::textResponse(parsed ? 206 : 200, body.substr(first), "application/octet-stream");
    if (parsed)
        response.headers.set("Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(end - 1) + "/" +
                                                  std::to_string(size));
    if (dieAfter) {
        std::string part = body.substr(first, *dieAfter);
        packageBytes += part.size();
        down = true;
        http::StreamBody stream = [part = std::move(part)](http::StreamWriter& writer) {
            return writeSome(writer, part);
        };
        response.body = std::move(stream);
    } else {
        packageBytes += end - first;
    }
    co_return response;
}

TestManager::TestManager(asio::io_context& io, const TestTrust& trust) : m_trust(trust) {
    http::Router router;
    const std::string base = "/DEFAULT/controller/v1/{id}";
    router.add("GET", "/tuf/{file}", [this](http::Exchange& e) { return onMetadata(e); });
    router.add("POST", "/join/terminal", [this](http::Exchange& e) { return onJoin(e); });
    router.add("GET", base, [this](http::Exchange& e) { return onRoot(e); });
    router.add("PUT", base + "/configData", [this](http::Exchange& e) { return onConfig(e); });
    router.add("GET", base + "/deploymentBase/{action}", [this](http::Exchange& e) { return onDocument(e); });
    router.add("GET", base + "/cancelAction/{action}", [this](http::Exchange& e) { return onCancel(e); });
    router.add("POST", base + "/diagnostics/{request}", [this](http::Exchange& e) { return onDiagnostics(e); });
    for (const std::string door : {"deploymentBase", "cancelAction"})
        router.add("POST", base + "/" + door + "/{action}/feedback",
                   [this, door](http::Exchange& e) { return onFeedbackOf(door, e); });
    http::ServerOptions options;
    options.tls = trust.serverFor(trust::Role::manager);
    m_server = std::make_unique<http::Server>(io, std::move(router), std::move(options));
    must(m_server->listen("127.0.0.1", 0));
}

std::string TestManager::url() const {
    return "https://127.0.0.1:" + std::to_string(m_server->port());
}

std::string TestManager::joinCode() {
    trust::JoinCode code{url(), randomBytes(16), m_trust.authority.fingerprint()};
    m_secrets.insert(toBase64Url(bytesOf(code.secret)));
    return code.text();
}

trust::Permit TestManager::permitFor(const ScriptedOffer& given, const std::string& terminal) {
    trust::Permit permit;
    permit.deployment = given.deployment;
    permit.terminal = terminal;
    permit.product = given.package->product;
    permit.manifestDigest = given.package->manifestDigest.text();
    permit.releaseDigest = given.package->releaseDigest.text();
    permit.sequence = nextSequence++;
    permit.notBefore = SystemClock().now() - Seconds(60);
    permit.notAfter = permit.notBefore + Seconds(3600);
    return permit;
}

std::vector<std::string> TestManager::states() const {
    std::vector<std::string> states;
    for (const SeenFeedback& seen : feedback)
        if (seen.door == "deploymentBase" && seen.state != "downloading") states.push_back(seen.state);
    return states;
}

const SeenFeedback* TestManager::last(const std::string& state) const {
    for (auto seen = feedback.rbegin(); seen != feedback.rend(); ++seen)
        if (seen->state == state) return &*seen;
    return nullptr;
}

std::optional<http::Response> TestManager::refusal(const http::Exchange& exchange) {
    userAgents.insert(std::string(exchange.request.headers.value("User-Agent")));
    if (down) return http::emptyResponse(503);
    const std::string_view header = exchange.request.headers.value("Authorization");
    constexpr std::string_view kScheme = "TargetToken ";
    const auto known = tokenHashes.find(exchange.parameters.at(0));
    const bool good = header.starts_with(kScheme) && known != tokenHashes.end() &&
                      sha256Hex(bytesOf(header.substr(kScheme.size()))) == known->second;
    if (!good) return http::emptyResponse(401);
    return std::nullopt;
}

asio::awaitable<http::Response> TestManager::onJoin(http::Exchange& exchange) {
    ++joins;
    const json::object body = json::parse(exchange.body).as_object();
    const std::string secret = textOr(body, "secret");
    const std::string id = textOr(body, "controllerId");
    if (!m_secrets.contains(secret)) co_return problem(403, "this code is not known");
    const auto used = m_usedBy.find(secret);
    const bool again = used != m_usedBy.end() && used->second == id && tokenHashes[id] == textOr(body, "tokenHash");
    if (used != m_usedBy.end() && !again) co_return problem(403, "this code was used");
    if (!again && tokenHashes.contains(id)) co_return problem(409, "this id has joined already");
    m_usedBy[secret] = id;
    tokenHashes[id] = textOr(body, "tokenHash");
    if (std::exchange(losesJoinAnswer, false)) co_return http::emptyResponse(502);
    json::object answer{{"controllerId", id},
                        {"managerUrl", url()},
                        {"tenant", "DEFAULT"},
                        {"ca", m_trust.authority.certificatePem()},
                        {"permitKey", m_trust.permitKey.publicKey().toPem()},
                        {"pollSeconds", 1}};
    co_return http::jsonResponse(200, json::serialize(answer));
}

asio::awaitable<http::Response> TestManager::onRoot(http::Exchange& exchange) {
    ++polls;
    if (onPoll) onPoll();
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    const std::string base = url() + "/DEFAULT/controller/v1/" + exchange.parameters.at(0);
    json::object links;
    if (cancel)
        links["cancelAction"] = json::object{{"href", base + "/cancelAction/" + std::to_string(*cancel)}};
    else if (offer)
        links["deploymentBase"] =
            json::object{{"href", base + "/deploymentBase/" + std::to_string(offer->deployment) + "?c=-7"}};
    const json::object polling{{"sleep", sleep}};
    json::object body{{"config", json::object{{"polling", polling}}}, {"_links", links}};
    json::object ours;
    if (!addresses.empty()) ours["managerUrls"] = json::array(addresses.begin(), addresses.end());
    if (diagnostics) ours["diagnostics"] = json::object{{"request", *diagnostics}};
    if (!ours.empty()) body["signalbox"] = std::move(ours);
    co_return http::jsonResponse(200, json::serialize(body));
}

asio::awaitable<http::Response> TestManager::onDocument(http::Exchange& exchange) {
    ++documents;
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    if (!offer || exchange.parameters.at(1) != std::to_string(offer->deployment)) co_return http::emptyResponse(404);
    ScriptedOffer given = *offer;
    if (given.forAll && given.permit) given.permit->terminal = exchange.parameters.at(0);
    json::object document = documentOf(given, m_trust);
    if (bandwidthLimit > 0) document["signalbox"].as_object()["bandwidthLimit"] = bandwidthLimit;
    if (!metadata.empty()) document["signalbox"].as_object()["metadata"] = url() + "/tuf/";
    co_return http::jsonResponse(200, json::serialize(document));
}

asio::awaitable<http::Response> TestManager::onMetadata(http::Exchange& exchange) {
    const std::string name = exchange.parameters.at(0);
    metadataAsked.push_back(name);
    if (down) co_return http::emptyResponse(503);
    if (name == endlessMetadata) co_return endlessResponse();
    const auto found = metadata.find(name);
    if (found == metadata.end()) co_return http::emptyResponse(404);
    co_return http::jsonResponse(200, found->second);
}

asio::awaitable<http::Response> TestManager::onCancel(http::Exchange& exchange) {
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    const std::string id = exchange.parameters.at(1);
    const json::object body{{"id", id}, {"cancelAction", json::object{{"stopId", id}}}};
    co_return http::jsonResponse(200, json::serialize(body));
}

asio::awaitable<http::Response> TestManager::onConfig(http::Exchange& exchange) {
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    configData.push_back(json::parse(exchange.body).as_object());
    co_return http::emptyResponse(200);
}

asio::awaitable<http::Response> TestManager::onDiagnostics(http::Exchange& exchange) {
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    bundles.emplace_back(std::atoll(exchange.parameters.at(1).c_str()), json::parse(exchange.body).as_object());
    if (bundleStatus == 200) diagnostics.reset();
    co_return http::emptyResponse(bundleStatus);
}

asio::awaitable<http::Response> TestManager::onFeedbackOf(std::string door, http::Exchange& exchange) {
    if (auto refused = refusal(exchange)) co_return std::move(*refused);
    if (feedbackStatus) co_return http::emptyResponse(*feedbackStatus);
    const json::object body = json::parse(exchange.body).as_object();
    const json::object& status = body.at("status").as_object();
    SeenFeedback seen;
    seen.door = std::move(door);
    seen.deployment = std::atoll(exchange.parameters.at(1).c_str());
    seen.execution = textOr(status, "execution");
    seen.finished = textOr(status.at("result").as_object(), "finished");
    if (const json::value* ours = body.if_contains("signalbox")) {
        const json::object& member = ours->as_object();
        seen.state = textOr(member, "state");
        seen.cause = textOr(member, "cause");
        seen.message = textOr(member, "message");
        seen.logTail = textOr(member, "logTail");
        seen.version = textOr(member, "version");
        seen.attempt = member.at("attempt").as_int64();
    }
    // As a manager does: an ended deployment is offered no more.
    const bool closed = seen.execution == "closed";
    if (closed && seen.door == "deploymentBase" && offer && offer->deployment == seen.deployment && !offer->forAll)
        offer.reset();
    if (seen.door == "cancelAction") cancel.reset();
    if (closed && seen.door == "cancelAction") offer.reset();
    feedback.push_back(seen);
    if (onFeedback) onFeedback(seen);
    co_return http::emptyResponse(200);
}

}  // namespace signalbox::test
