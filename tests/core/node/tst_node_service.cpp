// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json.hpp>
#include <limits>

#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kImage = "application/vnd.oci.image.manifest.v1+json";

std::string manifestText(const std::string& extra = {}) {
    return std::string("{\"schemaVersion\":2,\"mediaType\":\"") + kImage +
           "\",\"config\":{\"mediaType\":\"application/x.test\",\"digest\":\"" + Digest::ofContent("{}").text() +
           "\",\"size\":2},\"layers\":[]" + extra + "}";
}

std::string errorCodeOf(const http::ClientResponse& response) {
    boost::system::error_code error;
    const auto value = boost::json::parse(response.body, error);
    if (error) return "no JSON";
    return std::string(value.at("errors").at(0).at("code").as_string());
}

std::vector<std::string> tagsOf(const http::ClientResponse& response) {
    const auto value = boost::json::parse(response.body);
    std::vector<std::string> tags;
    for (const auto& tag : value.at("tags").as_array())
        tags.emplace_back(tag.as_string());
    return tags;
}

}  // namespace

/// The registry protocol as a client sees it, over sockets; the rows are those of protocols/oci.md.
class TestNodeService : public QObject {
    Q_OBJECT

private:
    NodeHost m_node{NodeHostOptions{false, true}};
    NodeProbe m_probe;

    http::ClientResponse send(const std::string& method, const std::string& target, const Fields& headers = {},
                              const std::string& body = {}) {
        const std::string url = target.starts_with("/") ? m_node.url(target) : target;
        return m_probe.send(method, url, headers, body).value();
    }
    std::string beginUpload(const std::string& repository) {
        const auto response = send("POST", "/v2/" + repository + "/blobs/uploads/");
        return response.status == 202 ? std::string(response.headers.value("Location")) : std::string();
    }
    Digest pushBlob(const std::string& repository, const std::string& content) {
        const Digest digest = Digest::ofContent(content);
        const auto put = send("PUT", beginUpload(repository) + "?digest=" + digest.text(), {}, content);
        return put.status == 201 ? digest : Digest();
    }
    Digest pushManifest(const std::string& repository, const std::string& reference, const std::string& content) {
        const auto put =
            send("PUT", "/v2/" + repository + "/manifests/" + reference, {{"Content-Type", kImage}}, content);
        return put.status == 201 ? Digest::ofContent(content) : Digest();
    }

private Q_SLOTS:
    void answersTheVersionCheck() {  // row 1
        QCOMPARE(send("GET", "/v2/").status, 200);
        QCOMPARE(send("GET", "/v2").status, 200);
    }

    void answersUnknownPathsInTheProtocolsForm() {
        const auto response = send("GET", "/v3/x");
        QCOMPARE(response.status, 404);
        QCOMPARE(errorCodeOf(response), std::string("NAME_UNKNOWN"));
        QCOMPARE(errorCodeOf(send("PATCH", "/v2/a/tags/list")), std::string("UNSUPPORTED"));
    }

    void servesABlobWhole() {  // row 8
        const std::string content = patternOf(300'000);
        const Digest digest = pushBlob("whole/blob", content);
        const auto get = send("GET", "/v2/whole/blob/blobs/" + digest.text());
        QCOMPARE(get.status, 200);
        QVERIFY(get.body == content);
        QCOMPARE(get.headers.value("Docker-Content-Digest"), std::string_view(digest.text()));
        QVERIFY(get.headers.value("Cache-Control").find("immutable") != std::string_view::npos);
        const auto head = send("HEAD", "/v2/whole/blob/blobs/" + digest.text());
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("Content-Length"), std::string_view("300000"));
        QVERIFY(head.body.empty());
    }

    void saysWhichBlobIsMissing() {  // row 8
        const std::string target = "/v2/none/blobs/" + Digest::ofContent("missing").text();
        const auto get = send("GET", target);
        QCOMPARE(get.status, 404);
        QCOMPARE(errorCodeOf(get), std::string("BLOB_UNKNOWN"));
        QCOMPARE(send("HEAD", target).status, 404);
        QCOMPARE(errorCodeOf(send("GET", "/v2/none/blobs/sha256:abc")), std::string("DIGEST_INVALID"));
    }

