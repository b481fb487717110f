// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QIcon>
#include <QList>
#include <functional>

class QLineEdit;
class QListWidget;

namespace signalbox::ui {

/// One thing that can be done or gone to.
struct PaletteEntry {
    QString text;
    QString hint;  ///< where it belongs, or its shortcut
    QIcon icon;
    std::function<void()> run;
};

/// Everything by keyboard: type some letters, Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    /// `forText`: entries made of what was typed, such as searching for it.
    CommandPalette(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString&)> forText,
                   QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void runCurrent();

    QList<PaletteEntry> m_entries;
    QList<PaletteEntry> m_shown;
    std::function<QList<PaletteEntry>(const QString&)> m_forText;
    QLineEdit* m_edit = nullptr;
    QListWidget* m_list = nullptr;
};

}  // namespace signalbox::ui
