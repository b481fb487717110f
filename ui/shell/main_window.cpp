// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>
#include <QStatusBar>
#include <chrono>

#include "ui/shell/page.h"

namespace signalbox::ui {

namespace {

constexpr int kNavigationWidth = 190;  // device-independent pixels

}  // namespace

MainWindow::MainWindow(ManagerLink& link, QWidget* parent) : QMainWindow(parent), m_link(link) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Signalbox"));

    m_navigation = new QListWidget;
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setAccessibleName(tr("Pages"));
    m_navigation->setFixedWidth(kNavigationWidth);
    m_pages = new QStackedWidget;
    m_pages->setObjectName(QStringLiteral("pages"));
    connect(m_navigation, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto* const centre = new QWidget;
    auto* const layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_age = new QLabel;
    m_age->setObjectName(QStringLiteral("dataAge"));
    m_age->setAccessibleName(tr("Age of the data"));
    statusBar()->addPermanentWidget(m_age);
    connect(&m_link, &ManagerLink::stateChanged, this, &MainWindow::showAge);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showAge);
    m_clock.start(std::chrono::seconds(1));
    showAge();
}

void MainWindow::addPage(Page* page) {
    auto* const item = new QListWidgetItem(page->title(), m_navigation);
    item->setData(Qt::UserRole, page->objectName());
    m_pages->addWidget(page);
    if (m_pages->count() == 1) m_navigation->setCurrentRow(0);
}

void MainWindow::showPage(const QString& name) {
    for (int row = 0; row < m_navigation->count(); ++row)
        if (m_navigation->item(row)->data(Qt::UserRole).toString() == name) m_navigation->setCurrentRow(row);
}

void MainWindow::showAge() {
    const auto since = [this] { return QLocale().toString(m_link.silentSince().toLocalTime().time(), QLocale::ShortFormat); };
    switch (m_link.state()) {
        case LinkState::closed: m_age->setText(tr("no manager", "age of the data")); return;
        case LinkState::connecting: m_age->setText(tr("connecting …", "age of the data")); return;
        case LinkState::live: m_age->setText(tr("live", "age of the data")); return;
        case LinkState::interrupted: m_age->setText(tr("disconnected since %1", "age of the data").arg(since())); return;
        case LinkState::refused: m_age->setText(tr("refused by the manager", "age of the data")); return;
    }
}

}  // namespace signalbox::ui
