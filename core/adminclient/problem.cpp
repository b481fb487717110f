// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/problem.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/model/json.h"

namespace signalbox::adminclient {
namespace {

class AdminCategory final : public boost::system::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "signalbox.adminclient"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<AdminErrc>(value)) {
            case AdminErrc::unreachable:
                return "the manager does not answer";
            case AdminErrc::untrusted:
                return "the manager's certificate is not trusted";
            case AdminErrc::badAnswer:
                return "the answer is not one of the admin API";
        }
        return "unknown error " + std::to_string(value);
    }
};

struct NamedCode {
    std::string_view name;
    BaseErrc code;
};
constexpr std::array<NamedCode, 13> kCodes{{{"malformed", BaseErrc::malformed},
                                            {"tooLarge", BaseErrc::tooLarge},
                                            {"notFound", BaseErrc::notFound},
                                            {"alreadyExists", BaseErrc::alreadyExists},
                                            {"invalidArgument", BaseErrc::invalidArgument},
                                            {"wrongState", BaseErrc::wrongState},
                                            {"timedOut", BaseErrc::timedOut},
                                            {"cancelled", BaseErrc::cancelled},
                                            {"denied", BaseErrc::denied},
                                            {"unavailable", BaseErrc::unavailable},
                                            {"corrupt", BaseErrc::corrupt},
                                            {"unsupported", BaseErrc::unsupported},
                                            {"processFailed", BaseErrc::processFailed}}};

boost::system::error_code codeOfStatus(int status) {
    switch (status) {
        case 401:
        case 403:
            return BaseErrc::denied;
        case 404:
            return BaseErrc::notFound;
        case 405:
        case 501:
            return BaseErrc::unsupported;
        case 408:
        case 504:
            return BaseErrc::timedOut;
        case 409:
        case 412:
            return BaseErrc::wrongState;
        case 413:
        case 431:
            return BaseErrc::tooLarge;
        case 429:
        case 502:
        case 503:
            return BaseErrc::unavailable;
        default:
            break;
    }
    if (status >= 400 && status < 500) return BaseErrc::malformed;
    if (status >= 500) return BaseErrc::unavailable;
    return AdminErrc::badAnswer;
}

boost::system::error_code codeOfName(const boost::json::object& problem, int status) {
    const boost::json::value* name = problem.if_contains("code");
    if (!name || !name->is_string()) return codeOfStatus(status);
    const auto named = [&](const NamedCode& entry) { return entry.name == name->get_string(); };
    const auto found = std::find_if(kCodes.begin(), kCodes.end(), named);
    return found == kCodes.end() ? codeOfStatus(status) : make_error_code(found->code);
}

std::string textOfMember(const boost::json::object& problem, const char* name) {
    constexpr std::size_t kMost = 4096;
    const boost::json::value* text = problem.if_contains(name);
    if (!text || !text->is_string()) return {};
    return std::string(text->get_string()).substr(0, kMost);
}

std::optional<std::size_t> numberOfMember(const boost::json::object& problem, const char* name) {
    const boost::json::value* number = problem.if_contains(name);
    if (!number || !number->is_int64() || number->get_int64() < 0) return std::nullopt;
    return static_cast<std::size_t>(number->get_int64());
}

}  // namespace

const boost::system::error_category& adminCategory() {
    static const AdminCategory category;
    return category;
}

Problem readProblem(int status, std::string_view body) {
    const Result<boost::json::value> json = parseJson(body);
    if (!json || !json->is_object()) return {makeError(codeOfStatus(status), "status " + std::to_string(status)), {}};
    const boost::json::object& object = json->get_object();
    std::string detail = textOfMember(object, "detail");
    if (detail.empty()) detail = textOfMember(object, "title");
    if (detail.empty()) detail = "status " + std::to_string(status);
    Problem problem{makeError(codeOfName(object, status), std::move(detail)), std::nullopt};
    if (const auto position = numberOfMember(object, "position"))
        problem.place = TextPlace{*position, numberOfMember(object, "length").value_or(0)};
    return problem;
}

bool mayHealByItself(const Error& error) {
    return error.code == AdminErrc::unreachable || error.code == BaseErrc::timedOut ||
           error.code == BaseErrc::unavailable;
}

}  // namespace signalbox::adminclient
