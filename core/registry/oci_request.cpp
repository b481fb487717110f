// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/oci_request.h"

#include "core/base/log.h"

namespace signalbox::registry {
namespace {

constexpr int kInsufficientStorage = 507;

BaseErrc codeOf(int status) {
    switch (status) {
        case 401:
        case 403:
            return BaseErrc::denied;
        case 404:
            return BaseErrc::notFound;
        case 408:
        case 429:
            return BaseErrc::unavailable;
        case 413:
            return BaseErrc::tooLarge;
        case 416:
            return BaseErrc::wrongState;
        default:
            break;
    }
    if (status >= 500) return BaseErrc::unavailable;
    return status >= 400 ? BaseErrc::invalidArgument : BaseErrc::malformed;
}

}  // namespace

http::ClientRequest requestFor(const Target& target, std::string method, http::Url url) {
    http::ClientRequest request;
    request.method = std::move(method);
    if (!target.token.empty() && url.origin() == target.registry.origin())
        request.headers.set("Authorization", "Bearer " + target.token);
    request.url = std::move(url);
    return request;
}

http::Url urlOf(const Target& target, std::string_view rest) {
    http::Url url = target.registry;
    url.target = "/v2/" + target.repository + "/" + std::string(rest);
    return url;
}

bool isDiskFull(const Error& error) {
    return error.code == boost::system::errc::no_space_on_device;
}

Error statusError(std::string_view method, const http::Url& url, const http::ClientResponse& response) {
    std::string context =
        std::string(method) + " " + printable(url.text(), 300) + " was answered " + std::to_string(response.status);
    if (!response.body.empty()) context += ": " + printable(response.body, 300);
    if (response.status == kInsufficientStorage)
        return makeError(boost::system::errc::make_error_code(boost::system::errc::no_space_on_device),
                         std::move(context));
    return makeError(codeOf(response.status), std::move(context));
}

Error statusError(const http::ClientRequest& request, const http::ClientResponse& response) {
    return statusError(request.method, request.url, response);
}

}  // namespace signalbox::registry
