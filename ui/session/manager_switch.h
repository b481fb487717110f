// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/session/embedded_manager.h"
#include "ui/session/known_managers.h"
#include "ui/session/manager_link.h"
#include "ui/session/secret_keeper.h"

namespace signalbox::ui {

/// Which manager the console looks at.
struct CurrentManager {
    enum class Kind { none, embedded, known, demo, given } kind = Kind::none;
    QString name;  ///< of the known one; host and port of the given one
};

/// What it takes to come in to a manager elsewhere.
struct Credentials {
    QString account;  ///< empty: the secret is a token
    QString secret;   ///< password or token
};

/// Chooses the manager behind the link: the one on this computer, one elsewhere, or the demo's. On the GUI thread.
class ManagerSwitch : public QObject {
    Q_OBJECT
public:
    ManagerSwitch(ManagerLink& link, KnownManagers& known, SecretKeeper& secrets, EmbeddedManager& embedded,
                  QObject* parent = nullptr);

    /// What was chosen last; firstRunWanted() where nothing was.
    void openLast();
    void openEmbedded(const QString& ddiHost = {});
    /// Its secret comes from the keychain; secretWanted() where it does not.
    void openKnown(const QString& name);
    /// Logs in, and remembers manager and choice where that works; with `keep` also the secret, in the keychain. Errors
    /// of `done`: as the manager says; BaseErrc::unavailable where all went well and only the keychain is missing.
    void logIn(const KnownManager& manager, const Credentials& credentials, bool keep, QObject* context,
               std::function<void(Result<void>)> done);
    /// For as long as the demo lives; not remembered.
    void openDemo(const adminclient::Profile& profile);
    /// By a profile that someone gave us; not remembered.
    void openGiven(const adminclient::Profile& profile);
    void forget(const QString& name);
    /// The password of the account that is logged in is another one: where the keychain holds it, it gets the new one.
    void keepSecret(const QString& secret);
    /// Ends the session of a manager elsewhere, takes its secret from the keychain, and leaves it.
    void logOut();
    /// Leaves the manager; the choice stays.
    void close();

    [[nodiscard]] const CurrentManager& current() const { return m_current; }
    [[nodiscard]] EmbeddedManager& embedded() { return m_embedded; }

Q_SIGNALS:
    void currentChanged(const signalbox::ui::CurrentManager& current);
    void firstRunWanted();
    /// Why: BaseErrc::notFound, ::unavailable (there is no keychain), ::denied (the one that was kept is wrong).
    void secretWanted(const signalbox::ui::KnownManager& manager, const signalbox::Error& why);
    /// A manager elsewhere could not be asked to let us in.
    void openFailed(const signalbox::ui::KnownManager& manager, const signalbox::Error& why);

private:
    void setCurrent(const CurrentManager& current);
    void takeToken(const KnownManager& manager, const Credentials& credentials,
                   std::function<void(Result<adminclient::Profile>)> done);
    void linkChanged(LinkState state);
    void renew();

    ManagerLink& m_link;
    KnownManagers& m_known;
    SecretKeeper& m_secrets;
    EmbeddedManager& m_embedded;
    CurrentManager m_current;
    std::unique_ptr<adminclient::Client> m_asking;  ///< the one that logs in
    std::optional<adminclient::Profile> m_open;
    QTimer m_watch;
    bool m_renewed = false;  ///< a session that ended was opened again, and has not been live since
};

}  // namespace signalbox::ui
