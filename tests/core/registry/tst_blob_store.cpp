// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/registry/blob_store.h"

using namespace signalbox;
using namespace signalbox::registry;

namespace {

constexpr const char* kAbcSha512 =
    "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

/// A store in a folder of its own that goes with the test.
struct Fixture {
    QTemporaryDir folder;
    std::unique_ptr<BlobStore> store = reopen();

    [[nodiscard]] std::filesystem::path path() const { return folder.path().toStdString(); }
    [[nodiscard]] std::unique_ptr<BlobStore> reopen() const {
        return std::move(BlobStore::open(nativeFileSystem(), path()).value());
    }
    [[nodiscard]] std::filesystem::path blobPath(const Digest& digest) const {
        return path() / "blobs" / digest.algorithm() / digest.hex().substr(0, 2) / digest.hex();
    }
};

std::string readAll(const http::FileBody& body) {
    std::string text(body.length, '\0');
    const ssize_t got = ::pread(*body.descriptor, text.data(), text.size(), static_cast<off_t>(body.offset));
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
}

}  // namespace

class TestBlobStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void putsAndReadsASmallBlob() {
        Fixture f;
        const auto digest = f.store->put(bytesOf("hello"));
        QVERIFY(digest);
        QCOMPARE(*digest, Digest::ofContent("hello"));
        QCOMPARE(f.store->size(*digest).value_or(0), std::uint64_t{5});
        QCOMPARE(f.store->read(*digest, 100).value(), std::string("hello"));
        QCOMPARE(readAll(f.store->open(*digest).value()), std::string("hello"));
        QVERIFY(f.store->verify(*digest));
        QVERIFY(f.store->openUploads().value().empty());
    }

    void putsTheSameBlobTwice() {
        Fixture f;
        QVERIFY(f.store->put(bytesOf("x")));
        QVERIFY(f.store->put(bytesOf("x")));
        QCOMPARE(f.store->usage().value().blobs, std::uint64_t{1});
    }

    void takesAZeroByteBlob() {
        Fixture f;
        auto upload = std::move(f.store->beginUpload().value());
        QVERIFY(f.store->finishUpload(std::move(upload), Digest::ofContent("")));
        QCOMPARE(f.store->size(Digest::ofContent("")).value_or(9), std::uint64_t{0});
    }

    void resumesAnUploadAfterAReopen() {
        Fixture f;
        std::string id;
        {
            auto upload = std::move(f.store->beginUpload().value());
            id = upload->id();
            QVERIFY(upload->append(bytesOf("first ")));
            QCOMPARE(upload->offset(), std::uint64_t{6});
        }
        f.store = f.reopen();
        auto upload = std::move(f.store->resumeUpload(id).value());
        QCOMPARE(upload->offset(), std::uint64_t{6});
        QVERIFY(upload->append(bytesOf("second")));
        QVERIFY(f.store->finishUpload(std::move(upload), Digest::ofContent("first second")));
        QCOMPARE(f.store->read(Digest::ofContent("first second"), 100).value(), std::string("first second"));
        QCOMPARE(f.store->resumeUpload(id).error().code, make_error_code(BaseErrc::notFound));
    }

    void refusesContentOfAnotherDigestAndDropsIt() {
        Fixture f;
        auto upload = std::move(f.store->beginUpload().value());
        const std::string id = upload->id();
        QVERIFY(upload->append(bytesOf("real")));
        const auto finished = f.store->finishUpload(std::move(upload), Digest::ofContent("claimed"));
        QCOMPARE(finished.error().code, make_error_code(BaseErrc::corrupt));
        QVERIFY(!f.store->size(Digest::ofContent("claimed")));
        QVERIFY(!f.store->size(Digest::ofContent("real")));
        QCOMPARE(f.store->resumeUpload(id).error().code, make_error_code(BaseErrc::notFound));
    }

    void finishesUnderSha512() {
        Fixture f;
        auto upload = std::move(f.store->beginUpload().value());
        QVERIFY(upload->append(bytesOf("abc")));
        const Digest digest = Digest::parse(kAbcSha512).value();
        QVERIFY(f.store->finishUpload(std::move(upload), digest));
        QVERIFY(f.store->verify(digest));
        QCOMPARE(f.store->read(digest, 3).value(), std::string("abc"));
    }

    void cancelsAnUpload() {
        Fixture f;
        auto upload = std::move(f.store->beginUpload().value());
        const std::string id = upload->id();
        QCOMPARE(f.store->openUploads().value().size(), std::size_t{1});
        QVERIFY(f.store->cancelUpload(id));
        QVERIFY(f.store->openUploads().value().empty());
        QCOMPARE(f.store->cancelUpload(id).error().code, make_error_code(BaseErrc::notFound));
    }

    void takesNoPathForAnUploadId() {
        Fixture f;
        for (const char* id : {"", "..", "../blobs", "../../etc/passwd", "0123456789abcdef0123456789abcdeF"}) {
            QCOMPARE(f.store->resumeUpload(id).error().code, make_error_code(BaseErrc::notFound));
            QCOMPARE(f.store->cancelUpload(id).error().code, make_error_code(BaseErrc::notFound));
        }
    }

    void findsDamageOnDisk() {
        Fixture f;
        const Digest digest = f.store->put(bytesOf("precious")).value();
        std::ofstream(f.blobPath(digest)) << "spoiled!";
        QCOMPARE(f.store->verify(digest).error().code, make_error_code(BaseErrc::corrupt));
    }

    void removesABlob() {
        Fixture f;
        const Digest digest = f.store->put(bytesOf("old")).value();
        QVERIFY(f.store->remove(digest));
        QVERIFY(!f.store->size(digest));
        QCOMPARE(f.store->open(digest).error().code, make_error_code(BaseErrc::notFound));
        QCOMPARE(f.store->verify(digest).error().code, make_error_code(BaseErrc::notFound));
        QVERIFY(f.store->remove(digest));
    }

    void boundsWhatIsReadWhole() {
        Fixture f;
        const Digest digest = f.store->put(bytesOf("123456")).value();
        QCOMPARE(f.store->read(digest, 5).error().code, make_error_code(BaseErrc::tooLarge));
    }

    void countsWhatItHolds() {
        Fixture f;
        QVERIFY(f.store->put(bytesOf("abc")));
        QVERIFY(f.store->put(bytesOf("defg")));
        auto upload = std::move(f.store->beginUpload().value());
        QVERIFY(upload->append(bytesOf("12")));
        const StoreUsage usage = f.store->usage().value();
        QCOMPARE(usage.blobs, std::uint64_t{2});
        QCOMPARE(usage.blobBytes, std::uint64_t{7});
        QCOMPARE(usage.uploads, std::uint64_t{1});
        QCOMPARE(usage.uploadBytes, std::uint64_t{2});
    }
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