    void holdsBlobsPerRepository() {
        const Digest digest = pushBlob("mine", "secret of mine");
        QCOMPARE(send("GET", "/v2/other/blobs/" + digest.text()).status, 404);
    }

    void servesRanges_data() {  // row 9
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("length");
        QTest::newRow("middle") << QStringLiteral("bytes=500-1499") << 500 << 1000;
        QTest::newRow("to the end") << QStringLiteral("bytes=500-") << 500 << 1500;
        QTest::newRow("suffix") << QStringLiteral("bytes=-500") << 1500 << 500;
        QTest::newRow("clipped") << QStringLiteral("bytes=1900-5000") << 1900 << 100;
    }
    void servesRanges() {
        QFETCH(const QString, range);
        QFETCH(const int, first);
        QFETCH(const int, length);
        const std::string content = patternOf(2000);
        const Digest digest = pushBlob("ranges", content);
        const auto part = send("GET", "/v2/ranges/blobs/" + digest.text(), {{"Range", range.toStdString()}});
        QCOMPARE(part.status, 206);
        QVERIFY(part.body == content.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(length)));
        QCOMPARE(std::string(part.headers.value("Content-Range")),
                 "bytes " + std::to_string(first) + "-" + std::to_string(first + length - 1) + "/2000");
    }

    void refusesRangesOutside_data() {  // row 10
        QTest::addColumn<QString>("range");
        QTest::newRow("backwards") << QStringLiteral("bytes=500-0");
        QTest::newRow("beyond") << QStringLiteral("bytes=2000-");
    }
    void refusesRangesOutside() {
        QFETCH(const QString, range);
        const Digest digest = pushBlob("ranges", patternOf(2000));
        const auto part = send("GET", "/v2/ranges/blobs/" + digest.text(), {{"Range", range.toStdString()}});
        QCOMPARE(part.status, 416);
        QCOMPARE(part.headers.value("Content-Range"), std::string_view("bytes */2000"));
        QVERIFY(part.body.size() < 500);
    }

    void takesABlobInOnePost() {  // row 13
        const Digest digest = Digest::ofContent("one post");
        const auto post = send("POST", "/v2/post/blobs/uploads/?digest=" + digest.text(), {}, "one post");
        QCOMPARE(post.status, 201);
        QCOMPARE(send("GET", std::string(post.headers.value("Location"))).body, std::string("one post"));
    }

    void takesABlobInOnePut() {  // row 14
        const Digest digest = Digest::ofContent("one put");
        const auto put = send("PUT", beginUpload("put") + "?digest=" + digest.text(), {}, "one put");
        QCOMPARE(put.status, 201);
        QCOMPARE(send("GET", std::string(put.headers.value("Location"))).body, std::string("one put"));
    }

    void takesAStreamedPatchAndAClosingPut() {  // row 15
        const std::string location = beginUpload("stream");
        const auto patch = send("PATCH", location, {}, "streamed");
        QCOMPARE(patch.status, 202);
        const auto put = send(
            "PUT", std::string(patch.headers.value("Location")) + "?digest=" + Digest::ofContent("streamed").text());
        QCOMPARE(put.status, 201);
    }

    void takesChunksAndTheLastInTheClosingPut() {  // rows 16, 17
        const std::string location = beginUpload("chunks");
        const auto first = send("PATCH", location, {{"Content-Range", "0-4"}}, "01234");
        QCOMPARE(first.status, 202);
        QCOMPARE(first.headers.value("Range"), std::string_view("0-4"));
        const auto put = send("PUT", location + "?digest=" + Digest::ofContent("0123456789").text(),
                              {{"Content-Range", "5-9"}}, "56789");
        QCOMPARE(put.status, 201);
    }

    void refusesAChunkOutOfOrderAndKeepsTheSession() {  // row 18
        const std::string location = beginUpload("order");
        QCOMPARE(send("PATCH", location, {{"Content-Range", "0-4"}}, "01234").status, 202);
        QCOMPARE(send("PATCH", location, {{"Content-Range", "6-9"}}, "6789").status, 416);
        const auto repeated = send("PATCH", location, {{"Content-Range", "0-4"}}, "01234");
        QCOMPARE(repeated.status, 416);
        QCOMPARE(repeated.headers.value("Range"), std::string_view("0-4"));
        const std::string close = location + "?digest=" + Digest::ofContent("0123456789").text();
        QCOMPARE(send("PUT", close, {{"Content-Range", "0-4"}}, "01234").status, 416);
        QCOMPARE(send("PATCH", location, {{"Content-Range", "5-9"}}, "56789").status, 202);
        QCOMPARE(send("PUT", close).status, 201);
    }

    void refusesAContentRangeUnlikeTheBody() {
        const std::string location = beginUpload("order");
        QCOMPARE(send("PATCH", location, {{"Content-Range", "0-9"}}, "01234").status, 400);
        QCOMPARE(send("PATCH", location, {{"Content-Range", "x"}}, "01234").status, 400);
        QCOMPARE(send("GET", location).headers.value("Range"), std::string_view("0-0"));
    }

    void tellsWhereAnUploadStands() {  // row 19
        const std::string location = beginUpload("status");
        const auto empty = send("GET", location);
        QCOMPARE(empty.status, 204);
        QCOMPARE(empty.headers.value("Range"), std::string_view("0-0"));
        QCOMPARE(send("PATCH", location, {}, "12345678").status, 202);
        const auto later = send("GET", location);
        QCOMPARE(later.headers.value("Range"), std::string_view("0-7"));
        QCOMPARE(std::string(later.headers.value("Location")), location);
        QCOMPARE(send("GET", "/v2/status/blobs/uploads/00000000000000000000000000000000").status, 404);
    }

    void refusesAWrongDigest() {  // row 20
        const std::string location = beginUpload("wrong");
        const auto put = send("PUT", location + "?digest=" + Digest::ofContent("claimed").text(), {}, "sent");
        QCOMPARE(put.status, 400);
        QCOMPARE(errorCodeOf(put), std::string("DIGEST_INVALID"));
        QCOMPARE(send("HEAD", "/v2/wrong/blobs/" + Digest::ofContent("claimed").text()).status, 404);
        QCOMPARE(send("PUT", beginUpload("wrong") + "?digest=md5:abc", {}, "x").status, 400);
        QCOMPARE(send("PUT", beginUpload("wrong"), {}, "x").status, 400);
    }

    void mountsWhatTheOtherRepositoryHolds() {  // rows 21, 22
        const Digest digest = pushBlob("from/here", "to mount");
        const std::string uploads = "/v2/to/there/blobs/uploads/?mount=" + digest.text();
        QCOMPARE(send("POST", uploads + "&from=no/such").status, 202);
        QCOMPARE(send("POST", uploads).status, 202);
        QCOMPARE(send("HEAD", "/v2/to/there/blobs/" + digest.text()).status, 404);
        QCOMPARE(send("POST", uploads + "&from=from%2Fhere").status, 201);
        QCOMPARE(send("GET", "/v2/to/there/blobs/" + digest.text()).body, std::string("to mount"));
    }

    void cancelsAnUpload() {  // row 23
        const std::string location = beginUpload("cancel");
        QCOMPARE(send("DELETE", location).status, 204);
        QCOMPARE(send("GET", location).status, 404);
    }

    void storesManifestsVerbatim() {  // rows 11, 24
        const std::string text = manifestText(",  \"unknown\" : [1, 2]");
        const Digest digest = pushManifest("app/manifest", "v1", text);
        QVERIFY(!digest.empty());
        for (const std::string& reference : {std::string("v1"), digest.text()}) {
            const auto get = send("GET", "/v2/app/manifest/manifests/" + reference);
            QCOMPARE(get.status, 200);
            QCOMPARE(get.body, text);
            QCOMPARE(get.headers.value("Content-Type"), std::string_view(kImage));
            QCOMPARE(get.headers.value("Docker-Content-Digest"), std::string_view(digest.text()));
            const auto head = send("HEAD", "/v2/app/manifest/manifests/" + reference);
            QCOMPARE(head.status, 200);
            QCOMPARE(std::string(head.headers.value("Content-Length")), std::to_string(text.size()));
        }
    }

    void refusesManifestsThatAreNone() {
        const std::string target = "/v2/bad/manifests/";
        QCOMPARE(send("PUT", target + "t", {{"Content-Type", kImage}}, "[]").status, 400);
        QCOMPARE(send("PUT", target + "t", {{"Content-Type", kImage}}, "{").status, 400);
        QCOMPARE(send("PUT", target + "t", {{"Content-Type", "application/x.other"}}, manifestText()).status, 400);
        QCOMPARE(send("PUT", target + "t", {{"Content-Type", "two words"}}, "{}").status, 400);
        QCOMPARE(errorCodeOf(send("PUT", target + ".t", {{"Content-Type", kImage}}, manifestText())),
                 std::string("TAG_INVALID"));
        QCOMPARE(send("PUT", target + Digest::ofContent("x").text(), {{"Content-Type", kImage}}, manifestText()).status,
                 400);
        QCOMPARE(send("PUT", target + "sha256:zz", {{"Content-Type", kImage}}, manifestText()).status, 400);
        QCOMPARE(send("GET", "/v2/bad/tags/list").status, 404);
    }

    void answersForMissingManifests() {  // row 11
        QCOMPARE(send("GET", "/v2/none/manifests/v9").status, 404);
        QCOMPARE(send("HEAD", "/v2/none/manifests/v9").status, 404);
        QCOMPARE(send("GET", "/v2/none/manifests/.INVALID").status, 404);
        QCOMPARE(send("GET", "/v2/none/manifests/" + Digest::ofContent("x").text()).status, 404);
        QCOMPARE(send("GET", "/v2/none/manifests/sha256:totally-wrong").status, 400);
    }

    void takesLargeManifests() {
        const std::string text = manifestText(",\"annotations\":{\"a\":\"" + std::string(5 << 20, 'a') + "\"}");
        const Digest digest = pushManifest("large", "big", text);
        QVERIFY(!digest.empty());
        QVERIFY(send("GET", "/v2/large/manifests/big").body == text);
        const auto larger = send("PUT", "/v2/large/manifests/x", {{"Content-Type", kImage}}, std::string(9 << 20, ' '));
        QCOMPARE(larger.status, 413);
    }

    void listsTagsInOrderAndInPages() {  // rows 2 to 4
        for (const char* tag : {"b", "C", "a", "d"})
            QVERIFY(!pushManifest("tags", tag, manifestText()).empty());
        const std::vector<std::string> all{"a", "b", "C", "d"};
        QVERIFY(tagsOf(send("GET", "/v2/tags/tags/list")) == all);
        const auto page = send("GET", "/v2/tags/tags/list?n=2");
        QVERIFY(tagsOf(page) == (std::vector<std::string>{"a", "b"}));
        QCOMPARE(page.headers.value("Link"), std::string_view("</v2/tags/tags/list?n=2&last=b>; rel=\"next\""));
        const auto rest = send("GET", "/v2/tags/tags/list?n=2&last=b");
        QVERIFY(tagsOf(rest) == (std::vector<std::string>{"C", "d"}));
        QVERIFY(!rest.headers.find("Link"));
        QVERIFY(tagsOf(send("GET", "/v2/tags/tags/list?n=0")).empty());
        QCOMPARE(send("GET", "/v2/no-such/tags/list").status, 404);
    }

    void keepsTagsThatLookLikeTemporaryFiles() {
        QVERIFY(!pushManifest("names", "a.new", manifestText()).empty());
        QVERIFY(!pushManifest("names", "a", manifestText(",\"x\":1")).empty());
        QVERIFY(tagsOf(send("GET", "/v2/names/tags/list")) == (std::vector<std::string>{"a", "a.new"}));
        QCOMPARE(send("GET", "/v2/names/manifests/a.new").body, manifestText());
    }

    void listsReferrers() {  // rows 5 to 7, 25
        const Digest subject = Digest::ofContent("subject that never came");
        const auto none = send("GET", "/v2/refs/referrers/" + subject.text());
        QCOMPARE(none.status, 200);
        QCOMPARE(none.headers.value("Content-Type"), std::string_view("application/vnd.oci.image.index.v1+json"));
        const std::string text =
            manifestText(",\"subject\":{\"mediaType\":\"" + std::string(kImage) + "\",\"digest\":\"" + subject.text() +
                         "\",\"size\":1},"
                         "\"annotations\":{\"k\":\"v\"}");
        const auto put = send("PUT", "/v2/refs/manifests/r", {{"Content-Type", kImage}}, text);
        QCOMPARE(put.headers.value("OCI-Subject"), std::string_view(subject.text()));
        const auto list = boost::json::parse(send("GET", "/v2/refs/referrers/" + subject.text()).body);
        QCOMPARE(list.at("manifests").as_array().size(), std::size_t{1});
        const auto& entry = list.at("manifests").at(0);
        QCOMPARE(std::string(entry.at("digest").as_string()), Digest::ofContent(text).text());
        QCOMPARE(std::string(entry.at("artifactType").as_string()), std::string("application/x.test"));
        QCOMPARE(std::string(entry.at("annotations").at("k").as_string()), std::string("v"));
        const auto other = send("GET", "/v2/refs/referrers/" + subject.text() + "?artifactType=no%2Fsuch");
        QCOMPARE(other.headers.value("OCI-Filters-Applied"), std::string_view("artifactType"));
        QVERIFY(boost::json::parse(other.body).at("manifests").as_array().empty());
    }

    void tagsAManifestPushedByDigest() {  // row 26
        const std::string text = manifestText(",\"many\":1");
        const std::string target = "/v2/many/manifests/" + Digest::ofContent(text).text() + "?tag=x&tag=y";
        const auto put = send("PUT", target, {{"Content-Type", kImage}}, text);
        QCOMPARE(put.status, 201);
        QVERIFY(tagsOf(send("GET", "/v2/many/tags/list")) == (std::vector<std::string>{"x", "y"}));
    }

    void deletesTagsManifestsAndBlobs() {  // rows 27 to 29
        const Digest blob = pushBlob("gone", "blob to go");
        const Digest digest = pushManifest("gone", "one", manifestText(",\"gone\":1"));
        QVERIFY(!pushManifest("gone", "two", manifestText(",\"gone\":1")).empty());
        QCOMPARE(send("DELETE", "/v2/gone/manifests/one").status, 202);
        QCOMPARE(send("GET", "/v2/gone/manifests/one").status, 404);
        QCOMPARE(send("GET", "/v2/gone/manifests/" + digest.text()).status, 200);
        QCOMPARE(send("DELETE", "/v2/gone/manifests/" + digest.text()).status, 202);
        QCOMPARE(send("GET", "/v2/gone/manifests/two").status, 404);
        QCOMPARE(send("DELETE", "/v2/gone/blobs/" + blob.text()).status, 202);
        QCOMPARE(send("GET", "/v2/gone/blobs/" + blob.text()).status, 404);
        QCOMPARE(send("DELETE", "/v2/gone/blobs/" + blob.text()).status, 404);
    }

    void keepsContentThatAnotherRepositoryHolds() {
        const Digest digest = pushBlob("first", "shared");
        QCOMPARE(pushBlob("second", "shared"), digest);
        QCOMPARE(send("DELETE", "/v2/first/blobs/" + digest.text()).status, 202);
        QCOMPARE(send("GET", "/v2/second/blobs/" + digest.text()).body, std::string("shared"));
    }

    void refusesNamesOutsideTheGrammar() {
        for (const char* name : {"Upper", "a..b", "_x", "a%2F..%2Fb", "a/-b", "a/b__c___d"}) {
            const auto response = send("POST", std::string("/v2/") + name + "/blobs/uploads/");
            QCOMPARE(response.status, 400);
            QCOMPARE(errorCodeOf(response), std::string("NAME_INVALID"));
        }
    }

    void takesZeroBytesAndSha512() {
        QCOMPARE(pushBlob("zero", ""), Digest::ofContent(""));
        Hasher hasher(Hasher::Algorithm::sha512);
        hasher.update(bytesOf("long digest"));
        const std::string digest = "sha512:" + hasher.finishHex();
        QCOMPARE(send("PUT", beginUpload("zero") + "?digest=" + digest, {}, "long digest").status, 201);
        QCOMPARE(send("GET", "/v2/zero/blobs/" + digest).body, std::string("long digest"));
    }

    void letsTheLaterRequestOwnAnUpload() {
        const std::string location = beginUpload("owner");
        RawConnection stalled(static_cast<std::uint16_t>(http::parseUrl(m_node.url()).value().port));
        // The node says "continue" once the upload is this request's: only then is the other one the later.
        QVERIFY(stalled.send("PATCH " + location +
                             " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"));
        QVERIFY(stalled.readUntil("\r\n\r\n").find(" 100 ") != std::string::npos);
        QCOMPARE(send("PATCH", location, {{"Content-Range", "0-4"}}, "01234").status, 202);
        QVERIFY(stalled.send(std::string(100, 'x')));
        QVERIFY(stalled.readUntil("\r\n\r\n").find(" 409 ") != std::string::npos);
        QCOMPARE(send("GET", location).headers.value("Range"), std::string_view("0-4"));
    }

    void boundsOpenUploads() {
        NodeHost node(NodeHostOptions{false, true, 2});
        for (const int expected : {202, 202, 429})
            QCOMPARE(m_probe.send("POST", node.url("/v2/a/blobs/uploads/")).value().status, expected);
    }

    void refusesUploadsAtTheDiskLimit() {
        NodeHost node(NodeHostOptions{false, true});
        const auto ask = [&](const std::string& method, const std::string& target, const std::string& body = {}) {
            return m_probe.send(method, node.url(target), {}, body).value();
        };
        const std::string blob = "/v2/a/blobs/" + Digest::ofContent("held").text();
        const std::string wanted = "?digest=" + Digest::ofContent("whole").text();
        QCOMPARE(ask("POST", "/v2/a/blobs/uploads/?digest=" + Digest::ofContent("held").text(), "held").status, 201);
        const std::string location(ask("POST", "/v2/a/blobs/uploads/").headers.value("Location"));
        QCOMPARE(ask("PATCH", location, "who").status, 202);

        node.keepFree({std::numeric_limits<std::uint64_t>::max(), 0});
        node.restart();
        const auto refused = ask("POST", "/v2/a/blobs/uploads/");
        QCOMPARE(refused.status, 507);
        QCOMPARE(errorCodeOf(refused), std::string("DENIED"));
        QCOMPARE(ask("PATCH", location, "le").status, 507);
        QCOMPARE(ask("PUT", location + wanted, "le").status, 507);
        QCOMPARE(ask("GET", location).headers.value("Range"), std::string_view("0-2"));
        QCOMPARE(ask("GET", blob).body, std::string("held"));

        node.keepFree({});
        node.restart();
        QCOMPARE(ask("PUT", location + wanted, "le").status, 201);
    }

    void readsDiskLimits() {
        QCOMPARE(node::KeepFree::parse("2048").value().of(0), std::uint64_t{2048} << 20);
        QCOMPARE(node::KeepFree::parse("5%").value().of(1000), std::uint64_t{50});
        QCOMPARE(node::KeepFree::parse("5%").value().text(), std::string("5%"));
        for (const char* text : {"", "%", "-1", "100%", "5 %", "1G", "99999999999999999999"})
            QCOMPARE(node::KeepFree::parse(text).error().code, makeError(BaseErrc::invalidArgument).code);
    }

    void removesAbandonedUploads() {
        const std::string location = beginUpload("old");
        const std::string id = location.substr(location.rfind('/') + 1);
        std::filesystem::last_write_time(m_node.folder() / "uploads" / id,
                                         std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
        const std::string young = beginUpload("old");
        QVERIFY(m_probe.run(m_node.service().sweep()));
        QCOMPARE(send("GET", location).status, 404);
        QCOMPARE(send("GET", young).status, 204);
    }
};

QTEST_GUILESS_MAIN(TestNodeService)
#include "tst_node_service.moc"
