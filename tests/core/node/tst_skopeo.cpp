// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStandardPaths>
#include <QTest>
#include <fstream>

#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

namespace fs = std::filesystem;

/// Runs a program to its end; its exit code, with what it printed on failure.
int run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(30000)) return -1;
    if (process.exitCode() != 0) qWarning("%s", process.readAll().constData());
    return process.exitCode();
}

void write(const fs::path& path, const std::string& content) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

std::string read(const fs::path& path) {
    return readFile(path, std::size_t{1} << 30).value();
}

/// An OCI image layout with one gzipped layer of random bytes, as skopeo reads it.
class Layout {
public:
    explicit Layout(const fs::path& folder) : m_folder(folder) {
        write(folder.parent_path() / "tree" / "data.bin", patternOf(3'000'000));
        const QString tar = path(folder.parent_path() / "layer.tar");
        run(QStringLiteral("tar"), {QStringLiteral("-cf"), tar, QStringLiteral("-C"),
                                    path(folder.parent_path() / "tree"), QStringLiteral(".")});
        const Digest plain = Digest::ofContent(read(folder.parent_path() / "layer.tar"));
        run(QStringLiteral("gzip"), {QStringLiteral("-n"), tar});
        const std::string layer = put(read(folder.parent_path() / "layer.tar.gz"), "image.layer.v1.tar+gzip");
        const std::string config = put(R"({"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers",)"
                                       R"("diff_ids":[")" +
                                           plain.text() + R"("]}})",
                                       "image.config.v1+json");
        const std::string manifest =
            put(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)" + config +
                    R"(,"layers":[)" + layer + "]}",
                "image.manifest.v1+json");
        write(folder / "oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
        write(folder / "index.json", R"({"schemaVersion":2,"manifests":[)" + manifest + "]}");
    }

    [[nodiscard]] const std::vector<std::string>& digests() const { return m_digests; }
    [[nodiscard]] static QString path(const fs::path& of) { return QString::fromStdString(of.string()); }

private:
    std::string put(const std::string& content, const std::string& type) {
        const Digest digest = Digest::ofContent(content);
        write(m_folder / "blobs" / "sha256" / digest.hex(), content);
        m_digests.emplace_back(digest.hex());
        return R"({"mediaType":"application/vnd.oci.)" + type + R"(","digest":")" + digest.text() + R"(","size":)" +
               std::to_string(content.size()) + "}";
    }

    fs::path m_folder;
    std::vector<std::string> m_digests;
};

}  // namespace

/// skopeo, a client of another hand, against our node over TLS with the manager's tokens.
class TestSkopeo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("skopeo")).isEmpty(), "skopeo is not installed");
    }

    void copiesAnImageToTheNodeAndBack() {
        NodeHost node(NodeHostOptions{true});
        const QTemporaryDir folder(quickFolder());
        const fs::path here = folder.path().toStdString();
        const Layout layout(here / "image");
        write(here / "certs" / "ca.crt", node.certificates.authority.certificatePem());
        const QString certs = Layout::path(here / "certs");
        const QString origin = QString::fromStdString(node.url().substr(std::string_view("https://").size()));
        const QString image = QStringLiteral("docker://") + origin + QStringLiteral("/some/app/image:v1");
        const QString push = QString::fromStdString(node.tokens.token("some/app/image", {"pull", "push"}));
        const QString pull = QString::fromStdString(node.tokens.token("some/app/image", {"pull"}));
        QCOMPARE(run(QStringLiteral("skopeo"),
                     {QStringLiteral("copy"), QStringLiteral("--insecure-policy"), QStringLiteral("--dest-cert-dir"),
                      certs, QStringLiteral("--dest-registry-token"), push,
                      QStringLiteral("oci:") + Layout::path(here / "image"), image}),
                 0);
        QCOMPARE(run(QStringLiteral("skopeo"),
                     {QStringLiteral("copy"), QStringLiteral("--insecure-policy"), QStringLiteral("--src-cert-dir"),
                      certs, QStringLiteral("--src-registry-token"), pull, image,
                      QStringLiteral("oci:") + Layout::path(here / "back")}),
                 0);
        for (const std::string& hex : layout.digests())
            QVERIFY(read(here / "back" / "blobs" / "sha256" / hex) == read(here / "image" / "blobs" / "sha256" / hex));
    }

    void logsInByNameAndPassword() {
        NodeHost node(NodeHostOptions{true});
        node::ToolAccounts accounts;
        const auto password = accounts.add("builder", {"some/app/image", {"pull", "push"}});
        QVERIFY(password);
        node.accounts(std::move(accounts));
        node.restart();
        const QTemporaryDir folder(quickFolder());
        const fs::path here = folder.path().toStdString();
        const Layout layout(here / "image");
        write(here / "certs" / "ca.crt", node.certificates.authority.certificatePem());
        const QString certs = Layout::path(here / "certs");
        const QString origin = QString::fromStdString(node.url().substr(std::string_view("https://").size()));
        const auto login = [&](const QString& secret) {
            return run(QStringLiteral("skopeo"),
                       {QStringLiteral("login"), QStringLiteral("--authfile"), Layout::path(here / "auth.json"),
                        QStringLiteral("--cert-dir"), certs, QStringLiteral("-u"), QStringLiteral("builder"),
                        QStringLiteral("-p"), secret, origin});
        };
        const auto push = [&](const QString& repository) {
            return run(
                QStringLiteral("skopeo"),
                {QStringLiteral("copy"), QStringLiteral("--insecure-policy"), QStringLiteral("--dest-cert-dir"), certs,
                 QStringLiteral("--dest-creds"), QStringLiteral("builder:") + QString::fromStdString(*password),
                 QStringLiteral("oci:") + Layout::path(here / "image"),
                 QStringLiteral("docker://") + origin + repository});
        };
        QVERIFY(login(QStringLiteral("wrong")) > 0);
        QCOMPARE(login(QString::fromStdString(*password)), 0);
        QCOMPARE(push(QStringLiteral("/some/app/image:v1")), 0);
        QVERIFY(push(QStringLiteral("/another:v1")) > 0);
    }

    void isRefusedWithoutATokenForTheRepository() {
        NodeHost node(NodeHostOptions{true});
        const QTemporaryDir folder(quickFolder());
        const fs::path here = folder.path().toStdString();
        write(here / "certs" / "ca.crt", node.certificates.authority.certificatePem());
        const QString origin = QString::fromStdString(node.url().substr(std::string_view("https://").size()));
        QVERIFY(run(QStringLiteral("skopeo"),
                    {QStringLiteral("inspect"), QStringLiteral("--raw"), QStringLiteral("--cert-dir"),
                     Layout::path(here / "certs"), QStringLiteral("--registry-token"),
                     QString::fromStdString(node.tokens.token("another", {"pull"})),
                     QStringLiteral("docker://") + origin + QStringLiteral("/some/app/image:v1")}) > 0);
    }
};

QTEST_GUILESS_MAIN(TestSkopeo)
#include "tst_skopeo.moc"
