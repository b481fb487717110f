// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/commands.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <vector>

#include "core/base/log.h"
#include "core/http/client.h"
#include "core/node/join.h"
#include "core/node/serve.h"
#include "core/node/status.h"
#include "core/node/tool_accounts.h"
#include "core/trust/certificate.h"

namespace signalbox::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNameBytes = 128;
constexpr std::size_t kMostThreads = 64;

int exitCodeOf(const Error& error) {
    if (error.code == BaseErrc::invalidArgument) return kExitUsage;
    if (error.code == BaseErrc::notFound || error.code == BaseErrc::alreadyExists ||
        error.code == BaseErrc::unavailable)
        return kExitState;
    if (error.code == BaseErrc::denied) return kExitRefused;
    return kExitFailed;
}

int fail(int code, const std::string& text) {
    fmt::print(stderr, "signalbox-node: {}\n", printable(text, 2000));
    return code;
}

int fail(const Error& error) {
    return fail(exitCodeOf(error), error.text());
}

Error usage(Error error, std::string_view option) {
    error.code = BaseErrc::invalidArgument;
    return std::move(error).within(option);
}

/// Of a node whose certificate has ended what is not told anew stays; anything else that has joined is left alone.
Result<JoinArguments> completed(JoinArguments arguments, const trust::JoinCode& code) {
    if (!node::hasIdentity(arguments.data)) {
        for (const auto& [option, value] :
             {std::pair("--name", &arguments.name), std::pair("--listen", &arguments.listen),
              std::pair("--url", &arguments.url)})
            if (value->empty()) return makeError(BaseErrc::invalidArgument, std::string(option) + " is required");
        return arguments;
    }
    TRY(const node::NodeIdentity held, node::loadIdentity(arguments.data));
    TRY(const trust::CertificateInfo certificate, trust::inspectCertificate(held.certificatePem));
    if (SystemClock().now() < certificate.notAfter)
        return makeError(BaseErrc::alreadyExists,
                         arguments.data + " holds a node that has joined already, whose certificate is good until " +
                             toRfc3339(certificate.notAfter) + "; remove its folder 'identity' to join anew");
    TRY(const trust::CertificateInfo authority, trust::inspectCertificate(held.caPem));
    if (code.fingerprint != authority.fingerprint || (!arguments.name.empty() && arguments.name != held.name))
        return makeError(BaseErrc::alreadyExists, arguments.data + " holds the node " + held.name +
                                                      " of another manager, or of another name; remove its folder "
                                                      "'identity' to join anew");
    arguments.name = held.name;
    if (arguments.listen.empty()) arguments.listen = held.listen.text();
    if (arguments.url.empty()) arguments.url = held.url;
    return arguments;
}

Result<node::JoinRequest> requestOf(const JoinArguments& given) {
    node::JoinRequest request;
    auto code = trust::JoinCode::parse(given.code);
    if (!code) return usage(code.error(), "CODE");
    request.code = std::move(*code);
    TRY(const JoinArguments arguments, completed(given, request.code));
    auto listen = node::parseListenAddress(arguments.listen);
    if (!listen) return usage(listen.error(), "--listen");
    request.listen = std::move(*listen);
    const auto url = http::parseUrl(arguments.url);
    if (!url) return usage(url.error(), "--url");
    if (url->scheme != "https" || url->target != "/")
        return makeError(BaseErrc::invalidArgument, "--url: must have the form https://host:port");
    request.url = url->origin();
    if (arguments.name.empty() || arguments.name.size() > kMostNameBytes || printable(arguments.name) != arguments.name)
        return makeError(BaseErrc::invalidArgument, "--name: must be 1 to 128 printable characters");
    request.name = arguments.name;
    request.cluster = arguments.cluster;
    return request;
}

