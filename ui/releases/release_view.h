// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <string>

#include "core/model/release.h"
#include "ui/session/manager_link.h"
#include "ui/signatures/release_facts.h"

class QLabel;
class QPushButton;

namespace signalbox::ui {

class EmptyState;
class FactList;
class Notice;

/// One release: what it is, who said what of it, and what can be done with it.
class ReleaseView : public QWidget {
    Q_OBJECT
public:
    ReleaseView(ManagerLink& link, ReleaseDigest digest, QWidget* parent = nullptr);

    /// nullopt: none is chosen.
    void show(const std::optional<Release>& release);

Q_SIGNALS:
    void changed();
    void rolloutWanted(qlonglong release);

private:
    [[nodiscard]] QWidget* makeHead();
    void submit();
    void notSubmitted(const std::string& product, const Error& error);
    void giveWord(bool approve);
    void withdraw();
    void remove();
    template <class T>
    void act(const adminclient::Call<T>& call, const QString& failure);

    ManagerLink& m_link;
    ReleaseDigest m_digest;
    std::optional<Release> m_release;
    QLabel* m_title = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_submit = nullptr;
    QPushButton* m_approve = nullptr;
    QPushButton* m_refuse = nullptr;
    QPushButton* m_rollout = nullptr;
    QPushButton* m_withdraw = nullptr;
    QPushButton* m_delete = nullptr;
    FactList* m_facts = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_wordsHeading = nullptr;
    QWidget* m_body = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace signalbox::ui
