// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/http/message.h"

namespace signalbox::node {

/// The error codes of OCI Distribution 1.1, and UNKNOWN for what is not the client's doing.
enum class OciCode {
    blobUnknown,
    blobUploadInvalid,
    blobUploadUnknown,
    digestInvalid,
    manifestInvalid,
    manifestUnknown,
    nameInvalid,
    nameUnknown,
    sizeInvalid,
    tagInvalid,
    unauthorized,
    denied,
    unsupported,
    tooManyRequests,
    unknown
};

/// {"errors":[{"code","message","detail"}]}
[[nodiscard]] http::Response ociError(int status, OciCode code, std::string_view message, std::string_view detail = {});

/// A failure of ours: logged, answered 500 (507 where the disk is full) without saying more than that.
[[nodiscard]] http::Response internalError(const Error& error);

/// The same form for what the server finds itself, by status.
[[nodiscard]] http::Response serverErrorPage(int status, std::string_view detail);

}  // namespace signalbox::node