/// The data folder made and tried before the code, which works once, is spent; undo() removes what was made.
class ProbedFolder {
public:
    [[nodiscard]] static Result<ProbedFolder> probe(const fs::path& data) {
        std::error_code error;
        ProbedFolder probed;
        for (fs::path at = fs::absolute(data); !fs::exists(at, error) && at.has_relative_path(); at = at.parent_path())
            probed.m_made.push_back(at);
        CHECK(nativeFileSystem().makeDirectories(data));
        const fs::path file = data / ".probe";
        if (auto writer = nativeFileSystem().create(file, 0600); !writer) {
            probed.undo();
            return std::move(writer).error();
        }
        CHECK(nativeFileSystem().remove(file));
        return probed;
    }

    void undo() const {
        std::error_code error;
        for (const fs::path& folder : m_made)
            fs::remove(folder, error);  // takes empty ones only
    }

private:
    std::vector<fs::path> m_made;  ///< deepest first
};

std::string mebibytes(std::uint64_t bytes) {
    constexpr double kMiB = 1024.0 * 1024.0;
    return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / kMiB);
}

std::string jsonOf(const node::NodeStatus& status) {
    boost::json::object object;
    object["name"] = status.identity.name;
    object["cluster"] = status.identity.cluster;
    object["url"] = status.identity.url;
    object["listen"] = status.identity.listen.text();
    object["running"] = status.running;
    object["blobs"] = status.usage.blobs;
    object["blobBytes"] = status.usage.blobBytes;
    object["uploads"] = status.usage.uploads;
    object["uploadBytes"] = status.usage.uploadBytes;
    object["freeBytes"] = status.freeBytes;
    object["keepFreeBytes"] = status.keepFreeBytes;
    object["takesUploads"] = status.freeBytes > status.keepFreeBytes;
    object["scrub"] = {
        {"rounds", status.scrub.rounds}, {"damaged", status.scrub.damaged}, {"after", status.scrub.after}};
    object["accounts"] = status.accounts;
    if (status.certificateEnds) object["certificateEnds"] = toRfc3339(*status.certificateEnds);
    if (status.renewalFrom) object["renewalFrom"] = toRfc3339(*status.renewalFrom);
    if (status.scrub.roundEnd) object["scrub"].get_object()["roundEnd"] = toRfc3339(*status.scrub.roundEnd);
    return boost::json::serialize(object);
}

std::string certificateText(const node::NodeStatus& status) {
    const TimePoint now = SystemClock().now();
    const std::string end = toRfc3339(*status.certificateEnds);
    if (now >= *status.certificateEnds)
        return "no longer: its certificate ended at " + end + "; join again with a new code";
    return "until " + end + (now >= *status.renewalFrom ? ", renewal is due" : ", renewed from ") +
           (now >= *status.renewalFrom ? "" : toRfc3339(*status.renewalFrom) + " on");
}

}  // namespace

int runJoin(const JoinArguments& arguments) {
    auto request = requestOf(arguments);
    if (!request) return fail(request.error());
    const bool again = node::hasIdentity(arguments.data);
    const auto folder = ProbedFolder::probe(arguments.data);
    if (!folder) return fail(folder.error());
    const auto identity = node::joinManagerNow(std::move(*request));
    if (!identity) {
        folder->undo();
        const bool unreachable =
            identity.error().code.category() != baseCategory() || identity.error().code == BaseErrc::timedOut;
        const bool refused = identity.error().code == BaseErrc::denied;
        return fail(unreachable ? kExitUnreachable : refused ? kExitRefused : kExitFailed, identity.error().text());
    }
    auto saved = again ? node::saveRejoined(nativeFileSystem(), arguments.data, *identity)
                       : node::saveIdentity(nativeFileSystem(), arguments.data, *identity);
    if (!saved) {
        folder->undo();
        return fail(saved.error());
    }
    fmt::print("joined cluster {} as {}; start it with: signalbox-node run --data {}\n", printable(identity->cluster),
               printable(identity->name), arguments.data);
    return kExitOk;
}

