// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

#include "core/model/release.h"
#include "ui/session/manager_link.h"
#include "ui/signatures/release_facts.h"

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace signalbox::ui {

class Notice;

/// Asks for one person's word on a release, with the digest that it is bound to in sight.
class ApprovalDialog : public QDialog {
    Q_OBJECT
public:
    enum class Word { approve, refuse };

    /// Deletes itself when it is closed.
    ApprovalDialog(ManagerLink& link, const Release& release, Word word, QWidget* parent);

Q_SIGNALS:
    void given();

private:
    void give();

    ManagerLink& m_link;
    Release m_release;
    Word m_word;
    QCheckBox* m_looked = nullptr;
    QPlainTextEdit* m_comment = nullptr;
    QPushButton* m_give = nullptr;
    Notice* m_notice = nullptr;
};

/// Asks for one person's word on a release. Where signatures are set up, an approval is a signature (SignDialog).
/// `given` may be called more than once, and not any more when `parent` is gone.
void askForWord(ManagerLink& link, const ReleaseDigest& digest, const Release& release, ApprovalDialog::Word word,
                QWidget* parent, const std::function<void()>& given);

/// Packages with size, kind, commands and digest, one a line: what is approved.
[[nodiscard]] QString packagesText(const Release& release);
/// What is different to another release: packages and recipes that came, changed, went. `before` may be nullptr.
[[nodiscard]] QString differenceText(const Release* before, const Release& release);

}  // namespace signalbox::ui
