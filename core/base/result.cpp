// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <boost/throw_exception.hpp>
#include <cerrno>
#include <stdexcept>

namespace signalbox {
namespace {

class BaseCategory final : public boost::system::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "signalbox"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<BaseErrc>(value)) {
            case BaseErrc::unset:
                return "no result was set";
            case BaseErrc::malformed:
                return "malformed";
            case BaseErrc::tooLarge:
                return "too large";
            case BaseErrc::notFound:
                return "not found";
            case BaseErrc::alreadyExists:
                return "already exists";
            case BaseErrc::invalidArgument:
                return "invalid argument";
            case BaseErrc::wrongState:
                return "not possible in this state";
            case BaseErrc::timedOut:
                return "timed out";
            case BaseErrc::cancelled:
                return "cancelled";
            case BaseErrc::denied:
                return "not permitted";
            case BaseErrc::unavailable:
                return "unavailable";
            case BaseErrc::corrupt:
                return "does not verify";
            case BaseErrc::unsupported:
                return "not supported";
            case BaseErrc::processFailed:
                return "a program failed";
        }
        return "unknown error " + std::to_string(value);
    }
};

}  // namespace

const boost::system::error_category& baseCategory() {
    static const BaseCategory category;
    return category;
}

void throw_exception_from_error(const Error& error, const boost::source_location& where) {
    boost::throw_exception(std::logic_error("value() of an error: " + error.text()), where);
}

Error makeError(boost::system::error_code code, std::string context) {
    return {code, std::move(context)};
}

Error systemError(std::string context) {
    return {boost::system::error_code(errno, boost::system::system_category()), std::move(context)};
}

}  // namespace signalbox
