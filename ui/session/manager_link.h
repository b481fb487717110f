// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "core/adminclient/client.h"
#include "core/adminclient/event_stream.h"
#include "ui/session/topics.h"

namespace signalbox::ui {

/// What the console may say about its manager.
enum class LinkState {
    closed,       ///< none was chosen
    connecting,   ///< nothing came yet
    live,         ///< events arrive as they happen
    interrupted,  ///< it was there; what is shown is as old as silentSince() says
    refused       ///< token, certificate or address is wrong: nothing is tried until open() is called again
};

/// The console's one connection to one manager: calls, and its events as topics to read anew. On the GUI thread;
/// nothing here blocks. Pages read when refreshWanted() says so and when they are shown; they never poll.
class ManagerLink : public QObject {
    Q_OBJECT
public:
    explicit ManagerLink(QObject* parent = nullptr);
    ~ManagerLink() override;

    /// Leaves the manager before. Errors as Client::make() has them; the state is then `refused`.
    Result<void> open(const adminclient::Profile& profile);
    void close();

    [[nodiscard]] LinkState state() const { return m_state; }
    /// When the manager was last heard of; invalid where it never was.
    [[nodiscard]] QDateTime silentSince() const { return m_silentSince; }
    [[nodiscard]] const std::optional<Error>& lastError() const { return m_lastError; }
    /// Whom the manager takes us for; nullopt while it has not said so.
    [[nodiscard]] const std::optional<adminclient::WhoAmI>& who() const { return m_who; }
    /// nullptr while closed. Gone after the next open() or close(): not to be kept.
    [[nodiscard]] adminclient::Client* client() { return m_client.get(); }

    /// As Client::send(). While closed the callback comes at once with BaseErrc::cancelled.
    template <class T>
    adminclient::PendingCall send(const adminclient::Call<T>& call, QObject* context,
                                  std::function<void(Result<T>)> callback) {
        if (m_client) return m_client->send<T>(call, context, std::move(callback));
        QTimer::singleShot(0, context, [callback = std::move(callback)] {
            callback(makeError(BaseErrc::cancelled, "no manager is chosen"));
        });
        return {};
    }

Q_SIGNALS:
    void stateChanged(signalbox::ui::LinkState state);
    /// At most five times a second; everyTopic() when a connection was made (anew) or events were lost.
    void refreshWanted(signalbox::ui::Topics topics);
    /// Each one as it comes, for what must not wait or count: pages use refreshWanted().
    void eventSeen(const signalbox::Event& event);
    /// who() is another one, or nobody.
    void whoChanged();
    /// Another manager, or none: what pages show is of the one before.
    void managerChanged();

private:
    void setState(LinkState state);
    void want(Topics topics);
    void askWho();
    void interrupted(const Error& error);

    std::unique_ptr<adminclient::Client> m_client;
    std::unique_ptr<adminclient::EventStream> m_events;  ///< after m_client: goes first
    LinkState m_state = LinkState::closed;
    QDateTime m_silentSince;
    std::optional<Error> m_lastError;
    std::optional<adminclient::WhoAmI> m_who;
    QTimer m_coalesce;
    Topics m_wanted;
};

}  // namespace signalbox::ui
