// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/csv.h"

#include <QCoreApplication>
#include <QFileDialog>

#include "core/base/file_system.h"
#include "ui/session/background.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Csv)
};

}  // namespace

QString plainCell(const QString& text) {
    QString plain = text;
    for (const char special : {'\t', '\n', '\r'})
        plain.replace(QLatin1Char(special), QLatin1Char(' '));
    static const QString kFormulas = QStringLiteral("=+-@");
    return !plain.isEmpty() && kFormulas.contains(plain.front()) ? QLatin1Char('\'') + plain : plain;
}

QString csvLine(const QStringList& cells) {
    QStringList quoted;
    for (const QString& cell : cells) {
        QString text = plainCell(cell);
        const bool isSpecial = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"'));
        if (isSpecial)
            text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
        quoted.append(text);
    }
    return quoted.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

void saveText(QWidget* parent, const QString& title, const QString& fileName, const QString& text) {
    auto* const dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({Words::tr("Tables (*.csv)", "dialog"), Words::tr("All files (*)", "dialog")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(fileName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, text](const QString& path) {
        inBackground<Result<void>>(
            parent,
            [path, text] {
                return replaceFile(nativeFileSystem(), path.toStdString(), bytesOf(text.toStdString()), 0644);
            },
            [parent](const Result<void>& done) {
                if (!done)
                    tellError(parent, Words::tr("The file was not written", "error"), errorText(done.error()),
                              errorDetails(done.error()));
            });
    });
    dialog->open();
}

}  // namespace signalbox::ui
