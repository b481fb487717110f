// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"

class QPushButton;
class QTableWidget;

namespace signalbox::ui {

class Notice;

/// The tokens by which programs come in: made, shown once, revoked.
class TokenSettings : public SettingsSection {
    Q_OBJECT
public:
    explicit TokenSettings(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("API tokens", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("key"); }
    void refresh() override;
    void clear() override;

private:
    void put();
    void enable();
    void revoke();
    [[nodiscard]] const adminclient::TokenInfo* chosen() const;

    ManagerLink& m_link;
    std::vector<adminclient::TokenInfo> m_tokens;  ///< by row
    Notice* m_notice = nullptr;
    QTableWidget* m_table = nullptr;
    QPushButton* m_revoke = nullptr;
};

}  // namespace signalbox::ui
