// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/diagnosis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <system_error>

#include "core/base/log.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/feedback_queue.h"
#include "core/terminal/journal.h"
#include "core/terminal/platform/platform.h"
#include "core/terminal/status.h"
#include "core/trust/certificate.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::uint64_t kLittleRoom = std::uint64_t(512) << 20;
constexpr std::uint64_t kNoRoom = std::uint64_t(64) << 20;
constexpr Milliseconds kClockNoticed{30'000};
constexpr Milliseconds kClockWrong{300'000};  // certificates and signed metadata are judged by it
constexpr std::chrono::hours kFeedbackOld{1};
constexpr std::chrono::hours kAuthorityEndsSoon{90 * 24};
constexpr std::size_t kMaxPollAnswer = 256 << 10;

std::string bytesText(std::uint64_t bytes) {
    if (bytes >= std::uint64_t(1) << 30)
        return fmt::format("{:.1f} GiB", static_cast<double>(bytes) / static_cast<double>(std::uint64_t(1) << 30));
    return fmt::format("{} MiB", bytes >> 20);
}

std::string spanText(Milliseconds span) {
    const auto seconds = std::chrono::duration_cast<Seconds>(span < span.zero() ? -span : span).count();
    if (seconds < 120) return fmt::format("{} s", seconds);
    if (seconds < 7200) return fmt::format("{} min", seconds / 60);
    return seconds < 172800 ? fmt::format("{} h", seconds / 3600) : fmt::format("{} days", seconds / 86400);
}

/// Looks at one thing after the other and notes what it finds.
class Doctor {
public:
    Doctor(DiagnosisParts parts, const DataFolder& folder, std::string userAgent)
        : m_parts(parts), m_folder(folder), m_userAgent(std::move(userAgent)) {
        m_diagnosis.at = m_parts.clock.now();
    }

    asio::awaitable<Diagnosis> examine() {
        lookAtSettings();
        note("agent", platform::isLocked(m_folder.lockFile()) ? Verdict::good : Verdict::warning,
             platform::isLocked(m_folder.lockFile()) ? "is running" : "is not running");
        lookAtFolder();
        lookAtDisk();
        lookAtFeedback();
        const auto answer = co_await askManager();
        lookAtManager(answer);
        lookAtClock(answer);
        lookAtProxy(answer);
        const bool looked = co_await lookAtNodes();
        if (!looked) note("node", Verdict::skipped, "no deployment has named nodes yet");
        co_return std::move(m_diagnosis);
    }

private:
    void note(std::string check, Verdict verdict, std::string text) {
        m_diagnosis.findings.push_back({std::move(check), verdict, std::move(text)});
    }

    void lookAtSettings() {
        auto settings = m_folder.settings();
        auto identity = m_folder.identity();
        auto token = m_folder.token();
        const auto attributes = m_folder.attributes();
        if (!settings) note("settings", Verdict::failed, settings.error().text());
        if (!identity) note("settings", Verdict::failed, identity.error().text());
        if (!token) note("settings", Verdict::failed, token.error().text());
        if (!attributes) note("settings", Verdict::warning, "attributes are left out: " + attributes.error().text());
        if (settings && identity && token && attributes) note("settings", Verdict::good, "can be read");
        if (settings) m_settings = std::move(*settings);
        if (identity) m_identity = std::move(*identity);
        if (token) m_token = std::move(*token);
    }

    void lookAtFolder() {
        constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
        std::vector<std::string> open;
        for (const char* name : {"", "token", "identity.json"}) {
            std::error_code error;
            const fs::file_status status = fs::status(m_folder.path() / name, error);
            if (!error && (status.permissions() & kOthers) != fs::perms::none)
                open.push_back((m_folder.path() / name).string());
        }
        for (const std::string& path : open)
            note("folder", Verdict::failed, path + " can be used by others than its owner");
        const fs::path probe = m_folder.path() / "diagnose.probe";
        Result<void> written = m_parts.files.create(probe, 0600)
                                   ? m_parts.files.remove(probe)
                                   : systemError("writing into " + m_folder.path().string());
        if (!written) note("folder", Verdict::failed, written.error().text());
        if (written && open.empty())
            note("folder", Verdict::good, m_folder.path().string() + " can be written, and is its owner's alone");
    }

    void lookAtDisk() {
        std::uint64_t needed = 0;
        const auto journal = JournalFile(m_parts.files, m_folder.journalFile()).load();
        if (journal && *journal && (*journal)->stage == Stage::downloading) needed = (*journal)->layerSize;
        std::vector<fs::path> places{m_folder.path()};
        if (m_settings) places.push_back(m_settings->root);
        for (const fs::path& place : places) {
            std::error_code error;
            const fs::space_info space = fs::space(place, error);
            if (error) {
                note("disk", Verdict::failed, place.string() + ": " + error.message());
                continue;
            }
            const bool little = space.available < kLittleRoom;
            const bool none = space.available < std::max(kNoRoom, needed);
            note("disk",
                 none     ? Verdict::failed
                 : little ? Verdict::warning
                          : Verdict::good,
                 fmt::format("{}: {} of {} are free", place.string(), bytesText(space.available),
                             bytesText(space.capacity)));
        }
    }

    void lookAtFeedback() {
        const std::size_t waiting = countFeedback(m_folder.feedbackFolder());
        if (waiting == 0) return note("feedback", Verdict::good, "all is told");
        std::error_code error;
        auto oldest = fs::file_time_type::clock::now();
        const auto now = oldest;
        for (fs::directory_iterator entry(m_folder.feedbackFolder(), error), end; !error && entry != end;
             entry.increment(error)) {
            std::error_code ignored;
            const auto written = entry->last_write_time(ignored);
            if (!ignored) oldest = std::min(oldest, written);
        }
        const auto age = std::chrono::duration_cast<Milliseconds>(now - oldest);
        const Verdict verdict = waiting >= FeedbackQueue::kMost ? Verdict::failed
                                : age > kFeedbackOld            ? Verdict::warning
                                                                : Verdict::good;
        note("feedback", verdict, fmt::format("{} wait for the manager, the oldest for {}", waiting, spanText(age)));
    }

    [[nodiscard]] Task<http::ClientResponse> askManager() {
        if (!m_identity) co_return makeError(BaseErrc::notFound, "the identity cannot be read");
        CO_TRY(http::Url url, http::parseUrl(m_identity->managerUrl));
        url.target = "/" + m_identity->tenant + "/controller/v1/" + http::encodePercent(m_identity->controllerId);
        http::ClientRequest request;
        request.url = std::move(url);
        request.headers.set("Authorization", "TargetToken " + m_token);
        request.headers.set("User-Agent", m_userAgent);
        request.headers.set("Accept", "application/json");
        request.maxBody = kMaxPollAnswer;
        auto response = co_await m_parts.manager.send(std::move(request));
        co_return response;
    }

    void lookAtManager(const Result<http::ClientResponse>& answer) {
        const std::string url = m_identity ? m_identity->managerUrl : std::string("the manager");
        if (!answer) {
            note("manager", Verdict::failed, url + ": " + answer.error().text());
            note("token", Verdict::skipped, "the manager cannot be asked");
            return;
        }
        note("manager", Verdict::good, url + " answers, with a certificate of the authority that this terminal joined");
        lookAtAuthority();
        const int status = answer->status;
        if (status == 200)
            note("token", Verdict::good, "is accepted for " + m_identity->controllerId);
        else if (status == 401 || status == 403)
            note("token", Verdict::failed,
                 "is refused for " + m_identity->controllerId + ": revoked, replaced, or the terminal was removed");
        else
            note("token", Verdict::failed, "the poll was answered " + std::to_string(status));
    }

    void lookAtAuthority() {
        const auto authority = trust::inspectCertificate(m_identity->caPem);
        if (!authority || authority->notAfter - m_diagnosis.at > kAuthorityEndsSoon) return;
        note("manager", Verdict::warning,
             "its certificate authority ends on " + toRfc3339(authority->notAfter) + "; join anew before");
    }

    void lookAtClock(const Result<http::ClientResponse>& answer) {
        const std::string here = "this machine says " + toRfc3339(m_diagnosis.at);
        if (!answer && answer.error().code == http::TlsErrc::certificateExpired)
            return note("clock", Verdict::failed, here + "; the manager's certificate is not valid at that time");
        const auto theirs = answer ? parseHttpDate(answer->headers.value("Date")) : std::nullopt;
        if (!theirs) {
            const auto journal = JournalFile(m_parts.files, m_folder.journalFile()).load();
            if (journal && *journal && (*journal)->changedAt > m_diagnosis.at)
                return note("clock", Verdict::failed,
                            here + ", but noted " + toRfc3339((*journal)->changedAt) + " before");
            return note("clock", Verdict::skipped, here + "; there is no manager's time to compare with");
        }
        const Milliseconds apart = m_parts.clock.now() - *theirs;
        const Milliseconds size = apart < apart.zero() ? -apart : apart;
        note("clock",
             size > kClockWrong     ? Verdict::failed
             : size > kClockNoticed ? Verdict::warning
                                    : Verdict::good,
             size > kClockNoticed ? here + ", " + spanText(apart) + (apart > apart.zero() ? " ahead of" : " behind") +
                                        " the manager's time"
                                  : std::string("agrees with the manager's"));
    }

    void lookAtProxy(const Result<http::ClientResponse>& answer) {
        if (!m_settings) return note("proxy", Verdict::skipped, "the settings cannot be read");
        const auto proxy = proxyOf(*m_settings);
        if (!proxy) return note("proxy", Verdict::failed, proxy.error().text());
        if (!*proxy) return note("proxy", Verdict::skipped, "none is set");
        const auto url = m_identity ? http::parseUrl(m_identity->managerUrl) : Result<http::Url>(http::Url{});
        if (url && !(*proxy)->leadsTo(url->host, url->port))
            return note("proxy", Verdict::good, (*proxy)->shown() + " is set, but not on the way to the manager");
        if (answer) return note("proxy", Verdict::good, "the way to the manager leads over " + (*proxy)->shown());
        const bool own = answer.error().code.category() == http::proxyCategory();
        note("proxy", Verdict::failed,
             (*proxy)->shown() + (own ? " says: " : " does not lead to the manager: ") + answer.error().text());
    }

    /// False: none is known.
    [[nodiscard]] asio::awaitable<bool> lookAtNodes() {
        const auto journal = JournalFile(m_parts.files, m_folder.journalFile()).load();
        if (!journal || !*journal || (*journal)->offer.chain.empty()) co_return false;
        const std::vector<ChainNode> chain = (*journal)->offer.chain;
        for (const ChainNode& node : chain) {
            http::ClientRequest request;
            request.url = node.url;
            request.url.target = "/v2/";
            request.headers.set("User-Agent", m_userAgent);
            const auto answer = co_await m_parts.nodes.send(std::move(request));
            const std::string where = node.name + " (" + node.url.origin() + ")";
            // Without a token 401 is how a node says that it is there.
            if (answer && (answer->status == 200 || answer->status == 401))
                note("node", Verdict::good, where + " answers");
            else if (answer)
                note("node", Verdict::failed, where + " answers " + std::to_string(answer->status));
            else
                note("node", Verdict::failed, where + ": " + answer.error().text());
        }
        co_return true;
    }

    DiagnosisParts m_parts;
    const DataFolder& m_folder;
    std::string m_userAgent;
    std::optional<Settings> m_settings;
    std::optional<Identity> m_identity;
    std::string m_token;
    Diagnosis m_diagnosis;
};

}  // namespace

std::string_view verdictName(Verdict verdict) {
    constexpr std::array<std::string_view, 4> names{"good", "warning", "failed", "skipped"};
    return names.at(static_cast<std::size_t>(verdict));
}

bool Diagnosis::good() const {
    return std::none_of(findings.begin(), findings.end(),
                        [](const Finding& finding) { return finding.verdict == Verdict::failed; });
}

json::object diagnosisJson(const Diagnosis& diagnosis) {
    json::array checks;
    for (const Finding& finding : diagnosis.findings)
        checks.push_back({{"check", finding.check},
                          {"verdict", verdictName(finding.verdict)},
                          {"text", printable(finding.text, 1000)}});
    json::object object;
    object["at"] = toRfc3339(diagnosis.at);
    object["good"] = diagnosis.good();
    object["checks"] = std::move(checks);
    return object;
}

std::string diagnosisText(const Diagnosis& diagnosis) {
    std::string text;
    for (const Finding& finding : diagnosis.findings)
        text +=
            fmt::format("{:<8} {:<9} {}\n", verdictName(finding.verdict), finding.check, printable(finding.text, 1000));
    return text;
}

asio::awaitable<Diagnosis> diagnose(DiagnosisParts parts, const DataFolder& folder, std::string userAgent) {
    Doctor doctor(parts, folder, std::move(userAgent));
    auto diagnosis = co_await doctor.examine();
    co_return diagnosis;
}

std::string diagnosticsBundle(FileSystem& files, const DataFolder& folder, const Diagnosis& diagnosis,
                              std::string_view userAgent) {
    json::object bundle;
    bundle["agent"] = userAgent;
    bundle["diagnosis"] = diagnosisJson(diagnosis);
    bundle["status"] = nullptr;
    boost::system::error_code error;
    if (const auto status = statusJson(files, folder)) bundle["status"] = json::parse(*status, error);
    std::size_t size = json::serialize(bundle).size() + 64;
    std::vector<ActivityLine> lines = ActivityReader(folder.path()).next();
    std::vector<json::value> newest;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const std::string text = activityJson(*line);
        size += text.size() + 1;
        if (size > kMaxDiagnostics) break;
        newest.push_back(json::parse(text, error));
    }
    bundle["log"] = json::array(newest.rbegin(), newest.rend());
    return json::serialize(bundle);
}

std::optional<TimePoint> parseHttpDate(std::string_view text) {
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
    const auto numberAt = [text](std::size_t at, std::size_t length) {
        unsigned value = 0;
        const char* const begin = text.data() + at;
        const auto [end, error] = std::from_chars(begin, begin + length, value);
        return error == std::errc() && end == begin + length ? std::optional(value) : std::nullopt;
    };
    const auto day = numberAt(5, 2);
    const auto year = numberAt(12, 4);
    const auto hour = numberAt(17, 2);
    const auto minute = numberAt(20, 2);
    const auto second = numberAt(23, 2);
    const std::size_t month = kMonths.find(text.substr(8, 3));
    if (!day || !year || !hour || !minute || !second || month == std::string_view::npos || month % 3 != 0)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                           std::chrono::day(*day));
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    return TimePoint(std::chrono::sys_days(date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           Seconds(*second);
}

}  // namespace signalbox::terminal
