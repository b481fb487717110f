// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demo_story.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>
#include <array>
#include <chrono>
#include <utility>

#include "ui/session/background.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr int kMostTerminals = 1000;
constexpr qsizetype kPackageBytes = 192 * 1024;
constexpr std::chrono::milliseconds kLookAgain{500};
constexpr Seconds kTokenValid{90 * 86400};
constexpr std::array kSites{"Berlin", "Hamburg", "Wien", "Lyon", "Osaka"};

Result<QString> writePackage(const QString& name) {
    QByteArray bytes(kPackageBytes, '\0');
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32*>(bytes.data()),
                                          bytes.size() / static_cast<qsizetype>(sizeof(quint32)));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return makeError(BaseErrc::unavailable, name.toStdString() + ": " + file.errorString().toStdString());
    return name;
}

Phase phase(const char* name, double percent) {
    Phase made;
    made.name = name;
    made.size.amount = percent;
    return made;
}

}  // namespace

DemoStory::DemoStory(adminclient::Client& client, QString folder, QObject* parent)
    : QObject(parent), m_client(client), m_folder(std::move(folder)) {}

template <class T>
void DemoStory::ask(const adminclient::Call<T>& call, std::function<void(const T&)> then) {
    m_client.send<T>(call, this, [this, then = std::move(then)](Result<T> answer) {
        if (!answer) return Q_EMIT failed(answer.error());
        then(*answer);
    });
}

void DemoStory::tell() {
    tagTerminals();
}

