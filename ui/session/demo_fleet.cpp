// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demo_fleet.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <algorithm>
#include <utility>

#include "ui/session/background.h"
#include "ui/session/manager_process.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::JoinCodes;
using adminclient::ManagerStatus;
using adminclient::Profile;

namespace {

constexpr Seconds kCodesValid{3600};
constexpr std::chrono::milliseconds kLookAgain{300};
constexpr int kEndPatienceMs = 3000;
constexpr int kHundred = 100;

quint16 anyFreePort() {
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

Result<QString> writeCodes(const QString& name, const std::vector<std::string>& codes) {
    QByteArray text;
    for (const std::string& code : codes)
        text += QByteArray::fromStdString(code) + '\n';
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return makeError(BaseErrc::unavailable, name.toStdString());
    return name;
}

}  // namespace

const std::vector<DemoFleet::NodePlan>& DemoFleet::nodePlans() {
    static const std::vector<NodePlan> plans{{"frankfurt-1", "europe"}, {"frankfurt-2", "europe"}, {"osaka-1", "asia"}};
    return plans;
}

const std::vector<DemoFleet::CrowdPlan>& DemoFleet::crowdPlans() {
    static const std::vector<CrowdPlan> plans{{"kiosk", "linux-amd64", "europe", 50},
                                              {"till", "windows-amd64", "europe", 30},
                                              {"gate", "linux-arm64", "asia", 20}};
    return plans;
}

DemoFleet::DemoFleet(DemoOptions options, QObject* parent) : QObject(parent), m_options(std::move(options)) {}

DemoFleet::~DemoFleet() {
    for (QProcess* process : m_processes) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(kEndPatienceMs);
    }
}

QString DemoFleet::path(const QString& name) const {
    return QDir(m_options.folder).filePath(name);
}

int DemoFleet::sizeOf(const CrowdPlan& plan) const {
    return std::max(1, m_options.terminals * plan.percent / kHundred);
}

template <class T>
void DemoFleet::ask(const adminclient::Call<T>& call, std::function<void(const T&)> then) {
    m_client->send<T>(call, this, [this, then = std::move(then)](Result<T> answer) {
        if (m_state != DemoState::starting && m_state != DemoState::filling) return;
        if (!answer) return fail(answer.error());
        then(*answer);
    });
}

void DemoFleet::start() {
    if (m_state != DemoState::idle && m_state != DemoState::failed) return;
    m_error.reset();
    setState(DemoState::starting);
    EmbeddedOptions options;
    options.program = QDir(m_options.programs).filePath(QStringLiteral("signalbox-manager"));
    options.folder = path(QStringLiteral("manager"));
    options.ddiListen = QStringLiteral("127.0.0.1");
    options.more = {QStringLiteral("--poll-interval"), QStringLiteral("2")};
    m_manager = std::make_unique<EmbeddedManager>(options);
    connect(m_manager.get(), &EmbeddedManager::ready, this, &DemoFleet::managerReady);
    connect(m_manager.get(), &EmbeddedManager::stateChanged, this, [this](EmbeddedState state) {
        if (state == EmbeddedState::failed && m_manager->error()) fail(*m_manager->error());
        // What an earlier demo left is gone now.
        if (state == EmbeddedState::idle && m_state == DemoState::starting) {
            inBackground<bool>(
                this, [folder = m_options.folder] { return QDir(folder).removeRecursively() && QDir().mkpath(folder); },
                [this](bool isReady) {
                    if (!isReady) return fail(makeError(StartErrc::folderUnusable, m_options.folder.toStdString()));
                    m_manager->start(QStringLiteral("127.0.0.1"));
                });
        }
    });
    m_manager->stop();
}

void DemoFleet::managerReady(const Profile& profile) {
    if (m_state != DemoState::starting) return;
    auto client = adminclient::Client::make(profile);
    if (!client) return fail(client.error());
    m_client = std::move(client).value();
    m_profile = profile;
    setState(DemoState::filling);
    Q_EMIT ready(profile);
    makeCluster(0);
}

void DemoFleet::makeCluster(std::size_t index) {
    static const std::vector<const char*> kClusters{"europe", "asia"};
    if (index == kClusters.size()) return joinNode(0);
    ask<Cluster>(calls::createCluster(kClusters[index]), [this, index](const Cluster&) { makeCluster(index + 1); });
}

QProcess* DemoFleet::run(const QString& program, const QStringList& arguments) {
    auto* const process = new QProcess(this);
    process->setProgram(QDir(m_options.programs).filePath(program));
    process->setArguments(arguments);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(path(program + QStringLiteral(".log")), QIODevice::Append);
    process->setChildProcessModifier(&endWithParent);
    m_processes.push_back(process);
    connect(process, &QProcess::errorOccurred, this, [this, program](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) fail(makeError(StartErrc::programMissing, program.toStdString()));
    });
    process->start();
    return process;
}

