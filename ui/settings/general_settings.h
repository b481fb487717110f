// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "ui/settings/settings_section.h"

class QLabel;
class QVBoxLayout;

namespace signalbox::ui {

class Preferences;

/// Of this console alone: its language, its looks, what it notifies of, when it asks twice.
class GeneralSettings : public SettingsSection {
    Q_OBJECT
public:
    GeneralSettings(Preferences& preferences, const QStringList& languages, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("General", "settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("view"); }

private:
    [[nodiscard]] QWidget* makeLooks(const QStringList& languages);
    [[nodiscard]] QWidget* makeNotifications();
    [[nodiscard]] QWidget* makeQuestions();

    Preferences& m_preferences;
    QLabel* m_nextStart = nullptr;
};

}  // namespace signalbox::ui
