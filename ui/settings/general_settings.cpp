// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/general_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/session/preferences.h"
#include "ui/tray/notifier.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

namespace signalbox::ui {

namespace {

constexpr int kMostTerminals = 10000000;

/// In the language itself, so that whoever cannot read the console finds it.
QString languageName(const QString& language) {
    QString name = QLocale(language).nativeLanguageName();
    if (name.isEmpty()) return language;
    name.front() = name.front().toUpper();
    return name;
}

}  // namespace

GeneralSettings::GeneralSettings(Preferences& preferences, const QStringList& languages, QWidget* parent)
    : SettingsSection(parent), m_preferences(preferences) {
    setObjectName(QStringLiteral("generalSettings"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeLooks(languages));
    layout->addWidget(makeNotifications());
    layout->addWidget(makeQuestions());
    layout->addStretch(1);
}

QWidget* GeneralSettings::makeLooks(const QStringList& languages) {
    auto* const language = named(new QComboBox, "settingsLanguage", tr("Language", "settings"));
    language->addItem(tr("As the system has it", "settings, a language"), QString());
    for (const QString& each : languages)
        language->addItem(languageName(each), each);
    language->setCurrentIndex(qMax(0, language->findData(m_preferences.value(preference::language()).toString())));
    m_nextStart = hintLabel(tr("The language changes when Signalbox is started the next time.", "settings"));
    m_nextStart->hide();
    auto* const theme = named(new QComboBox, "settingsTheme", tr("Theme", "settings"));
    const auto add = [theme](ThemeChoice choice, const QString& text) { theme->addItem(text, themeName(choice)); };
    add(ThemeChoice::system, tr("As the system has it", "settings, a theme"));
    add(ThemeChoice::light, tr("Light", "settings, a theme"));
    add(ThemeChoice::dark, tr("Dark", "settings, a theme"));
    add(ThemeChoice::highContrast, tr("High contrast", "settings, a theme"));
    const auto showTheme = [this, theme] {
        theme->setCurrentIndex(qMax(0, theme->findData(m_preferences.value(preference::theme()).toString())));
    };
    showTheme();
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Language and looks", "settings"), body);
    auto* const form = new QFormLayout;
    form->addRow(tr("&Language", "settings"), language);
    form->addRow(QString(), m_nextStart);
    form->addRow(tr("&Theme", "settings"), theme);
    body->addLayout(form);
    connect(language, &QComboBox::activated, this, [this, language] {
        m_preferences.set(preference::language(), language->currentData());
        m_nextStart->show();
    });
    connect(theme, &QComboBox::activated, this, [this, theme] {
        const QString name = theme->currentData().toString();
        applyTheme(themeOfName(name));
        m_preferences.set(preference::theme(), name);
    });
    connect(&m_preferences, &Preferences::changed, theme, [showTheme](const QString& key) {
        if (key == preference::theme()) showTheme();
    });
    return frame;
}

QWidget* GeneralSettings::makeNotifications() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Notifications", "settings"), body);
    body->addWidget(hintLabel(tr("Shown by the desktop while Signalbox's window is not in front.", "settings")));
    const auto add = [&](Notification::Kind kind, const char* objectName, const QString& text) {
        const QString key = preference::notify(Notification::nameOf(kind));
        auto* const box = named(new QCheckBox(text), objectName, text);
        box->setChecked(m_preferences.value(key, true).toBool());
        connect(box, &QCheckBox::toggled, this, [this, key](bool on) { m_preferences.set(key, on); });
        body->addWidget(box);
    };
    add(Notification::Kind::failure, "notifyFailures", tr("Terminals that failed", "settings, notifications"));
    add(Notification::Kind::breaker, "notifyBreaker", tr("Rollouts that paused themselves", "settings, notifications"));
    add(Notification::Kind::approval, "notifyApprovals",
        tr("Releases that wait for approval", "settings, notifications"));
    return frame;
}

QWidget* GeneralSettings::makeQuestions() {
    auto* const above = named(new QSpinBox, "typedAbove", tr("Number to be typed from", "settings"));
    above->setRange(1, kMostTerminals);
    above->setGroupSeparatorShown(true);
    above->setSuffix(tr(" terminals", "settings, after a number"));
    above->setValue(m_preferences.value(preference::typedAbove(), preference::kTypedAbove).toInt());
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Before many terminals are changed", "settings"), body);
    auto* const form = new QFormLayout;
    form->addRow(tr("The number is &typed above", "settings"), above);
    body->addLayout(form);
    body->addWidget(hintLabel(
        tr("Whoever starts a larger rollout, or one that reaches a terminal with the tag “critical”, types how many "
           "terminals it is.",
           "settings")));
    connect(above, &QSpinBox::valueChanged, this,
            [this](int value) { m_preferences.set(preference::typedAbove(), value); });
    return frame;
}

}  // namespace signalbox::ui
