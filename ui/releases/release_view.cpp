// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/release_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

#include "core/approver/signing.h"
#include "ui/releases/approval_dialog.h"
#include "ui/releases/release_model.h"
#include "ui/signatures/members_dialog.h"
#include "ui/signatures/trust_reader.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReleaseView)
};

QString nextStep(const Release& release) {
    switch (release.state) {
        case ReleaseState::draft:
            return release.packages.empty()
                       ? Words::tr("Import a package for it next.", "release")
                       : Words::tr("Ask for approval next; it can be changed until then.", "release");
        case ReleaseState::inReview:
            return Words::tr("An approver must look at it before it can go out.", "release");
        case ReleaseState::approved:
            return Words::tr("It can go out: plan a rollout.", "release");
        case ReleaseState::published:
            return Words::tr("It is on nodes, and rollouts use it.", "release");
        case ReleaseState::withdrawn:
            return Words::tr("It is offered to nobody any more.", "release");
    }
    return {};
}

}  // namespace

ReleaseView::ReleaseView(ManagerLink& link, ReleaseDigest digest, QWidget* parent)
    : QWidget(parent), m_link(link), m_digest(std::move(digest)) {
    setObjectName(QStringLiteral("releaseView"));
    m_notice = new Notice;
    m_facts = new FactList;
    m_wordsHeading = headingLabel(tr("What people said", "release"));
    m_words = plainLabel();
    auto* const inside = new QWidget;
    auto* const inner = new QVBoxLayout(inside);
    inner->setContentsMargins(12, 0, 8, 8);
    inner->setSpacing(10);
    inner->addWidget(makeHead());
    inner->addWidget(m_notice);
    inner->addWidget(m_facts);
    inner->addWidget(m_wordsHeading);
    inner->addWidget(m_words);
    inner->addStretch(1);
    auto* const scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("releaseScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_body = scroll;
    m_empty = new EmptyState;
    m_empty->show(QStringLiteral("page-releases"), tr("No release chosen", "release"),
                  tr("Choose a release in the table to see what is in it, or drop a file or folder here to import one.",
                     "release"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
    layout->addWidget(m_empty);
    show({});
}

QWidget* ReleaseView::makeHead() {
    auto* const head = new QWidget;
    auto* const layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    m_title = headingLabel({});
    layout->addWidget(m_title);
    auto* const row = new QHBoxLayout;
    const auto add = [row](QPushButton* made) {
        row->addWidget(made);
        return made;
    };
    m_submit = add(button("submitRelease", tr("&Ask for approval", "release"), QStringLiteral("submit")));
    m_approve = add(button("approveRelease", tr("A&pprove …", "release"), QStringLiteral("ok")));
    m_refuse = add(button("refuseRelease", tr("&Refuse …", "release"), QStringLiteral("failed")));
    m_rollout = add(button("rollOutRelease", tr("&Plan a rollout …", "release"), QStringLiteral("page-rollouts")));
    m_withdraw = add(button("withdrawRelease", tr("&Withdraw …", "release"), QStringLiteral("withdrawn")));
    m_delete = add(button("deleteRelease", tr("&Delete …", "release"), QStringLiteral("delete")));
    row->addStretch(1);
    layout->addLayout(row);
    for (QPushButton* const each : {m_submit, m_rollout, m_withdraw, m_delete})
        needsRole(each, m_link, AccountRole::operator_);
    for (QPushButton* const each : {m_approve, m_refuse})
        needsRole(each, m_link, AccountRole::approver);
    connect(m_submit, &QPushButton::clicked, this, &ReleaseView::submit);
    connect(m_approve, &QPushButton::clicked, this, [this] { giveWord(true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { giveWord(false); });
    connect(m_rollout, &QPushButton::clicked, this, [this] { Q_EMIT rolloutWanted(m_release->id.value); });
    connect(m_withdraw, &QPushButton::clicked, this, &ReleaseView::withdraw);
    connect(m_delete, &QPushButton::clicked, this, &ReleaseView::remove);
    return head;
}

void ReleaseView::show(const std::optional<Release>& release) {
    m_release = release;
    m_body->setVisible(release.has_value());
    m_empty->setVisible(!release);
    if (!release) return;
    const ReleaseState state = release->state;
    m_title->setText(releaseName(*release));
    m_submit->setVisible(state == ReleaseState::draft);
    m_submit->setEnabled(!release->packages.empty());
    m_delete->setVisible(state == ReleaseState::draft);
    m_approve->setVisible(state == ReleaseState::inReview);
    m_refuse->setVisible(state == ReleaseState::inReview);
    m_rollout->setVisible(state == ReleaseState::approved || state == ReleaseState::published);
    m_withdraw->setVisible(state == ReleaseState::approved || state == ReleaseState::published);
    const Status status = statusOf(state);
    m_notice->say(status.tone, tr("%1. %2", "state of a release, what is next").arg(status.text, nextStep(*release)));
    QList<Fact> facts{{tr("Channel", "release"), toText(release->channel)},
                      {tr("Created", "release"),
                       tr("%1 by %2", "time, name").arg(localTime(release->createdAt), toText(release->createdBy)),
                       utcTime(release->createdAt)},
                      {tr("What is new", "release"), toText(release->notes)},
                      {tr("Packages", "release"), packagesText(*release)}};
    if (!release->manifestDigest.empty())
        facts.append(
            {tr("Digest", "release"), digestText(release->manifestDigest), toText(release->manifestDigest.text())});
    m_facts->setFacts(facts);
    QStringList words;
    for (const Approval& word : release->approvals) {
        const QString who =
            word.approved ? tr("✓ %1 approved it %2", "who, when") : tr("✗ %1 refused it %2", "who, when");
        words.append(who.arg(toText(word.by), localTime(word.at)));
        if (!word.comment.empty()) words.append(QStringLiteral("    ") + toText(word.comment));
        if (word.manifestDigest != release->manifestDigest)
            words.append(QStringLiteral("    ") + tr("(of what it was then; it was changed since)", "approval"));
    }
    m_words->setText(words.join(QLatin1Char('\n')));
    m_wordsHeading->setVisible(!words.isEmpty());
}

template <class T>
void ReleaseView::act(const adminclient::Call<T>& call, const QString& failure) {
    m_link.send<T>(call, this, [this, failure](Result<T> answer) {
        if (!answer) tellError(this, failure, errorText(answer.error()), errorDetails(answer.error()));
        Q_EMIT changed();
    });
}

void ReleaseView::submit() {
    if (!m_release) return;
    m_link.send<Release>(calls::submitRelease(m_release->id), this,
                         [this, product = m_release->product](const Result<Release>& answer) {
                             if (!answer) return notSubmitted(product, answer.error());
                             Q_EMIT changed();
                         });
}

/// Where signatures are set up, somebody must be named first who approves the product.
void ReleaseView::notSubmitted(const std::string& product, const Error& error) {
    const auto tell = [this, error] {
        tellError(this, tr("It was not given to review", "error"), errorText(error), errorDetails(error));
        Q_EMIT changed();
    };
    if (error.code != BaseErrc::wrongState || !whyNot(m_link, AccountRole::administrator).isEmpty()) return tell();
    readTrust(m_link, {}, this, [this, product, tell](const Result<TrustView>& view) {
        if (!view || !view->believed.targets || !approver::signersOf("p-" + product, view->believed).empty())
            return tell();
        auto* const dialog = new MembersDialog(m_link, m_digest, MembersDialog::Of::product, this);
        dialog->startWith(toText(product));
        dialog->open();
    });
}

void ReleaseView::giveWord(bool approve) {
    if (!m_release) return;
    askForWord(m_link, m_digest, *m_release, approve ? ApprovalDialog::Word::approve : ApprovalDialog::Word::refuse,
               this, [this] { Q_EMIT changed(); });
}

void ReleaseView::withdraw() {
    if (!m_release) return;
    ask(this,
        {tr("Withdraw %1?", "question").arg(releaseName(*m_release)),
         tr("It is offered to no terminal any more, no further permit is given, and nodes drop it after a while. "
            "Terminals that run it keep it. This cannot be taken back.",
            "question"),
         tr("Withdraw release", "button"),
         {}},
        [this, id = m_release->id] {
            act(calls::withdrawRelease(id, {}), tr("The release was not withdrawn", "error"));
        });
}

void ReleaseView::remove() {
    if (!m_release) return;
    ask(this,
        {tr("Delete %1?", "question").arg(releaseName(*m_release)),
         tr("The draft goes with its packages. Nobody was offered it.", "question"),
         tr("Delete draft", "button"),
         {}},
        [this, id = m_release->id] { act(calls::deleteRelease(id), tr("The draft was not deleted", "error")); });
}

}  // namespace signalbox::ui
