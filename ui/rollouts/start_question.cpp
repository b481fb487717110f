// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/start_question.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>
#include <utility>
#include <variant>

#include "core/filter/expression.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::AudienceCheck;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StartQuestion)
};

QString whatHappens(const StartPlan& plan) {
    const Rollout& rollout = plan.rollout;
    return Words::tr("%1 goes to %2. Packages go to the nodes %3; terminals may install %4.",
                     "question: release, audience, times")
        .arg(plan.releaseName, Words::tr("%n terminal(s)", "audience", static_cast<int>(plan.terminals)),
             rollout.issueTime ? Words::tr("at %1", "time").arg(localTime(rollout.issueTime))
                               : Words::tr("at once", "time"),
             rollout.updateTime ? Words::tr("from %1", "time").arg(localTime(rollout.updateTime))
                                : Words::tr("as soon as they have it", "time"));
}

void askPerson(QWidget* parent, const StartPlan& plan, std::int64_t critical, bool onlyIfMany,
               const std::function<void()>& yes) {
    const bool many = plan.terminals > plan.typedAbove || critical > 0;
    if (onlyIfMany && !many) return yes();
    QString text = whatHappens(plan);
    if (critical > 0)
        text +=
            QLatin1Char('\n') + Words::tr("%n of them are tagged critical.", "question", static_cast<int>(critical));
    ask(parent,
        {Words::tr("Start “%1”?", "question").arg(toText(plan.rollout.name)), text,
         Words::tr("Start rollout", "button"), many ? QString::number(plan.terminals) : QString()},
        yes);
}

}  // namespace

std::string criticalOf(const std::string& audience) {
    filter::Comparison tagged;
    tagged.field = {filter::FieldKind::tag, "critical"};
    tagged.values.emplace_back("*");
    const auto whole = filter::parse(audience);
    if (!whole || std::holds_alternative<filter::All>(whole->node)) return filter::print({std::move(tagged)});
    filter::And both;
    both.operands.push_back(*whole);
    both.operands.push_back({std::move(tagged)});
    return filter::print({std::move(both)});
}

void askStart(ManagerLink& link, QWidget* parent, const StartPlan& plan, bool onlyIfMany, std::function<void()> yes) {
    link.send<AudienceCheck>(calls::checkAudience(criticalOf(plan.rollout.audience)), parent,
                             [parent, plan, onlyIfMany, yes = std::move(yes)](const Result<AudienceCheck>& check) {
                                 askPerson(parent, plan, check ? check->count : 0, onlyIfMany, yes);
                             });
}

}  // namespace signalbox::ui
