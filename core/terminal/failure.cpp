// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/failure.h"

#include <cerrno>

#include "core/model/names.h"

namespace signalbox::terminal {
namespace {

class FailureCategory final : public boost::system::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "signalbox.failure"; }
    [[nodiscard]] std::string message(int value) const override {
        return std::string(nameOf(static_cast<FailureCause>(value)));
    }
};

}  // namespace

const boost::system::error_category& failureCategory() {
    static const FailureCategory category;
    return category;
}

Error failure(FailureCause cause, std::string context) {
    return makeError(boost::system::error_code(static_cast<int>(cause), failureCategory()), std::move(context));
}

FailureCause causeOf(const Error& error, FailureCause otherwise) {
    namespace errc = boost::system::errc;
    if (error.code.category() == failureCategory()) return static_cast<FailureCause>(error.code.value());
    constexpr int kQuota = EDQUOT;  // has no name among the portable conditions
    const bool system = error.code.category() == boost::system::system_category() ||
                        error.code.category() == boost::system::generic_category();
    if (error.code == errc::no_space_on_device || error.code == errc::file_too_large ||
        (system && error.code.value() == kQuota))
        return FailureCause::diskFull;
    return otherwise;
}

}  // namespace signalbox::terminal
