// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/stream_bio.h"

#include <openssl/bio.h>

#include <cerrno>

#include "core/http/stream.h"

namespace signalbox::http {
namespace {

Stream& streamOf(BIO* bio) {
    return *static_cast<Stream*>(BIO_get_data(bio));
}

/// What OpenSSL wants to hear of a try at the socket: a count, 0 at the end, -1 with errno or "again".
int outcomeOf(BIO* bio, const IoResult& tried) {
    BIO_clear_retry_flags(bio);
    switch (tried.state) {
        case IoState::done:
            return static_cast<int>(tried.bytes);
        case IoState::eof:
            return 0;
        case IoState::wantRead:
            BIO_set_retry_read(bio);
            return -1;
        case IoState::wantWrite:
            BIO_set_retry_write(bio);
            return -1;
        case IoState::failed:
            break;
    }
    errno = tried.code.value();
    return -1;
}

int readSome(BIO* bio, char* into, int size) {
    return outcomeOf(bio, streamOf(bio).readSocket(std::span(into, static_cast<std::size_t>(size))));
}

int writeSome(BIO* bio, const char* from, int size) {
    return outcomeOf(bio, streamOf(bio).writeSocket(std::span(from, static_cast<std::size_t>(size))));
}

long control(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_EOF) return streamOf(bio).atEnd() ? 1 : 0;
    return command == BIO_CTRL_FLUSH || command == BIO_CTRL_DUP ? 1 : 0;
}

BIO_METHOD* makeMethod() {
    BIO_METHOD* method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "signalbox stream");
    if (!method) return nullptr;
    BIO_meth_set_read(method, readSome);
    BIO_meth_set_write(method, writeSome);
    BIO_meth_set_ctrl(method, control);
    return method;
}

}  // namespace

bio_st* newStreamBio(Stream& stream) {
    static BIO_METHOD* const method = makeMethod();
    BIO* bio = method ? BIO_new(method) : nullptr;
    if (!bio) return nullptr;
    BIO_set_data(bio, &stream);
    BIO_set_init(bio, 1);
    return bio;
}

}  // namespace signalbox::http
