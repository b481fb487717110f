// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manager_host.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "core/model/digest.h"
#include "tests/support/http_servers.h"

namespace signalbox::test {

namespace json = boost::json;

std::string jsonOf(std::initializer_list<std::pair<const char*, std::string>> members) {
    json::object object;
    for (const auto& [name, value] : members)
        object[name] = value;
    return json::serialize(object);
}

json::value HostAnswer::at(const std::string& path) const {
    const json::value* place = &json;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string step = path.substr(begin, end - begin);
        if (const auto* object = place->if_object())
            place = object->if_contains(step);
        else if (const auto* array = place->if_array())
            place = array->if_contains(std::stoul(step));
        else
            place = nullptr;
        if (!place) return nullptr;
        begin = end + 1;
    }
    return *place;
}

std::string HostAnswer::text(const std::string& path) const {
    const json::value found = at(path);
    return found.is_string() ? std::string(found.get_string()) : std::string();
}

std::int64_t HostAnswer::number(const std::string& path) const {
    const json::value found = at(path);
    return found.is_number() ? found.to_number<std::int64_t>() : -1;
}

bool HostAnswer::has(const std::string& path) const {
    return !at(path).is_null();
}

ManagerHost::ManagerHost() {
    open();
}

ManagerHost::ManagerHost(TimePoint begin) {
    clock.set(begin);
    open();
}

ManagerHost::~ManagerHost() {
    close();
}

void ManagerHost::open() {
    manager::ManagerOptions options;
    options.data = data();
    options.ddiListen = "127.0.0.1:0";
    options.ddiUrl = "https://127.0.0.1";
    options.adminListen = "127.0.0.1:0";
    options.pollInterval = Seconds(90);
    options.backupCost = {1, std::size_t(1) << 20};
    io.restart();
    m_manager = manager::Manager::start(io, options, clock).value();
    const auto profile = json::parse(readFile(data() / "admin.json", 65536).value());
    m_adminToken = std::string(profile.at("token").as_string());
    trustAgain();
}

void ManagerHost::trustAgain() {
    http::TlsClientOptions tls;
    tls.caPem = readFile(data() / "ca.pem", 65536).value();
    tls.requiredRole = "manager";
    http::ClientOptions clientOptions;
    clientOptions.tls = http::TlsClientContext::make(std::move(tls)).value();
    m_client = http::makeClient(io, std::move(clientOptions));
}

void ManagerHost::close() {
    [[maybe_unused]] const auto stopped = runTask(io, m_manager->stop());
    m_client.reset();
    // Until it has run dry: nothing may come back to a manager that is gone.
    io.restart();
    io.run_for(Seconds(10));
    m_manager.reset();
}

void ManagerHost::restart() {
    close();
    open();
}

HostAnswer ManagerHost::ask(const std::string& method, const std::string& url, const HeaderFields& headers,
                            const std::string& body) {
    http::ClientRequest request;
    request.method = method;
    request.url = http::parseUrl(url).value();
    for (const auto& [name, value] : headers)
        request.headers.set(name, value);
    request.body = body;
    request.maxBody = std::size_t{64} << 20;
    auto response = runTask(io, m_client->send(std::move(request)));
    if (!response) throw std::runtime_error(response.error().text());
    HostAnswer answer{response->status, std::move(response->headers), std::move(response->body), nullptr};
    boost::system::error_code error;
    json::value parsed = json::parse(answer.body, error);
    if (!error) answer.json = std::move(parsed);
    return answer;
}

HostAnswer ManagerHost::admin(const std::string& method, const std::string& path, const std::string& body,
                              const std::string& token, HeaderFields headers) {
    headers.emplace_back("Authorization", "Bearer " + (token.empty() ? m_adminToken : token));
    if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
    HostAnswer answer = ask(method, m_manager->adminUrl() + path, headers, body);
    if (onAdmin) onAdmin(method, path, body, answer);
    return answer;
}

std::string ManagerHost::ddiUrl(const std::string& path) const {
    return m_manager->ddiUrl() + path;
}

HostAnswer ManagerHost::ddi(const std::string& method, const std::string& path, const std::string& token,
                            const std::string& body, bool ours, HeaderFields headers) {
    if (!token.empty()) headers.emplace_back("Authorization", "TargetToken " + token);
    headers.emplace_back("User-Agent", ours ? "signalbox-terminal/1" : "SWUpdate");
    if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
    return ask(method, path.starts_with("https:") ? path : ddiUrl("/DEFAULT/controller/v1/" + path), headers, body);
}

std::string ManagerHost::addTerminal(const std::string& controllerId) {
    return admin("POST", "/api/v1/terminals", R"({"controllerId":")" + controllerId + R"(","platform":"linux-amd64"})")
        .text("token");
}

std::string ManagerHost::upload(const std::string& content) {
    const std::string id = admin("POST", "/api/v1/uploads").text("id");
    const std::string path = "/api/v1/uploads/" + id;
    [[maybe_unused]] const auto sent = admin("PATCH", path + "?offset=0", content);
    const std::string digest = Digest::ofContent(content).text();
    return admin("POST", path + "/finish", R"({"digest":")" + digest + "\"}").text("digest");
}

std::int64_t ManagerHost::addRelease(const std::string& version, const std::string& content) {
    const std::string digest = upload(content);
    const auto made = admin("POST", "/api/v1/releases", R"({"product":"till","version":")" + version + "\"}");
    const std::string path = "/api/v1/releases/" + std::to_string(made.number("id"));
    const auto release =
        admin("POST", path + "/packages",
              R"({"platform":"linux-amd64","fileName":"till.swu","digest":")" + digest + R"(","recipe":{}})");
    const std::string manifest = release.text("manifestDigest");
    [[maybe_unused]] const auto submitted = admin("POST", path + "/submit");
    const auto approved = admin("POST", path + "/approve", R"({"manifestDigest":")" + manifest + "\"}");
    return approved.status == 200 ? made.number("id") : -1;
}

std::int64_t ManagerHost::start(std::int64_t release, const std::string& more) {
    const auto made =
        admin("POST", "/api/v1/rollouts", R"({"name":"r","release":)" + std::to_string(release) + more + "}");
    const auto started = admin("POST", "/api/v1/rollouts/" + std::to_string(made.number("id")) + "/start");
    return started.status == 200 ? made.number("id") : -1;
}

}  // namespace signalbox::test
