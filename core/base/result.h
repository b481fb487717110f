// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace signalbox {

/// What went wrong: a code that programs compare and a context that a log shows. `context` is English and never shown
/// to people without the translated text that `code` stands for.
struct Error {
    boost::system::error_code code;
    std::string context;

    /// The same error with what was being done put before the context; one call per layer.
    [[nodiscard]] Error within(std::string_view doing) && {
        context = context.empty() ? std::string(doing) : std::string(doing) + ": " + context;
        return std::move(*this);
    }

    /// For logs and command lines: "context (message of the code)".
    [[nodiscard]] std::string text() const {
        return context.empty() ? code.message() : context + " (" + code.message() + ")";
    }
};

/// Found by Boost when value() is called on an error: a bug in the caller, so it throws.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& where);

enum class BaseErrc {
    unset = 1,        ///< a Result nobody gave a value: a bug
    malformed,        ///< outside data that does not follow its format
    tooLarge,         ///< outside data above a stated bound
    notFound,         ///< a named thing does not exist
    alreadyExists,    ///< a name is taken
    invalidArgument,  ///< a value out of its stated range
    wrongState,       ///< the thing is not in a state in which this can be done
    timedOut,
    cancelled,
    denied,        ///< the caller may not do this
    unavailable,   ///< try again later
    corrupt,       ///< data of ours that does not verify
    unsupported,   ///< well-formed, but not something this version does
    processFailed  ///< a child process ended with an error
};
const boost::system::error_category& baseCategory();
inline boost::system::error_code make_error_code(BaseErrc e) {
    return {static_cast<int>(e), baseCategory()};
}

[[nodiscard]] Error makeError(boost::system::error_code code, std::string context = {});
/// The error of a failed system call, from errno.
[[nodiscard]] Error systemError(std::string context);

/// A value or an Error. Everything that can fail because of the outside world returns one. Default-constructible (as
/// BaseErrc::unset), so that it survives asio::co_spawn; only this file knows the base, so std::expected is one edit.
template <class T>
struct [[nodiscard]] Result : boost::system::result<T, Error> {
    using Base = boost::system::result<T, Error>;
    using Base::Base;
    Result() : Base(Error{make_error_code(BaseErrc::unset), {}}) {}
};

template <>
struct [[nodiscard]] Result<void> : boost::system::result<void, Error> {
    using Base = boost::system::result<void, Error>;
    using Base::Base;
    Result() = default;  ///< success
};

}  // namespace signalbox

template <>
struct boost::system::is_error_code_enum<signalbox::BaseErrc> : std::true_type {};

#define SB_JOIN_(a, b) a##b
#define SB_JOIN(a, b) SB_JOIN_(a, b)
#define SB_TRY_(ret, tmp, declaration, ...) \
    auto tmp = __VA_ARGS__;                 \
    if (!tmp) ret std::move(tmp).error();   \
    declaration = std::move(*tmp)
#define SB_CHECK_(ret, tmp, ...) \
    if (auto tmp = __VA_ARGS__; !tmp) ret std::move(tmp).error()

/// TRY(auto x, f()): the value, or return the error. CHECK(f()): go on, or return the error. In coroutines CO_TRY and
/// CO_CHECK; there `co_await` may stand first in the expression: CO_TRY(auto x, co_await f()).
#define TRY(declaration, ...) SB_TRY_(return, SB_JOIN(sbTry, __LINE__), declaration, __VA_ARGS__)
#define CHECK(...) SB_CHECK_(return, SB_JOIN(sbCheck, __LINE__), __VA_ARGS__)
#define CO_TRY(declaration, ...) SB_TRY_(co_return, SB_JOIN(sbTry, __LINE__), declaration, __VA_ARGS__)
#define CO_CHECK(...) SB_CHECK_(co_return, SB_JOIN(sbCheck, __LINE__), __VA_ARGS__)
