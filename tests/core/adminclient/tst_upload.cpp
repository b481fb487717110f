// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <optional>

#include "core/adminclient/upload.h"
#include "core/base/hash.h"
#include "tests/support/adminclient_server.h"

using namespace signalbox;
using namespace signalbox::adminclient;
using signalbox::test::AdminServer;
using std::chrono::milliseconds;

namespace {

std::string content(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 2654435761U) >> 13);
    return bytes;
}

/// The upload part of a manager; what goes wrong is set by the test.
struct Store {
    std::string bytes;
    std::string kept;
    int uploads = 0;
    int piecesUntilBreak = -1;  ///< then one connection breaks after half a piece was stored
    bool breakFinish = false;
    bool forget = false;  ///< once: the upload is unknown when asked for
    std::string known;    ///< a digest that is there already

    AdminServer::Answer operator()(const AdminServer::Received& request) {
        if (request.target.starts_with("/api/v1/blobs/")) return blob(request.target.substr(14));
        if (request.method == "POST" && request.target == "/api/v1/uploads") {
            bytes.clear();
            return {201, R"({"id":"u)" + std::to_string(++uploads) + R"(","offset":0})"};
        }
        if (request.method == "PATCH") return piece(request);
        if (request.method == "POST") return finish(request);
        if (request.method == "DELETE") return {204, ""};
        if (std::exchange(forget, false)) return {404, R"({"code":"notFound"})"};
        return {200, R"({"id":"u","offset":)" + std::to_string(bytes.size()) + "}"};
    }
    AdminServer::Answer blob(const std::string& digest) const {
        if (digest != known) return {404, R"({"code":"notFound"})"};
        return {200, R"({"digest":")" + digest + R"(","size":)" + std::to_string(kept.size()) + "}"};
    }
    AdminServer::Answer piece(const AdminServer::Received& request) {
        const auto offset = std::stoull(request.target.substr(request.target.find("offset=") + 7));
        if (offset != bytes.size()) return {409, R"({"offset":)" + std::to_string(bytes.size()) + "}"};
        if (piecesUntilBreak >= 0 && piecesUntilBreak-- == 0) {
            bytes += request.body.substr(0, request.body.size() / 2);
            return {200, "", "", AdminServer::End::nothing};
        }
        bytes += request.body;
        return {200, R"({"offset":)" + std::to_string(bytes.size()) + "}"};
    }
    AdminServer::Answer finish(const AdminServer::Received& request) {
        const std::string digest = "sha256:" + sha256Hex(bytesOf(bytes));
        if (request.body.find(digest) == std::string::npos) return {400, R"({"code":"corrupt"})"};
        kept = bytes;
        known = digest;
        if (std::exchange(breakFinish, false)) return {200, "", "", AdminServer::End::nothing};
        return blob(digest);
    }
};

/// A file, an upload of it and how it ended.
struct Uploaded {
    QTemporaryDir folder;
    std::filesystem::path file;
    std::unique_ptr<Client> client;
    std::unique_ptr<Upload> upload;
    std::optional<Result<Blob>> result;
    UploadProgress last;
    int interruptions = 0;

    Uploaded(const AdminServer& server, const std::string& bytes)
        : file(std::filesystem::path(folder.path().toStdString()) / "package"),
          client(Client::make(server.profile()).value()) {
        std::ofstream(file, std::ios::binary) << bytes;
        UploadOptions options;
        options.piece = 10000;
        options.attempts = 3;
        options.firstPause = milliseconds(1);
        options.mostPause = milliseconds(5);
        upload = std::make_unique<Upload>(*client, file, options);
        QObject::connect(upload.get(), &Upload::progress, [this](const UploadProgress& now) { last = now; });
        QObject::connect(upload.get(), &Upload::interrupted, [this](const Error&) { ++interruptions; });
    }
    bool run() {
        upload->start([this](Result<Blob> got) { result = std::move(got); });
        return QTest::qWaitFor([this] { return result.has_value(); }, 20000);
    }
};

}  // namespace

class UploadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bringsEveryByte() {
        Store store;
        AdminServer server(std::ref(store));
        const std::string bytes = content(123456);
        Uploaded uploaded(server, bytes);
        QVERIFY(uploaded.run());
        QVERIFY(*uploaded.result && (*uploaded.result)->size == bytes.size());
        QVERIFY(store.kept == bytes);
        QVERIFY(uploaded.last.done == bytes.size() && uploaded.last.total == bytes.size());
        QCOMPARE(server.count("PATCH", "/api/v1/uploads/u1?offset="), 13);
    }

    void anEmptyFileIsOneToo() {
        Store store;
        AdminServer server(std::ref(store));
        Uploaded uploaded(server, "");
        QVERIFY(uploaded.run());
        QVERIFY(*uploaded.result && (*uploaded.result)->size == 0);
    }

    void goesOnWhereTheManagerGotToWhenTheConnectionBreaks() {
        Store store;
        store.piecesUntilBreak = 4;
        AdminServer server(std::ref(store));
        const std::string bytes = content(100000);
        Uploaded uploaded(server, bytes);
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->has_value());
        QVERIFY(store.kept == bytes);
        QVERIFY(uploaded.interruptions >= 1);
        QCOMPARE(store.uploads, 1);
        QCOMPARE(server.count("PATCH", "/api/v1/uploads/u1?offset=45000"), 1);
    }

    void beginsAnewWhenTheManagerForgotIt() {
        Store store;
        store.piecesUntilBreak = 2;
        store.forget = true;
        AdminServer server(std::ref(store));
        const std::string bytes = content(50000);
        Uploaded uploaded(server, bytes);
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->has_value());
        QVERIFY(store.kept == bytes);
        QCOMPARE(store.uploads, 2);
    }

    void aLostAnswerToFinishIsNoFailure() {
        Store store;
        store.breakFinish = true;
        AdminServer server(std::ref(store));
        Uploaded uploaded(server, content(30000));
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->has_value());
        QCOMPARE(server.count("POST", "/api/v1/uploads/u1/finish"), 1);
    }

    void whatIsThereAlreadyIsNotSentWhole() {
        Store store;
        store.kept = content(3000000);
        store.known = "sha256:" + sha256Hex(bytesOf(store.kept));
        AdminServer server(std::ref(store));
        Uploaded uploaded(server, store.kept);
        QVERIFY(uploaded.run());
        QVERIFY(*uploaded.result && (*uploaded.result)->size == store.kept.size());
        QCOMPARE(server.count("POST", "/api/v1/uploads/u1/finish"), 0);
        QVERIFY(server.count("PATCH", "/") < 300);
    }

    void givesUpAfterTooManyBreaks() {
        AdminServer server([](const AdminServer::Received& request) {
            if (request.method == "POST") return AdminServer::Answer{201, R"({"id":"u1","offset":0})"};
            if (request.method == "GET" && request.target.find("uploads") != std::string::npos)
                return AdminServer::Answer{200, R"({"id":"u1","offset":0})"};
            return AdminServer::Answer{503, R"({"code":"unavailable"})"};
        });
        Uploaded uploaded(server, content(30000));
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->error().code == BaseErrc::unavailable);
        QCOMPARE(uploaded.interruptions, 3);
    }

    void aRefusalEndsItAtOnce() {
        AdminServer server([](const AdminServer::Received&) {
            return AdminServer::Answer{403, R"({"code":"denied"})"};
        });
        Uploaded uploaded(server, content(30000));
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->error().code == BaseErrc::denied);
        QCOMPARE(server.count("POST", "/"), 1);
    }

    void aMissingFileIsNotFound() {
        Store store;
        AdminServer server(std::ref(store));
        Uploaded uploaded(server, "x");
        std::filesystem::remove(uploaded.file);
        QVERIFY(uploaded.run());
        QVERIFY(uploaded.result->error().code == BaseErrc::notFound);
        QCOMPARE(store.uploads, 0);
    }

    void cancellingTellsTheManagerToForget() {
        Store store;
        AdminServer server([&](const AdminServer::Received& request) {
            if (request.method == "PATCH") return AdminServer::Answer{200, "", "", AdminServer::End::silence};
            return store(request);
        });
        Uploaded uploaded(server, content(30000));
        uploaded.upload->start([&](Result<Blob> got) { uploaded.result = std::move(got); });
        QTRY_VERIFY(server.count("PATCH", "/") == 1);
        uploaded.upload->cancel();
        QTRY_VERIFY(uploaded.result);
        QVERIFY(uploaded.result->error().code == BaseErrc::cancelled);
        QTRY_COMPARE(server.count("DELETE", "/api/v1/uploads/u1"), 1);
    }
};

QTEST_GUILESS_MAIN(UploadTest)
#include "tst_upload.moc"
