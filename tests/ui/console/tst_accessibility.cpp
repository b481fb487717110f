// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <algorithm>
#include <set>

#include "tests/support/adminclient_server.h"
#include "tests/support/console_pilot.h"
#include "ui/rollouts/rollout_wizard.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

AdminServer::Answer nothingThere(const AdminServer::Received& request) {
    if (request.target.starts_with("/api/v1/events"))
        return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
    return {200, R"({"items":[],"total":0})"};
}

QString placeOf(const QWidget* widget) {
    QStringList path;
    for (; widget; widget = widget->parentWidget())
        path.prepend(QString::fromUtf8(widget->metaObject()->className()) + QLatin1Char('(') + widget->objectName() +
                     QLatin1Char(')'));
    return path.join(QLatin1String(" > "));
}

/// Whether a person can bring the focus there with Tab: what Qt makes for itself inside of a control does not count.
bool isTabStop(const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() &&
           !widget->focusProxy() && !widget->objectName().startsWith(QLatin1String("qt_"));
}

QStringList namelessIn(const QWidget& window) {
    QStringList wrong;
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    for (QWidget* const each : all) {
        if (!isTabStop(each)) continue;
        QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(each);
        if (each->objectName().isEmpty()) wrong << QStringLiteral("no objectName: ") + placeOf(each);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            wrong << QStringLiteral("no accessible name: ") + placeOf(each);
    }
    return wrong;
}

QStringList unreachedIn(QWidget& window) {
    std::set<QWidget*> reached;
    QWidget* const first = window.nextInFocusChain();
    for (QWidget* at = first; at && reached.insert(at).second;)
        at = at->nextInFocusChain();
    QStringList wrong;
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    for (QWidget* const each : all)
        if (isTabStop(each) && !reached.contains(each))
            wrong << QStringLiteral("not in the tab order: ") + placeOf(each);
    return wrong;
}

qsizetype tabStopsIn(const QWidget& window) {
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    return std::count_if(all.begin(), all.end(), &isTabStop);
}

QStringList wrongIn(QWidget& window) {
    return namelessIn(window) + unreachedIn(window);
}

}  // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

    static void require(const QStringList& wrong) {
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void everyControlOfEveryPageHasANameAndIsInTheTabOrder() {
        AdminServer server(nothingThere);
        const QTemporaryDir folder;
        Console console(consoleIn(folder, QStringLiteral("/nowhere")));
        console.startWith(server.profile());
        QTRY_COMPARE(console.link().state(), ui::LinkState::live);
        auto* const pages = console.window().findChild<QStackedWidget*>(QStringLiteral("pages"));
        QVERIFY(pages && pages->count() > 0);
        qsizetype looked = 0;
        for (int i = 0; i < pages->count(); ++i) {
            QVERIFY(!pages->widget(i)->objectName().isEmpty());
            console.window().showPage(pages->widget(i)->objectName());
            QTRY_COMPARE(pages->currentIndex(), i);
            require(wrongIn(console.window()));
            looked += tabStopsIn(*pages->widget(i));
        }
        QVERIFY(looked > pages->count());
    }

    void everyPartOfTheSettingsToo() {
        AdminServer server(nothingThere);
        const QTemporaryDir folder;
        Console console(consoleIn(folder, QStringLiteral("/nowhere")));
        console.startWith(server.profile());
        QTRY_COMPARE(console.link().state(), ui::LinkState::live);
        console.window().showPage(QStringLiteral("settingsPage"));
        auto* const parts = console.window().findChild<QListWidget*>(QStringLiteral("settingsList"));
        QVERIFY(parts && parts->count() > 4);
        for (int row = 0; row < parts->count(); ++row) {
            parts->setCurrentRow(row);
            require(wrongIn(console.window()));
        }
    }

    void everyStepOfARolloutsPlanToo() {
        AdminServer server(nothingThere);
        const QTemporaryDir folder;
        Console console(consoleIn(folder, QStringLiteral("/nowhere")));
        console.startWith(server.profile());
        QTRY_COMPARE(console.link().state(), ui::LinkState::live);
        ui::RolloutWizard wizard(console.link(), {}, nullptr);
        wizard.setAttribute(Qt::WA_DeleteOnClose, false);
        wizard.show();
        for (const char* const name : {"windowPattern", "addFreeze"}) {
            // Tables that are empty at first show what is in their rows, too.
            if (auto* const box = wizard.findChild<QComboBox*>(QString::fromLatin1(name))) {
                box->setCurrentIndex(box->count() - 1);
                Q_EMIT box->activated(box->count() - 1);
            }
            if (auto* const button = wizard.findChild<QPushButton*>(QString::fromLatin1(name))) button->click();
        }
        const QList<int> pages = wizard.pageIds();
        QCOMPARE(pages.size(), 5);
        for (const int page : pages) {
            wizard.setStartId(page);
            wizard.restart();
            QTRY_COMPARE(wizard.currentId(), page);
            require(wrongIn(wizard));
        }
    }

    void aControlWithoutANameIsNoticed() {
        QWidget window;
        QLineEdit nameless(&window);
        window.show();
        QTRY_VERIFY(nameless.isVisible());
        QCOMPARE(namelessIn(window).size(), 2);
        nameless.setObjectName(QStringLiteral("edit"));
        nameless.setAccessibleName(QStringLiteral("Edit"));
        QVERIFY(wrongIn(window).isEmpty());
    }

    void everyStepOfTheFirstRunToo() {
        const QTemporaryDir folder;
        Console console(consoleIn(folder, QStringLiteral("/nowhere")));
        console.start();
        QTRY_VERIFY(control(QStringLiteral("firstRun")));
        QWidget* const dialog = control(QStringLiteral("firstRun"));
        auto* const steps = dialog->findChild<QStackedWidget*>(QStringLiteral("firstRunSteps"));
        for (int i = 0; i < steps->count(); ++i) {
            steps->setCurrentIndex(i);
            require(wrongIn(*dialog));
        }
    }

    void everyStepOfTheLogInToo() {
        const QTemporaryDir folder;
        Console console(consoleIn(folder, QStringLiteral("/nowhere")));
        ui::ConnectDialog dialog(console.choice(), console.known());
        dialog.show();
        auto* const steps = dialog.findChild<QStackedWidget*>(QStringLiteral("connectSteps"));
        for (int i = 0; i < steps->count(); ++i) {
            steps->setCurrentIndex(i);
            require(wrongIn(dialog));
        }
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    AccessibilityTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_accessibility.moc"
