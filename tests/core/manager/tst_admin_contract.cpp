// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <map>

#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

using manager::Right;
using Call = manager::AdminRoutes::Call;

/// A path of the pattern where nothing of that name is there.
std::string pathOf(const std::string& pattern) {
    static const std::map<std::string, std::string> kValues{
        {"{name}", "none"}, {"{digest}", "sha256:x"}, {"{platform}", "x"}, {"{action}", "start"}};
    std::string path;
    std::size_t begin = 0;
    while (begin < pattern.size()) {
        const std::size_t end = std::min(pattern.find('/', begin + 1), pattern.size());
        const std::string segment = pattern.substr(begin + 1, end - begin - 1);
        const auto known = kValues.find(segment);
        path += "/" + (known != kValues.end() ? known->second : segment.starts_with('{') ? "999999" : segment);
        begin = end;
    }
    return path;
}

/// A stream has no end: its head is enough.
std::string methodOf(const Call& call) {
    return call.pattern == "/api/v1/events" ? "HEAD" : call.method;
}

bool isAllowed(const std::string& role, Right right) {
    if (role == "administrator" || right == Right::view) return true;
    return (role == "operator" && right == Right::operate) || (role == "approver" && right == Right::approve);
}

std::string leastRole(const Call& call) {
    if (!call.right) return "none";
    if (*call.right == Right::view) return "viewer";
    if (*call.right == Right::operate) return "operator";
    return *call.right == Right::approve ? "approver" : "administrator";
}

/// Whether a path of the description, {…} included, is one that the pattern takes.
bool takes(const std::string& pattern, const std::string& path) {
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < pattern.size() && b < path.size()) {
        const std::size_t endA = std::min(pattern.find('/', a + 1), pattern.size());
        const std::size_t endB = std::min(path.find('/', b + 1), path.size());
        const bool isParameter = pattern[a + 1] == '{';
        const bool isSame = pattern.substr(a, endA - a) == path.substr(b, endB - b);
        // An action's name is a word in the description.
        const bool mayStand = path[b + 1] == '{' || pattern.substr(a, endA - a) == "/{action}";
        if (!isSame && !(isParameter && mayStand)) return false;
        a = endA;
        b = endB;
    }
    return a == pattern.size() && b == path.size();
}

struct Described {
    std::string method;
    std::string path;
    std::string role;
};

/// The operations of openapi.yaml, by its indentation.
std::vector<Described> described() {
    QFile file(QStringLiteral(SIGNALBOX_OPENAPI));
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Described> found;
    std::string path;
    for (const QByteArray& bytes : file.readAll().split('\n')) {
        const std::string line = bytes.toStdString();
        if (line == "components:") break;
        if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
        for (const char* method : {"get", "post", "patch", "put", "delete"})
            if (line == std::string("    ") + method + ":") {
                std::string upper(method);
                std::transform(upper.begin(), upper.end(), upper.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
                found.push_back({upper, path, ""});
            }
        if (line.starts_with("      x-role: ") && !found.empty()) found.back().role = line.substr(14);
    }
    return found;
}

}  // namespace

/// That the door keeps to its table of calls, and openapi.yaml to both.
class TestAdminContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCallNeedsItsRole() {
        ManagerHost host;
        QVERIFY(host.manager().adminRoutes().table().size() > 50);
        for (const char* role : {"viewer", "operator", "approver", "administrator"}) {
            const auto made =
                host.admin("POST", "/api/v1/tokens", jsonOf({{"name", std::string("the ") + role}, {"role", role}}));
            QCOMPARE(made.status, 201);
            for (const Call& call : host.manager().adminRoutes().table()) {
                if (!call.right) continue;
                const auto answer = host.admin(methodOf(call), pathOf(call.pattern), {}, made.text("token"));
                const std::string what = std::string(role) + " " + call.method + " " + call.pattern + ": " +
                                         std::to_string(answer.status) + " " + answer.body;
                if (isAllowed(role, *call.right))
                    QVERIFY2(answer.status < 500 && answer.status != 401 && answer.status != 403, what.c_str());
                else
                    QVERIFY2(answer.status == 403, what.c_str());
            }
        }
    }

    void everyCallNeedsAToken() {
        ManagerHost host;
        for (const Call& call : host.manager().adminRoutes().table()) {
            if (!call.right) continue;
            const auto answer = host.admin(methodOf(call), pathOf(call.pattern), {}, "sbt_wrong");
            QVERIFY2(answer.status == 401, call.pattern.c_str());
            QCOMPARE(answer.headers.value("WWW-Authenticate"), std::string_view("Bearer"));
            QCOMPARE(answer.headers.value("Content-Type"), std::string_view("application/problem+json"));
        }
    }

    void onlyTheseAreOpen() {
        ManagerHost host;
        std::vector<std::string> open;
        for (const Call& call : host.manager().adminRoutes().table())
            if (!call.right) open.push_back(call.pattern);
        std::sort(open.begin(), open.end());
        QCOMPARE(open, (std::vector<std::string>{"/api/v1/login", "/health/live", "/health/ready", "/metrics"}));
    }

    void theDescriptionNamesEveryCallAndNoOther() {
        ManagerHost host;
        const std::vector<Described> operations = described();
        const auto& table = host.manager().adminRoutes().table();
        for (const Described& operation : operations) {
            // As in the router: the one with more words wins.
            const Call* best = nullptr;
            for (const Call& call : table)
                if (call.method == operation.method && takes(call.pattern, operation.path) &&
                    (!best || call.pattern.find("{action}") == std::string::npos))
                    best = &call;
            const std::string what = operation.method + " " + operation.path;
            QVERIFY2(best, what.c_str());
            QVERIFY2(operation.role == leastRole(*best), what.c_str());
        }
        for (const Call& call : table) {
            const auto isIt = [&call](const Described& operation) {
                return call.method == operation.method && takes(call.pattern, operation.path);
            };
            QVERIFY2(std::any_of(operations.begin(), operations.end(), isIt),
                     (call.method + " " + call.pattern).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestAdminContract)
#include "tst_admin_contract.moc"
