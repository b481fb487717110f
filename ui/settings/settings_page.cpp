// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/settings/account_settings.h"
#include "ui/settings/door_settings.h"
#include "ui/settings/general_settings.h"
#include "ui/settings/manager_settings.h"
#include "ui/settings/profile_settings.h"
#include "ui/settings/signature_settings.h"
#include "ui/settings/token_settings.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

constexpr int kListWidth = 190;  // device-independent pixels
constexpr int kSectionWidth = 760;

}  // namespace

SettingsPage::SettingsPage(ManagerLink& link, const SettingsParts& parts, QWidget* parent)
    : Page(link, Topic::other, parent) {
    setObjectName(QStringLiteral("settingsPage"));
    m_list = named(new QListWidget, "settingsList", tr("Parts of the settings", "accessible name"));
    m_list->setFixedWidth(kListWidth);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("settingsStack"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->setSpacing(14);
    layout->addWidget(m_list);
    layout->addWidget(m_stack, 1);
    addSection(new GeneralSettings(parts.preferences, parts.languages));
    addSection(new ManagerSettings(link, parts.choice, parts.known));
    addSection(new ProfileSettings(link, parts.choice));
    addSection(new AccountSettings(link));
    addSection(new SignatureSettings(link, parts.releaseDigest));
    addSection(new TokenSettings(link));
    addSection(new DoorSettings(link));
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::chosen);
    m_list->setCurrentRow(0);
}

void SettingsPage::addSection(SettingsSection* section) {
    m_sections.append(section);
    new QListWidgetItem(icon(section->iconName()), section->title(), m_list);
    section->setMaximumWidth(kSectionWidth);
    auto* const inside = new QWidget;
    auto* const beside = new QHBoxLayout(inside);
    beside->setContentsMargins(0, 0, 6, 6);
    beside->addWidget(section, 1);
    beside->addStretch(0);
    auto* const scroll = new QScrollArea;
    scroll->setObjectName(section->objectName() + QStringLiteral("Scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_stack->addWidget(scroll);
    auto* const action = new QAction(icon(section->iconName()),
                                     tr("Settings: %1", "action, a part of the settings").arg(section->title()), this);
    action->setObjectName(section->objectName() + QStringLiteral("Action"));
    connect(action, &QAction::triggered, this, [this, section] { open(section->objectName()); });
    addAction(action);
}

void SettingsPage::open(const QString& what) {
    for (int row = 0; row < m_sections.size(); ++row)
        if (m_sections.at(row)->objectName() == what) m_list->setCurrentRow(row);
}

void SettingsPage::chosen(int row) {
    if (row < 0) return;
    m_stack->setCurrentIndex(row);
    if (link().state() == LinkState::live) m_sections.at(row)->refresh();
}

void SettingsPage::refresh(Topics) {
    chosen(m_list->currentRow());
}

void SettingsPage::clear() {
    for (SettingsSection* const section : m_sections)
        section->clear();
}

}  // namespace signalbox::ui
