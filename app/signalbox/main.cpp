// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QStandardPaths>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "app/signalbox/console.h"
#include "app/signalbox/tour.h"
#include "app/signalbox/translation.h"
#include "core/adminclient/profile.h"
#include "ui/session/preferences.h"
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
    QCommandLineOption background{QStringLiteral("background"),
                                  QCoreApplication::translate("main", "Open in the tray, without the window.")};
    QCommandLineOption demo{QStringLiteral("demo"), QCoreApplication::translate("main", "Open with a demo fleet.")};
    QCommandLineOption tour{QStringLiteral("tour"), QString(), QStringLiteral("folder")};
    QCommandLineOption theme{QStringLiteral("tour-theme"), QString(), QStringLiteral("theme")};
    QCommandLineOption language{QStringLiteral("language"),
                                QCoreApplication::translate("main", "en, de or zh_CN; else the system's."),
                                QStringLiteral("language")};

    explicit Line(const QCoreApplication& application) {
        tour.setFlags(QCommandLineOption::HiddenFromHelp);
        theme.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.setApplicationDescription(
            QCoreApplication::translate("main", "Upgrades the software on fleets of terminals."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({profile, data, background, demo, tour, theme, language});
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
        made.preferences = std::make_shared<ui::Preferences>(made.settings);
        return made;
    }
};

int runTour(const Line& line, const ConsoleOptions& console) {
    TourOptions options;
    options.console = console;
    options.folder = line.parser.value(line.tour);
    options.languages = line.parser.isSet(line.language) ? QStringList{line.parser.value(line.language)} : languages();
    options.theme = line.parser.value(line.theme);
    Tour tour(options);
    QObject::connect(&tour, &Tour::ended, &tour, [&](int pictures) {
        std::printf("%d pictures in %s\n", pictures, qPrintable(options.folder));
        QCoreApplication::exit(pictures > 0 ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}

int runConsole(const Line& line, const ConsoleOptions& options) {
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
        QObject::connect(&single, &ui::SingleConsole::first, &console, [&console, &line] {
            if (line.parser.isSet(line.demo)) return console.startDemo();
            line.parser.isSet(line.background) ? console.startInBackground() : console.start();
        });
        single.start();
    }
    return QApplication::exec();
}

/// Without a display Qt ends the program with words about its plugins, which help nobody.
void tellMissingDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg) return;
    std::fputs(
        "signalbox: no window can be opened here: there is no display, or it does not let us in.\n"
        "On a computer without one, signalboxctl does what the console does.\n",
        stderr);
    std::_Exit(1);
}

/// Help and version need no display.
bool wantsTextOnly(int argc, char** argv) {
    return std::any_of(argv, argv + argc, [](const char* argument) {
        for (const char* const text : {"-h", "--help", "--help-all", "-v", "--version"})
            if (std::strcmp(argument, text) == 0) return true;
        return false;
    });
}

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setOrganizationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
}

}  // namespace

int main(int argc, char** argv) {
    nameApplication();
    if (wantsTextOnly(argc, argv)) {
        const QCoreApplication application(argc, argv);
        const Line line(application);  // says it and ends the program
        return 0;
    }
    qInstallMessageHandler(&tellMissingDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    QApplication::setQuitOnLastWindowClosed(false);  // the tray may stay; Console::quit() decides

    const Line line(application);
    const ConsoleOptions options = line.options();
    const auto kept = [&options](const QString& key) { return options.preferences->value(key).toString(); };
    ui::applyTheme(ui::themeOfName(kept(ui::preference::theme())));
    if (line.parser.isSet(line.tour)) return runTour(line, options);
    std::unique_ptr<QTranslator> own;
    std::unique_ptr<QTranslator> qt;
    QString language =
        line.parser.isSet(line.language) ? line.parser.value(line.language) : kept(ui::preference::language());
    if (language.isEmpty()) language = QLocale::system().name();
    installLanguage(languages().contains(language) ? language : language.section(QLatin1Char('_'), 0, 0), own, qt);
    return runConsole(line, options);
}
