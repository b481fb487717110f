// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/manager_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStorageInfo>
#include <QTcpServer>
#include <QUrl>
#include <algorithm>

#include "core/base/file_system.h"
#include "core/base/log.h"
#include "ui/session/manager_process.h"

namespace signalbox::ui {
namespace {

constexpr qint64 kLeastDisk = 32LL << 20;
constexpr qint64 kMostLog = 16LL << 20;  // then the log of before is put aside
constexpr qint64 kTail = 2000;           // bytes of what the manager said last
constexpr quint16 kDdiPort = 8443;
constexpr quint16 kAdminPort = 8444;
constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                             QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

class StartCategory final : public boost::system::error_category {
public:
    const char* name() const noexcept override { return "start"; }
    std::string message(int code) const override {
        switch (static_cast<StartErrc>(code)) {
            case StartErrc::programMissing:
                return "the program is missing";
            case StartErrc::folderUnusable:
                return "the data folder cannot be used";
            case StartErrc::folderInUse:
                return "another manager works on the data folder";
            case StartErrc::diskFull:
                return "the disk is full";
            case StartErrc::addressTaken:
                return "another program has the address";
            case StartErrc::ended:
                return "the manager ended";
            case StartErrc::silent:
                return "the manager does not answer";
        }
        return "unknown";
    }
};

std::filesystem::path pathIn(const QString& folder, const char* name) {
    return std::filesystem::path(folder.toStdString()) / name;
}

QString fileIn(const QString& folder, const char* name) {
    return QDir(folder).filePath(QString::fromUtf8(name));
}

bool isFree(const QHostAddress& address, quint16 port) {
    QTcpServer probe;
    return probe.listen(address, port);
}

/// `wanted` where it is free, else one that is.
quint16 freePort(const QHostAddress& address, quint16 wanted) {
    QTcpServer probe;
    return probe.listen(address, wanted) || probe.listen(address, 0) ? probe.serverPort() : wanted;
}

QString bracketed(const QString& host) {
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

QStringList addressArguments(const ManagerLaunch& launch) {
    QStringList arguments;
    const bool isFirst = launch.knownAdminUrl.isEmpty();
    const quint16 ddiPort =
        launch.ddiPort != 0 || !isFirst ? launch.ddiPort : freePort(QHostAddress(launch.ddiListen), kDdiPort);
    if (isFirst)
        arguments << QStringLiteral("--ddi-listen")
                  << QStringLiteral("%1:%2").arg(bracketed(launch.ddiListen)).arg(ddiPort);
    if (!launch.ddiHost.isEmpty() && ddiPort != 0)
        arguments << QStringLiteral("--ddi-url")
                  << QStringLiteral("https://%1:%2").arg(bracketed(launch.ddiHost)).arg(ddiPort);
    const int known = QUrl(launch.knownAdminUrl).port(0);
    const bool isKnown = known > 0 && isFree(QHostAddress::LocalHost, static_cast<quint16>(known));
    if (!isKnown)
        arguments << QStringLiteral("--admin-listen")
                  << QStringLiteral("127.0.0.1:%1").arg(freePort(QHostAddress::LocalHost, kAdminPort));
    return arguments;
}

Result<void> prepareFolder(const QString& folder) {
    if (!QDir().mkpath(folder)) return makeError(StartErrc::folderUnusable, folder.toStdString());
    const QFileInfo info(folder);
    if (info.ownerId() != ownUserId()) return makeError(StartErrc::folderUnusable, folder.toStdString());
    if (!QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return makeError(StartErrc::folderUnusable, folder.toStdString());
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < kLeastDisk)
        return makeError(StartErrc::diskFull, disk.rootPath().toStdString());
    return {};
}

std::string lastOf(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    file.seek(std::max<qint64>(0, file.size() - kTail));
    return printable(file.readAll().trimmed().toStdString(), kTail);
}

std::optional<qint64> lastProcess(const QString& folder) {
    const auto text = readFile(pathIn(folder, "manager.pid"), 32);
    if (!text) return std::nullopt;
    bool isNumber = false;
    const qint64 process = QByteArray::fromStdString(*text).trimmed().toLongLong(&isNumber);
    return isNumber && process > 1 ? std::optional(process) : std::nullopt;
}

}  // namespace

const boost::system::error_category& startCategory() {
    static const StartCategory category;
    return category;
}

Result<std::optional<adminclient::Profile>> readOwnProfile(const QString& folder) {
    const QString name = fileIn(folder, "admin.json");
    const QFileInfo info(name);
    if (!info.exists()) return std::optional<adminclient::Profile>();
    if (!info.isFile() || info.ownerId() != ownUserId() || (info.permissions() & kOthers) != 0)
        return makeError(StartErrc::folderUnusable, name.toStdString());
    TRY(adminclient::Profile profile, adminclient::readProfile(name.toStdString()));
    return std::optional(std::move(profile));
}

Result<qint64> launchManager(const ManagerLaunch& launch) {
    if (!QFileInfo(launch.program).isExecutable())
        return makeError(StartErrc::programMissing, launch.program.toStdString());
    CHECK(prepareFolder(launch.folder));
    const QString log = fileIn(launch.folder, "manager.log");
    if (QFileInfo(log).size() > kMostLog) {
        QFile::remove(log + QStringLiteral(".1"));
        QFile::rename(log, log + QStringLiteral(".1"));
    }
    QProcess process;
    process.setProgram(launch.program);
    process.setArguments(
        QStringList{QStringLiteral("run"), QStringLiteral("--data"), launch.folder, QStringLiteral("--log-file"), log} +
        addressArguments(launch) + launch.more);
    process.setWorkingDirectory(launch.folder);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(fileIn(launch.folder, "manager.err"), QIODevice::Truncate);
    qint64 started = 0;
    if (!process.startDetached(&started)) return makeError(StartErrc::programMissing, launch.program.toStdString());
    CHECK(
        replaceFile(nativeFileSystem(), pathIn(launch.folder, "manager.pid"), bytesOf(std::to_string(started)), 0600));
    return started;
}

bool managerRuns(const QString& folder) {
    const auto process = lastProcess(folder);
    return process && isManagerOf(*process, folder);
}

Result<void> askManagerToEnd(const QString& folder) {
    const auto process = lastProcess(folder);
    if (!process || !isManagerOf(*process, folder)) return {};
    return askToEnd(*process);
}

Error endOfManager(const QString& folder) {
    std::string said = lastOf(fileIn(folder, "manager.err"));
    if (said.empty()) said = lastOf(fileIn(folder, "manager.log"));
    // The manager's words end with the system's, which are the same on each start of this computer.
    const auto says = [&said](boost::system::errc::errc_t error) {
        return said.find(boost::system::errc::make_error_code(error).message()) != std::string::npos;
    };
    if (says(boost::system::errc::address_in_use) || says(boost::system::errc::address_not_available))
        return makeError(StartErrc::addressTaken, said);
    if (says(boost::system::errc::no_space_on_device)) return makeError(StartErrc::diskFull, said);
    if (says(boost::system::errc::permission_denied)) return makeError(StartErrc::folderUnusable, said);
    if (said.find("is open in another process") != std::string::npos) return makeError(StartErrc::folderInUse, said);
    return makeError(StartErrc::ended, said);
}

}  // namespace signalbox::ui
