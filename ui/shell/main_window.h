// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMainWindow>
#include <QTimer>

#include "ui/session/manager_link.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace signalbox::ui {

class Notice;
class Page;
class Preferences;
class TaskLog;
enum class Tone;
struct PaletteEntry;

/// The frame around the pages: navigation, header, banner, task log, and how old what is shown is. Knows no page by its
/// type.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(ManagerLink& link, Preferences& preferences, QWidget* parent = nullptr);

    /// In the order of the navigation; the window owns it.
    void addPage(Page* page);
    /// By the page's objectName; `what` as Page::open() takes it.
    void showPage(const QString& name, const QString& what = {});
    /// Says something above the pages until it is acted on: `action` goes to `page`, or only takes the words away.
    void tell(Tone tone, const QString& text, const QString& action = {}, const QString& page = {});
    [[nodiscard]] TaskLog& tasks() { return *m_tasks; }
    [[nodiscard]] QString currentPage() const;

Q_SIGNALS:
    /// The banner's button: the manager refused this connection.
    void connectWanted();

private:
    [[nodiscard]] QWidget* makeHeader();
    void makeNavigation();
    void makeThemeActions();
    void rememberWidths(Page* page);
    void pageChosen(int row);
    void search();
    void openPalette();
    [[nodiscard]] QList<PaletteEntry> paletteEntries();
    [[nodiscard]] QList<PaletteEntry> searchEntries(const QString& text);
    void showAge();
    void showBanner();

    ManagerLink& m_link;
    Preferences& m_preferences;
    QListWidget* m_navigation = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_title = nullptr;
    QLineEdit* m_search = nullptr;
    Notice* m_banner = nullptr;
    Notice* m_told = nullptr;
    QString m_toldPage;
    TaskLog* m_tasks = nullptr;
    QLabel* m_age = nullptr;
    QLabel* m_ageIcon = nullptr;
    QTimer m_clock;
};

}  // namespace signalbox::ui
