// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace signalbox {

QStringList languages() {
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh_CN")};
}

void installLanguage(const QString& language, std::unique_ptr<QTranslator>& own, std::unique_ptr<QTranslator>& qt) {
    // Destroying a translator takes it out of the application.
    own = std::make_unique<QTranslator>();
    qt = std::make_unique<QTranslator>();
    const QLocale locale(language);
    QLocale::setDefault(locale);
    const QString file = QStringLiteral(":/i18n/signalbox_");
    // English has a file, too: of what is counted.
    if (own->load(file + language) || own->load(file + QStringLiteral("en")))
        QCoreApplication::installTranslator(own.get());
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt.get());
}

}  // namespace signalbox
