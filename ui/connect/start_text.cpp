// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/start_text.h"

#include <QCoreApplication>

#include "ui/session/manager_folder.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StartText)
};

}  // namespace

QString startErrorText(const Error& error) {
    if (error.code.category() != startCategory()) return errorText(error);
    switch (static_cast<StartErrc>(error.code.value())) {
        case StartErrc::programMissing:
            return Words::tr("A program of Signalbox is missing beside the console. Install Signalbox again.");
        case StartErrc::folderUnusable:
            return Words::tr(
                "The manager's data folder cannot be used: it must be yours, writable, and closed to others.");
        case StartErrc::folderInUse:
            return Words::tr("Another manager works on the data folder already and does not answer this console.");
        case StartErrc::diskFull:
            return Words::tr("The disk is full. Make room, then try again.");
        case StartErrc::addressTaken:
            return Words::tr(
                "Another program has the port by which terminals come in, or the address is not this computer's.");
        case StartErrc::ended:
            return Words::tr("The manager ended by itself. Its last words are in the details.");
        case StartErrc::silent:
            return Words::tr("The manager was started and does not answer.");
    }
    return errorText(error);
}

}  // namespace signalbox::ui
