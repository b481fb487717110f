// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Request heads through the scanner and the parser that a connection uses, then chunks of a body.
#include <cstdlib>

#include "core/http/message_parser.h"
#include "core/http/server.h"

using namespace signalbox::http;

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

const Router& routes() {
    static const Router router = [] {
        const Handler none;
        Router made;
        made.add("GET", "/v2/{name...}/blobs/{digest}", none);
        made.add("POST", "/v2/{name...}/blobs/uploads/", none);
        made.add("GET", "/{tenant}/controller/v1/{id}", none);
        return made;
    }();
    return router;
}

/// What a chunked body decodes to must not depend on how it is cut.
std::string decoded(std::string_view coded, std::size_t pieceSize) {
    ChunkDecoder decoder;
    std::string all;
    while (!coded.empty() && !decoder.finished()) {
        const auto step = decoder.take(coded.substr(0, pieceSize), pieceSize);
        if (!step) return all + "!";
        demand(step->consumed > 0);
        all += step->data;
        coded.remove_prefix(step->consumed);
    }
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    HeadScanner scanner;
    auto state = HeadScanner::State::needMore;
    for (std::size_t end = 0; end <= size && state == HeadScanner::State::needMore; end += 1 + end / 8)
        state = scanner.scan(bytes.substr(0, end), 8192);
    if (state == HeadScanner::State::needMore) state = scanner.scan(bytes, 8192);
    if (state != HeadScanner::State::complete) return 0;
    demand(scanner.leading() + scanner.size() <= size);
    RequestHead head;
    if (parseRequestHead(bytes.substr(scanner.leading(), scanner.size()), head)) return 0;
    demand(!head.request.method.empty() && !head.request.path.empty());
    demand(head.http11 || head.framing.kind != Framing::Kind::chunked);
    (void)routes().match(head.request.method, head.request.path);
    (void)queryValues(head.request.query, "a");
    const std::string_view rest = bytes.substr(scanner.leading() + scanner.size());
    demand(decoded(rest, 1) == decoded(rest, rest.size() + 1));
    return 0;
}
