// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/tour.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPixmap>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QWizard>
#include <chrono>
#include <cstdio>

#include "app/signalbox/cut_off.h"
#include "app/signalbox/translation.h"
#include "ui/rollouts/rollout_wizard.h"
#include "ui/shell/page.h"

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds kSettle{1500};  // for answers and animations
constexpr std::chrono::milliseconds kDialogSettle{500};
constexpr std::chrono::seconds kFleetPatience{180};

}  // namespace

Tour::Tour(TourOptions options) : m_options(std::move(options)) {
    for (const QString& language : m_options.languages)
        for (const auto theme : {ui::ThemeChoice::light, ui::ThemeChoice::dark, ui::ThemeChoice::highContrast})
            if (m_options.theme.isEmpty() || m_options.theme == ui::themeName(theme))
                m_stops.push_back({language, theme});
}

Tour::~Tour() = default;

void Tour::start() {
    ui::DemoOptions options;
    options.programs = m_options.console.programs;
    options.folder = QDir(m_options.console.data).filePath(QStringLiteral("demo"));
    m_demo = std::make_unique<ui::DemoFleet>(options);
    connect(m_demo.get(), &ui::DemoFleet::stateChanged, this, [this](ui::DemoState state) {
        if (state == ui::DemoState::running) fleetReady();
        if (state == ui::DemoState::failed) {
            std::fprintf(stderr, "signalbox: the demo fleet failed: %s\n",
                         m_demo->error() ? m_demo->error()->text().c_str() : "");
            m_pictures = 0;
            m_stops.clear();
            m_shots.clear();
            m_demo->end();
        }
        if (state == ui::DemoState::idle) Q_EMIT ended(m_pictures);
    });
    m_demo->start();
    QTimer::singleShot(kFleetPatience, m_demo.get(), [this] {
        if (m_demo->state() == ui::DemoState::running) return;
        std::fprintf(stderr, "signalbox: the demo fleet was not ready in time\n");
        m_demo->end();
    });
}

void Tour::fleetReady() {
    nextStop();
}

void Tour::nextStop() {
    m_console.reset();
    if (m_stops.empty()) {
        noteCutOff();
        return m_demo->end();
    }
    m_stop = m_stops.front();
    m_stops.pop_front();
    installLanguage(m_stop.language, m_translator, m_qtTranslator);
    ui::applyTheme(m_stop.theme);
    m_console = std::make_unique<Console>(m_options.console);
    m_console->window().resize(m_options.size);
    m_console->showWindow();
    m_console->choice().openDemo(*m_demo->profile());
    planShots();
    QTimer::singleShot(kSettle, this, &Tour::nextShot);
}

void Tour::later(std::function<void()> shot) {
    m_shots.push_back(std::move(shot));
}

void Tour::nextShot() {
    if (m_shots.empty()) return nextStop();
    const auto shot = std::move(m_shots.front());
    m_shots.pop_front();
    shot();
}

void Tour::planShots() {
    const auto* const pages = m_console->window().findChild<QStackedWidget*>(QStringLiteral("pages"));
    for (int i = 0; pages && i < pages->count(); ++i) {
        later([this, name = pages->widget(i)->objectName()] {
            m_console->window().showPage(name);
            QTimer::singleShot(kSettle, this, [this, name] {
                shoot(m_console->window(), name);
                nextShot();
            });
        });
        planActions(i);
    }
    planRows();
    planDialogs();
}

void Tour::planActions(int page) {
    const auto* const pages = m_console->window().findChild<QStackedWidget*>(QStringLiteral("pages"));
    const QWidget* const widget = pages->widget(page);
    const QList<QAction*> actions = widget->actions();
    for (QAction* const action : actions) {
        if (action->isSeparator()) continue;
        const QString own =
            action->objectName().isEmpty() ? QString::number(actions.indexOf(action) + 1) : action->objectName();
        const QString name = widget->objectName() + QLatin1Char('-') + own;
        later([this, name, action = QPointer<QAction>(action)] {
            if (!action || !action->isEnabled()) return nextShot();
            action->trigger();
            QTimer::singleShot(kDialogSettle, this, [this, name] {
                shootOpenDialogs(name);
                nextShot();
            });
        });
    }
}

void Tour::shootOpenDialogs(const QString& name) {
    const QWidgetList windows = QApplication::topLevelWidgets();
    int number = 0;
    for (QWidget* const window : windows) {
        auto* const dialog = qobject_cast<QDialog*>(window);
        if (!dialog || !dialog->isVisible()) continue;
        if (!qobject_cast<QFileDialog*>(dialog)) {
            shoot(*dialog, number == 0 ? name : QStringLiteral("%1-%2").arg(name).arg(number + 1));
            ++number;
        }
        dialog->reject();
    }
    // What an action shows without a dialog is on its page.
    if (number == 0) shoot(m_console->window(), name);
}

