// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <chrono>

#include "ui/session/preferences.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/page.h"
#include "ui/shell/task_log.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

namespace signalbox::ui {

namespace {

constexpr int kNavigationWidth = 200;  // device-independent pixels
constexpr int kSearchWidth = 280;
constexpr int kIcon = 20;
constexpr QSize kFirstSize{1280, 820};
constexpr qint64 kStillFresh = 60;  // seconds in which an age says more than a time of day

const QString kSearchPage = QStringLiteral("terminalsPage");

}  // namespace

MainWindow::MainWindow(ManagerLink& link, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent), m_link(link), m_preferences(preferences) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Signalbox"));
    resize(kFirstSize);

    makeNavigation();
    makeThemeActions();
    m_pages = new QStackedWidget;
    m_pages->setObjectName(QStringLiteral("pages"));
    m_banner = new Notice;
    m_banner->setObjectName(QStringLiteral("linkBanner"));
    connect(m_banner, &Notice::acted, this, &MainWindow::connectWanted);

    m_told = new Notice;
    m_told->setObjectName(QStringLiteral("toldNotice"));
    connect(m_told, &Notice::acted, this, [this] {
        m_told->say(Tone::neutral, {});
        if (!m_toldPage.isEmpty()) showPage(m_toldPage);
    });
    connect(&m_link, &ManagerLink::managerChanged, m_told, [this] { m_told->say(Tone::neutral, {}); });

    auto* const right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(makeHeader());
    right->addWidget(m_banner);
    right->addWidget(m_told);
    right->addWidget(m_pages, 1);
    auto* const centre = new QWidget;
    auto* const layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(right, 1);
    setCentralWidget(centre);

    m_tasks = new TaskLog(this);
    addDockWidget(Qt::BottomDockWidgetArea, m_tasks);
    m_ageIcon = new QLabel;
    m_age = named(new QLabel, "dataAge", tr("Age of the data"));
    statusBar()->addPermanentWidget(m_ageIcon);
    statusBar()->addPermanentWidget(m_age);
    connect(&m_link, &ManagerLink::stateChanged, this, [this] {
        showAge();
        showBanner();
    });
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showAge);
    m_clock.start(std::chrono::seconds(1));
    showAge();
    showBanner();
}

/// In the command palette: quicker than the page of settings.
void MainWindow::makeThemeActions() {
    const auto add = [this](ThemeChoice choice, const QString& text) {
        auto* const action = new QAction(icon(QStringLiteral("view")), text, this);
        action->setObjectName(QStringLiteral("theme-") + themeName(choice));
        connect(action, &QAction::triggered, this, [this, choice] {
            applyTheme(choice);
            m_preferences.set(preference::theme(), themeName(choice));
        });
        addAction(action);
    };
    add(ThemeChoice::system, tr("Theme: as the system has it", "command palette"));
    add(ThemeChoice::light, tr("Theme: light", "command palette"));
    add(ThemeChoice::dark, tr("Theme: dark", "command palette"));
    add(ThemeChoice::highContrast, tr("Theme: high contrast", "command palette"));
}

void MainWindow::makeNavigation() {
    m_navigation = named(new QListWidget, "navigation", tr("Pages"));
    m_navigation->setFixedWidth(kNavigationWidth);
    m_navigation->setIconSize({kIcon, kIcon});
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &MainWindow::pageChosen);
}

QWidget* MainWindow::makeHeader() {
    auto* const header = new QFrame;
    header->setObjectName(QStringLiteral("header"));
    auto* const layout = new QHBoxLayout(header);
    layout->setContentsMargins(18, 9, 14, 9);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setTextFormat(Qt::PlainText);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.45);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_search = named(new QLineEdit, "globalSearch", tr("Find terminals", "global search"));
    m_search->setFixedWidth(kSearchWidth);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Find terminals by name or id", "global search"));
    m_search->addAction(icon(QStringLiteral("search"), Tone::waiting), QLineEdit::LeadingPosition);
    m_search->setToolTip(tr("Ctrl+F", "shortcut of the global search"));
    connect(m_search, &QLineEdit::returnPressed, this, &MainWindow::search);
    auto* const palette = button("openPalette", tr("Commands", "button"), QStringLiteral("command"));
    palette->setToolTip(tr("Everything by keyboard: Ctrl+K", "tool tip"));
    connect(palette, &QPushButton::clicked, this, &MainWindow::openPalette);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_search);
    layout->addWidget(palette);

    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, this,
            &MainWindow::openPalette);
    connect(new QShortcut(QKeySequence(QKeySequence::Find), this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    return header;
}

void MainWindow::addPage(Page* page) {
    auto* const item = new QListWidgetItem(icon(page->iconName()), page->title(), m_navigation);
    item->setData(Qt::UserRole, page->objectName());
    const int count = m_navigation->count();
    if (count < 10) {
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + count));
        item->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(new QShortcut(keys, this), &QShortcut::activated, m_navigation,
                [this, count] { m_navigation->setCurrentRow(count - 1); });
    }
    m_pages->addWidget(page);
    connect(page, &Page::openPage, this, &MainWindow::showPage);
    rememberWidths(page);
    if (m_pages->count() == 1) m_navigation->setCurrentRow(0);
}

void MainWindow::rememberWidths(Page* page) {
    const QList<DataTable*> tables = page->findChildren<DataTable*>();
    for (DataTable* const table : tables) {
        const QString key = QStringLiteral("columns/") + table->objectName();
        QList<int> widths;
        const QVariantList kept = m_preferences.value(key).toList();
        for (const QVariant& width : kept)
            widths.append(width.toInt());
        table->setWidths(widths);
        connect(table, &DataTable::widthsChanged, this, [this, table, key] {
            QVariantList changed;
            const QList<int> now = table->widths();
            for (const int width : now)
                changed.append(width);
            m_preferences.set(key, changed);
        });
    }
}

