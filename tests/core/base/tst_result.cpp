// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <stdexcept>

#include "core/base/result.h"
#include "core/base/tasks.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return makeError(BaseErrc::invalidArgument, "odd");
    return number / 2;
}

Result<void> mustBeEven(int number) {
    TRY([[maybe_unused]] const int ignored, half(number));
    return {};
}

Result<int> quarter(int number, int& reached) {
    CHECK(mustBeEven(number));
    reached = 1;
    TRY(const int once, half(number));
    reached = 2;
    TRY(const int twice, half(once));
    reached = 3;
    return twice;
}

Result<std::unique_ptr<int>> owned(int number) {
    TRY(const int value, half(number));
    return std::make_unique<int>(value);
}

Task<int> halfLater(int number) {
    co_return half(number);
}

Task<void> mustBeEvenLater(int number) {
    CO_CHECK(co_await halfLater(number));
    co_return Result<void>();
}

Task<int> quarterLater(int number) {
    CO_CHECK(co_await mustBeEvenLater(number));
    CO_TRY(const int once, co_await halfLater(number));
    CO_TRY(const int twice, co_await halfLater(once));
    co_return twice;
}

Result<int> runQuarter(int number) {
    boost::asio::io_context context;
    Result<int> outcome;
    auto done = [&outcome](const std::exception_ptr& exception, Result<int> result) {
        if (!exception) outcome = std::move(result);
    };
    boost::asio::co_spawn(context, quarterLater(number), std::move(done));
    context.run();
    return outcome;
}

}  // namespace

class TestResult final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tryGivesTheValue();
    void tryReturnsTheFirstError();
    void tryMovesWhatCannotBeCopied();
    void coTryGivesTheValue();
    void coTryReturnsTheFirstError();
    void aResultNobodySetIsAnError();
    void aVoidResultIsSuccess();
    void valueOfAnErrorThrows();
    void contextGrowsOutwards();
    void textNamesContextAndCode();
    void systemErrorsKeepErrno();
};

void TestResult::tryGivesTheValue() {
    int reached = 0;
    QCOMPARE(quarter(12, reached).value(), 3);
    QCOMPARE(reached, 3);
}

void TestResult::tryReturnsTheFirstError() {
    int reached = 0;
    QVERIFY(codeOf(quarter(7, reached)) == BaseErrc::invalidArgument);
    QCOMPARE(reached, 0);
    QVERIFY(codeOf(quarter(6, reached)) == BaseErrc::invalidArgument);
    QCOMPARE(reached, 2);
}

void TestResult::tryMovesWhatCannotBeCopied() {
    const auto both = []() -> Result<int> {
        TRY(const std::unique_ptr<int> value, owned(8));
        return *value;
    };
    QCOMPARE(both().value(), 4);
}

void TestResult::coTryGivesTheValue() {
    QCOMPARE(runQuarter(12).value(), 3);
}

void TestResult::coTryReturnsTheFirstError() {
    QVERIFY(codeOf(runQuarter(7)) == BaseErrc::invalidArgument);
    QVERIFY(codeOf(runQuarter(6)) == BaseErrc::invalidArgument);
    QCOMPARE(runQuarter(6).error().context, std::string("odd"));
}

void TestResult::aResultNobodySetIsAnError() {
    QVERIFY(codeOf(Result<int>()) == BaseErrc::unset);
}

void TestResult::aVoidResultIsSuccess() {
    QVERIFY(Result<void>().has_value());
}

void TestResult::valueOfAnErrorThrows() {
    QVERIFY_THROWS_EXCEPTION(std::logic_error, static_cast<void>(half(1).value()));
}

void TestResult::contextGrowsOutwards() {
    const Error error = makeError(BaseErrc::notFound, "no file a").within("reading the key").within("starting");
    QCOMPARE(error.context, std::string("starting: reading the key: no file a"));
    QVERIFY(error.code == BaseErrc::notFound);
    QCOMPARE(makeError(BaseErrc::notFound).within("starting").context, std::string("starting"));
}

void TestResult::textNamesContextAndCode() {
    QCOMPARE(makeError(BaseErrc::denied, "a token").text(),
             "a token (" + make_error_code(BaseErrc::denied).message() + ")");
    QCOMPARE(makeError(BaseErrc::denied).text(), make_error_code(BaseErrc::denied).message());
}

void TestResult::systemErrorsKeepErrno() {
    errno = ENOSPC;
    QVERIFY(systemError("writing").code == boost::system::errc::no_space_on_device);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