void DemoFleet::joinNode(std::size_t index) {
    if (index == nodePlans().size()) return joinCrowd(0);
    const NodePlan& plan = nodePlans()[index];
    ask<JoinCodes>(
        calls::createJoinCodes(JoinRole::node, plan.cluster, 1, kCodesValid), [this, index](const JoinCodes& made) {
            const QString name = QString::fromUtf8(nodePlans()[index].name);
            const quint16 port = anyFreePort();
            QProcess* const join = run(QStringLiteral("signalbox-node"),
                                       {QStringLiteral("join"), QString::fromStdString(made.codes.front()),
                                        QStringLiteral("--data"), path(name), QStringLiteral("--name"), name,
                                        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                                        QStringLiteral("--url"), QStringLiteral("https://127.0.0.1:%1").arg(port)});
            connect(join, &QProcess::finished, this, [this, index](int code) {
                if (m_state != DemoState::filling) return;
                if (code != 0) return fail(makeError(BaseErrc::processFailed, nodePlans()[index].name));
                joinedNode(index);
            });
        });
}

void DemoFleet::joinedNode(std::size_t index) {
    run(QStringLiteral("signalbox-node"),
        {QStringLiteral("run"), QStringLiteral("--data"), path(QString::fromUtf8(nodePlans()[index].name))});
    joinNode(index + 1);
}

void DemoFleet::joinCrowd(std::size_t index) {
    if (index == crowdPlans().size()) return waitForTerminals();
    const CrowdPlan& plan = crowdPlans()[index];
    const int count = sizeOf(plan);
    ask<JoinCodes>(calls::createJoinCodes(JoinRole::terminal, plan.cluster, count, kCodesValid),
                   [this, index, count](const JoinCodes& made) {
                       const QString file =
                           path(QString::fromUtf8(crowdPlans()[index].prefix) + QStringLiteral("-codes"));
                       inBackground<Result<QString>>(
                           this, [file, codes = made.codes] { return writeCodes(file, codes); },
                           [this, index, count](Result<QString> written) {
                               if (m_state != DemoState::filling) return;
                               if (!written) return fail(written.error());
                               startCrowd(index, *written, count);
                           });
                   });
}

void DemoFleet::startCrowd(std::size_t index, const QString& codes, int count) {
    const CrowdPlan& plan = crowdPlans()[index];
    const QString prefix = QString::fromUtf8(plan.prefix);
    run(QStringLiteral("signalbox-fleet"),
        {QStringLiteral("run"), QStringLiteral("--codes"), codes, QStringLiteral("--count"), QString::number(count),
         QStringLiteral("--platform"), QString::fromUtf8(plan.platform), QStringLiteral("--prefix"), prefix,
         QStringLiteral("--data"), path(prefix), QStringLiteral("--seed"), QString::number(index + 1),
         QStringLiteral("--fail"), QString::fromUtf8(DemoStory::kBadVersion) + QStringLiteral("=0.5")});
    joinCrowd(index + 1);
}

void DemoFleet::waitForTerminals() {
    ask<ManagerStatus>(calls::status(), [this](const ManagerStatus& status) {
        int wanted = 0;
        for (const CrowdPlan& plan : crowdPlans())
            wanted += sizeOf(plan);
        if (status.terminals >= wanted) return tellStory();
        QTimer::singleShot(kLookAgain, this, [this] {
            if (m_state == DemoState::filling) waitForTerminals();
        });
    });
}

void DemoFleet::tellStory() {
    m_story = std::make_unique<DemoStory>(*m_client, m_options.folder);
    connect(m_story.get(), &DemoStory::told, this, [this] { setState(DemoState::running); });
    connect(m_story.get(), &DemoStory::failed, this, &DemoFleet::fail);
    m_story->tell();
}

void DemoFleet::end() {
    if (m_state == DemoState::idle || m_state == DemoState::ending) return;
    setState(DemoState::ending);
    if (m_story) m_story.release()->deleteLater();
    if (m_client) m_client.release()->deleteLater();
    m_profile.reset();
    endProcesses();
    if (!m_manager) return removeFolder();
    m_manager->disconnect(this);
    connect(m_manager.get(), &EmbeddedManager::stateChanged, this, [this](EmbeddedState state) {
        if (state == EmbeddedState::idle || state == EmbeddedState::failed) removeFolder();
    });
    m_manager->stop();
}

void DemoFleet::endProcesses() {
    for (QProcess* process : m_processes) {
        process->disconnect(this);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
        else
            process->kill();
    }
    m_processes.clear();
}

void DemoFleet::removeFolder() {
    inBackground<bool>(
        this, [folder = m_options.folder] { return QDir(folder).removeRecursively(); },
        [this](bool) {
            if (m_manager) m_manager.release()->deleteLater();
            setState(DemoState::idle);
        });
}

void DemoFleet::setState(DemoState state) {
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void DemoFleet::fail(const Error& error) {
    if (m_state == DemoState::ending || m_state == DemoState::idle) return;
    m_error = error;
    setState(DemoState::failed);
}

}  // namespace signalbox::ui
