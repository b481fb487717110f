// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/embedded_manager.h"

#include <QUrl>
#include <algorithm>
#include <utility>

#include "ui/session/background.h"

namespace signalbox::ui {

using adminclient::ManagerStatus;
using adminclient::Profile;

namespace {

constexpr std::chrono::milliseconds kPollInterval{150};
constexpr std::chrono::milliseconds kProbeSilence{5000};
constexpr int kLooksAtTaken = 3;  // at a folder that another manager has

/// What a look at the folder of a manager that was launched shows.
struct Glimpse {
    Result<std::optional<Profile>> profile;
    bool isAlive = false;
};

}  // namespace

EmbeddedManager::EmbeddedManager(EmbeddedOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_backOff(m_options.firstBackOff) {
    m_poll.setSingleShot(true);
    m_poll.setInterval(kPollInterval);
    m_pause.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &EmbeddedManager::poll);
    connect(&m_pause, &QTimer::timeout, this, &EmbeddedManager::launch);
}

EmbeddedManager::~EmbeddedManager() = default;

void EmbeddedManager::start(const QString& ddiHost) {
    if (m_state != EmbeddedState::idle && m_state != EmbeddedState::failed) return;
    m_ddiHost = ddiHost;
    m_quickDeaths = 0;
    m_foundTaken = 0;
    m_backOff = m_options.firstBackOff;
    m_ranOnce = false;
    m_error.reset();
    look();
}

void EmbeddedManager::look() {
    setState(EmbeddedState::looking);
    using Found = Result<std::optional<Profile>>;
    inBackground<Found>(
        this, [folder = m_options.folder] { return readOwnProfile(folder); },
        [this, round = m_round](Found found) {
            if (round != m_round) return;
            if (!found) return fail(std::move(found).error());
            if (!*found) return launch();
            m_adminUrl = QString::fromStdString((*found)->url);
            probe(**found);
        });
}

void EmbeddedManager::probe(const Profile& profile) {
    adminclient::ClientOptions options;
    options.silence = kProbeSilence;
    auto client = adminclient::Client::make(profile, options);
    if (!client) return fail(std::move(client).error());
    m_client = std::move(client).value();
    m_client->send<ManagerStatus>(adminclient::calls::status(), this,
                                  [this, profile, round = m_round](Result<ManagerStatus> status) {
                                      if (round == m_round) answered(profile, std::move(status));
                                  });
}

void EmbeddedManager::answered(const Profile& profile, Result<ManagerStatus> status) {
    if (status) {
        const bool wasHealed = m_ranOnce && m_state == EmbeddedState::starting;
        m_status = std::move(status).value();
        m_adminUrl = QString::fromStdString(profile.url);
        m_answered.start();
        m_foundTaken = 0;
        m_ranOnce = true;
        setState(EmbeddedState::running);
        Q_EMIT ready(profile);
        if (wasHealed) Q_EMIT healed();
        return;
    }
    const Error& error = status.error();
    if (error.code == BaseErrc::denied) return fail(error);
    if (m_state == EmbeddedState::starting) return m_poll.start();
    if (error.code == BaseErrc::timedOut) {
        // Something listens there: a second manager would not be let into the folder.
        setState(EmbeddedState::running);
        Q_EMIT ready(profile);
        return;
    }
    if (m_ranOnce) return died();
    launch();
}

void EmbeddedManager::launch() {
    setState(EmbeddedState::starting);
    ManagerLaunch launch;
    launch.program = m_options.program;
    launch.folder = m_options.folder;
    launch.ddiHost = m_ddiHost;
    launch.ddiPort = static_cast<quint16>(QUrl(QString::fromStdString(m_status.ddiUrl)).port(0));
    launch.ddiListen = m_options.ddiListen;
    launch.knownAdminUrl = m_adminUrl;
    launch.more = m_options.more;
    inBackground<Result<qint64>>(
        this, [launch] { return launchManager(launch); },
        [this, round = m_round](Result<qint64> started) {
            if (round != m_round) return;
            if (!started) return fail(std::move(started).error());
            m_process = *started;
            m_launched.start();
            m_poll.start();
        });
}

void EmbeddedManager::poll() {
    inBackground<Glimpse>(
        this,
        [folder = m_options.folder, process = m_process] {
            const bool isAlive = isManagerOf(process, folder);
            return Glimpse{readOwnProfile(folder), isAlive};
        },
        [this, round = m_round](Glimpse seen) {
            if (round != m_round) return;
            if (!seen.isAlive) return died();
            if (!seen.profile) return fail(std::move(seen.profile).error());
            if (m_launched.hasExpired(m_options.patience.count()))
                return fail(makeError(StartErrc::silent, m_options.folder.toStdString()));
            if (*seen.profile)
                probe(**seen.profile);
            else
                m_poll.start();
        });
}

void EmbeddedManager::suspect() {
    if (m_state == EmbeddedState::running) look();
}

void EmbeddedManager::died() {
    inBackground<Error>(
        this, [folder = m_options.folder] { return endOfManager(folder); },
        [this, round = m_round](const Error& why) {
            if (round != m_round) return;
            m_error = why;
            // Another console may be starting it this moment.
            const bool isTaken = why.code == StartErrc::folderInUse;
            if (isTaken && ++m_foundTaken <= kLooksAtTaken) {
                QTimer::singleShot(kPollInterval * 10, this, [this, round] {
                    if (round == m_round) look();
                });
                return;
            }
            if (isTaken || !m_ranOnce) return fail(why);
            const std::chrono::milliseconds quick = m_options.quickDeath;
            const bool livedLong = m_answered.isValid() && m_answered.hasExpired(quick.count());
            m_quickDeaths = livedLong ? 1 : m_quickDeaths + 1;
            if (livedLong) m_backOff = m_options.firstBackOff;
            if (m_quickDeaths > m_options.mostQuickDeaths) return fail(why);
            m_answered.invalidate();
            setState(EmbeddedState::restarting);
            m_pause.start(m_backOff);
            m_backOff = std::min(m_backOff * 2, m_options.mostBackOff);
        });
}

void EmbeddedManager::move(const QString& ddiHost) {
    stop();
    m_moveTo = ddiHost;
}

void EmbeddedManager::stop() {
    m_moveTo.reset();
    ++m_round;
    m_poll.stop();
    m_pause.stop();
    if (m_client) m_client.release()->deleteLater();  // we may be in its callback
    setState(EmbeddedState::stopping);
    inBackground<Result<void>>(
        this, [folder = m_options.folder] { return askManagerToEnd(folder); },
        [this, round = m_round](Result<void> asked) {
            if (round != m_round) return;
            if (!asked) return fail(std::move(asked).error());
            waitForEnd();
        });
}

void EmbeddedManager::waitForEnd() {
    inBackground<bool>(
        this, [folder = m_options.folder] { return managerRuns(folder); },
        [this, round = m_round](bool runs) {
            if (round != m_round) return;
            if (!runs) {
                setState(EmbeddedState::idle);
                if (const auto host = std::exchange(m_moveTo, std::nullopt)) start(*host);
                return;
            }
            QTimer::singleShot(kPollInterval, this, &EmbeddedManager::waitForEnd);
        });
}

void EmbeddedManager::setState(EmbeddedState state) {
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void EmbeddedManager::fail(Error error) {
    ++m_round;
    m_poll.stop();
    m_pause.stop();
    m_error = std::move(error);
    setState(EmbeddedState::failed);
}

}  // namespace signalbox::ui
