// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads one HTTP server on this machine and says in one JSON object what it took: bench_load --help.
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "tests/bench/load_connection.h"

namespace {

using signalbox::bench::LoadConnection;
using signalbox::bench::LoadOutcome;
using signalbox::bench::LoadPlan;
using Connections = std::vector<std::unique_ptr<LoadConnection>>;

struct Arguments {
    LoadPlan plan;
    std::string method = "GET";
    std::string path;
    std::vector<std::string> headers;
    std::string body;
    bool tls = false;
    bool hold = false;
    std::size_t connections = 64;
    double seconds = 2;
    double warmUp = 0.3;
    std::vector<int> pids;
};

/// CPU time of all threads of some processes, in seconds, to the nanosecond as the scheduler counts it.
double cpuOf(const std::vector<int>& pids) {
    double sum = 0;
    for (const int pid : pids) {
        std::error_code gone;
        for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", gone)) {
            std::uint64_t nanoseconds = 0;
            std::ifstream(task.path() / "schedstat") >> nanoseconds;
            sum += static_cast<double>(nanoseconds) / 1e9;
        }
    }
    return sum;
}

int keepSession(SSL* tls, SSL_SESSION* session) {
    static_cast<LoadConnection*>(SSL_get_app_data(tls))->keepSession(session);
    return 1;
}

SSL_CTX* clientContext() {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, keepSession);
    return context;
}

std::string requestText(const Arguments& arguments) {
    std::string text = arguments.method + " " + arguments.path +
                       " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(arguments.plan.port) + "\r\n";
    for (const std::string& header : arguments.headers)
        text += header + "\r\n";
    if (arguments.plan.rangeSize > 0) text += "Range: bytes={range}\r\n";
    if (!arguments.body.empty())
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(arguments.body.size()) + "\r\n";
    return text + "\r\n" + arguments.body;
}

double secondsSince(signalbox::bench::SteadyTime begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Lets the connections work until `isOver`. It never sleeps: a server that had to wake its client with each answer
/// would pay for that, the more the slower it is.
template <class IsOver>
void work(int epoll, const LoadOutcome& outcome, bool once, IsOver isOver) {
    constexpr int kEvents = 512;
    epoll_event events[kEvents];
    while (!isOver() && outcome.errors == 0) {
        const int count = ::epoll_wait(epoll, events, kEvents, 0);
        for (int i = 0; i < count; ++i) {
            auto* connection = static_cast<LoadConnection*>(events[i].data.ptr);
            if (!once || connection->answers() == 0) connection->drive(once);
        }
    }
}

double quantile(std::vector<std::uint32_t>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

int fail(const LoadOutcome& outcome) {
    std::fprintf(stderr, "bench_load: %s\n", outcome.firstError.c_str());
    return 1;
}

/// One request on each connection, then they stay open until standard input ends.
int hold(int epoll, const Connections& connections, const LoadOutcome& outcome) {
    work(epoll, outcome, true, [&] { return outcome.requests >= connections.size(); });
    if (outcome.errors > 0) return fail(outcome);
    std::printf("{\"connections\": %zu}\n", connections.size());
    std::fflush(stdout);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return 0;
}

int load(int epoll, const Arguments& arguments, LoadOutcome& outcome) {
    auto begin = std::chrono::steady_clock::now();
    work(epoll, outcome, false, [&] { return secondsSince(begin) >= arguments.warmUp; });
    const std::uint64_t errors = outcome.errors;
    if (errors > 0) return fail(outcome);
    outcome = LoadOutcome();
    const double cpuBefore = cpuOf(arguments.pids);
    begin = std::chrono::steady_clock::now();
    work(epoll, outcome, false, [&] { return secondsSince(begin) >= arguments.seconds; });
    const double seconds = secondsSince(begin);
    const double cpu = cpuOf(arguments.pids) - cpuBefore;
    if (outcome.errors > 0) return fail(outcome);
    std::sort(outcome.microseconds.begin(), outcome.microseconds.end());
    std::printf(
        "{\"requests\": %llu, \"bytes\": %llu, \"seconds\": %.4f, \"serverCpu\": %.6f, \"resumed\": %llu, "
        "\"p50us\": %.0f, \"p99us\": %.0f, \"mostUs\": %.0f}\n",
        static_cast<unsigned long long>(outcome.requests), static_cast<unsigned long long>(outcome.bodyBytes), seconds,
        cpu, static_cast<unsigned long long>(outcome.resumed), quantile(outcome.microseconds, 0.5),
        quantile(outcome.microseconds, 0.99), quantile(outcome.microseconds, 1));
    return 0;
}

int run(Arguments& arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    if (arguments.tls) arguments.plan.tls = clientContext();
    arguments.plan.text = requestText(arguments);
    LoadOutcome outcome;
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    Connections connections;
    for (std::size_t i = 0; i < arguments.connections; ++i) {
        connections.push_back(std::make_unique<LoadConnection>(arguments.plan, outcome));
        if (!connections.back()->open(epoll)) outcome.fail("a connection could not be opened");
    }
    return arguments.hold ? hold(epoll, connections, outcome) : load(epoll, arguments, outcome);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("Loads one HTTP server on 127.0.0.1 and says what it took.", "bench_load");
    Arguments arguments;
    cli.add_option("--port", arguments.plan.port)->required();
    cli.add_option("--path", arguments.path, "{n} is a number of --from to --to, another one each time")->required();
    cli.add_option("--method", arguments.method);
    cli.add_option("--header", arguments.headers, "As it is sent, {n} as in the path; repeatable");
    cli.add_option("--body", arguments.body, "JSON");
    cli.add_option("--from", arguments.plan.from);
    cli.add_option("--to", arguments.plan.to);
    cli.add_option("--range", arguments.plan.rangeSize, "Bytes of a range, somewhere in --range-of bytes");
    cli.add_option("--range-of", arguments.plan.rangeOf);
    cli.add_flag("--tls", arguments.tls);
    cli.add_flag("--fresh", arguments.plan.fresh, "A new connection each request; TLS sessions are resumed");
    cli.add_flag("--hold", arguments.hold, "One request each, then hold the connections until standard input ends");
    cli.add_option("--connections", arguments.connections);
    cli.add_option("--seconds", arguments.seconds);
    cli.add_option("--warm-up", arguments.warmUp, "Seconds before what is measured");
    cli.add_option("--pid", arguments.pids, "Processes whose CPU time is counted; repeatable");
    CLI11_PARSE(cli, argc, argv);
    return run(arguments);
}
