// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::trust {

/// An error of `code` whose context ends in what OpenSSL says. Empties this thread's OpenSSL error queue, which a TLS
/// stream on the same thread would otherwise take for its own.
[[nodiscard]] inline Error opensslError(BaseErrc code, std::string context) {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    if (reason != nullptr) context += std::string(": ") + reason;
    ERR_clear_error();
    return makeError(code, std::move(context));
}

/// Calls the OpenSSL function `free` on what a std::unique_ptr holds.
template <auto free>
struct OpensslFree {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};
template <class T, auto free>
using OpensslPtr = std::unique_ptr<T, OpensslFree<free>>;

using BioPtr = OpensslPtr<BIO, BIO_free_all>;

/// Reads from `text`, which must outlive it.
[[nodiscard]] inline BioPtr bioOver(std::string_view text) {
    return BioPtr(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// What was written to a memory BIO.
[[nodiscard]] inline std::string contentOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

/// Declines a passphrase, so that no encrypted PEM makes OpenSSL ask on the terminal.
inline int noPassphrase(char*, int, int, void*) {
    return -1;
}

}  // namespace signalbox::trust
