// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <cstdio>

#include "app/signalbox/pages.h"
#include "core/adminclient/profile.h"
#include "ui/session/manager_link.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setOrganizationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));

    QCommandLineParser line;
    line.setApplicationDescription(
        QCoreApplication::translate("main", "Upgrades the software on fleets of terminals."));
    line.addHelpOption();
    line.addVersionOption();
    const QCommandLineOption profileOption(QStringLiteral("profile"),
                                           QCoreApplication::translate("main", "A manager's admin.json."),
                                           QStringLiteral("file"));
    line.addOption(profileOption);
    line.process(application);

    signalbox::ui::applyTheme(signalbox::ui::themeOfName(QSettings().value(QStringLiteral("theme")).toString()));
    signalbox::ui::ManagerLink link;
    signalbox::ui::MainWindow window(link);
    signalbox::addPages(window, link);
    if (line.isSet(profileOption)) {
        const auto profile = signalbox::adminclient::readProfile(line.value(profileOption).toStdString());
        if (!profile) {
            std::fprintf(stderr, "signalbox: %s\n", profile.error().text().c_str());
            return 1;
        }
        static_cast<void>(link.open(*profile));
    }
    window.show();
    return QApplication::exec();
}