void DemoStory::next() {
    if (m_steps.empty()) return Q_EMIT told();
    const auto step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void DemoStory::tagTerminals() {
    ask<adminclient::Page<Terminal>>(
        calls::terminals("", {0, kMostTerminals}), [this](const adminclient::Page<Terminal>& page) {
            for (std::size_t i = 0; i < page.items.size(); ++i) {
                boost::json::object tags{{"site", kSites[i % kSites.size()]}};
                if (i % 23 == 0) tags["critical"] = "yes";
                m_steps.emplace_back([this, id = page.items[i].controllerId, tags] {
                    ask<Terminal>(calls::changeTerminal(id, {{"tags", tags}}), [this](const Terminal&) { next(); });
                });
            }
            invitePeople();
            planReleases();
            planRollouts();
            next();
        });
}

/// Nobody can log in as one of them: the passwords are thrown away.
void DemoStory::invitePeople() {
    const auto person = [this](const char* name, AccountRole role) {
        m_steps.emplace_back([this, name, role] {
            const std::string password = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
            ask<adminclient::AccountInfo>(calls::createAccount(name, role, password),
                                          [this](const adminclient::AccountInfo&) { next(); });
        });
    };
    person("anna", AccountRole::approver);
    person("ben", AccountRole::operator_);
    person("auditor", AccountRole::viewer);
    m_steps.emplace_back([this] {
        ask<adminclient::TokenInfo>(calls::createToken("monitoring", AccountRole::viewer, kTokenValid),
                                    [this](const adminclient::TokenInfo&) { next(); });
    });
}

void DemoStory::planReleases() {
    using Until = ReleasePlan::Until;
    const std::vector<std::string> kiosks{"linux-amd64", "linux-arm64"};
    const std::vector<std::string> tills{"windows-amd64"};
    const std::vector<ReleasePlan> plans{
        {"kiosk-shell", "2.3.0", kiosks, "Faster start, new keyboard", Until::approved},
        {"kiosk-shell", "2.4.0", kiosks, "Contactless payment", Until::approved},
        {"till", "5.0.2", tills, "Tax rates of the new year", Until::approved},
        {"till", kBadVersion, tills, "New receipt printer driver", Until::approved},
        {"kiosk-shell", "2.5.0", kiosks, "Signage in two languages", Until::inReview},
        {"till", "5.2.0", tills, "Loyalty cards", Until::draft},
    };
    for (const ReleasePlan& plan : plans)
        m_steps.emplace_back([this, plan] { release(plan); });
}

void DemoStory::planRollouts() {
    const auto step = [this](const Rollout& rollout, const char* version, bool start, bool wait) {
        m_steps.emplace_back([this, rollout, version = std::string(version), start] { roll(rollout, version, start); });
        if (wait) m_steps.emplace_back([this] { waitForEnd(m_last); });
    };
    Rollout first;
    first.name = "Kiosks to 2.3";
    first.audience = "platform=in=(linux-amd64,linux-arm64)";
    first.phases = {phase("pilot", 20), phase("all", 100)};
    step(first, "kiosk-shell 2.3.0", true, true);
    Rollout tills;
    tills.name = "Tills to 5.0";
    tills.audience = "platform==windows-amd64";
    tills.phases = {phase("all", 100)};
    step(tills, "till 5.0.2", true, true);
    Rollout bad = tills;
    bad.name = "Tills to 5.1";
    bad.phases = {phase("pilot", 40), phase("all", 100)};
    bad.phases.front().gate.successPercent = 30;  // the breaker comes first
    bad.breaker.count = 3;
    bad.retry.count = 0;
    step(bad, (std::string("till ") + kBadVersion).c_str(), true, true);
    Rollout running = first;
    running.name = "Contactless payment";
    running.phases = {phase("pilot", 10), phase("half", 40), phase("all", 100)};
    running.phases[1].gate.byHand = true;
    running.breaker.percent = 10;
    step(running, "kiosk-shell 2.4.0", true, false);
    Rollout tonight = first;
    tonight.name = "Contactless payment, Osaka";
    tonight.audience = "tag.site==Osaka";
    tonight.phases = {phase("all", 100)};
    tonight.issueTime =
        std::chrono::time_point_cast<TimePoint::duration>(std::chrono::system_clock::now()) + std::chrono::hours(9);
    tonight.updateTime = *tonight.issueTime + std::chrono::hours(5);
    step(tonight, "kiosk-shell 2.4.0", true, false);
}

void DemoStory::release(const ReleasePlan& plan) {
    ask<Release>(calls::createRelease(plan.product, plan.version, "stable", plan.notes),
                 [this, plan](const Release& release) {
                     m_releases[plan.product + " " + plan.version] = release.id;
                     addPackages(plan, release.id, 0);
                 });
}

void DemoStory::addPackages(const ReleasePlan& plan, ReleaseId id, std::size_t platform) {
    if (platform == plan.platforms.size()) return carryOn(plan, id);
    const QString name = QDir(m_folder).filePath(
        QString::fromStdString(plan.product + "-" + plan.version + "-" + plan.platforms[platform] + ".tar.zst"));
    inBackground<Result<QString>>(
        this, [name] { return writePackage(name); },
        [this, plan, id, platform](Result<QString> written) {
            if (!written) return Q_EMIT failed(written.error());
            m_upload = std::make_unique<adminclient::Upload>(m_client, written->toStdString());
            m_upload->start([this, plan, id, platform](Result<adminclient::Blob> blob) {
                if (!blob) return Q_EMIT failed(blob.error());
                packageSent(plan, id, platform, *blob);
            });
        });
}

void DemoStory::packageSent(const ReleasePlan& plan, ReleaseId id, std::size_t platform,
                            const adminclient::Blob& blob) {
    const std::string file = plan.product + "-" + plan.version + ".tar.zst";
    Recipe recipe;
    ask<Release>(calls::setPackage(id, plan.platforms[platform], file, blob.digest, recipe),
                 [this, plan, id, platform](const Release&) { addPackages(plan, id, platform + 1); });
}

void DemoStory::carryOn(const ReleasePlan& plan, ReleaseId id) {
    if (plan.until == ReleasePlan::Until::draft) return next();
    ask<Release>(calls::submitRelease(id), [this, plan, id](const Release& release) {
        if (plan.until == ReleasePlan::Until::inReview) return next();
        ask<Release>(calls::approveRelease(id, release.manifestDigest, "Tested on the bench"),
                     [this](const Release&) { next(); });
    });
}

void DemoStory::roll(Rollout rollout, const std::string& version, bool start) {
    rollout.release = m_releases[version];
    ask<Rollout>(calls::createRollout(rollout), [this, start](const Rollout& made) {
        m_last = made.id;
        if (!start) return next();
        ask<Rollout>(calls::startRollout(made.id), [this](const Rollout&) { next(); });
    });
}

void DemoStory::waitForEnd(RolloutId id) {
    ask<adminclient::RolloutDetail>(calls::rollout(id), [this, id](const adminclient::RolloutDetail& detail) {
        if (detail.rollout.state >= RolloutState::paused) return next();
        QTimer::singleShot(kLookAgain, this, [this, id] { waitForEnd(id); });
    });
}

}  // namespace signalbox::ui
