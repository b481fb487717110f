// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/tasks.h"
#include "core/http/client.h"
#include "core/terminal/activity_log.h"
#include "core/terminal/data_folder.h"

namespace signalbox::terminal {

enum class Verdict {
    good,
    warning,  ///< works, but a person should know
    failed,   ///< keeps this terminal from being upgraded
    skipped   ///< nothing to look at
};
[[nodiscard]] std::string_view verdictName(Verdict verdict);

struct Finding {
    std::string check;  ///< settings, agent, folder, disk, feedback, manager, token, clock, proxy, node
    Verdict verdict = Verdict::good;
    std::string text;
};

/// Whether a terminal can be upgraded, looked at one thing after the other.
struct Diagnosis {
    TimePoint at;
    std::vector<Finding> findings;
    [[nodiscard]] bool good() const;  ///< nothing failed
};
/// {"at", "good", "checks": [{"check", "verdict", "text"}]}.
[[nodiscard]] boost::json::object diagnosisJson(const Diagnosis& diagnosis);
/// In lines for people.
[[nodiscard]] std::string diagnosisText(const Diagnosis& diagnosis);

/// What a diagnosis works with; everything outlives it.
struct DiagnosisParts {
    const Clock& clock;
    FileSystem& files;
    http::Client& manager;
    http::Client& nodes;
};
/// Looks at a folder that has joined, beside its agent or in it, and changes nothing. The manager is polled once, as
/// the agent does. Bounded by the clients' deadlines.
[[nodiscard]] asio::awaitable<Diagnosis> diagnose(DiagnosisParts parts, const DataFolder& folder,
                                                  std::string userAgent);

/// What the manager is sent that asked for diagnostics: findings, status and the newest lines of the log, as one JSON
/// object below kMaxDiagnostics bytes. No token, permit or password is in it. Blocking; small files only.
inline constexpr std::size_t kMaxDiagnostics = 200 << 10;
[[nodiscard]] std::string diagnosticsBundle(FileSystem& files, const DataFolder& folder, const Diagnosis& diagnosis,
                                            std::string_view userAgent);

/// The moment that a Date header tells (RFC 9110 section 5.6.7, the one form that is sent today).
[[nodiscard]] std::optional<TimePoint> parseHttpDate(std::string_view text);

}  // namespace signalbox::terminal
