// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/oci_error.h"

#include <boost/json.hpp>
#include <cerrno>

#include "core/base/log.h"

namespace signalbox::node {
namespace {

std::string_view nameOf(OciCode code) {
    switch (code) {
        case OciCode::blobUnknown:
            return "BLOB_UNKNOWN";
        case OciCode::blobUploadInvalid:
            return "BLOB_UPLOAD_INVALID";
        case OciCode::blobUploadUnknown:
            return "BLOB_UPLOAD_UNKNOWN";
        case OciCode::digestInvalid:
            return "DIGEST_INVALID";
        case OciCode::manifestInvalid:
            return "MANIFEST_INVALID";
        case OciCode::manifestUnknown:
            return "MANIFEST_UNKNOWN";
        case OciCode::nameInvalid:
            return "NAME_INVALID";
        case OciCode::nameUnknown:
            return "NAME_UNKNOWN";
        case OciCode::sizeInvalid:
            return "SIZE_INVALID";
        case OciCode::tagInvalid:
            return "TAG_INVALID";
        case OciCode::unauthorized:
            return "UNAUTHORIZED";
        case OciCode::denied:
            return "DENIED";
        case OciCode::unsupported:
            return "UNSUPPORTED";
        case OciCode::tooManyRequests:
            return "TOOMANYREQUESTS";
        case OciCode::unknown:
            break;
    }
    return "UNKNOWN";
}

}  // namespace

http::Response ociError(int status, OciCode code, std::string_view message, std::string_view detail) {
    boost::json::object entry;
    entry["code"] = nameOf(code);
    entry["message"] = printable(message);
    if (!detail.empty()) entry["detail"] = printable(detail);
    boost::json::object whole;
    whole["errors"] = boost::json::array{std::move(entry)};
    return http::jsonResponse(status, boost::json::serialize(whole));
}

http::Response internalError(const Error& error) {
    logError("node", "{}", error.text());
    const bool full = error.code == boost::system::errc::no_space_on_device;
    return full ? ociError(507, OciCode::unknown, "the node's disk is full")
                : ociError(500, OciCode::unknown, "the node failed; its log says why");
}

http::Response serverErrorPage(int status, std::string_view detail) {
    switch (status) {
        case 404:
            return ociError(status, OciCode::nameUnknown, "nothing has this address", detail);
        case 405:
            return ociError(status, OciCode::unsupported, "not with this method", detail);
        case 413:
            return ociError(status, OciCode::sizeInvalid, "the body is too large", detail);
        default:
            break;
    }
    return ociError(status, status < 500 ? OciCode::unsupported : OciCode::unknown, "the request cannot be served",
                    detail);
}

}  // namespace signalbox::node
