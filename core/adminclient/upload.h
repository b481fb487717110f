// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/adminclient/client.h"

namespace signalbox::adminclient {

struct UploadOptions {
    std::size_t piece = 8 << 20;                ///< bytes a request
    int attempts = 8;                           ///< failures in a row without a byte gained before it is given up
    std::chrono::milliseconds firstPause{500};  ///< before trying again; doubled each time
    std::chrono::milliseconds mostPause{15000};
};

struct UploadProgress {
    std::uint64_t done = 0;   ///< bytes
    std::uint64_t total = 0;  ///< bytes
    double rate = 0;          ///< bytes a second, smoothed; 0: not known yet
};

/// Brings one file to the manager's blob store. The digest is computed beside the transfer; once it is known and the
/// manager has those bytes already, the rest is left out. After a broken connection the manager is asked how far it got
/// and the upload goes on from there. Disk work is done on threads of its own; all else on the client's thread.
class Upload : public QObject {
    Q_OBJECT
public:
    Upload(Client& client, std::filesystem::path file, UploadOptions options = {}, QObject* parent = nullptr);
    ~Upload() override;

    using Callback = std::function<void(Result<Blob>)>;

    /// The callback comes once. Errors: the file's, the manager's, or the last of too many interruptions;
    /// BaseErrc::corrupt when the file changed on the way.
    void start(Callback callback);
    /// Ends with BaseErrc::cancelled; the manager is told to forget what it has.
    void cancel();

Q_SIGNALS:
    void progress(const signalbox::adminclient::UploadProgress& progress);
    /// A connection broke; it goes on after a pause.
    void interrupted(const signalbox::Error& error);

private:
    void hashFile();
    void sized(std::uint64_t size);
    void hashed(Digest digest);
    void begin();
    void nextPiece();
    void sendPiece(QByteArray bytes);
    void pieceSent(const Reply& reply);
    void doubt(Error error);
    void askOffset();
    void offsetKnown(Result<UploadState> state);
    void finish();
    void finishAnswered(Result<Blob> blob);
    void askBlob(void (Upload::*then)(Result<Blob>));
    void knownAlready(Result<Blob> blob);
    void askWhetherFinished();
    void foundAfterDoubt(Result<Blob> blob);
    void pauseThen(const Error& error, void (Upload::*then)());
    void end(Result<Blob> result);
    void report(std::uint64_t done);

    Client& m_client;
    std::filesystem::path m_file;
    UploadOptions m_options;
    Callback m_callback;
    QThreadPool m_disk;
    std::atomic<bool> m_cancelled = false;
    QTimer m_pause;
    void (Upload::*m_afterPause)() = nullptr;
    PendingCall m_call;
    std::string m_id;
    std::uint64_t m_size = 0;
    std::uint64_t m_offset = 0;
    std::optional<Digest> m_digest;
    int m_failures = 0;
    bool m_waitsForDigest = false;
    bool m_over = false;
    QElapsedTimer m_clock;
    UploadProgress m_progress;
    qint64 m_lastSample = 0;
    std::uint64_t m_lastDone = 0;
};

}  // namespace signalbox::adminclient
