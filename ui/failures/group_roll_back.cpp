// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failures/group_roll_back.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QPointer>
#include <algorithm>
#include <utility>
#include <vector>

#include "core/adminclient/calls.h"
#include "core/adminclient/paging.h"
#include "core/filter/expression.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GroupRollBack)
};

constexpr std::size_t kMost = 10000;

/// The newest first.
std::vector<Release> olderThan(const Release& brought, std::vector<Release> releases) {
    std::erase_if(releases, [&brought](const Release& each) {
        const bool ready = each.state == ReleaseState::approved || each.state == ReleaseState::published;
        return !ready || each.channel != brought.channel || filter::compareNatural(each.version, brought.version) >= 0;
    });
    std::sort(releases.begin(), releases.end(),
              [](const Release& a, const Release& b) { return filter::compareNatural(a.version, b.version) > 0; });
    return releases;
}

void fill(ManagerLink& link, FormDialog* dialog, QComboBox* choice, ReleaseId brought) {
    link.send<Release>(calls::release(brought), dialog, [&link, dialog, choice](const Result<Release>& release) {
        if (!release || !link.client()) {
            dialog->failed(release ? makeError(BaseErrc::cancelled, "no manager is chosen") : release.error());
            return;
        }
        adminclient::ListReader<Release>::read(
            *link.client(),
            [product = release->product](adminclient::PageRequest page) { return calls::releases(product, page); },
            kMost, dialog,
            [dialog, choice, brought = *release](Result<std::vector<Release>> all) {
                if (!all) return dialog->failed(all.error());
                for (const Release& each : olderThan(brought, std::move(all).value()))
                    choice->addItem(toText(each.product + " " + each.version), static_cast<qlonglong>(each.id.value));
                dialog->look();
            });
    });
}

}  // namespace

void askGroupRollBack(ManagerLink& link, QWidget* parent, const Rollout& rollout,
                      const adminclient::FailureGroup& group, std::function<void(const Rollout&)> planned) {
    auto* const dialog = new FormDialog("groupRollBack", Words::tr("Roll back a group", "dialog"),
                                        Words::tr("&Plan the roll-back", "button"), parent);
    dialog->addHint(
        Words::tr("%n terminal(s) go back to an older release.", "roll back a group", static_cast<int>(group.count)) +
        QLatin1Char(' ') +
        Words::tr("They are those on which “%1” came out as “%2”. This plans a rollout of its own; nothing "
                  "happens before you start it.",
                  "roll back a group: rollout, cause")
            .arg(toText(rollout.name), causeText(group.cause)));
    auto* const choice = named(new QComboBox, "groupRollBackTo", Words::tr("Back to", "roll back a group"));
    dialog->form()->addRow(Words::tr("&Back to", "roll back a group"), choice);
    dialog->setMissing([choice] {
        return choice->count() == 0 ? Words::tr("There is no older release that was approved", "roll back a group")
                                    : QString();
    });
    dialog->setAction([&link, dialog, choice, id = rollout.id, cause = group.cause, planned = std::move(planned)] {
        const ReleaseId to{choice->currentData().toLongLong()};
        link.send<Rollout>(calls::rollBack(id, to, cause), dialog, [dialog, planned](const Result<Rollout>& draft) {
            if (!draft) return dialog->failed(draft.error());
            planned(*draft);
            dialog->accept();
        });
    });
    fill(link, dialog, choice, rollout.release);
    dialog->open();
}

}  // namespace signalbox::ui