void Tour::steps(const QString& name, const std::function<QDialog*()>& make,
                 const std::vector<std::function<void(QDialog&)>>& acts) {
    auto dialog = std::make_shared<QPointer<QDialog>>();
    later([this, name, make, dialog] {
        *dialog = make();
        (*dialog)->show();
        QTimer::singleShot(kDialogSettle, this, [this, name, dialog] {
            if (*dialog) shoot(**dialog, name);
            nextShot();
        });
    });
    for (std::size_t i = 0; i < acts.size(); ++i) {
        later([this, dialog, act = acts[i], file = QStringLiteral("%1-%2").arg(name).arg(i + 2)] {
            if (*dialog) act(**dialog);
            QTimer::singleShot(kDialogSettle, this, [this, dialog, file] {
                if (*dialog) shoot(**dialog, file);
                nextShot();
            });
        });
    }
    later([this, dialog] {
        delete dialog->data();
        nextShot();
    });
}

/// Pages on which something is chosen.
void Tour::planRows() {
    later([this] {
        m_console->window().showPage(QStringLiteral("rolloutsPage"));
        if (auto* const table = m_console->window().findChild<QTableView*>(QStringLiteral("rolloutTable")))
            table->selectRow(1);
        QTimer::singleShot(kSettle, this, [this] {
            shoot(m_console->window(), QStringLiteral("rolloutsPage-running"));
            nextShot();
        });
    });
    later([this] {
        m_console->window().showPage(QStringLiteral("terminalsPage"), QStringLiteral("filter:tag.site==Berlin"));
        QTimer::singleShot(kSettle, this, [this] {
            if (auto* const table = m_console->window().findChild<QTableView*>(QStringLiteral("terminalTable")))
                table->selectAll();
            QTimer::singleShot(kDialogSettle, this, [this] {
                shoot(m_console->window(), QStringLiteral("terminalsPage-several"));
                nextShot();
            });
        });
    });
}

void Tour::planDialogs() {
    const auto press = [](QDialog& dialog, const char* name) {
        if (auto* const button = dialog.findChild<QAbstractButton*>(QString::fromUtf8(name))) button->click();
    };
    const auto type = [](QDialog& dialog, const char* name, const QString& text) {
        if (auto* const edit = dialog.findChild<QLineEdit*>(QString::fromUtf8(name))) edit->setText(text);
    };
    steps(QStringLiteral("dialog-first-run"),
          [this] { return new ui::FirstRun(m_console->link(), m_console->choice(), &m_console->window()); },
          {[press](QDialog& dialog) { press(dialog, "manageHere"); },
           [](QDialog& dialog) { static_cast<ui::FirstRun&>(dialog).showJoining(); }});
    steps(QStringLiteral("dialog-connect"),
          [this] { return new ui::ConnectDialog(m_console->choice(), m_console->known(), &m_console->window()); },
          {[this, press, type](QDialog& dialog) {
               type(dialog, "managerAddress", QString::fromStdString(m_demo->profile()->url));
               press(dialog, "connectLook");
           },
           [press](QDialog& dialog) {
               press(dialog, "comparedByEye");
               press(dialog, "compareTrust");
           }});
    const auto next = [](QDialog& dialog) { static_cast<QWizard&>(dialog).next(); };
    steps(QStringLiteral("dialog-rollout"),
          [this]() -> QDialog* {
              auto* const wizard = new ui::RolloutWizard(m_console->link(), {}, &m_console->window());
              wizard->setAttribute(Qt::WA_DeleteOnClose, false);
              return wizard;
          },
          {next, next,
           [](QDialog& dialog) {
               auto* const pattern = dialog.findChild<QComboBox*>(QStringLiteral("windowPattern"));
               pattern->setCurrentIndex(pattern->count() - 1);
               Q_EMIT pattern->activated(pattern->currentIndex());
           },
           next, next});
    later([this] {
        m_console->window().findChild<QAbstractButton*>(QStringLiteral("openPalette"))->click();
        QTimer::singleShot(kDialogSettle, this, [this] {
            shootOpenDialogs(QStringLiteral("dialog-palette"));
            nextShot();
        });
    });
}

void Tour::shoot(QWidget& widget, const QString& name) {
    const QString place = m_stop.language + QLatin1Char('/') + ui::themeName(m_stop.theme);
    const QString folder = QDir(m_options.folder).filePath(place);
    const QString file = folder + QLatin1Char('/') + name + QLatin1String(".png");
    if (!QDir().mkpath(folder) || !widget.grab().save(file)) {
        std::fprintf(stderr, "signalbox: %s cannot be written\n", qPrintable(file));
        return;
    }
    ++m_pictures;
    const QStringList wrong = cutOffIn(widget);
    for (const QString& line : wrong)
        m_cutOff.append(QStringLiteral("%1/%2: %3").arg(place, name, line));
}

void Tour::noteCutOff() {
    if (m_cutOff.isEmpty()) return;
    QFile file(QDir(m_options.folder).filePath(QStringLiteral("cut-off.txt")));
    const QByteArray text = m_cutOff.join(QLatin1Char('\n')).toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        std::fprintf(stderr, "signalbox: %s cannot be written\n", qPrintable(file.fileName()));
}

}  // namespace signalbox
