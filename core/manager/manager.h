// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/pulse.h"
#include "core/http/replaceable_client.h"
#include "core/http/server.h"
#include "core/manager/admin/admin_routes.h"
#include "core/manager/backup_keeper.h"
#include "core/manager/blob_refill.h"
#include "core/manager/clock_watch.h"
#include "core/manager/ddi/ddi_door.h"
#include "core/manager/distributor.h"
#include "core/manager/engine.h"
#include "core/manager/event_log.h"
#include "core/manager/identity.h"
#include "core/manager/ledger.h"
#include "core/manager/world.h"
#include "core/registry/blob_store.h"
#include "core/store/store.h"

namespace signalbox::manager {

struct Address {
    std::string host;
    std::uint16_t port = 0;
};
/// "host:port" or "[v6]:port"; BaseErrc::malformed.
[[nodiscard]] Result<Address> parseAddress(std::string_view text);

/// What is given stays: a later start without it uses what was given last.
struct ManagerOptions {
    std::filesystem::path data;
    std::optional<std::string> ddiListen;    ///< default 0.0.0.0:8443
    std::optional<std::string> ddiUrl;       ///< default https://<this host>:<port>
    std::optional<std::string> adminListen;  ///< default 127.0.0.1:8444
    std::optional<Seconds> pollInterval;     ///< default 300 s
    bool watchClock = false;                 ///< the clock is one that somebody may set
    backup::KeyCost backupCost = {};         ///< of guessing a backup's passphrase
};

/// The engine in one process: store, world, the two doors, distributor and scheduler. Everything runs on `io`'s one
/// thread but SQL (the store's) and files (a pool).
class Manager {
public:
    /// Opens DATA (made on first start, mode 0700), loads everything, listens, and starts its tasks. Blocking. Writes
    /// DATA/admin.json with the first administrator's token on first start.
    [[nodiscard]] static Result<std::unique_ptr<Manager>> start(asio::io_context& io, const ManagerOptions& options,
                                                                const Clock& clock);
    ~Manager();

    [[nodiscard]] const std::string& ddiUrl() const { return m_engine->options.ddiUrl; }
    [[nodiscard]] std::string adminUrl() const { return m_adminUrl; }
    /// The admin door's calls, for tests.
    [[nodiscard]] const AdminRoutes& adminRoutes() const { return *m_adminRoutes; }
    /// What the DDI door listens on, also where port 0 was asked for.
    [[nodiscard]] std::uint16_t ddiPort() const { return m_ddiServer->port(); }
    /// Drains the doors, ends the tasks, writes down what waits. Afterwards io runs dry.
    [[nodiscard]] Task<void> stop();

private:
    Manager(asio::io_context& io, const Clock& clock);
    [[nodiscard]] Result<void> open(const ManagerOptions& options);
    void addAdminRoutes();
    [[nodiscard]] Result<void> serve(const Address& ddi, const Address& admin);
    [[nodiscard]] Result<void> writeAdminProfile(const std::filesystem::path& data);
    /// After a start at another address.
    [[nodiscard]] Result<void> refreshAdminProfile(const std::filesystem::path& data);
    [[nodiscard]] Result<void> commitNow();
    /// Where a third of the certificate's time is left. Open connections stay.
    [[nodiscard]] Result<void> renewCertificateInTime();
    [[nodiscard]] Result<void> writeAuthorities() const;
    [[nodiscard]] Result<void> planRenewal(const std::string& chainPem);
    /// The way to nodes, which ask for the manager's own certificate.
    [[nodiscard]] Result<std::shared_ptr<const http::TlsClientContext>> nodeTls(
        const Identity::ServerCertificate& certificate) const;
    [[nodiscard]] std::string setting(const std::string& key, const std::optional<std::string>& given,
                                      std::string otherwise);
    void reload(const Error& cause);
    [[nodiscard]] Task<void> schedule();
    [[nodiscard]] Task<void> housekeep();
    void signMetadataAgain();
    void collectContacts();
    void writeContacts(std::size_t most);

    asio::io_context& m_io;
    const Clock& m_clock;
    BlockingPool m_pool{2};
    EventLog m_events;
    std::vector<TerminalId> m_contactsToWrite;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<registry::BlobStore> m_blobs;
    World m_world;
    std::unique_ptr<Ledger> m_ledger;
    std::optional<Identity> m_identity;
    std::optional<Engine> m_engine;
    std::unique_ptr<http::ReplaceableClient> m_client;
    std::unique_ptr<Distributor> m_distributor;
    std::unique_ptr<BlobRefill> m_refill;
    std::unique_ptr<BackupKeeper> m_backups;
    std::unique_ptr<DdiDoor> m_ddiDoor;
    std::unique_ptr<AdminRoutes> m_adminRoutes;
    std::unique_ptr<http::Server> m_ddiServer;
    std::unique_ptr<http::Server> m_adminServer;
    std::string m_adminUrl;
    ClockWatch m_clockWatch;
    bool m_watchesClock = false;
    std::vector<std::string> m_certificateHosts;
    std::string m_usedAuthorities;  ///< Identity::authorityList() that doors and the way to nodes go by
    std::filesystem::path m_data;
    TimePoint m_renewAt;  ///< when the certificate of the doors is renewed
    std::shared_ptr<const http::TlsServerContext> m_ddiTls;
    std::shared_ptr<const http::TlsServerContext> m_adminTls;
    Pulse m_schedulePulse;
    Pulse m_housekeepPulse;
    Pulse m_watchPulse;
    Pulse m_refillPulse;
};

}  // namespace signalbox::manager
