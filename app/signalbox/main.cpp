// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <cstdio>

#include "app/signalbox/console.h"
#include "app/signalbox/tour.h"
#include "app/signalbox/translation.h"
#include "core/adminclient/profile.h"
#include "ui/session/single_console.h"
#include "ui/widgets/theme.h"

namespace {

using namespace signalbox;

struct Line {
    QCommandLineParser parser;
    QCommandLineOption profile{QStringLiteral("profile"),
                               QCoreApplication::translate("main", "A manager's admin.json."), QStringLiteral("file")};
    QCommandLineOption data{QStringLiteral("data"),
                            QCoreApplication::translate("main", "Where this computer's manager keeps what it keeps."),
                            QStringLiteral("folder")};
    QCommandLineOption demo{QStringLiteral("demo"), QCoreApplication::translate("main", "Open with a demo fleet.")};
    QCommandLineOption tour{QStringLiteral("tour"), QString(), QStringLiteral("folder")};
    QCommandLineOption language{QStringLiteral("language"),
                                QCoreApplication::translate("main", "en, de or zh_CN; else the system's."),
                                QStringLiteral("language")};

    explicit Line(const QCoreApplication& application) {
        tour.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.setApplicationDescription(
            QCoreApplication::translate("main", "Upgrades the software on fleets of terminals."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({profile, data, demo, tour, language});
        parser.process(application);
    }

    [[nodiscard]] ConsoleOptions options() const {
        ConsoleOptions made;
        made.programs = QCoreApplication::applicationDirPath();
        made.data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
        if (parser.isSet(data)) {
            made.data = parser.value(data);
            made.settings = made.data + QStringLiteral("/console.ini");
        }
        return made;
    }
};

int runTour(const Line& line) {
    TourOptions options;
    options.console = line.options();
    options.folder = line.parser.value(line.tour);
    options.languages = line.parser.isSet(line.language) ? QStringList{line.parser.value(line.language)} : languages();
    Tour tour(options);
    QObject::connect(&tour, &Tour::ended, &tour, [&](int pictures) {
        std::printf("%d pictures in %s\n", pictures, qPrintable(options.folder));
        QCoreApplication::exit(pictures > 0 ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}

int runConsole(const Line& line) {
    const ConsoleOptions options = line.options();
    Console console(options);
    ui::SingleConsole single(options.data);
    QObject::connect(&console, &Console::ended, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&single, &ui::SingleConsole::showWanted, &console, &Console::showWindow);
    QObject::connect(&single, &ui::SingleConsole::second, qApp, &QCoreApplication::quit);
    if (line.parser.isSet(line.profile)) {
        const auto profile = adminclient::readProfile(line.parser.value(line.profile).toStdString());
        if (!profile) {
            std::fprintf(stderr, "signalbox: %s\n", profile.error().text().c_str());
            return 1;
        }
        console.startWith(*profile);
    } else {
        const bool isDemo = line.parser.isSet(line.demo);
        QObject::connect(&single, &ui::SingleConsole::first, &console,
                         [&console, isDemo] { isDemo ? console.startDemo() : console.start(); });
        single.start();
    }
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setOrganizationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setQuitOnLastWindowClosed(false);  // the tray may stay; Console::quit() decides

    const Line line(application);
    ui::applyTheme(ui::themeOfName(QSettings().value(QStringLiteral("theme")).toString()));
    if (line.parser.isSet(line.tour)) return runTour(line);
    std::unique_ptr<QTranslator> own;
    std::unique_ptr<QTranslator> qt;
    const QString language =
        line.parser.isSet(line.language) ? line.parser.value(line.language) : QLocale::system().name();
    installLanguage(languages().contains(language) ? language : language.section(QLatin1Char('_'), 0, 0), own, qt);
    return runConsole(line);
}
