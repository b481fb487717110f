// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/secret_keeper.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace signalbox::ui {
namespace {

QString service() {
    return QStringLiteral("signalbox");
}

Result<void> outcomeOf(const QKeychain::Job& job) {
    const std::string said = job.errorString().toStdString();
    switch (job.error()) {
        case QKeychain::NoError:
            return {};
        case QKeychain::EntryNotFound:
            return makeError(BaseErrc::notFound, said);
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
            return makeError(BaseErrc::denied, said);
        case QKeychain::CouldNotDeleteEntry:
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
        case QKeychain::OtherError:
            break;
    }
    return makeError(BaseErrc::unavailable, said);
}

/// Jobs own themselves: the keychain answers one that began, whoever asked is gone by then or not.
void begin(QKeychain::Job* job, const QString& key) {
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
}

}  // namespace

void SecretKeeper::read(const QString& key, QObject* context, std::function<void(Result<QString>)> done) {
    auto* const job = new QKeychain::ReadPasswordJob(service());
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (auto outcome = outcomeOf(*job); !outcome) return done(std::move(outcome).error());
        done(job->textData());
    });
    begin(job, key);
}

void SecretKeeper::write(const QString& key, const QString& secret, QObject* context,
                         std::function<void(Result<void>)> done) {
    auto* const job = new QKeychain::WritePasswordJob(service());
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] { done(outcomeOf(*job)); });
    begin(job, key);
}

void SecretKeeper::remove(const QString& key, QObject* context, std::function<void(Result<void>)> done) {
    auto* const job = new QKeychain::DeletePasswordJob(service());
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        auto outcome = outcomeOf(*job);
        if (!outcome && outcome.error().code == BaseErrc::notFound) outcome = {};
        done(std::move(outcome));
    });
    begin(job, key);
}

}  // namespace signalbox::ui
