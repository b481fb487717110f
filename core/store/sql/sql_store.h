// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/store/sql/dialect.h"
#include "core/store/sql/reader.h"
#include "core/store/sql/writer.h"
#include "core/store/store.h"

namespace signalbox::store {

/// The store on any database that has a Backend.
class SqlStore final : public Store {
public:
    /// Blocking: connects and migrates.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(std::unique_ptr<Backend> backend);
    explicit SqlStore(std::unique_ptr<Backend> backend);
    ~SqlStore() override;

    [[nodiscard]] Result<Contents> load(const TakeTerminal& take) override;
    [[nodiscard]] Task<void> commit(std::vector<Change> changes) override;
    [[nodiscard]] Task<std::vector<FeedbackEntry>> feedback(DeploymentId deployment, std::int64_t after,
                                                            std::size_t limit) override;
    [[nodiscard]] Task<std::vector<AuditEntry>> audit(std::int64_t after, std::size_t limit) override;
    [[nodiscard]] Task<std::vector<AuditEntry>> auditBefore(std::int64_t before, std::size_t limit) override;
    [[nodiscard]] Task<void> copyTo(std::string file) override;
    void close() override;

private:
    std::unique_ptr<Backend> m_backend;
    Writer m_writer;
    Reader m_reader;
    Reader m_copier;  ///< takes long, so that nobody reads behind it
};

}  // namespace signalbox::store
