// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/model/release.h"
#include "ui/shell/page.h"
#include "ui/signatures/release_facts.h"

class QVBoxLayout;

namespace signalbox::ui {

class EmptyState;
class Notice;

/// The inbox: every release that waits for somebody's word, with what changed since the last approved one.
class ApprovalsPage : public Page {
    Q_OBJECT
public:
    ApprovalsPage(ManagerLink& link, ReleaseDigest digest, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Approvals", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-approvals"); }

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void read();
    void put(const std::vector<Release>& releases);
    [[nodiscard]] QWidget* makeCard(const Release& release, const Release* before);
    void giveWord(const Release& release, bool approve);

    ReleaseDigest m_digest;
    std::vector<Release> m_waiting;
    QVBoxLayout* m_cards = nullptr;
    QWidget* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    Notice* m_notice = nullptr;
};

}  // namespace signalbox::ui
