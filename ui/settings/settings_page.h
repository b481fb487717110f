// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include "ui/shell/page.h"
#include "ui/signatures/release_facts.h"

class QListWidget;
class QStackedWidget;

namespace signalbox::ui {

class KnownManagers;
class ManagerSwitch;
class Preferences;
class SettingsSection;

/// What the settings are made of beside the link.
struct SettingsParts {
    ManagerSwitch& choice;
    KnownManagers& known;
    Preferences& preferences;
    ReleaseDigest releaseDigest;
    QStringList languages;  ///< "en", "de" …
};

/// What can be set, of this console, of its manager, and of who may come in; one part at a time.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(ManagerLink& link, const SettingsParts& parts, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Settings", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-settings"); }
    /// The objectName of a section.
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void addSection(SettingsSection* section);
    void chosen(int row);

    QListWidget* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QList<SettingsSection*> m_sections;
};

}  // namespace signalbox::ui
