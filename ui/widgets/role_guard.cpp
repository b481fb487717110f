// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/role_guard.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <functional>
#include <utility>

#include "ui/widgets/controls.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RoleGuard)
};

/// Watches one control and overrules whoever enables it.
class RoleGuard final : public QObject {
public:
    struct Control {
        std::function<bool()> isEnabled;
        std::function<void(bool)> enable;
        std::function<QString()> toolTip;
        std::function<void(const QString&)> setToolTip;
    };

    RoleGuard(QObject* guarded, ManagerLink& link, AccountRole needed, Control control)
        : QObject(guarded), m_link(link), m_needed(needed), m_control(std::move(control)) {
        connect(&link, &ManagerLink::whoChanged, this, [this] { look(); });
        look();
    }
    void enabledChanged() {
        if (m_own) return;
        m_wanted = m_control.isEnabled();
        if (m_denied && m_wanted) set(false);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::EnabledChange) enabledChanged();
        return QObject::eventFilter(watched, event);
    }

private:
    void look() {
        const QString why = whyNot(m_link, m_needed);
        const bool denied = !why.isEmpty();
        if (denied == m_denied) return;
        if (denied) {
            m_wanted = m_control.isEnabled();
            m_toolTip = m_control.toolTip();
        }
        m_denied = denied;
        m_control.setToolTip(denied ? plainToolTip(why) : m_toolTip);
        set(!denied && m_wanted);
    }
    void set(bool enabled) {
        m_own = true;
        m_control.enable(enabled);
        m_own = false;
    }

    ManagerLink& m_link;
    AccountRole m_needed;
    Control m_control;
    QString m_toolTip;
    bool m_denied = false;
    bool m_wanted = true;  ///< by the page
    bool m_own = false;
};

}  // namespace

bool mayDo(AccountRole role, AccountRole needed) {
    return role == AccountRole::administrator || needed == AccountRole::viewer || role == needed;
}

QString whyNot(const ManagerLink& link, AccountRole needed) {
    if (!link.who() || mayDo(link.who()->role, needed)) return {};
    return Words::tr("%1 is logged in with the role %2; this needs the role %3.", "name, two roles")
        .arg(QString::fromStdString(link.who()->name), roleText(link.who()->role), roleText(needed));
}

void needsRole(QWidget* control, ManagerLink& link, AccountRole needed) {
    auto* const guard = new RoleGuard(
        control, link, needed,
        {[control] { return !control->testAttribute(Qt::WA_ForceDisabled); },
         [control](bool enabled) { control->setEnabled(enabled); }, [control] { return control->toolTip(); },
         [control, &link, needed](const QString& text) {
             control->setToolTip(text);
             control->setAccessibleDescription(whyNot(link, needed));
         }});
    control->installEventFilter(guard);
}

void needsRole(QAction* action, ManagerLink& link, AccountRole needed) {
    auto* const guard = new RoleGuard(
        action, link, needed,
        {[action] { return action->isEnabled(); }, [action](bool enabled) { action->setEnabled(enabled); },
         [action] { return action->toolTip(); }, [action](const QString& text) { action->setToolTip(text); }});
    QObject::connect(action, &QAction::enabledChanged, guard, [guard] { guard->enabledChanged(); });
}

}  // namespace signalbox::ui
