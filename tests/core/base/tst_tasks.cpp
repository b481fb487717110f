// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>
#include <thread>

#include "core/base/file_system.h"
#include "core/base/log.h"
#include "core/base/tasks.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;

namespace {

struct Threads {
    std::thread::id before;
    std::thread::id work;
    std::thread::id after;
    int value = 0;
};

Task<void> workOnPool(BlockingPool& pool, Threads& seen) {
    seen.before = std::this_thread::get_id();
    auto work = [&seen]() -> Result<int> {
        seen.work = std::this_thread::get_id();
        return 42;
    };
    CO_TRY(seen.value, co_await pool.run(std::move(work)));
    seen.after = std::this_thread::get_id();
    co_return Result<void>();
}

Task<void> failOnPool(BlockingPool& pool, boost::system::error_code& code) {
    auto work = []() -> Result<int> { return makeError(BaseErrc::corrupt, "bad"); };
    auto result = co_await pool.run(std::move(work));
    code = codeOf(result);
    co_return Result<void>();
}

Task<void> throws() {
    throw std::runtime_error("thrown in a task");
    co_return Result<void>();
}

Task<void> fails(Error error) {
    co_return error;
}

Task<void> succeeds(bool& ran) {
    ran = true;
    co_return Result<void>();
}

/// The exit code of a process in which the root task ran.
int exitCodeOfRoot(const std::function<Task<void>()>& task) {
    const pid_t child = ::fork();
    if (child == 0) {
        configureLog(LogLevel::error, "/dev/null");
        boost::asio::io_context context;
        spawnRoot(context.get_executor(), "root", task());
        context.run();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

class TestTasks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failedRootEndsTheProcess();
    void rootThatThrowsEndsTheProcess();
    void rootThatEndsOrIsCancelledDoesNot();
    void poolWorksOnAnotherThreadAndResumesOnTheOwn();
    void poolHandsErrorsOn();
    void sessionsThatFailOrThrowHarmNoOther();
    void sessionsThatFailOrThrowAreLogged();
    void sleepEnds();
    void cancelledSleepSaysSo();
};

void TestTasks::failedRootEndsTheProcess() {
    QCOMPARE(exitCodeOfRoot([] { return fails(makeError(BaseErrc::unavailable, "port taken")); }), 70);
}

void TestTasks::rootThatThrowsEndsTheProcess() {
    QCOMPARE(exitCodeOfRoot([] { return throws(); }), 70);
}

void TestTasks::rootThatEndsOrIsCancelledDoesNot() {
    bool ran = false;
    QCOMPARE(exitCodeOfRoot([&ran] { return succeeds(ran); }), 0);
    QCOMPARE(exitCodeOfRoot([] { return fails(makeError(BaseErrc::cancelled)); }), 0);
}

void TestTasks::poolWorksOnAnotherThreadAndResumesOnTheOwn() {
    boost::asio::io_context context;
    BlockingPool pool(2);
    Threads seen;
    spawnSession(context.get_executor(), "test", workOnPool(pool, seen));
    context.run();
    QCOMPARE(seen.value, 42);
    QVERIFY(seen.before == std::this_thread::get_id());
    QVERIFY(seen.after == seen.before);
    QVERIFY(seen.work != seen.before);
}

void TestTasks::poolHandsErrorsOn() {
    boost::asio::io_context context;
    BlockingPool pool(1);
    boost::system::error_code code;
    spawnSession(context.get_executor(), "test", failOnPool(pool, code));
    context.run();
    QVERIFY(code == BaseErrc::corrupt);
}

void TestTasks::sessionsThatFailOrThrowHarmNoOther() {
    boost::asio::io_context context;
    bool ran = false;
    spawnSession(context.get_executor(), "one", throws());
    spawnSession(context.get_executor(), "two", fails(makeError(BaseErrc::corrupt)));
    spawnSession(context.get_executor(), "three", succeeds(ran));
    context.run();
    QVERIFY(ran);
}

void TestTasks::sessionsThatFailOrThrowAreLogged() {
    const QTemporaryDir dir;
    const std::string file = dir.filePath(QStringLiteral("log")).toStdString();
    configureLog(LogLevel::info, file);
    boost::asio::io_context context;
    spawnSession(context.get_executor(), "session seven", throws());
    spawnSession(context.get_executor(), "session eight", fails(makeError(BaseErrc::corrupt, "bad\x1b[31m bytes")));
    context.run();
    const std::string log = readFile(file, 100'000).value();
    QVERIFY(log.find("session seven") != std::string::npos);
    QVERIFY(log.find("thrown in a task") != std::string::npos);
    QVERIFY(log.find("session eight") != std::string::npos);
    QVERIFY(log.find('\x1b') == std::string::npos);
}

void TestTasks::sleepEnds() {
    boost::asio::io_context context;
    boost::system::error_code code = make_error_code(BaseErrc::unset);
    auto done = [&code](const std::exception_ptr&, const Result<void>& result) { code = codeOf(result); };
    boost::asio::co_spawn(context, sleepFor(Milliseconds(1)), std::move(done));
    context.run();
    QVERIFY(!code);
}

void TestTasks::cancelledSleepSaysSo() {
    boost::asio::io_context context;
    boost::asio::cancellation_signal signal;
    boost::system::error_code code;
    auto done = [&code](const std::exception_ptr&, const Result<void>& result) { code = codeOf(result); };
    boost::asio::co_spawn(context, sleepFor(std::chrono::hours(1)),
                          boost::asio::bind_cancellation_slot(signal.slot(), std::move(done)));
    boost::asio::post(context, [&signal] { signal.emit(boost::asio::cancellation_type::terminal); });
    context.run();
    QVERIFY(code == BaseErrc::cancelled);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
