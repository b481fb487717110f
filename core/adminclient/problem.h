// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::adminclient {

/// What goes wrong between us and the manager, beside what the manager itself says (BaseErrc).
enum class AdminErrc {
    unreachable = 1,  ///< no connection, or it broke before the answer was complete: whether the request was carried
                      ///< out is not known
    untrusted,        ///< the certificate is not the manager's; nothing was sent
    badAnswer         ///< an answer that is not as the API says
};
const boost::system::error_category& adminCategory();
inline boost::system::error_code make_error_code(AdminErrc e) {
    return {static_cast<int>(e), adminCategory()};
}

/// A part of a text that was sent, for underlining.
struct TextPlace {
    std::size_t position = 0;  ///< bytes
    std::size_t length = 0;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// A refusal of the manager.
struct Problem {
    Error error;
    std::optional<TextPlace> place;
};

/// From the status and body (RFC 9457) of an answer that is not 2xx: the member "code" names a BaseErrc; where it does
/// not, the status decides. The body's texts are bounded; one that is no problem document is no error of its own.
[[nodiscard]] Problem readProblem(int status, std::string_view body);

/// Whether asking again later may help, without anyone doing anything.
[[nodiscard]] bool mayHealByItself(const Error& error);

}  // namespace signalbox::adminclient

template <>
struct boost::system::is_error_code_enum<signalbox::adminclient::AdminErrc> : std::true_type {};
