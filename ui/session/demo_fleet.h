// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "core/adminclient/client.h"
#include "ui/session/demo_story.h"
#include "ui/session/embedded_manager.h"

namespace signalbox::ui {

struct DemoOptions {
    QString programs;  ///< where signalbox-manager, -node and -fleet are
    QString folder;    ///< everything of the demo; removed at its start and end
    int terminals = 140;
};

enum class DemoState { idle, starting, filling, running, ending, failed };

/// A manager, nodes and simulated terminals on this computer, to try the console with. Its folder is its own, and
/// nothing of it stays. On the GUI thread, which never waits for it. Nodes and terminals end with the console.
class DemoFleet : public QObject {
    Q_OBJECT
public:
    explicit DemoFleet(DemoOptions options, QObject* parent = nullptr);
    ~DemoFleet() override;

    void start();
    /// Ends its programs and removes its folder; idle afterwards.
    void end();

    [[nodiscard]] DemoState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const std::optional<adminclient::Profile>& profile() const { return m_profile; }

Q_SIGNALS:
    void stateChanged(signalbox::ui::DemoState state);
    /// Its manager answers; nodes, terminals and rollouts appear from now on.
    void ready(const signalbox::adminclient::Profile& profile);

private:
    struct NodePlan {
        const char* name;
        const char* cluster;
    };
    struct CrowdPlan {
        const char* prefix;
        const char* platform;
        const char* cluster;
        int percent;
    };
    static const std::vector<NodePlan>& nodePlans();
    static const std::vector<CrowdPlan>& crowdPlans();

    void managerReady(const adminclient::Profile& profile);
    void makeCluster(std::size_t index);
    void joinNode(std::size_t index);
    void joinedNode(std::size_t index);
    void joinCrowd(std::size_t index);
    void startCrowd(std::size_t index, const QString& codes, int count);
    void waitForTerminals();
    void tellStory();
    QProcess* run(const QString& program, const QStringList& arguments);
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] int sizeOf(const CrowdPlan& plan) const;
    template <class T>
    void ask(const adminclient::Call<T>& call, std::function<void(const T&)> then);
    void setState(DemoState state);
    void fail(const Error& error);
    void endProcesses();
    void removeFolder();

    DemoOptions m_options;
    DemoState m_state = DemoState::idle;
    std::optional<Error> m_error;
    std::optional<adminclient::Profile> m_profile;
    std::unique_ptr<EmbeddedManager> m_manager;
    std::unique_ptr<adminclient::Client> m_client;
    std::unique_ptr<DemoStory> m_story;
    std::vector<QProcess*> m_processes;
};

}  // namespace signalbox::ui
