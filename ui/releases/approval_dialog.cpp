// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/approval_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/adminclient/calls.h"
#include "ui/releases/release_model.h"
#include "ui/signatures/sign_dialog.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::TrustState;

namespace {

constexpr int kWidth = 620;

const Package* packageFor(const Release& release, const std::string& platform) {
    const auto found = std::find_if(release.packages.begin(), release.packages.end(),
                                    [&platform](const Package& each) { return each.platform == platform; });
    return found == release.packages.end() ? nullptr : &*found;
}

}  // namespace

ApprovalDialog::ApprovalDialog(ManagerLink& link, const Release& release, Word word, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_link(link), m_release(release), m_word(word) {
    const bool approve = word == Word::approve;
    named(this, "approvalDialog", approve ? tr("Approve a release", "dialog") : tr("Refuse a release", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(headingLabel(approve ? tr("Approve %1?", "dialog").arg(releaseName(release))
                                           : tr("Refuse %1?", "dialog").arg(releaseName(release))));
    layout->addWidget(hintLabel(
        approve
            ? tr("With this, rollouts of it can be started. Your word is bound to the digest below and recorded with "
                 "your name; any change of the release voids it.",
                 "dialog")
            : tr("It goes back to its author as a draft, with your comment.", "dialog")));
    auto* const facts = new FactList;
    facts->setFacts(
        {{tr("Digest", "release"), digestText(release.manifestDigest), toText(release.manifestDigest.text())},
         {tr("Packages", "release"), packagesText(release)},
         {tr("What is new", "release"), toText(release.notes)},
         {tr("By", "release"), toText(release.createdBy)}});
    layout->addWidget(facts);
    m_comment = named(new QPlainTextEdit, "approvalComment", tr("Comment", "dialog"));
    m_comment->setTabChangesFocus(true);
    m_comment->setPlaceholderText(approve ? tr("Comment (may stay empty)", "dialog")
                                          : tr("What must change?", "dialog"));
    m_comment->setFixedHeight(m_comment->fontMetrics().height() * 4);
    layout->addWidget(m_comment);
    m_looked = named(new QCheckBox(tr("I have looked at what this is", "dialog")), "approvalLooked",
                     tr("I have looked at what this is", "dialog"));
    m_looked->setVisible(approve);
    layout->addWidget(m_looked);
    m_notice = new Notice;
    layout->addWidget(m_notice);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_give = approve ? button("approvalGive", tr("&Approve", "button"), QStringLiteral("ok"))
                     : button("approvalGive", tr("&Refuse", "button"), QStringLiteral("failed"));
    box->addButton(m_give, QDialogButtonBox::ActionRole);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &ApprovalDialog::give);
    const auto enable = [this, approve] {
        m_give->setEnabled(approve ? m_looked->isChecked() : !m_comment->toPlainText().trimmed().isEmpty());
    };
    connect(m_looked, &QCheckBox::toggled, this, enable);
    connect(m_comment, &QPlainTextEdit::textChanged, this, enable);
    enable();
}

void ApprovalDialog::give() {
    const std::string comment = m_comment->toPlainText().trimmed().toStdString();
    m_give->setEnabled(false);
    m_link.send<Release>(
        m_word == Word::approve ? calls::approveRelease(m_release.id, m_release.manifestDigest, comment)
                                : calls::refuseRelease(m_release.id, m_release.manifestDigest, comment),
        this, [this](Result<Release> answer) {
            m_give->setEnabled(true);
            if (!answer) return m_notice->say(Tone::bad, errorText(answer.error()), errorDetails(answer.error()));
            Q_EMIT given();
            accept();
        });
}

void askForWord(ManagerLink& link, const ReleaseDigest& digest, const Release& release, ApprovalDialog::Word word,
                QWidget* parent, const std::function<void()>& given) {
    const auto record = [&link, release, word, parent, given] {
        auto* const dialog = new ApprovalDialog(link, release, word, parent);
        QObject::connect(dialog, &ApprovalDialog::given, parent, given);
        dialog->open();
    };
    if (word == ApprovalDialog::Word::refuse) return record();
    link.send<TrustState>(
        calls::trust(), parent, [&link, digest, release, parent, given, record](const Result<TrustState>& state) {
            if (!state)
                return tellError(parent, ApprovalDialog::tr("It cannot be approved now", "error"),
                                 errorText(state.error()), errorDetails(state.error()));
            if (!state->established) return record();
            auto* const dialog = new SignDialog(link, digest, {QStringLiteral("p-") + toText(release.product)}, parent);
            QObject::connect(dialog, &SignDialog::signedRole, parent, given);
            dialog->open();
        });
}

QString packagesText(const Release& release) {
    QStringList lines;
    for (const Package& package : release.packages) {
        lines.append(ApprovalDialog::tr("%1: %2, %3, %4", "package: platform, file, size, kind")
                         .arg(toText(package.platform), toText(package.fileName), bytes(package.size),
                              kindText(package.recipe.kind)));
        const QStringList parts = recipeText(package.recipe).split(QLatin1Char('\n'));
        for (const QString& part : parts)
            lines.append(QStringLiteral("    ") + part);
    }
    return lines.isEmpty() ? ApprovalDialog::tr("none yet", "packages") : lines.join(QLatin1Char('\n'));
}

QString differenceText(const Release* before, const Release& release) {
    if (!before) return ApprovalDialog::tr("The first release of this product that is to be approved.", "difference");
    QStringList lines;
    for (const Package& package : release.packages) {
        const Package* const old = packageFor(*before, package.platform);
        const QString platform = toText(package.platform);
        if (!old) {
            lines.append(ApprovalDialog::tr("%1: new, %2", "platform, size").arg(platform, bytes(package.size)));
            continue;
        }
        if (old->digest != package.digest)
            lines.append(ApprovalDialog::tr("%1: other files, %2 (was %3)", "platform, sizes")
                             .arg(platform, bytes(package.size), bytes(old->size)));
        else
            lines.append(ApprovalDialog::tr("%1: the same files", "platform").arg(platform));
        if (old->recipe != package.recipe)
            lines.append(ApprovalDialog::tr("%1: another recipe", "platform").arg(platform));
    }
    for (const Package& old : before->packages)
        if (!packageFor(release, old.platform))
            lines.append(ApprovalDialog::tr("%1: no package any more", "platform").arg(toText(old.platform)));
    return ApprovalDialog::tr("Against %1:", "difference, a release").arg(releaseName(*before)) + QLatin1Char('\n') +
           lines.join(QLatin1Char('\n'));
}

}  // namespace signalbox::ui
