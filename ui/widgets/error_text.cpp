// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/error_text.h"

#include <QCoreApplication>

#include "core/adminclient/problem.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString baseText(BaseErrc code) {
    switch (code) {
        case BaseErrc::unset:
            return Words::tr("A bug in Signalbox: nothing was answered.");
        case BaseErrc::malformed:
            return Words::tr("Something in what was entered is not written as it must be.");
        case BaseErrc::tooLarge:
            return Words::tr("That is larger than what is allowed.");
        case BaseErrc::notFound:
            return Words::tr("It is not there, or not any more.");
        case BaseErrc::alreadyExists:
            return Words::tr("There is one of that name already.");
        case BaseErrc::invalidArgument:
            return Words::tr("A value is not one that is possible here.");
        case BaseErrc::wrongState:
            return Words::tr("That cannot be done in the state it is in now.");
        case BaseErrc::timedOut:
            return Words::tr("The manager did not answer in time. Try again.");
        case BaseErrc::cancelled:
            return Words::tr("It was cancelled.");
        case BaseErrc::denied:
            return Words::tr("Your role does not allow that. Ask an administrator of this manager.");
        case BaseErrc::unavailable:
            return Words::tr("The manager is busy. Try again in a moment.");
        case BaseErrc::corrupt:
            return Words::tr("Data does not verify: it was changed or damaged on the way.");
        case BaseErrc::unsupported:
            return Words::tr("This version of the manager does not support that.");
        case BaseErrc::processFailed:
            return Words::tr("A program that was started for it failed.");
    }
    return {};
}

QString adminText(adminclient::AdminErrc code) {
    switch (code) {
        case adminclient::AdminErrc::unreachable:
            return Words::tr("The manager cannot be reached. Is it running, and is the network there?");
        case adminclient::AdminErrc::untrusted:
            return Words::tr(
                "The certificate is not the manager's. Nothing was sent. Someone may be in between, or the "
                "manager was set up anew: compare its fingerprint and connect again.");
        case adminclient::AdminErrc::badAnswer:
            return Words::tr(
                "The manager answered what this console does not understand. Are both of the same version?");
    }
    return {};
}

}  // namespace

QString errorText(const Error& error) {
    QString text;
    if (error.code.category() == baseCategory()) text = baseText(static_cast<BaseErrc>(error.code.value()));
    if (error.code.category() == adminclient::adminCategory())
        text = adminText(static_cast<adminclient::AdminErrc>(error.code.value()));
    return text.isEmpty() ? QString::fromStdString(error.code.message()) : text;
}

QString errorDetails(const Error& error) {
    return QString::fromStdString(error.context.empty() ? error.code.message() : error.context);
}

}  // namespace signalbox::ui
