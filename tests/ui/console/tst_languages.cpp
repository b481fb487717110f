// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>
#include <memory>
#include <set>

#include "app/signalbox/cut_off.h"
#include "app/signalbox/translation.h"
#include "tests/support/adminclient_server.h"
#include "tests/support/console_pilot.h"
#include "ui/widgets/theme.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kWidest = 1280;  // the smallest screen that the console is made for

AdminServer::Answer nothingThere(const AdminServer::Received& request) {
    if (request.target.starts_with("/api/v1/events"))
        return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
    return {200, R"({"items":[],"total":0})"};
}

/// Notes every text that is asked for and that the language does not have.
class Listener : public QTranslator {
public:
    explicit Listener(const QString& language)
        : m_isLoaded(m_texts.load(QStringLiteral(":/i18n/signalbox_") + language)) {}

    [[nodiscard]] bool isEmpty() const override { return !m_isLoaded; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                    int n) const override {
        QString found = m_texts.translate(context, source, comment, n);
        const bool isOurs = *context != 'Q' && *source != 0;
        if (isOurs) ++m_asked;
        if (isOurs && found.isEmpty())
            m_missing.insert(QString::fromUtf8(context) + QLatin1String(": ") + QString::fromUtf8(source));
        return found;
    }
    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] QStringList missing() const { return {m_missing.begin(), m_missing.end()}; }

private:
    QTranslator m_texts;
    bool m_isLoaded;
    mutable int m_asked = 0;
    mutable std::set<QString> m_missing;
};

/// A console with a manager that has nothing, every page and dialog of which can be opened.
class Opened {
    QTemporaryDir m_folder;
    AdminServer m_server{nothingThere};

public:
    Opened() { console.startWith(m_server.profile()); }

    /// Calls `look` for every page, every dialog that a page's actions open, and the first run.
    template <class Look>
    void walk(Look look) {
        auto* const pages = console.window().findChild<QStackedWidget*>(QStringLiteral("pages"));
        for (int i = 0; i < pages->count(); ++i) {
            console.window().showPage(pages->widget(i)->objectName());
            QCOMPARE(pages->currentIndex(), i);
            QCoreApplication::processEvents();  // layouts of what was just shown
            look(console.window());
            const QList<QAction*> actions = pages->widget(i)->actions();
            for (QAction* const action : actions) {
                action->trigger();
                lookAtDialogs(look);
            }
        }
        ui::FirstRun firstRun(console.link(), console.choice(), &console.window());
        lookAtSteps(firstRun, QStringLiteral("firstRunSteps"), look);
        ui::ConnectDialog connect(console.choice(), console.known(), &console.window());
        lookAtSteps(connect, QStringLiteral("connectSteps"), look);
    }
    Console console{consoleIn(m_folder, QStringLiteral("/nowhere"))};

private:
    template <class Look>
    void lookAtDialogs(Look look) {
        QList<QPointer<QWidget>> windows;
        for (QWidget* const window : QApplication::topLevelWidgets())
            windows.append(window);
        for (const QPointer<QWidget>& window : windows) {
            auto* const dialog = qobject_cast<QDialog*>(window.data());
            if (!dialog || !dialog->isVisible()) continue;
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            look(*dialog);
            dialog->reject();
        }
    }
    template <class Look>
    void lookAtSteps(QDialog& dialog, const QString& name, Look look) {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* const steps = dialog.findChild<QStackedWidget*>(name);
        for (int i = 0; i < steps->count(); ++i) {
            steps->setCurrentIndex(i);
            QCoreApplication::processEvents();
            look(dialog);
        }
    }
};

}  // namespace

class LanguagesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;

    static void require(const QStringList& wrong) {
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }
    static void languagesAnd(const QList<Qt::LayoutDirection>& directions) {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        const QStringList all = languages();
        for (const QString& language : all)
            for (const Qt::LayoutDirection direction : directions)
                QTest::addRow("%s, %s", qPrintable(language),
                              direction == Qt::LeftToRight ? "left to right" : "right to left")
                    << language << direction;
    }

private Q_SLOTS:
    void cleanup() {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        installLanguage(QStringLiteral("en"), m_own, m_qt);
    }

    void everyTextThatTheConsoleAsksForIsThere_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    void everyTextThatTheConsoleAsksForIsThere() {
        QFETCH(const QString, language);
        Listener listener(language);
        QVERIFY(!listener.isEmpty());
        QCoreApplication::installTranslator(&listener);
        Opened opened;
        opened.walk([](QWidget&) {});
        QVERIFY(listener.asked() > 300);
        require(listener.missing());
    }

    void aLanguageChangesWhatIsSeen() {
        installLanguage(QStringLiteral("de"), m_own, m_qt);
        Opened opened;
        const auto* const navigation = opened.console.window().findChild<QListWidget*>(QStringLiteral("navigation"));
        QCOMPARE(navigation->item(0)->text(), QStringLiteral("Übersicht"));
        installLanguage(QStringLiteral("zh_CN"), m_own, m_qt);
        QCOMPARE(ui::FirstRun(opened.console.link(), opened.console.choice()).windowTitle(),
                 QStringLiteral("欢迎使用 Signalbox"));
    }

    void nothingIsCutOff_data() { languagesAnd({Qt::LeftToRight, Qt::RightToLeft}); }
    void nothingIsCutOff() {
        QFETCH(const QString, language);
        QFETCH(const Qt::LayoutDirection, direction);
        installLanguage(language, m_own, m_qt);
        QApplication::setLayoutDirection(direction);
        Opened opened;
        QVERIFY(QTest::qWaitForWindowExposed(&opened.console.window()));
        QStringList wrong;
        opened.walk([&wrong](const QWidget& window) {
            wrong += cutOffIn(window);
            if (window.width() > kWidest)
                wrong += QStringLiteral("%1 is %2 wide").arg(window.objectName()).arg(window.width());
        });
        wrong.removeDuplicates();
        require(wrong);
    }

    void fromRightToLeftTheNavigationIsOnTheRight() {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Opened opened;
        QVERIFY(QTest::qWaitForWindowExposed(&opened.console.window()));
        const auto* const navigation = opened.console.window().findChild<QWidget*>(QStringLiteral("navigation"));
        const auto* const pages = opened.console.window().findChild<QWidget*>(QStringLiteral("pages"));
        QVERIFY(navigation->mapToGlobal(QPoint()).x() > pages->mapToGlobal(QPoint()).x());
    }

    void whatIsCutOffIsNoticed() {
        QWidget window;
        auto* const layout = new QVBoxLayout(&window);
        auto* const button = new QPushButton(QStringLiteral("A text that has no room"));
        auto* const label = new QLabel(QStringLiteral("So many words that they need two lines at least"));
        label->setWordWrap(true);
        layout->addWidget(button);
        layout->addWidget(label);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        require(cutOffIn(window));
        button->setFixedWidth(40);
        label->setFixedSize(60, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        QCOMPARE(cutOffIn(window).size(), 2);
        auto* const out = new QPushButton(&window);
        out->move(window.width() - 5, 0);
        out->show();
        QCOMPARE(cutOffIn(window).size(), 3);
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ui::applyTheme(ui::ThemeChoice::light);
    LanguagesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_languages.moc"
