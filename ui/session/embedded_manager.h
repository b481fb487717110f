// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/adminclient/client.h"
#include "ui/session/manager_folder.h"

namespace signalbox::ui {

enum class EmbeddedState {
    idle,
    looking,     ///< whether one runs already
    starting,    ///< launched, does not answer yet
    running,     ///< it answered
    restarting,  ///< it died; the next attempt comes after a pause
    stopping,
    failed  ///< error() says why; nothing is tried until start() is called again
};

struct EmbeddedOptions {
    QString program;                                ///< signalbox-manager
    QString folder;                                 ///< its data
    QString ddiListen = QStringLiteral("0.0.0.0");  ///< where terminals come in
    QStringList more;                               ///< further arguments of its `run`
    std::chrono::milliseconds patience{30000};      ///< with one that was launched and does not answer
    std::chrono::milliseconds firstBackOff{500};
    std::chrono::milliseconds mostBackOff{15000};
    std::chrono::seconds quickDeath{60};  ///< one that dies sooner after it answered died quickly
    int mostQuickDeaths = 5;
};

/// The bundled manager on this computer: found where it runs, started where not, healed when it died. It is detached:
/// it goes on when the console ends. On the GUI thread, which never waits for it.
class EmbeddedManager : public QObject {
    Q_OBJECT
public:
    explicit EmbeddedManager(EmbeddedOptions options, QObject* parent = nullptr);
    ~EmbeddedManager() override;

    /// `ddiHost`: the address that terminals will reach; only where the folder has no manager yet, or after stop().
    void start(const QString& ddiHost = {});
    /// Whoever talks to it lost it: looks, and starts it again where it is dead.
    void suspect();
    /// Starts it anew with another address for terminals; those that know the old one must reach it by that.
    void move(const QString& ddiHost);
    /// Ends the process; idle afterwards. Also when another console started it.
    void stop();

    [[nodiscard]] EmbeddedState state() const { return m_state; }
    /// Why it failed, or died last.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Of the manager that runs.
    [[nodiscard]] const adminclient::ManagerStatus& status() const { return m_status; }
    [[nodiscard]] const EmbeddedOptions& options() const { return m_options; }

Q_SIGNALS:
    void stateChanged(signalbox::ui::EmbeddedState state);
    /// It answers. Again after a restart, when the address may be another.
    void ready(const signalbox::adminclient::Profile& profile);
    /// It died and was started again.
    void healed();

private:
    void look();
    void probe(const adminclient::Profile& profile);
    void answered(const adminclient::Profile& profile, Result<adminclient::ManagerStatus> status);
    void launch();
    void poll();
    void died();
    void waitForEnd();
    void setState(EmbeddedState state);
    void fail(Error error);

    EmbeddedOptions m_options;
    EmbeddedState m_state = EmbeddedState::idle;
    std::optional<Error> m_error;
    adminclient::ManagerStatus m_status;
    QString m_ddiHost;
    QString m_adminUrl;
    std::optional<QString> m_moveTo;  ///< started there once the process ended
    std::unique_ptr<adminclient::Client> m_client;
    QTimer m_poll;
    QTimer m_pause;
    QElapsedTimer m_launched;
    QElapsedTimer m_answered;
    std::chrono::milliseconds m_backOff;
    qint64 m_process = 0;
    int m_quickDeaths = 0;
    int m_foundTaken = 0;  ///< how often the folder was another manager's
    int m_round = 0;       ///< answers of an earlier one are of no interest
    bool m_ranOnce = false;
};

}  // namespace signalbox::ui
