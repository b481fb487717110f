// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QTimer>

#include "ui/session/manager_link.h"

class QLabel;
class QListWidget;
class QStackedWidget;

namespace signalbox::ui {

class Page;

/// The frame around the pages: navigation, header, and how old what is shown is. Knows no page by its type.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(ManagerLink& link, QWidget* parent = nullptr);

    /// In the order of the navigation; the window owns it.
    void addPage(Page* page);
    /// By the page's objectName.
    void showPage(const QString& name);

private:
    void showAge();

    ManagerLink& m_link;
    QListWidget* m_navigation = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_age = nullptr;
    QTimer m_clock;
};

}  // namespace signalbox::ui
