// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/adminclient/profile.h"
#include "core/trust/certificate.h"

namespace signalbox::test {

/// What an AdminServer's certificate says.
struct AdminServerIdentity {
    trust::Role role = trust::Role::manager;
    std::string host = "127.0.0.1";
};

/// A manager's door that answers what a test tells it to, over TLS with certificates of core/trust, and that can break
/// in all the ways a real one can. Runs in the test's own event loop; the handler is called for each whole request.
class AdminServer {
public:
    struct Received {
        std::string method;
        std::string target;
        std::map<std::string, std::string> headers;  ///< names in lower case
        std::string body;
    };
    enum class End {
        keep,     ///< answer and keep the connection
        nothing,  ///< close without a byte
        half,     ///< close in the middle of the body
        silence,  ///< never answer
        stream    ///< send the head and keep the body open for push()
    };
    struct Answer {
        int status = 200;
        std::string body{};
        std::string type = "application/json";
        End end = End::keep;
        std::vector<std::pair<std::string, std::string>> headers{};
    };
    using Handler = std::function<Answer(const Received&)>;

    explicit AdminServer(Handler handler, AdminServerIdentity identity = {});

    [[nodiscard]] adminclient::Profile profile() const;
    [[nodiscard]] std::string url() const;
    [[nodiscard]] const std::string& caPem() const { return m_caPem; }
    [[nodiscard]] const std::vector<Received>& requests() const { return m_requests; }
    /// How many requests there were of this method to targets that begin so.
    [[nodiscard]] int count(const std::string& method, const std::string& prefix) const;

    void push(const std::string& bytes);  ///< to every open stream
    void dropStreams();
    void close();  ///< listens no more and drops every connection

private:
    void read(QSslSocket* socket);
    void answer(QSslSocket* socket, const Answer& answer);

    Handler m_handler;
    std::string m_caPem;
    std::unique_ptr<QSslServer> m_server;
    std::map<QSslSocket*, QByteArray> m_buffers;
    std::vector<QPointer<QSslSocket>> m_streams;
    std::vector<Received> m_requests;
};

}  // namespace signalbox::test