void MainWindow::showPage(const QString& name, const QString& what) {
    for (int row = 0; row < m_navigation->count(); ++row) {
        if (m_navigation->item(row)->data(Qt::UserRole).toString() != name) continue;
        m_navigation->setCurrentRow(row);
        if (!what.isEmpty()) qobject_cast<Page*>(m_pages->widget(row))->open(what);
    }
}

void MainWindow::tell(Tone tone, const QString& text, const QString& action, const QString& page) {
    m_toldPage = page;
    m_told->say(tone, text, {}, action);
}

QString MainWindow::currentPage() const {
    return m_pages->currentWidget() ? m_pages->currentWidget()->objectName() : QString();
}

void MainWindow::pageChosen(int row) {
    m_pages->setCurrentIndex(row);
    if (auto* const page = qobject_cast<Page*>(m_pages->widget(row))) m_title->setText(page->title());
}

void MainWindow::search() {
    const QString text = m_search->text().trimmed();
    if (!text.isEmpty()) showPage(kSearchPage, QStringLiteral("search:") + text);
}

QList<PaletteEntry> MainWindow::paletteEntries() {
    QList<PaletteEntry> entries;
    for (int row = 0; row < m_pages->count(); ++row) {
        auto* const page = qobject_cast<Page*>(m_pages->widget(row));
        entries.append({tr("Go to %1", "command palette, a page").arg(page->title()),
                        m_navigation->item(row)->toolTip(), icon(page->iconName()),
                        [this, row] { m_navigation->setCurrentRow(row); }});
    }
    for (int row = 0; row < m_pages->count(); ++row) {
        auto* const page = qobject_cast<Page*>(m_pages->widget(row));
        for (QAction* const action : page->actions()) {
            if (!action->isEnabled() || action->isSeparator()) continue;
            entries.append(
                {action->text().remove(QLatin1Char('&')), page->title(), action->icon(), [this, row, action] {
                     m_navigation->setCurrentRow(row);
                     action->trigger();
                 }});
        }
    }
    entries.append({tr("Show the task log", "command palette"), {}, icon(QStringLiteral("checking")), [this] {
                        m_tasks->show();
                    }});
    for (QAction* const action : actions())
        if (action->isEnabled())
            entries.append({action->text().remove(QLatin1Char('&')),
                            action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                            [action] { action->trigger(); }});
    return entries;
}

QList<PaletteEntry> MainWindow::searchEntries(const QString& text) {
    return {{tr("Find terminals “%1”", "command palette").arg(text), {}, icon(QStringLiteral("search")), [this, text] {
                 showPage(kSearchPage, QStringLiteral("search:") + text);
             }}};
}

void MainWindow::openPalette() {
    auto* const palette = new CommandPalette(
        paletteEntries(), [this](const QString& text) { return searchEntries(text); }, this);
    palette->open();
}

void MainWindow::showAge() {
    const auto put = [this](const QString& iconName, Tone tone, const QString& text) {
        if (m_age->text() == text) return;
        m_age->setText(text);
        m_ageIcon->setPixmap(icon(iconName, tone).pixmap(16, 16));
    };
    switch (m_link.state()) {
        case LinkState::closed:
            return put(QStringLiteral("offline"), Tone::unknown, tr("no manager", "age of the data"));
        case LinkState::connecting:
            return put(QStringLiteral("refresh"), Tone::waiting, tr("connecting …", "age of the data"));
        case LinkState::live:
            return put(QStringLiteral("ok"), Tone::good, tr("live", "age of the data"));
        case LinkState::interrupted: {
            const qint64 age = m_link.silentSince().secsTo(QDateTime::currentDateTimeUtc());
            if (age < kStillFresh)
                return put(QStringLiteral("waiting"), Tone::warning,
                           tr("%1 s old", "age of the data").arg(number(qMax<qint64>(0, age))));
            return put(QStringLiteral("offline"), Tone::bad,
                       tr("disconnected since %1", "age of the data")
                           .arg(QLocale().toString(m_link.silentSince().toLocalTime().time(), QLocale::ShortFormat)));
        }
        case LinkState::refused:
            return put(QStringLiteral("failed"), Tone::bad, tr("refused by the manager", "age of the data"));
    }
}

void MainWindow::showBanner() {
    const QString reason = m_link.lastError() ? errorText(*m_link.lastError()) : QString();
    const QString details = m_link.lastError() ? errorDetails(*m_link.lastError()) : QString();
    switch (m_link.state()) {
        case LinkState::closed:
        case LinkState::live:
            return m_banner->say(Tone::neutral, {});
        case LinkState::connecting:
            return m_banner->say(Tone::waiting,
                                 reason.isEmpty() ? QString() : tr("Connecting … %1", "banner").arg(reason), details);
        case LinkState::interrupted:
            return m_banner->say(Tone::warning,
                                 tr("The connection to the manager is interrupted; what you see may be out of date. "
                                    "Signalbox tries again by itself. %1",
                                    "banner")
                                     .arg(reason),
                                 details);
        case LinkState::refused:
            return m_banner->say(Tone::bad, tr("The manager cannot be used. %1", "banner").arg(reason), details,
                                 tr("Connect again …", "banner"));
    }
}

}  // namespace signalbox::ui
