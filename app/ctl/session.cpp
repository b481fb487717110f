// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/session.h"

#include <QSocketNotifier>
#include <QTimer>
#include <array>
#include <atomic>
#include <csignal>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace signalbox::ctl {
namespace {

std::array<int, 2> signalPipe{-1, -1};
std::atomic<bool> signalled = false;

void onSignal(int number) {
    if (signalled.exchange(true)) _exit(128 + number);
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

}  // namespace

Interrupt::Interrupt() {
    if (pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT raised();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool Interrupt::happened() {
    return signalled;
}

void Session::run(QEventLoop& loop, adminclient::PendingCall& pending) {
    const auto connection = QObject::connect(&m_interrupt, &Interrupt::raised, &loop, [&] { pending.cancel(); });
    if (Interrupt::happened()) pending.cancel();
    loop.exec();
    QObject::disconnect(connection);
}

adminclient::Reply Session::askRaw(const adminclient::Request& request) {
    adminclient::Reply answer;
    QEventLoop loop;
    QObject context;
    auto pending = m_client->request(request, &context, [&](adminclient::Reply got) {
        answer = std::move(got);
        loop.quit();
    });
    run(loop, pending);
    return answer;
}

Result<void> Session::download(const std::string& target, const adminclient::Client::Sink& sink) {
    adminclient::Reply answer;
    QEventLoop loop;
    QObject context;
    auto pending = m_client->download(target, &context, sink, [&](adminclient::Reply got) {
        answer = std::move(got);
        loop.quit();
    });
    run(loop, pending);
    if (!answer.body) return std::move(answer.body).error();
    return {};
}

Result<adminclient::Blob> Session::upload(const std::filesystem::path& file,
                                          const std::function<void(const adminclient::UploadProgress&)>& progress,
                                          const std::function<void(const Error&)>& interrupted) {
    Result<adminclient::Blob> blob;
    QEventLoop loop;
    adminclient::Upload upload(*m_client, file);
    QObject::connect(&upload, &adminclient::Upload::progress, &loop, progress);
    QObject::connect(&upload, &adminclient::Upload::interrupted, &loop, interrupted);
    QObject::connect(&m_interrupt, &Interrupt::raised, &upload, &adminclient::Upload::cancel);
    const auto done = [&](Result<adminclient::Blob> got) {
        blob = std::move(got);
        loop.quit();
    };
    // From within the loop, because it may end at once.
    QTimer::singleShot(0, &loop, [&] {
        upload.start(done);
        if (Interrupt::happened()) upload.cancel();
    });
    loop.exec();
    // A moment for the request that gives the upload up.
    if (!blob && blob.error().code == BaseErrc::cancelled) {
        QTimer::singleShot(300, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return blob;
}

Result<void> Session::wait(std::chrono::milliseconds time,
                           const std::function<void(std::function<void()> leave)>& start) {
    QEventLoop loop;
    const auto connection = QObject::connect(&m_interrupt, &Interrupt::raised, &loop, &QEventLoop::quit);
    if (time.count() > 0) QTimer::singleShot(time, &loop, &QEventLoop::quit);
    if (start) start([&loop] { loop.quit(); });
    if (!Interrupt::happened()) loop.exec();
    QObject::disconnect(connection);
    if (Interrupt::happened()) return makeError(BaseErrc::cancelled);
    return {};
}

}  // namespace signalbox::ctl
