// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvals_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

#include "core/adminclient/paging.h"
#include "ui/releases/approval_dialog.h"
#include "ui/releases/release_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 10000;

/// The newest other release of the product and channel that people approved.
const Release* approvedBefore(const std::vector<Release>& releases, const Release& release) {
    const Release* found = nullptr;
    for (const Release& each : releases) {
        const bool approved = each.state == ReleaseState::approved || each.state == ReleaseState::published;
        if (approved && each.id < release.id && each.product == release.product && each.channel == release.channel)
            found = &each;
    }
    return found;
}

bool same(const std::vector<Release>& a, const std::vector<Release>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Release& x, const Release& y) {
        return x.id == y.id && x.manifestDigest == y.manifestDigest && x.notes == y.notes &&
               x.approvals.size() == y.approvals.size();
    });
}

}  // namespace

ApprovalsPage::ApprovalsPage(ManagerLink& link, ReleaseDigest digest, QWidget* parent)
    : Page(link, Topic::release, parent), m_digest(std::move(digest)) {
    setObjectName(QStringLiteral("approvalsPage"));
    m_notice = new Notice;
    m_empty = new EmptyState;
    m_empty->show(QStringLiteral("page-approvals"), tr("Nothing waits for approval", "empty state"),
                  tr("Releases appear here when someone asks for approval. Until one is approved it cannot go out.",
                     "empty state"),
                  tr("Go to releases", "empty state"));
    auto* const inside = new QWidget;
    m_cards = new QVBoxLayout(inside);
    m_cards->setContentsMargins(0, 0, 6, 0);
    m_cards->setSpacing(12);
    m_cards->addStretch(1);
    auto* const scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("approvalScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_list = scroll;
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_empty, &EmptyState::acted, this, [this] { Q_EMIT openPage(QStringLiteral("releasesPage"), {}); });
}

void ApprovalsPage::refresh(Topics) {
    read();
}

void ApprovalsPage::clear() {
    put({});
    m_empty->hide();
    m_notice->say(Tone::neutral, {});
}

void ApprovalsPage::read() {
    if (!link().client()) return;
    adminclient::ListReader<Release>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::releases({}, page); }, kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (!releases) {
                if (releases.error().code != BaseErrc::cancelled)
                    m_notice->say(Tone::bad, errorText(releases.error()), errorDetails(releases.error()));
                return;
            }
            m_notice->say(Tone::neutral, {});
            put(*releases);
        });
}

void ApprovalsPage::put(const std::vector<Release>& releases) {
    std::vector<Release> waiting;
    for (const Release& release : releases)
        if (release.state == ReleaseState::inReview) waiting.push_back(release);
    m_list->setVisible(!waiting.empty());
    m_empty->setVisible(waiting.empty());
    if (same(waiting, m_waiting)) return;
    m_waiting = std::move(waiting);
    while (m_cards->count() > 1) {
        QLayoutItem* const item = m_cards->takeAt(0);
        item->widget()->deleteLater();
        delete item;
    }
    for (const Release& release : m_waiting)
        m_cards->insertWidget(m_cards->count() - 1, makeCard(release, approvedBefore(releases, release)));
}

QWidget* ApprovalsPage::makeCard(const Release& release, const Release* before) {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(releaseName(release), body);
    frame->setObjectName(QStringLiteral("approvalCard"));
    auto* const facts = new FactList;
    facts->setFacts(
        {{tr("What is new", "release"),
          release.notes.empty() ? tr("(nothing was written)", "release notes") : toText(release.notes)},
         {tr("What changed", "release"), differenceText(before, release)},
         {tr("Packages", "release"), packagesText(release)},
         {tr("Digest", "release"), digestText(release.manifestDigest), toText(release.manifestDigest.text())},
         {tr("Asked by", "release"),
          tr("%1, %2", "name, time").arg(toText(release.createdBy), localTime(release.createdAt)),
          utcTime(release.createdAt)}});
    body->addWidget(facts);
    auto* const row = new QHBoxLayout;
    auto* const approve = button("approve", tr("Approve …", "button"), QStringLiteral("ok"));
    approve->setAccessibleName(tr("Approve %1", "accessible name").arg(releaseName(release)));
    auto* const refuse = button("refuse", tr("Refuse …", "button"), QStringLiteral("failed"));
    refuse->setAccessibleName(tr("Refuse %1", "accessible name").arg(releaseName(release)));
    for (QPushButton* const each : {approve, refuse}) {
        needsRole(each, link(), AccountRole::approver);
        row->addWidget(each);
    }
    row->addStretch(1);
    body->addLayout(row);
    connect(approve, &QPushButton::clicked, this, [this, release] { giveWord(release, true); });
    connect(refuse, &QPushButton::clicked, this, [this, release] { giveWord(release, false); });
    return frame;
}

void ApprovalsPage::giveWord(const Release& release, bool approve) {
    askForWord(link(), m_digest, release, approve ? ApprovalDialog::Word::approve : ApprovalDialog::Word::refuse, this,
               [this] { read(); });
}

}  // namespace signalbox::ui
