// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/model/records.h"
#include "ui/session/manager_link.h"
#include "ui/settings/settings_section.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox::ui {

class Notice;

/// Which DDI clients may come in at the door for terminals, and whether unknown terminals may wait there.
class DoorSettings : public SettingsSection {
    Q_OBJECT
public:
    explicit DoorSettings(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Door for terminals", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-terminals"); }
    void refresh() override;
    void clear() override;

private:
    [[nodiscard]] QWidget* makeJoining();
    [[nodiscard]] QWidget* makeGateway();
    [[nodiscard]] QWidget* makeClients();
    void readClusters();
    void setJoining(bool withoutCode);
    void put(const DdiSettings& settings);
    [[nodiscard]] DdiSettings entered() const;
    void enable();
    void save();
    void makeGatewayToken();
    void removeGatewayToken();
    void told(const QString& what, const Error& error);

    ManagerLink& m_link;
    std::optional<DdiSettings> m_kept;  ///< as the manager has them
    Notice* m_notice = nullptr;
    QCheckBox* m_withoutCode = nullptr;
    QCheckBox* m_targetToken = nullptr;
    QLabel* m_gateway = nullptr;
    QPushButton* m_makeGateway = nullptr;
    QPushButton* m_removeGateway = nullptr;
    QPlainTextEdit* m_clientCa = nullptr;
    QPlainTextEdit* m_proxies = nullptr;
    QPlainTextEdit* m_authorities = nullptr;
    QComboBox* m_newCluster = nullptr;
    QLineEdit* m_newPlatform = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_drop = nullptr;
};

}  // namespace signalbox::ui
