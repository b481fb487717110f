// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/join.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "core/base/log.h"
#include "core/terminal/approval_check.h"
#include "core/terminal/json_read.h"
#include "core/tuf/local_metadata.h"

namespace signalbox::terminal {
namespace {

constexpr std::size_t kMaxAnswer = 256 << 10;

/// The `detail` of a problem+json body, or the body.
std::string detailOf(const http::ClientResponse& response) {
    std::string detail = response.body;
    if (const auto object = readObject(response.body, kMaxAnswer))
        if (auto text = optionalTextMember(*object, "detail"); text && !text->empty()) detail = *text;
    return "the manager answers " + std::to_string(response.status) + ": " + printable(detail, 300);
}

Error refusal(const http::ClientResponse& response) {
    switch (response.status) {
        case 403:
            return makeError(BaseErrc::denied, detailOf(response));
        case 409:
            return makeError(BaseErrc::alreadyExists, detailOf(response));
        case 400:
            return makeError(BaseErrc::invalidArgument, detailOf(response));
        default:
            return makeError(BaseErrc::unavailable, detailOf(response));
    }
}

/// A root from an earlier try that came to nothing gives way: this machine has not joined yet.
Result<void> pinRoot(http::Client& client, const DataFolder& folder, const std::string& root) {
    CHECK(folder.files().makeDirectories(folder.trustFolder()));
    CHECK(tuf::LocalMetadata(folder.files(), folder.trustFolder()).forget("root"));
    if (root.empty()) return {};
    const SystemClock clock;
    return ApprovalCheck(folder.files(), folder.trustFolder(), client, client, clock).pin(root);
}

}  // namespace

Task<Identity> askToJoin(http::Client& client, JoinRequest request, std::string name, std::string platform,
                         std::string token) {
    CO_TRY(http::Url url, http::parseUrl(request.code.managerUrl));
    url.target = "/join/terminal";
    boost::json::object body;
    body["secret"] = toBase64Url(bytesOf(request.code.secret));
    body["controllerId"] = request.controllerId;
    body["name"] = name;
    body["platform"] = platform;
    body["tokenHash"] = sha256Hex(bytesOf(token));
    http::ClientRequest post;
    post.method = "POST";
    post.url = std::move(url);
    post.headers.set("Content-Type", "application/json");
    post.headers.set("User-Agent", request.userAgent);
    post.body = boost::json::serialize(body);
    post.maxBody = kMaxAnswer;
    CO_TRY(const http::ClientResponse response, co_await client.send(std::move(post)));
    if (response.status != 200) co_return refusal(response);
    auto identity = parseIdentity(response.body);
    if (!identity) co_return std::move(identity).error().within("the manager's answer");
    if (identity->controllerId != request.controllerId)
        co_return makeError(BaseErrc::malformed, "the manager's answer is for another terminal");
    co_return identity;
}

Task<Identity> join(http::Client& client, DataFolder& folder, Settings settings, JoinRequest request) {
    CO_CHECK(folder.create());
    if (folder.joined())
        co_return makeError(BaseErrc::alreadyExists, folder.path().string() + " has joined a manager already");
    CO_CHECK(folder.saveSettings(settings));
    CO_TRY(const std::string token, folder.ensureToken());
    CO_TRY(Identity identity, co_await askToJoin(client, std::move(request), settings.name, settings.platform, token));
    CO_CHECK(pinRoot(client, folder, std::exchange(identity.trustedRoot, {})));
    CO_CHECK(folder.saveIdentity(identity));
    co_return identity;
}

}  // namespace signalbox::terminal
