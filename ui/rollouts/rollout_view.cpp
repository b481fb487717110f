// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/rollout_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/model/names.h"
#include "ui/rollouts/phase_ladder.h"
#include "ui/rollouts/rollout_model.h"
#include "ui/rollouts/schedule_editor.h"
#include "ui/rollouts/start_question.h"
#include "ui/session/preferences.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

QScrollArea* scrolled(QWidget* widget, const char* objectName) {
    auto* const scroll = new QScrollArea;
    scroll->setObjectName(QString::fromLatin1(objectName));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(widget);
    return scroll;
}

std::string names(std::initializer_list<DeploymentState> states) {
    std::string text;
    for (const DeploymentState state : states)
        text += (text.empty() ? "" : ",") + std::string(nameOf(state));
    return text;
}

QString permitsText(std::uint64_t count) {
    return RolloutView::tr("%n permit(s) are out and cannot be recalled.", "rollout", static_cast<int>(count));
}

}  // namespace

RolloutView::RolloutView(ManagerLink& link, const Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_link(link), m_preferences(preferences) {
    setObjectName(QStringLiteral("rolloutView"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("rolloutNotice"));
    m_ladder = new PhaseLadder;
    m_plan = new FactList;
    m_plan->setContentsMargins(4, 12, 4, 4);
    m_tabs = named(new QTabWidget, "rolloutTabs", tr("Parts of the rollout", "accessible name"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scrolled(m_ladder, "ladderScroll"), tr("Ladder", "tab"));
    m_tabs->addTab(makeTerminals(), tr("Terminals", "tab"));
    m_tabs->addTab(scrolled(m_plan, "planScroll"), tr("Plan", "tab"));
    m_body = new QWidget;
    auto* const inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(12, 0, 0, 0);
    inner->addWidget(makeHead());
    inner->addWidget(m_notice);
    inner->addWidget(m_tabs, 1);
    m_empty = new EmptyState;
    m_empty->show(
        QStringLiteral("page-rollouts"), tr("No rollout chosen", "rollout view"),
        tr("Choose a rollout in the table to see its phases, its terminals and what can be done.", "rollout view"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
    layout->addWidget(m_empty);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RolloutView::setDeploymentSource);
    show({}, {});
}

QWidget* RolloutView::makeHead() {
    auto* const head = new QWidget;
    auto* const layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    m_title = headingLabel({});
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    auto* const buttons = new QHBoxLayout;
    const auto make = [&](const char* name, const QString& text, const QString& iconName, void (RolloutView::*slot)()) {
        auto* const made = button(name, text, iconName);
        needsRole(made, m_link, AccountRole::operator_);
        connect(made, &QPushButton::clicked, this, slot);
        buttons->addWidget(made);
        return made;
    };
    m_start = make("startRollout", tr("&Start …", "rollout"), QStringLiteral("start"), &RolloutView::start);
    m_gate = make("openGate", tr("Open &gate …", "rollout"), QStringLiteral("unlocked"), &RolloutView::openGate);
    m_pause = make("pauseRollout", tr("&Pause", "rollout"), QStringLiteral("paused"), &RolloutView::pause);
    m_pause->setToolTip(tr("No further terminal is let install; at once. Ctrl+P", "tool tip"));
    m_resume = make("resumeRollout", tr("&Resume …", "rollout"), QStringLiteral("start"), &RolloutView::resume);
    m_stop = make("stopRollout", tr("S&top …", "rollout"), QStringLiteral("stop"), &RolloutView::stop);
    m_rollBack =
        make("rollBackRollout", tr("Roll &back …", "rollout"), QStringLiteral("rolled-back"), &RolloutView::rollBack);
    m_rollBack->setToolTip(tr("Plans how its terminals go back to an older release", "tool tip"));
    m_delete = make("deleteRollout", tr("&Delete …", "rollout"), QStringLiteral("delete"), &RolloutView::remove);
    buttons->addStretch(1);
    m_failures = button("showFailures", tr("&Failures", "rollout"), QStringLiteral("page-failures"));
    buttons->addWidget(m_failures);
    connect(m_failures, &QPushButton::clicked, this, [this] { Q_EMIT failuresWanted(m_id.value); });
    layout->addLayout(buttons);
    return head;
}

QWidget* RolloutView::makeTerminals() {
    auto* const tab = new QWidget;
    auto* const layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 10, 0, 0);
    m_states = named(new QComboBox, "deploymentStates", tr("Which terminals of the rollout", "accessible name"));
    using State = DeploymentState;
    const auto add = [this](const QString& text, const std::string& states) {
        m_states->addItem(text, QString::fromStdString(states));
    };
    add(tr("All terminals", "filter"), {});
    add(tr("Failed or rolled back", "filter"), names({State::failed, State::rolledBack}));
    add(tr("Under way", "filter"),
        names({State::offered, State::downloading, State::downloaded, State::installing, State::checking}));
    add(tr("Waiting", "filter"), names({State::waiting, State::holding}));
    add(tr("Succeeded", "filter"), names({State::succeeded}));
    add(tr("Refused, cancelled, superseded", "filter"), names({State::refused, State::cancelled, State::superseded}));
    m_deployments = new DeploymentModel(m_link, this);
    m_table = new DataTable("deploymentTable", tr("Terminals of the rollout", "accessible name"));
    m_table->show(m_deployments);
    layout->addWidget(m_states, 0, Qt::AlignLeading);
    layout->addWidget(m_table, 1);
    connect(m_states, &QComboBox::currentIndexChanged, this, &RolloutView::setDeploymentSource);
    connect(m_table, &DataTable::rowActivated, this, [this] {
        if (const auto* const row = m_deployments->at(m_table->currentIndex()))
            Q_EMIT terminalWanted(toText(row->controllerId));
    });
    return tab;
}

void RolloutView::show(RolloutId id, const QString& releaseName) {
    m_releaseName = releaseName;
    m_body->setVisible(id.value != 0);
    m_empty->setVisible(id.value == 0);
    if (id != m_id) {
        m_id = id;
        m_call.cancel();
        m_shown.reset();
        m_ladder->clear();
        m_deployments->clear();
        m_notice->say(Tone::neutral, {});
        m_title->clear();
        for (QPushButton* const each : {m_start, m_gate, m_pause, m_resume, m_stop, m_rollBack, m_delete})
            each->hide();
        setDeploymentSource();
    }
    refresh();
}

void RolloutView::setDeploymentSource() {
    if (!m_id || m_tabs->currentIndex() != 1) return;
    const std::string states = m_states->currentData().toString().toStdString();
    m_deployments->setSource(
        [id = m_id, states](adminclient::PageRequest page) { return calls::deployments(id, states, page); });
}

void RolloutView::refresh() {
    if (!m_id) return;
    m_call.cancel();
    m_call = m_link.send<adminclient::RolloutDetail>(
        calls::rollout(m_id), this, [this](Result<adminclient::RolloutDetail> detail) {
            if (detail) return put(*detail);
            if (detail.error().code != BaseErrc::cancelled)
                m_notice->say(Tone::bad, errorText(detail.error()), errorDetails(detail.error()));
        });
    if (m_tabs->currentIndex() == 1) m_deployments->refresh();
}

void RolloutView::put(const adminclient::RolloutDetail& detail) {
    if (detail.rollout.id != m_id) return;
    m_shown = detail;
    m_title->setText(tr("%1 – %2", "name of a rollout, its release").arg(toText(detail.rollout.name), m_releaseName));
    enableButtons(detail.rollout);
    putState(detail);
    m_ladder->put(detail);
    putPlan(detail.rollout);
}

void RolloutView::enableButtons(const Rollout& rollout) {
    const bool active = rollout.state == RolloutState::scheduled || rollout.state == RolloutState::issuing ||
                        rollout.state == RolloutState::running;
    m_start->setVisible(rollout.state == RolloutState::draft);
    m_delete->setVisible(rollout.state == RolloutState::draft);
    m_pause->setVisible(active);
    m_resume->setVisible(rollout.state == RolloutState::paused);
    m_stop->setVisible(active || rollout.state == RolloutState::paused);
    // What still brings the release is paused or stopped first.
    m_rollBack->setVisible(rollout.startedAt && !active && rollout.installMode != InstallMode::downloadOnly);
    const Phase* const phase =
        rollout.currentPhase < rollout.phases.size() ? &rollout.phases[rollout.currentPhase] : nullptr;
    m_gate->setVisible(rollout.state == RolloutState::running && phase && phase->gate.byHand && !phase->openedByHand &&
                       rollout.currentPhase + 1 < rollout.phases.size());
}

void RolloutView::putState(const adminclient::RolloutDetail& detail) {
    const Rollout& rollout = detail.rollout;
    const Status status = statusOf(rollout.state);
    QStringList lines{status.text};
    if (rollout.pausedByBreaker) lines = {tr("Paused by the breaker", "rollout")};
    if (!rollout.stateReason.empty()) lines.append(toText(rollout.stateReason));
    if (rollout.state == RolloutState::draft) lines.append(tr("Nothing happens before you start it.", "rollout"));
    if (rollout.state == RolloutState::scheduled)
        lines.append(tr("Packages go to the nodes %1 (%2).", "rollout, a time from now, the time")
                         .arg(relativeTime(rollout.issueTime), localTime(rollout.issueTime)));
    if (detail.progress.permitsOut > 0) lines.append(permitsText(detail.progress.permitsOut));
    m_notice->say(status.tone, lines.join(QStringLiteral(" · ")));
}

void RolloutView::putPlan(const Rollout& rollout) {
    const auto time = [](const std::optional<TimePoint>& at, const QString& none) { return at ? localTime(at) : none; };
    const QString breaker = rollout.breaker.count == 0 && rollout.breaker.percent <= 0
                                ? tr("off", "breaker")
                                : tr("above %1 failures or %2", "breaker; 0 is off")
                                      .arg(number(rollout.breaker.count), percent(rollout.breaker.percent));
    QList<Fact> facts{
        {tr("Audience", "plan"),
         rollout.audience.empty() ? tr("every terminal", "audience") : toText(rollout.audience)},
        {tr("Terminals", "plan"), m_shown ? number(static_cast<std::int64_t>(m_shown->progress.audience)) : QString()},
        {tr("Packages go out", "plan"), time(rollout.issueTime, tr("at once", "plan")), utcTime(rollout.issueTime)},
        {tr("Terminals may install", "plan"), time(rollout.updateTime, tr("as soon as they have it", "plan")),
         utcTime(rollout.updateTime)},
        {tr("Pauses itself", "plan"), breaker},
        {tr("Tries", "plan"), tr("%1 more after the first, %2 later", "plan")
                                  .arg(number(rollout.retry.count), duration(rollout.retry.backOff))},
        {tr("Priority", "plan"), number(rollout.priority)},
        {tr("Permit holds", "plan"), duration(rollout.permitValidity)},
        {tr("Silent for", "plan"), tr("%1 counts as failed", "plan").arg(duration(rollout.installTimeout))}};
    for (const Window& window : rollout.schedule.windows)
        facts.append({tr("Window", "plan"), windowText(window)});
    for (const Freeze& freeze : rollout.schedule.freezes)
        facts.append({tr("Freeze", "plan"), tr("from %1 to %2 %3", "freeze: days, why")
                                                .arg(toText(freeze.from), toText(freeze.to), toText(freeze.name))});
    if (rollout.schedule.deadline)
        facts.append(
            {tr("Deadline", "plan"), localTime(rollout.schedule.deadline), utcTime(rollout.schedule.deadline)});
    facts.append({tr("Created", "plan"),
                  tr("%1 by %2", "time, name").arg(localTime(rollout.createdAt), toText(rollout.createdBy)),
                  utcTime(rollout.createdAt)});
    if (rollout.startedAt)
        facts.append({tr("Started", "plan"), localTime(rollout.startedAt), utcTime(rollout.startedAt)});
    if (rollout.endedAt) facts.append({tr("Ended", "plan"), localTime(rollout.endedAt), utcTime(rollout.endedAt)});
    m_plan->setFacts(facts);
}

template <class T>
void RolloutView::act(const adminclient::Call<T>& call, const QString& failure) {
    m_link.send<T>(call, this, [this, failure](Result<T> answer) {
        if (!answer) tellError(this, failure, errorText(answer.error()), errorDetails(answer.error()));
        refresh();
        Q_EMIT changed();
    });
}

void RolloutView::start() {
    if (!m_shown || m_shown->rollout.state != RolloutState::draft) return;
    const int typedAbove = m_preferences.value(preference::typedAbove(), preference::kTypedAbove).toInt();
    askStart(m_link, this,
             {m_shown->rollout, m_releaseName, static_cast<std::int64_t>(m_shown->progress.audience), typedAbove},
             false, [this, id = m_id] { act(calls::startRollout(id), tr("The rollout was not started", "error")); });
}

void RolloutView::rollBack() {
    if (m_shown && m_shown->rollout.startedAt) Q_EMIT rollBackWanted(m_shown->rollout);
}

void RolloutView::pause() {
    // At once and without a question: it is what one reaches for when something goes wrong, and it can be taken back.
    if (m_id) act(calls::pauseRollout(m_id, {}), tr("The rollout was not paused", "error"));
}

void RolloutView::resume() {
    if (!m_shown) return;
    const bool breaker = m_shown->rollout.pausedByBreaker;
    ask(this,
        {tr("Resume “%1”?", "question").arg(toText(m_shown->rollout.name)),
         breaker ? tr("The breaker paused it. Resuming accepts the failures so far: the breaker counts from here, and "
                      "further terminals install this release.",
                      "question")
                 : tr("Further terminals may install this release.", "question"),
         tr("Resume rollout", "button"),
         {}},
        [this, id = m_id] { act(calls::resumeRollout(id), tr("The rollout was not resumed", "error")); });
}

void RolloutView::stop() {
    if (!m_shown) return;
    const QString what =
        tr("No further terminal gets this release from this rollout, and it cannot be started again. Terminals that "
           "have installed it keep it.",
           "question");
    ask(this,
        {tr("Stop “%1” for good?", "question").arg(toText(m_shown->rollout.name)),
         m_shown->progress.permitsOut == 0 ? what : what + QLatin1Char(' ') + permitsText(m_shown->progress.permitsOut),
         tr("Stop rollout", "button"),
         {}},
        [this, id = m_id] { act(calls::stopRollout(id, {}), tr("The rollout was not stopped", "error")); });
}

void RolloutView::openGate() {
    if (!m_shown || m_shown->rollout.currentPhase + 1 >= m_shown->rollout.phases.size()) return;
    const auto next = m_shown->rollout.currentPhase + 1;
    const auto terminals =
        next < m_shown->progress.phases.size() ? static_cast<int>(m_shown->progress.phases[next].terminals) : 0;
    ask(this,
        {tr("Open the gate to “%1”?", "question, a phase").arg(toText(m_shown->rollout.phases[next].name)),
         tr("%n more terminal(s) may install once the share of this phase is reached.", "question", terminals),
         tr("Open gate", "button"),
         {}},
        [this, id = m_id] { act(calls::openGate(id), tr("The gate was not opened", "error")); });
}

void RolloutView::remove() {
    if (!m_shown) return;
    ask(this,
        {tr("Delete the draft “%1”?", "question").arg(toText(m_shown->rollout.name)),
         tr("The plan goes; no terminal has been told of it.", "question"),
         tr("Delete draft", "button"),
         {}},
        [this, id = m_id] { act(calls::deleteRollout(id), tr("The draft was not deleted", "error")); });
}

}  // namespace signalbox::ui
