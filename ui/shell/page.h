// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/session/manager_link.h"

namespace signalbox::ui {

/// One page of the console. It reads from the manager while it is in sight, when something that it shows changed; out
/// of sight it remembers that something did. Its actions() are in the command palette.
class Page : public QWidget {
    Q_OBJECT
public:
    /// `shows`: what a change of makes this page read anew.
    Page(ManagerLink& link, Topics shows, QWidget* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// Of resources/icons, without folder and ending.
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Shows one thing of it, as openPage() or a deep link asked: an id, or what the page says it takes. Never acts.
    virtual void open(const QString& what) { Q_UNUSED(what) }

Q_SIGNALS:
    /// Another page by its objectName, and what to open there.
    void openPage(const QString& page, const QString& what);

protected:
    [[nodiscard]] ManagerLink& link() { return m_link; }
    /// Reads what these topics are about; everyTopic() for the first time and for another manager.
    virtual void refresh(Topics topics) = 0;
    /// Drops what is shown: the manager is another one, or there is none.
    virtual void clear() = 0;
    void showEvent(QShowEvent* event) override;

private:
    void want(Topics topics);

    ManagerLink& m_link;
    Topics m_shows;
    Topics m_missed = everyTopic();
};

}  // namespace signalbox::ui