int runServe(const RunArguments& arguments) {
    node::ServeOptions options;
    options.data = arguments.data;
    options.anonymous = arguments.anonymous;
    options.plain = arguments.plain;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    options.scrubBytesPerSecond = arguments.scrubMebibytes << 20;
    const auto keepFree = node::KeepFree::parse(arguments.keepFree);
    if (!keepFree) return fail(usage(keepFree.error(), "--keep-free"));
    options.keepFree = *keepFree;
    options.threads = std::min(arguments.threads == 0 ? cores : arguments.threads, kMostThreads);
    if (!arguments.listen.empty()) {
        auto listen = node::parseListenAddress(arguments.listen);
        if (!listen) return fail(usage(listen.error(), "--listen"));
        options.listen = std::move(*listen);
    }
    const SystemClock clock;
    const auto served = node::serveNode(options, clock, [](const std::string& origin) {
        fmt::print("listening on {}\n", origin);
        std::fflush(stdout);
    });
    return served ? kExitOk : fail(served.error());
}

int runAccountAdd(const AccountArguments& arguments) {
    if (!node::hasIdentity(arguments.data)) return fail(kExitState, arguments.data + " holds no node that has joined");
    auto accounts = node::ToolAccounts::load(arguments.data);
    if (!accounts) return fail(accounts.error());
    std::vector<std::string> actions{"pull"};
    if (arguments.push) actions.insert(actions.end(), {"push", "delete"});
    const auto password = accounts->add(arguments.name, {arguments.repository, std::move(actions)});
    if (!password) return fail(password.error());
    if (auto saved = accounts->save(nativeFileSystem(), arguments.data); !saved) return fail(saved.error());
    fmt::print("{}\n", *password);
    fmt::print(stderr, "the password of {}, shown this once; a node that runs takes it within seconds\n",
               arguments.name);
    return kExitOk;
}

int runAccountRemove(const AccountArguments& arguments) {
    auto accounts = node::ToolAccounts::load(arguments.data);
    if (!accounts) return fail(accounts.error());
    if (auto removed = accounts->remove(arguments.name); !removed) return fail(removed.error());
    if (auto saved = accounts->save(nativeFileSystem(), arguments.data); !saved) return fail(saved.error());
    fmt::print(stderr, "removed; a node that runs refuses it within seconds\n");
    return kExitOk;
}

int runAccountList(const AccountArguments& arguments) {
    const auto accounts = node::ToolAccounts::load(arguments.data);
    if (!accounts) return fail(accounts.error());
    for (const node::ToolAccount& account : accounts->all())
        fmt::print("{:<24} {:<6} {}\n", account.name, account.grant.actions.size() > 1 ? "writes" : "reads",
                   account.grant.repository);
    return kExitOk;
}

int runStatus(const StatusArguments& arguments) {
    const auto status = node::readStatus(arguments.data);
    if (!status) return fail(status.error());
    if (arguments.json) {
        fmt::print("{}\n", jsonOf(*status));
        return kExitOk;
    }
    const node::NodeIdentity& identity = status->identity;
    fmt::print("node      {}\ncluster   {}\nurl       {}\nlisten    {}\nrunning   {}\n", printable(identity.name),
               printable(identity.cluster), printable(identity.url), identity.listen.text(),
               status->running ? "yes" : "no");
    fmt::print("blobs     {} ({})\nuploads   {} open ({})\nfree      {}\n", status->usage.blobs,
               mebibytes(status->usage.blobBytes), status->usage.uploads, mebibytes(status->usage.uploadBytes),
               mebibytes(status->freeBytes));
    fmt::print("kept free {}{}\n", mebibytes(status->keepFreeBytes),
               status->freeBytes > status->keepFreeBytes ? "" : " (reached: uploads are refused)");
    fmt::print("accounts  {} of tools\n", status->accounts);
    if (status->certificateEnds) fmt::print("trusted   {}\n", certificateText(*status));
    fmt::print("checked   {} ({} found damaged and taken away)\n",
               status->scrub.roundEnd ? "whole, last at " + toRfc3339(*status->scrub.roundEnd) : "not yet whole",
               status->scrub.damaged);
    return kExitOk;
}

}  // namespace signalbox::app
