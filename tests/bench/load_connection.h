// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/bench/load_plan.h"

struct ssl_st;
struct ssl_session_st;

namespace signalbox::bench {

/// One client: sends a request, reads the answer to its end, and begins again, as far as its socket lets it. It costs
/// less than the server that it loads, so that a core of its own is enough.
class LoadConnection {
public:
    LoadConnection(LoadPlan& plan, LoadOutcome& outcome) : m_plan(plan), m_outcome(outcome) {}
    ~LoadConnection();
    LoadConnection(const LoadConnection&) = delete;
    LoadConnection& operator=(const LoadConnection&) = delete;

    /// Begins a connection and registers it with the epoll descriptor; false: it could not.
    [[nodiscard]] bool open(int epoll);
    /// Goes on until nothing can be done now, or, with `once`, until one answer is whole.
    void drive(bool once);
    [[nodiscard]] std::uint64_t answers() const { return m_answers; }
    /// For the TLS context's callback: takes the reference over.
    void keepSession(ssl_session_st* session);

private:
    enum class Stage { connecting, handshake, sending, head, body };
    enum class Step { onward, blocked, ended };

    [[nodiscard]] Step step();
    [[nodiscard]] Step handshake();
    [[nodiscard]] Step send();
    [[nodiscard]] Step receive();
    [[nodiscard]] bool takeHead();
    void beginRequest();
    void endAnswer();
    void close();
    /// Bytes moved, 0 where it would block, -1 at the end or an error.
    [[nodiscard]] long tryRead(char* into, std::size_t size);
    [[nodiscard]] long tryWrite(const char* from, std::size_t size);
    [[nodiscard]] long tlsOutcome(int returned);

    LoadPlan& m_plan;
    LoadOutcome& m_outcome;
    int m_epoll = -1;
    int m_socket = -1;
    ssl_st* m_tls = nullptr;
    ssl_session_st* m_session = nullptr;
    Stage m_stage = Stage::connecting;
    std::string m_request;
    std::size_t m_sent = 0;
    std::string m_head;
    std::uint64_t m_left = 0;  ///< of the body
    std::uint64_t m_answers = 0;
    SteadyTime m_begun;
};

}  // namespace signalbox::bench
