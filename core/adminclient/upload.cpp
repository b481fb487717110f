// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/upload.h"

#include <QFile>
#include <QMetaObject>
#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/hash.h"

namespace signalbox::adminclient {
namespace {

QString pathOf(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

Error fileError(const std::filesystem::path& file, const QFile& opened) {
    const bool missing = !QFile::exists(pathOf(file));
    return makeError(missing ? BaseErrc::notFound : BaseErrc::unavailable,
                     file.string() + ": " + opened.errorString().toStdString());
}

Result<QByteArray> readPiece(const std::filesystem::path& file, std::uint64_t offset, std::size_t most) {
    QFile opened(pathOf(file));
    if (!opened.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !opened.seek(static_cast<qint64>(offset)))
        return fileError(file, opened);
    QByteArray bytes = opened.read(static_cast<qint64>(most));
    if (bytes.isEmpty()) return makeError(BaseErrc::corrupt, file.string() + ": became shorter while it was sent");
    return bytes;
}

/// Feeds the file to `hasher`; the bytes read, or BaseErrc::cancelled.
Result<std::uint64_t> feed(QFile& opened, Hasher& hasher, const std::atomic<bool>& cancelled) {
    constexpr std::size_t kStep = 1 << 20;
    std::vector<char> buffer(kStep);
    std::uint64_t total = 0;
    for (;;) {
        if (cancelled) return makeError(BaseErrc::cancelled);
        const qint64 count = opened.read(buffer.data(), kStep);
        if (count < 0) return makeError(BaseErrc::unavailable, opened.errorString().toStdString());
        if (count == 0) return total;
        hasher.update(bytesOf({buffer.data(), static_cast<std::size_t>(count)}));
        total += static_cast<std::uint64_t>(count);
    }
}

}  // namespace

Upload::Upload(Client& client, std::filesystem::path file, UploadOptions options, QObject* parent)
    : QObject(parent), m_client(client), m_file(std::move(file)), m_options(options) {
    m_disk.setMaxThreadCount(2);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { (this->*m_afterPause)(); });
}

Upload::~Upload() {
    m_cancelled = true;
    m_disk.clear();
    m_disk.waitForDone();
}

void Upload::start(Callback callback) {
    m_callback = std::move(callback);
    m_clock.start();
    m_disk.start([this] { hashFile(); });
}

/// On a thread of the pool, which the destructor waits for.
void Upload::hashFile() {
    const auto failed = [this](Error error) { QMetaObject::invokeMethod(this, [this, error] { end(error); }); };
    QFile opened(pathOf(m_file));
    if (!opened.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return failed(fileError(m_file, opened));
    const auto size = static_cast<std::uint64_t>(opened.size());
    QMetaObject::invokeMethod(this, [this, size] { sized(size); });
    Hasher hasher;
    const Result<std::uint64_t> total = feed(opened, hasher, m_cancelled);
    if (!total) return failed(Error(total.error()).within(m_file.string()));
    if (*total != size) return failed(makeError(BaseErrc::corrupt, m_file.string() + ": changed while it was read"));
    const Digest digest = Digest::sha256OfHex(hasher.finishHex());
    QMetaObject::invokeMethod(this, [this, digest] { hashed(digest); });
}

void Upload::sized(std::uint64_t size) {
    if (m_over) return;
    m_size = size;
    m_progress.total = size;
    begin();
}

void Upload::begin() {
    const auto made = [this](Result<UploadState> state) {
        if (m_over) return;
        if (!state && mayHealByItself(state.error())) return pauseThen(state.error(), &Upload::begin);
        if (!state) return end(std::move(state).error());
        m_id = state->id;
        offsetKnown(std::move(state));
    };
    m_call = m_client.send<UploadState>(calls::createUpload(), this, made);
}

void Upload::hashed(Digest digest) {
    if (m_over) return;
    m_digest = std::move(digest);
    if (m_waitsForDigest) return finish();
    askBlob(&Upload::knownAlready);
}

void Upload::askBlob(void (Upload::*then)(Result<Blob>)) {
    m_client.send<Blob>(calls::blob(*m_digest), this, [this, then](Result<Blob> blob) {
        if (!m_over) (this->*then)(std::move(blob));
    });
}

void Upload::knownAlready(Result<Blob> blob) {
    if (!blob || blob->size != m_size) return;
    report(m_size);
    end(std::move(blob));
}

void Upload::nextPiece() {
    if (m_offset == m_size) return finish();
    const std::uint64_t offset = m_offset;
    m_disk.start([this, offset] {
        auto piece = std::make_shared<Result<QByteArray>>(readPiece(m_file, offset, m_options.piece));
        QMetaObject::invokeMethod(this, [this, piece] {
            if (m_over) return;
            if (!*piece) return end(piece->error());
            sendPiece(std::move(**piece));
        });
    });
}

void Upload::sendPiece(QByteArray bytes) {
    const auto left = static_cast<qsizetype>(std::min<std::uint64_t>(m_size - m_offset, m_options.piece));
    bytes.truncate(left);
    const auto sent = [this](std::int64_t count) {
        if (!m_over) report(std::min(m_size, m_offset + static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0))));
    };
    const auto answered = [this](const Reply& reply) {
        if (!m_over) pieceSent(reply);
    };
    m_call = m_client.sendBytes(calls::uploadPieceTarget(m_id, m_offset), std::move(bytes), this, answered, sent);
}

