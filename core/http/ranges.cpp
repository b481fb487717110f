// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "core/http/message.h"
#include "core/http/text.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kMostRanges = 16;  // more in one header is nobody's download

/// A whole decimal number of at most 19 digits.
std::optional<std::uint64_t> decimal(std::string_view text) {
    if (text.empty() || text.size() > 19) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

enum class Satisfies { yes, no, malformed };

/// "first-last", "first-" or "-suffix" against `size`.
Satisfies readRange(std::string_view spec, std::uint64_t size, ByteRange& range) {
    const auto dash = spec.find('-');
    if (dash == std::string_view::npos) return Satisfies::malformed;
    const std::string_view left = trimmed(spec.substr(0, dash));
    const std::string_view right = trimmed(spec.substr(dash + 1));
    if (left.empty()) {
        const auto suffix = decimal(right);
        if (!suffix) return Satisfies::malformed;
        range.length = std::min(*suffix, size);
        range.first = size - range.length;
        return range.length > 0 ? Satisfies::yes : Satisfies::no;
    }
    const auto first = decimal(left);
    if (!first) return Satisfies::malformed;
    std::uint64_t last = size > 0 ? size - 1 : 0;
    if (!right.empty()) {
        const auto wanted = decimal(right);
        if (!wanted || *wanted < *first) return Satisfies::malformed;
        last = std::min(last, *wanted);
    }
    if (*first >= size) return Satisfies::no;
    range = {*first, last - *first + 1};
    return Satisfies::yes;
}

/// One range where all touch or overlap, else nullopt.
std::optional<ByteRange> joined(std::vector<ByteRange> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    ByteRange whole = ranges.front();
    for (const ByteRange& range : ranges) {
        if (range.first > whole.first + whole.length) return std::nullopt;
        whole.length = std::max(whole.length, range.first + range.length - whole.first);
    }
    return whole;
}

/// RFC 9110 section 13.1.5: only a strong validator that is equal lets the Range count.
bool rangeHolds(const Request& request, const std::string& etag) {
    const auto condition = request.headers.find("If-Range");
    if (!condition) return true;
    return !etag.empty() && !etag.starts_with("W/") && *condition == etag;
}

}  // namespace

Result<std::optional<ByteRange>> parseRange(std::string_view rangeHeader, std::uint64_t size) {
    const std::optional<ByteRange> all;
    const auto equals = rangeHeader.find('=');
    if (equals == std::string_view::npos || !equalNoCase(trimmed(rangeHeader.substr(0, equals)), "bytes")) return all;
    std::string_view list = rangeHeader.substr(equals + 1);
    std::vector<ByteRange> ranges;
    std::size_t count = 0;
    std::string_view item;
    while (takeListItem(list, item)) {
        if (++count > kMostRanges) return all;
        ByteRange range;
        const Satisfies satisfies = readRange(item, size, range);
        if (satisfies == Satisfies::malformed) return all;
        if (satisfies == Satisfies::yes) ranges.push_back(range);
    }
    if (count == 0) return all;
    if (ranges.empty())
        return makeError(BaseErrc::invalidArgument, "no range of " + std::to_string(size) + " bytes satisfies");
    return joined(std::move(ranges));
}

Response fileResponse(const Request& request, FileBody file, std::string contentType, std::string etag) {
    Response response;
    response.headers.add("Accept-Ranges", "bytes");
    if (!etag.empty()) response.headers.add("ETag", etag);
    const bool mayRange = request.method == "GET" && rangeHolds(request, etag);
    const auto range = parseRange(mayRange ? request.headers.value("Range") : std::string_view{}, file.length);
    if (!range) {
        response.status = 416;
        response.headers.add("Content-Range", "bytes */" + std::to_string(file.length));
        return response;
    }
    response.headers.add("Content-Type", std::move(contentType));
    if (range->has_value()) {
        const ByteRange part = **range;
        response.status = 206;
        response.headers.add("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                                  std::to_string(part.first + part.length - 1) + "/" +
                                                  std::to_string(file.length));
        file.offset += part.first;
        file.length = part.length;
    }
    if (request.method == "HEAD")
        response.contentLength = file.length;
    else
        response.body = std::move(file);
    return response;
}

}  // namespace signalbox::http
