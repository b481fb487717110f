// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/adminclient/client.h"
#include "core/adminclient/upload.h"

namespace signalbox::ui {

/// What happens on the demo's manager once its terminals are there: tags, releases, and rollouts that finish, run, wait
/// and fail. One request after the other, on the client's thread.
class DemoStory : public QObject {
    Q_OBJECT
public:
    /// `folder`: for the packages.
    DemoStory(adminclient::Client& client, QString folder, QObject* parent = nullptr);

    void tell();

    /// Of the till's product, which fails on many tills.
    static constexpr const char* kBadVersion = "5.1.0";

Q_SIGNALS:
    void told();
    void failed(const signalbox::Error& error);

private:
    struct ReleasePlan {
        std::string product;
        std::string version;
        std::vector<std::string> platforms;
        std::string notes;
        enum class Until { draft, inReview, approved } until = Until::approved;
    };

    void next();
    template <class T>
    void ask(const adminclient::Call<T>& call, std::function<void(const T&)> then);
    void tagTerminals();
    void invitePeople();
    void release(const ReleasePlan& plan);
    void addPackages(const ReleasePlan& plan, ReleaseId id, std::size_t platform);
    void packageSent(const ReleasePlan& plan, ReleaseId id, std::size_t platform, const adminclient::Blob& blob);
    void carryOn(const ReleasePlan& plan, ReleaseId id);
    void roll(Rollout rollout, const std::string& version, bool start);
    void waitForEnd(RolloutId id);
    void planReleases();
    void planRollouts();

    adminclient::Client& m_client;
    QString m_folder;
    std::deque<std::function<void()>> m_steps;
    std::map<std::string, ReleaseId> m_releases;  ///< by "product version"
    std::unique_ptr<adminclient::Upload> m_upload;
    RolloutId m_last;
};

}  // namespace signalbox::ui
