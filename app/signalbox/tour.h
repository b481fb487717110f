// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "app/signalbox/console.h"
#include "ui/widgets/theme.h"

namespace signalbox {

struct TourOptions {
    ConsoleOptions console;
    QString folder;  ///< <folder>/<language>/<theme>/<page>.png
    QStringList languages;
    QString theme;  ///< by its name; empty: all of them
    QSize size{1280, 800};
};

/// Pictures of every page and dialog in every language and theme, with a busy demo fleet behind them. Texts that have
/// no room are named in <folder>/cut-off.txt, which is not there where all have.
class Tour : public QObject {
    Q_OBJECT
public:
    explicit Tour(TourOptions options);
    ~Tour() override;

    void start();

Q_SIGNALS:
    /// How many pictures there are; 0: why not was said on standard error.
    void ended(int pictures);

private:
    struct Stop {
        QString language;
        ui::ThemeChoice theme;
    };

    void fleetReady();
    void nextStop();
    void nextShot();
    void planShots();
    void planRows();
    void planDialogs();
    /// A picture of a dialog, and one after each act on it.
    void steps(const QString& name, const std::function<QDialog*()>& make,
               const std::vector<std::function<void(QDialog&)>>& acts);
    void planActions(int page);
    void shootOpenDialogs(const QString& name);
    void shoot(QWidget& widget, const QString& name);
    void noteCutOff();
    void later(std::function<void()> shot);

    TourOptions m_options;
    std::unique_ptr<ui::DemoFleet> m_demo;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<QTranslator> m_qtTranslator;
    std::deque<Stop> m_stops;
    std::deque<std::function<void()>> m_shots;
    Stop m_stop;
    int m_pictures = 0;
    QStringList m_cutOff;
};

}  // namespace signalbox
