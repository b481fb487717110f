// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/http/client.h"
#include "core/manager/manager.h"
#include "tests/support/manager_clock.h"
#include "tests/support/manager_folder.h"

namespace signalbox::test {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;

/// A JSON object of texts. (For moc, which loses its way in a raw string with an odd number of quotes.)
[[nodiscard]] std::string jsonOf(std::initializer_list<std::pair<const char*, std::string>> members);

/// An answer with its JSON, where it is some.
struct HostAnswer {
    int status = 0;
    http::Headers headers;
    std::string body;
    boost::json::value json;

    /// A member by its path, "a/0/b"; null where there is none.
    [[nodiscard]] boost::json::value at(const std::string& path) const;
    [[nodiscard]] std::string text(const std::string& path) const;
    [[nodiscard]] std::int64_t number(const std::string& path) const;
    [[nodiscard]] bool has(const std::string& path) const;
};

/// A whole manager on 127.0.0.1 with a data folder of its own, asked over TLS. It runs on the test's thread while the
/// test waits for an answer.
class ManagerHost {
public:
    ManagerHost();
    /// Its clock stands at `begin`. Certificates are judged by the real time all the same.
    explicit ManagerHost(TimePoint begin);
    ~ManagerHost();

    asio::io_context io;
    FakeClock clock;

    [[nodiscard]] std::filesystem::path data() const { return m_folder.path().toStdString(); }
    [[nodiscard]] manager::Manager& manager() { return *m_manager; }
    /// Stops it and starts it on the same data.
    void restart();
    /// Reads the manager's ca.pem again, as a console does that is started.
    void trustAgain();

    [[nodiscard]] HostAnswer admin(const std::string& method, const std::string& path, const std::string& body = {},
                                   const std::string& token = {}, HeaderFields headers = {});
    /// Sees every request to the admin door, with its body, and the answer.
    using AdminWitness = std::function<void(const std::string& method, const std::string& path, const std::string& body,
                                            const HostAnswer& answer)>;
    AdminWitness onAdmin;
    [[nodiscard]] HostAnswer ask(const std::string& method, const std::string& url, const HeaderFields& headers = {},
                                 const std::string& body = {});
    [[nodiscard]] http::Client& client() { return *m_client; }
    [[nodiscard]] const std::string& adminToken() const { return m_adminToken; }
    [[nodiscard]] std::string ddiUrl(const std::string& path) const;

    /// A DDI client's request; `ours` as our own agent.
    [[nodiscard]] HostAnswer ddi(const std::string& method, const std::string& path, const std::string& token,
                                 const std::string& body = {}, bool ours = true, HeaderFields headers = {});

    /// Makes a terminal by the admin API; its DDI token.
    [[nodiscard]] std::string addTerminal(const std::string& controllerId);
    /// Uploads `content` and makes an approved release of it; its id.
    [[nodiscard]] std::int64_t addRelease(const std::string& version, const std::string& content = "package");
    /// Creates and starts a rollout; `more` are further members, beginning with a comma. Its id.
    [[nodiscard]] std::int64_t start(std::int64_t release, const std::string& more = {});
    [[nodiscard]] std::string upload(const std::string& content);

private:
    void open();
    void close();

    QTemporaryDir m_folder{managerFolderTemplate()};
    std::unique_ptr<manager::Manager> m_manager;
    std::unique_ptr<http::Client> m_client;
    std::string m_adminToken;
};

}  // namespace signalbox::test
