// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox::ui {

/// One part of the settings.
class SettingsSection : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// Of resources/icons, without folder and ending.
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Reads what it shows, when it comes into sight and when something of it may have changed.
    virtual void refresh() {}
    /// Drops what it shows: the manager is another one, or there is none.
    virtual void clear() {}
};

}  // namespace signalbox::ui