void Upload::pieceSent(const Reply& reply) {
    if (!reply.body) return doubt(reply.body.error());
    const Result<UploadState> state = calls::readUploadState(*reply.body);
    if (!state) return doubt(makeError(AdminErrc::badAnswer, "upload: " + state.error().context));
    if (state->offset <= m_offset) return doubt(makeError(AdminErrc::badAnswer, "the upload gains nothing"));
    m_failures = 0;
    offsetKnown(state);
}

/// Something went wrong after which only the manager knows where the upload stands.
void Upload::doubt(Error error) {
    const bool worthAsking = mayHealByItself(error) || error.code == AdminErrc::badAnswer ||
                             error.code == BaseErrc::wrongState || error.code == BaseErrc::notFound;
    if (!worthAsking) return end(std::move(error));
    pauseThen(error, &Upload::askOffset);
}

void Upload::askOffset() {
    m_call = m_client.send<UploadState>(calls::upload(m_id), this, [this](Result<UploadState> state) {
        if (m_over) return;
        if (state) return offsetKnown(std::move(state));
        if (state.error().code == BaseErrc::notFound) return begin();  // it was given up over there: once more
        doubt(std::move(state).error());
    });
}

void Upload::offsetKnown(Result<UploadState> state) {
    if (state->offset > m_size)
        return end(makeError(BaseErrc::corrupt, m_file.string() + ": became shorter while it was sent"));
    m_offset = state->offset;
    report(m_offset);
    nextPiece();
}

void Upload::finish() {
    m_waitsForDigest = !m_digest;
    if (m_waitsForDigest) return;
    m_call = m_client.send<Blob>(calls::finishUpload(m_id, *m_digest), this, [this](Result<Blob> blob) {
        if (!m_over) finishAnswered(std::move(blob));
    });
}

void Upload::finishAnswered(Result<Blob> blob) {
    if (blob) return end(std::move(blob));
    if (!mayHealByItself(blob.error())) return end(std::move(blob).error());
    pauseThen(blob.error(), &Upload::askWhetherFinished);
}

void Upload::askWhetherFinished() {
    askBlob(&Upload::foundAfterDoubt);
}

void Upload::foundAfterDoubt(Result<Blob> blob) {
    if (blob) return end(std::move(blob));
    if (blob.error().code == BaseErrc::notFound) return askOffset();
    doubt(std::move(blob).error());
}

void Upload::pauseThen(const Error& error, void (Upload::*then)()) {
    if (++m_failures > m_options.attempts) return end(error);
    const auto pause = m_options.firstPause * (1 << std::min(m_failures - 1, 10));
    m_afterPause = then;
    m_pause.start(std::min<std::chrono::milliseconds>(pause, m_options.mostPause));
    Q_EMIT interrupted(error);
}

void Upload::cancel() {
    end(makeError(BaseErrc::cancelled, m_file.string()));
}

void Upload::end(Result<Blob> result) {
    if (m_over) return;
    m_over = true;
    m_cancelled = true;
    m_pause.stop();
    m_call.cancel();
    // Best effort: the manager forgets uploads that nobody goes on with.
    if (!m_id.empty() && (!result || m_offset < m_size))
        m_client.send<Nothing>(calls::deleteUpload(m_id), &m_client, [](const Result<Nothing>&) {});
    if (const auto callback = std::exchange(m_callback, {})) callback(std::move(result));
}

void Upload::report(std::uint64_t done) {
    constexpr qint64 kSample = 250;  // ms
    constexpr double kWeight = 0.3;  // of the newest sample
    const qint64 now = m_clock.elapsed();
    if (now - m_lastSample >= kSample) {
        const double gained = done > m_lastDone ? static_cast<double>(done - m_lastDone) : 0.0;
        const double rate = gained * 1000.0 / static_cast<double>(now - m_lastSample);
        m_progress.rate = m_progress.rate > 0 ? m_progress.rate * (1 - kWeight) + rate * kWeight : rate;
        m_lastSample = now;
        m_lastDone = done;
    }
    m_progress.done = done;
    Q_EMIT progress(m_progress);
}

}  // namespace signalbox::adminclient
