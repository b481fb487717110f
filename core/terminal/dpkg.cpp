// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/dpkg.h"

#include <algorithm>
#include <system_error>
#include <thread>

#include "core/base/log.h"
#include "core/terminal/failure.h"
#include "core/terminal/platform/platform.h"
#include "core/terminal/recipe_command.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;

constexpr Seconds kAskTime{60};
constexpr Seconds kChangeTime{3600};  // to end it in the middle is worse than to wait
constexpr Seconds kOthersTime{900};
constexpr Milliseconds kLook{200};
constexpr std::size_t kMaxPackages = 64;
constexpr int kSomeUnknown = 1;  // dpkg-query's exit code
constexpr std::string_view kQueryFormat = "--showformat=${Package}\\t${Version}\\t${db:Status-Status}\\n";
constexpr std::string_view kFileFormat = "--showformat=${Package}\\t${Version}\\tfile\\n";

void append(std::vector<std::string>& arguments, const std::vector<fs::path>& files) {
    arguments.reserve(arguments.size() + files.size());
    for (const fs::path& file : files)
        arguments.push_back(file.string());
}

}  // namespace

std::vector<DebPackage> parsePackageList(std::string_view text) {
    std::vector<DebPackage> packages;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
        if (first == 0 || second == std::string_view::npos) continue;
        DebPackage package;
        package.name = line.substr(0, first);
        package.version = line.substr(first + 1, second - first - 1);
        package.status = line.substr(second + 1);
        packages.push_back(std::move(package));
    }
    return packages;
}

std::string packageListText(const std::vector<DebPackage>& packages) {
    std::string text;
    for (const DebPackage& package : packages)
        text += package.name + "\t" + package.version + "\t" + package.status + "\n";
    return text;
}

bool Dpkg::isThere() const {
    std::error_code ignored;
    return fs::exists(m_system / "var/lib/dpkg/status", ignored);
}

Result<CommandOutcome> Dpkg::run(std::string program, std::vector<std::string> arguments, Seconds timeout) {
    CommandSpec spec;
    spec.arguments = std::move(arguments);
    spec.arguments.insert(spec.arguments.begin(), std::move(program));
    spec.timeout = timeout;
    spec.workingDirectory = "/";
    spec.environment = plainEnvironment();
    spec.environment.emplace_back("DEBIAN_FRONTEND=noninteractive");
    return m_commands.run(spec);
}

Result<DebPackage> Dpkg::read(const fs::path& file) {
    TRY(const CommandOutcome shown, run("dpkg-deb", {"--show", std::string(kFileFormat), file.string()}, kAskTime));
    const std::vector<DebPackage> packages = parsePackageList(shown.logTail);
    if (!shown.good() || packages.size() != 1)
        return makeError(BaseErrc::malformed, file.filename().string() + " is no Debian package: " + shown.logTail);
    DebPackage package = packages.front();
    package.file = file;
    return package;
}

Result<std::vector<DebPackage>> Dpkg::query(const std::vector<std::string>& names) {
    std::vector<std::string> arguments{"--admindir=" + (m_system / "var/lib/dpkg").string(), "--show",
                                       std::string(kQueryFormat), "--"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    TRY(const CommandOutcome shown, run("dpkg-query", std::move(arguments), kAskTime));
    const bool some = shown.end == CommandOutcome::End::exited && shown.code == kSomeUnknown;
    if (!shown.good() && !some)
        return makeError(BaseErrc::processFailed, "dpkg-query: " + shown.text() + ": " + shown.logTail);
    return parsePackageList(shown.logTail);
}

Result<CommandOutcome> Dpkg::tryInstall(const std::vector<fs::path>& files) {
    std::vector<std::string> arguments{"--root=" + m_system.string(), "--no-act", "--install"};
    append(arguments, files);
    return run("dpkg", std::move(arguments), kAskTime);
}

/// A dpkg that an agent before us started may run still, or apt's.
Result<void> Dpkg::waitForOthers() const {
    const fs::path folder = m_system / "var/lib/dpkg";
    const auto isBusy = [&] {
        return platform::isRecordLocked(folder / "lock-frontend") || platform::isRecordLocked(folder / "lock");
    };
    for (Milliseconds waited{0}; isBusy(); waited += kLook) {
        if (waited >= kOthersTime) return makeError(BaseErrc::timedOut, "another program keeps dpkg's lock");
        std::this_thread::sleep_for(kLook);
    }
    return {};
}

/// What stays unfinished may be a package that is about to be replaced: then the next step tells.
Result<void> Dpkg::finishInterrupted() {
    TRY(const CommandOutcome audit, run("dpkg", {"--root=" + m_system.string(), "--audit"}, kAskTime));
    if (audit.good() && audit.logTail.empty()) return {};
    logInfo("terminal", "dpkg was interrupted and is resumed");
    TRY(const CommandOutcome configured,
        run("dpkg", {"--root=" + m_system.string(), "--force-confold", "--configure", "--pending"}, kChangeTime));
    if (!configured.good()) logWarning("terminal", "dpkg --configure --pending: {}", configured.logTail);
    return {};
}

Result<CommandOutcome> Dpkg::change(std::vector<std::string> arguments) {
    CHECK(waitForOthers());
    CHECK(finishInterrupted());
    arguments.insert(arguments.begin(), "--root=" + m_system.string());
    return run("dpkg", std::move(arguments), kChangeTime);
}

Result<CommandOutcome> Dpkg::install(const std::vector<fs::path>& files) {
    std::vector<std::string> arguments{"--force-confold", "--install"};
    append(arguments, files);
    return change(std::move(arguments));
}

Result<CommandOutcome> Dpkg::remove(const std::vector<std::string>& names, bool purge) {
    std::vector<std::string> arguments{"--force-remove-reinstreq", purge ? "--purge" : "--remove"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    return change(std::move(arguments));
}

Result<std::vector<DebPackage>> packagesBelow(Dpkg& dpkg, const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".deb") files.push_back(entry->path());
    if (error) return makeError(error, "reading " + folder.string());
    if (files.empty() || files.size() > kMaxPackages)
        return failure(FailureCause::unpackFailed, "1 to 64 .deb files are wanted in the package, beside one another");
    std::sort(files.begin(), files.end());
    std::vector<DebPackage> packages;
    for (const fs::path& file : files) {
        TRY(DebPackage package, dpkg.read(file));
        const auto same = [&](const DebPackage& other) { return other.name == package.name; };
        if (std::any_of(packages.begin(), packages.end(), same))
            return failure(FailureCause::unpackFailed, "two .deb files of the package " + package.name);
        packages.push_back(std::move(package));
    }
    return packages;
}

std::vector<std::string> namesOf(const std::vector<DebPackage>& packages) {
    std::vector<std::string> names;
    names.reserve(packages.size());
    for (const DebPackage& package : packages)
        names.push_back(package.name);
    return names;
}

}  // namespace signalbox::terminal
