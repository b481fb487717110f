// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/hash.h"
#include "core/base/tasks.h"

namespace signalbox::http {

/// Header fields in the order they came; names compare without case (RFC 9110 section 5.1).
class Headers {
public:
    /// The first value of `name`, or nullopt.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] std::string_view value(std::string_view name, std::string_view otherwise = {}) const;
    /// Replaces every field of that name.
    void set(std::string_view name, std::string value);
    void add(std::string_view name, std::string value);
    void erase(std::string_view name);
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// Who is at the other end of a connection.
struct Peer {
    std::string address;  ///< numeric IP address
    bool tls = false;
    std::string certificateName;         ///< CN of a verified client certificate, else empty
    std::string certificateRole;         ///< role in its SAN ("node", "terminal" …), else empty
    std::string certificateFingerprint;  ///< lower-case hex SHA-256 of its DER form, else empty
};

struct Request {
    std::string method;  ///< "GET", "POST" …, upper case
    std::string target;  ///< as sent, path and query
    std::string path;    ///< the path of target, still percent-encoded
    std::string query;   ///< after '?', still percent-encoded
    Headers headers;
    Peer peer;
};

/// Percent-decoding (RFC 3986); BaseErrc::malformed for a bad escape or a NUL.
[[nodiscard]] Result<std::string> decodePercent(std::string_view text);
/// Encodes everything but unreserved characters.
[[nodiscard]] std::string encodePercent(std::string_view text);
/// All decoded values of `name` in a query string, in order ('+' is a plus: this is no form).
[[nodiscard]] std::vector<std::string> queryValues(std::string_view query, std::string_view name);
[[nodiscard]] std::optional<std::string> queryValue(std::string_view query, std::string_view name);

/// A part of a regular file; the descriptor is closed with the last owner.
struct FileBody {
    std::shared_ptr<const int> descriptor;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};
/// Opens for reading; BaseErrc::notFound where there is none. length is the size.
[[nodiscard]] Result<FileBody> openFileBody(const std::string& path);

/// Writes a body whose length is not known before (chunked, RFC 9112 section 7.1), e.g. server-sent events.
class StreamWriter {
public:
    virtual ~StreamWriter() = default;
    /// Sends one chunk; an error means the peer is gone or stays silent beyond the write deadline.
    [[nodiscard]] virtual Task<void> write(std::string chunk) = 0;
};
/// Called once after the head was sent; the body ends when it returns. An error drops the connection.
using StreamBody = std::function<Task<void>(StreamWriter&)>;

struct Response {
    int status = 200;
    Headers headers;
    std::variant<std::string, FileBody, StreamBody> body;
    /// For HEAD: the Content-Length to tell with an empty body.
    std::optional<std::uint64_t> contentLength;
};

[[nodiscard]] Response textResponse(int status, std::string text, std::string contentType = "text/plain");
[[nodiscard]] Response jsonResponse(int status, std::string json, std::string contentType = "application/json");
[[nodiscard]] Response emptyResponse(int status);

/// One range of a Range header against a body of `size` bytes (RFC 9110 section 14).
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
/// nullopt: no Range header, another unit or a malformed one, so send all. Several ranges that satisfy are answered as
/// one where they touch, else as the whole. An error (BaseErrc::invalidArgument) means 416.
[[nodiscard]] Result<std::optional<ByteRange>> parseRange(std::string_view rangeHeader, std::uint64_t size);
/// 200, 206 or 416 with the right Content-Range and Accept-Ranges for a file, from the request's Range (and If-Range
/// against `etag`, which is sent when not empty). HEAD gets the same head without the body.
[[nodiscard]] Response fileResponse(const Request& request, FileBody file, std::string contentType,
                                    std::string etag = {});

}  // namespace signalbox::http
