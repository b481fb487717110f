// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

#include "ui/session/demo_fleet.h"
#include "ui/session/manager_switch.h"

namespace signalbox::ui {

class Notice;
enum class Tone;

/// Says above the pages that this is the demo, or what goes on with the manager on this computer; hidden while there is
/// nothing to say.
class ManagerBanner : public QToolBar {
    Q_OBJECT
public:
    ManagerBanner(ManagerSwitch& choice, DemoFleet& demo, QWidget* parent = nullptr);

Q_SIGNALS:
    void demoEndWanted();

private:
    void look();
    void showDemo();
    void showEmbedded();
    void say(Tone tone, const QString& text, const QString& toolTip = {}, const QString& action = {});

    ManagerSwitch& m_choice;
    DemoFleet& m_demo;
    Notice* m_notice = nullptr;
};

}  // namespace signalbox::ui
