// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/store/store.h"

namespace signalbox::test {

/// A real store whose commits a test can make fail or wait. A commit that fails changes nothing.
class BreakableStore final : public store::Store {
public:
    explicit BreakableStore(std::unique_ptr<store::Store> real) : m_real(std::move(real)) {}

    void failCommits(bool fail) { m_fail = fail; }
    /// Fails the next commit only.
    void failOnce() { m_failOnce = true; }
    /// Commits that come in wait until they are let go.
    void hold() { m_held = true; }
    void letGo() { m_held = false; }
    [[nodiscard]] std::size_t begun() const { return m_begun; }
    [[nodiscard]] std::size_t ended() const { return m_ended; }
    /// How many were under way at once, at most.
    [[nodiscard]] std::size_t mostAtOnce() const { return m_mostAtOnce; }

    [[nodiscard]] Result<store::Contents> load(const TakeTerminal& take) override { return m_real->load(take); }
    [[nodiscard]] Task<void> commit(std::vector<store::Change> changes) override;
    [[nodiscard]] Task<std::vector<FeedbackEntry>> feedback(DeploymentId deployment, std::int64_t after,
                                                            std::size_t limit) override {
        return m_real->feedback(deployment, after, limit);
    }
    [[nodiscard]] Task<std::vector<AuditEntry>> audit(std::int64_t after, std::size_t limit) override {
        return m_real->audit(after, limit);
    }
    [[nodiscard]] Task<std::vector<AuditEntry>> auditBefore(std::int64_t before, std::size_t limit) override {
        return m_real->auditBefore(before, limit);
    }
    [[nodiscard]] Task<void> copyTo(std::string file) override { return m_real->copyTo(std::move(file)); }
    void close() override { m_real->close(); }

private:
    std::unique_ptr<store::Store> m_real;
    bool m_fail = false;
    bool m_failOnce = false;
    bool m_held = false;
    std::size_t m_begun = 0;
    std::size_t m_ended = 0;
    std::size_t m_mostAtOnce = 0;
};

}  // namespace signalbox::test
