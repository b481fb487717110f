// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/rollout_wizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWizardPage>
#include <algorithm>
#include <utility>

#include "core/adminclient/paging.h"
#include "core/filter/expression.h"
#include "ui/rollouts/dry_run_view.h"
#include "ui/rollouts/phase_editor.h"
#include "ui/rollouts/schedule_editor.h"
#include "ui/rollouts/start_question.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr QSize kSize{820, 640};
constexpr std::size_t kMostReleases = 5000;
constexpr double kFirstBreaker = 5;
constexpr int kSilentDays = 30;
constexpr int kDay = 86400;

QDateTimeEdit* timeEdit(const char* objectName, const QString& name, int hours) {
    QDateTime first = QDateTime::currentDateTime().addSecs(3600 * hours);
    first.setTime(QTime(first.time().hour(), 0));
    auto* const edit = named(new QDateTimeEdit(first), objectName, name);
    edit->setCalendarPopup(true);
    edit->setEnabled(false);
    return edit;
}

}  // namespace

/// A step that knows by itself whether it is done.
class RolloutWizard::Step : public QWizardPage {
public:
    Step(const QString& title, const QString& subTitle) {
        setTitle(title);
        setSubTitle(subTitle);
    }
    [[nodiscard]] bool isComplete() const override { return !complete || complete(); }
    void initializePage() override {
        if (entered) entered();
    }
    void changed() { Q_EMIT completeChanged(); }

    std::function<bool()> complete;
    std::function<void()> entered;
};

RolloutWizard::RolloutWizard(ManagerLink& link, WizardStart start, QWidget* parent)
    : QWizard(parent ? parent->window() : nullptr), m_link(link), m_start(std::move(start)) {
    named(this, "rolloutWizard", m_start.takeBack ? tr("Plan a roll-back", "dialog") : tr("Plan a rollout", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setWizardStyle(ModernStyle);
    setOption(NoBackButtonOnStartPage);
    setOption(NoDefaultButton, false);
    resize(kSize);
    addPage(makeWhat());
    addPage(makeWho());
    addPage(makeWhen());
    addPage(makeHow());
    addPage(makeSummary());
    setButtonText(FinishButton, tr("&Create rollout", "button"));
    readReleases();
}

RolloutWizard::Step* RolloutWizard::makeWhat() {
    auto* const step = new Step(
        tr("What", "step"), m_start.takeBack
                                ? tr("To which older release the terminals go that got the newer one by “%1”.", "step")
                                      .arg(toText(m_start.takeBack->name))
                                : tr("Which release goes out, and what people call this rollout.", "step"));
    m_release = named(new QComboBox, "wizardRelease", tr("Release", "wizard"));
    m_name = named(new QLineEdit, "wizardName", tr("Name of the rollout", "wizard"));
    m_releaseNotice = new Notice;
    auto* const form = new QFormLayout;
    form->addRow(tr("&Release", "wizard"), m_release);
    form->addRow(tr("&Name", "wizard"), m_name);
    auto* const layout = new QVBoxLayout(step);
    layout->addLayout(form);
    layout->addWidget(m_releaseNotice);
    layout->addStretch(1);
    step->complete = [this] { return release() && !m_name->text().trimmed().isEmpty(); };
    connect(m_release, &QComboBox::currentIndexChanged, this, [this, step] {
        showRelease();
        step->changed();
    });
    connect(m_name, &QLineEdit::textChanged, this, [step] { step->changed(); });
    return step;
}

RolloutWizard::Step* RolloutWizard::makeWho() {
    auto* const step = new Step(
        tr("Who", "step"), tr("Which terminals get it. Those that match when it starts are its audience.", "step"));
    m_audience = new FilterEdit(m_link, "wizardAudience", tr("Audience", "wizard"));
    m_count = headingLabel(tr("Counting …", "audience"));
    m_count->setObjectName(QStringLiteral("wizardCount"));
    m_excluded = plainLabel();
    m_excluded->setObjectName(QStringLiteral("wizardExcluded"));
    const QString silent = tr("Leave out terminals that were not heard of for", "wizard");
    m_leavesSilent = named(new QCheckBox(silent), "wizardLeavesSilent", silent);
    m_silentDays = named(new QSpinBox, "wizardSilentDays", tr("Days without contact", "wizard"));
    m_silentDays->setRange(1, 3650);
    m_silentDays->setValue(kSilentDays);
    m_silentDays->setSuffix(tr(" days", "days, after a number"));
    m_silentDays->setEnabled(false);
    const QString later = tr("Terminals that come to match it later join the last phase", "wizard");
    m_takesLater = named(new QCheckBox(later), "wizardTakesLater", later);
    auto* const silentRow = new QHBoxLayout;
    silentRow->addWidget(m_leavesSilent);
    silentRow->addWidget(m_silentDays);
    silentRow->addStretch(1);
    auto* const layout = new QVBoxLayout(step);
    auto* const label = new QLabel(tr("&Audience", "wizard"));
    label->setBuddy(m_audience);  // without one the mnemonic's sign would be shown
    layout->addWidget(label);
    layout->addWidget(m_audience);
    layout->addWidget(m_count);
    layout->addWidget(m_excluded);
    layout->addLayout(silentRow);
    layout->addWidget(m_takesLater);
    layout->addWidget(
        hintLabel(tr("Leave it empty for every terminal. Examples:\n"
                     "tag.site==berlin   terminals with the tag site=berlin\n"
                     "installed.kiosk=lt=2.4   that run an older kiosk than 2.4\n"
                     "tag.kind==till;platform==linux-amd64   both must hold",
                     "audience")));
    layout->addStretch(1);
    step->complete = [this] { return m_audience->count().has_value(); };
    step->entered = [this] { m_audience->setText(m_audience->text()); };
    connect(m_audience, &FilterEdit::counted, this, [this, step] {
        const auto count = m_audience->count();
        m_count->setText(count ? tr("%n terminal(s) match", "audience", static_cast<int>(*count))
                               : tr("The filter is not right yet", "audience"));
        countExcluded();
        step->changed();
    });
    connect(m_leavesSilent, &QCheckBox::toggled, m_silentDays, &QWidget::setEnabled);
    connect(m_leavesSilent, &QCheckBox::toggled, this, &RolloutWizard::countExcluded);
    connect(m_silentDays, &QSpinBox::valueChanged, this, &RolloutWizard::countExcluded);
    return step;
}

RolloutWizard::Step* RolloutWizard::makeWhen() {
    auto* const step = new Step(
        tr("When", "step"),
        tr("Times are of this computer (%1).", "step").arg(QDateTime::currentDateTime().timeZoneAbbreviation()));
    m_issueLater = named(new QCheckBox(tr("Packages go to the nodes not before", "wizard")), "wizardIssueLater",
                         tr("Packages go to the nodes not before", "wizard"));
    m_issueTime = timeEdit("wizardIssueTime", tr("Issue time", "wizard"), 1);
    m_updateLater = named(new QCheckBox(tr("Terminals install not before", "wizard")), "wizardUpdateLater",
                          tr("Terminals install not before", "wizard"));
    m_updateTime = timeEdit("wizardUpdateTime", tr("Update time", "wizard"), 12);
    m_schedule = new ScheduleEditor;
    m_confirmation = named(new QCheckBox(tr("The user of each terminal must confirm first", "wizard")),
                           "wizardConfirmation", tr("The user of each terminal must confirm first", "wizard"));
    auto* const form = new QFormLayout;
    form->addRow(m_issueLater, m_issueTime);
    form->addRow(m_updateLater, m_updateTime);
    auto* const layout = new QVBoxLayout(step);
    layout->addLayout(form);
    layout->addSpacing(6);
    layout->addWidget(headingLabel(tr("Terminals install", "wizard")));
    layout->addWidget(m_schedule);
    layout->addSpacing(6);
    layout->addWidget(m_confirmation);
    layout->addWidget(hintLabel(
        tr("Terminals download as soon as enough nodes have the packages, and hold them until they may install.",
           "wizard")));
    layout->addStretch(1);
    auto* const wrong = new Notice;
    wrong->setObjectName(QStringLiteral("scheduleNotice"));
    layout->insertWidget(layout->count() - 1, wrong);
    const auto whyWrong = [this] {
        const bool inOrder = !m_issueLater->isChecked() || !m_updateLater->isChecked() ||
                             m_issueTime->dateTime() <= m_updateTime->dateTime();
        return inOrder ? m_schedule->wrong()
                       : tr("Terminals cannot install before the packages go to the nodes.", "wizard");
    };
    step->complete = [whyWrong] { return whyWrong().isEmpty(); };
    const auto look = [step, wrong, whyWrong] {
        wrong->say(Tone::bad, whyWrong());
        step->changed();
    };
    connect(m_schedule, &ScheduleEditor::changed, this, look);
    connect(m_issueLater, &QCheckBox::toggled, m_issueTime, &QWidget::setEnabled);
    connect(m_updateLater, &QCheckBox::toggled, m_updateTime, &QWidget::setEnabled);
    for (QCheckBox* const box : {m_issueLater, m_updateLater})
        connect(box, &QCheckBox::toggled, this, look);
    for (QDateTimeEdit* const edit : {m_issueTime, m_updateTime})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, look);
    return step;
}

RolloutWizard::Step* RolloutWizard::makeHow() {
    auto* const step = new Step(
        tr("How", "step"), tr("A few terminals first; the next phase begins when the one before went well.", "step"));
    m_phases = new PhaseEditor;
    m_breakerPercent =
        named(new QDoubleSpinBox, "wizardBreakerPercent", tr("Pause above this share of failures", "wizard"));
    m_breakerPercent->setRange(0, 100);
    m_breakerPercent->setDecimals(0);
    m_breakerPercent->setValue(kFirstBreaker);
    m_breakerPercent->setSuffix(tr(" %", "percent, after a number"));
    m_breakerPercent->setSpecialValueText(tr("off", "breaker"));
    m_breakerCount = named(new QSpinBox, "wizardBreakerCount", tr("Pause above this many failures", "wizard"));
    m_breakerCount->setRange(0, 1000000);
    m_breakerCount->setSpecialValueText(tr("off", "breaker"));
    m_retries = named(new QSpinBox, "wizardRetries", tr("Attempts after the first", "wizard"));
    m_retries->setRange(0, 20);
    m_retries->setValue(static_cast<int>(RetryPolicy().count));
    m_priority = named(new QSpinBox, "wizardPriority", tr("Priority", "wizard"));
    m_priority->setRange(-1000, 1000);
    m_priority->setToolTip(tr("Of several rollouts that want one terminal the highest goes first", "tool tip"));
    auto* const form = new QFormLayout;
    form->addRow(tr("Pause itself above", "wizard"), m_breakerPercent);
    form->addRow(tr("or above this many failures", "wizard"), m_breakerCount);
    form->addRow(tr("Attempts after the first", "wizard"), m_retries);
    form->addRow(tr("Priority", "wizard"), m_priority);
    auto* const layout = new QVBoxLayout(step);
    layout->addWidget(m_phases, 1);
    layout->addLayout(form);
    return step;
}

RolloutWizard::Step* RolloutWizard::makeSummary() {
    auto* const step = new Step(tr("Look it over", "step"),
                                tr("This is what would happen if it started now; nothing has happened yet.", "step"));
    m_summary = new FactList;
    m_dryRun = new DryRunView(m_link);
    m_startNow =
        named(new QCheckBox(tr("Start it at once", "wizard")), "wizardStart", tr("Start it at once", "wizard"));
    m_error = new Notice;
    auto* const layout = new QVBoxLayout(step);
    layout->addWidget(m_summary);
    layout->addWidget(m_dryRun, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_startNow);
    layout->addWidget(hintLabel(tr("Without this it stays a draft: nothing happens before you start it.", "wizard")));
    step->entered = [this] { summarise(); };
    return step;
}

void RolloutWizard::readReleases() {
    if (!m_link.client()) return;
    adminclient::ListReader<Release>::read(
        *m_link.client(), [](adminclient::PageRequest page) { return calls::releases({}, page); }, kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (releases) return putReleases(std::move(releases).value());
            m_releaseNotice->say(Tone::bad, errorText(releases.error()), errorDetails(releases.error()));
        });
}

void RolloutWizard::putReleases(std::vector<Release> releases) {
    const auto& back = m_start.takeBack;
    const auto brought = std::find_if(releases.begin(), releases.end(),
                                      [&](const Release& each) { return back && each.id == back->release; });
    if (brought != releases.end()) {
        takeBack(*brought);
        const Release newer = *brought;
        std::erase_if(releases, [&newer](const Release& each) {
            return each.product != newer.product || each.channel != newer.channel ||
                   filter::compareNatural(each.version, newer.version) >= 0;
        });
    }
    std::erase_if(releases, [](const Release& each) { return each.state == ReleaseState::withdrawn; });
    std::reverse(releases.begin(), releases.end());
    m_releases = std::move(releases);
    int row = -1;
    for (const Release& each : m_releases) {
        const bool ready = each.state == ReleaseState::approved || each.state == ReleaseState::published;
        if (each.id == m_start.release || (row < 0 && ready && !m_start.release)) row = m_release->count();
        m_release->addItem(
            tr("%1 %2 (%3) – %4", "product, version, channel, state of a release")
                .arg(toText(each.product), toText(each.version), toText(each.channel), statusOf(each.state).text));
    }
    if (m_releases.empty())
        m_releaseNotice->say(Tone::warning,
                             back ? tr("There is no older release to go back to.", "wizard")
                                  : tr("There is no release yet. Import one on the page Releases first.", "wizard"));
    m_release->setCurrentIndex(qMax(0, row));
}

/// The plan of the rollout that is taken back, for those of its terminals that got what it brought.
void RolloutWizard::takeBack(const Release& brought) {
    const Rollout& rollout = *m_start.takeBack;
    filter::Comparison runs;
    runs.field = {filter::FieldKind::installed, brought.product};
    runs.op = filter::Operator::in;
    runs.values.push_back(brought.version);
    m_audience->setText(toText(filter::print({std::move(runs)})));
    m_audience->setEnabled(false);
    m_takesLater->setEnabled(false);
    m_phases->setPhases(rollout.phases);
    Schedule schedule = rollout.schedule;
    schedule.deadline.reset();
    schedule.updateLocal.clear();
    m_schedule->setSchedule(schedule);
    m_breakerPercent->setValue(rollout.breaker.percent);
    m_breakerCount->setValue(static_cast<int>(rollout.breaker.count));
    m_retries->setValue(static_cast<int>(rollout.retry.count));
    m_priority->setValue(static_cast<int>(rollout.priority));
    m_confirmation->setChecked(rollout.confirmation);
}

void RolloutWizard::countExcluded() {
    m_excludedCall.cancel();
    if (!m_audience->count() || !release()) return m_excluded->clear();
    m_excludedCall = m_link.send<adminclient::DryRun>(calls::dryRun(plan()), this,
                                                      [this](const Result<adminclient::DryRun>& report) {
                                                          if (report) return putExcluded(*report);
                                                          if (report.error().code != BaseErrc::cancelled)
                                                              m_excluded->setText(errorDetails(report.error()));
                                                      });
}

/// Who matches is not yet who gets it.
void RolloutWizard::putExcluded(const adminclient::DryRun& report) {
    m_count->setText(tr("%n terminal(s) get it", "audience", static_cast<int>(report.members)));
    m_excluded->setText(excludedText(report));
}

const Release* RolloutWizard::release() const {
    const int row = m_release->currentIndex();
    return row >= 0 && row < static_cast<int>(m_releases.size()) ? &m_releases[row] : nullptr;
}

void RolloutWizard::showRelease() {
    const Release* const chosen = release();
    if (!chosen) return;
    const QString name = tr("%1 %2", "product, version").arg(toText(chosen->product), toText(chosen->version));
    if (!m_name->isModified())
        m_name->setText(m_start.takeBack ? tr("Back to %1", "name of a roll-back").arg(name) : name);
    const bool ready = chosen->state == ReleaseState::approved || chosen->state == ReleaseState::published;
    m_releaseNotice->say(
        Tone::warning,
        ready ? QString()
              : tr("It is not approved yet: the rollout can be planned, and started once it is.", "wizard"));
    m_startNow->setEnabled(ready);
    if (!ready) m_startNow->setChecked(false);
}

void RolloutWizard::summarise() {
    const Rollout planned = plan();
    const auto count = m_audience->count();
    const QString times = tr("packages go out %1, terminals install %2", "plan, two times")
                              .arg(planned.issueTime ? localTime(planned.issueTime) : tr("at once", "plan"),
                                   planned.updateTime ? tr("from %1", "time").arg(localTime(planned.updateTime))
                                                      : tr("as soon as they have it", "plan"));
    QStringList windows;
    for (const Window& window : planned.schedule.windows)
        windows.append(windowText(window));
    if (windows.isEmpty()) windows.append(tr("any time", "plan"));
    for (const Freeze& freeze : planned.schedule.freezes)
        windows.append(tr("not from %1 to %2", "plan, days of a freeze").arg(toText(freeze.from), toText(freeze.to)));
    if (planned.schedule.deadline)
        windows.append(tr("all by %1", "plan, a deadline").arg(localTime(planned.schedule.deadline)));
    m_summary->setFacts(
        {{tr("Release", "plan"), m_release->currentText()},
         {tr("Audience", "plan"),
          tr("%1: %2", "plan: how many, the filter")
              .arg(count ? number(*count) : QStringLiteral("–"),
                   planned.audience.empty() ? tr("every terminal", "audience") : toText(planned.audience))},
         {tr("Times", "plan"), times},
         {tr("Windows", "plan"), windows.join(QStringLiteral("; "))},
         {tr("Pauses itself above", "plan"),
          tr("%1 failures, %2", "breaker: share, count").arg(m_breakerPercent->text(), m_breakerCount->text())}});
    m_error->say(Tone::neutral, {});
    m_dryRun->run(planned);
}

Rollout RolloutWizard::plan() const {
    Rollout planned;
    planned.name = m_name->text().trimmed().toStdString();
    if (const Release* const chosen = release()) planned.release = chosen->id;
    planned.audience = m_audience->text().toStdString();
    planned.phases = m_phases->phases();
    if (m_issueLater->isChecked()) planned.issueTime = toTimePoint(m_issueTime->dateTime());
    if (m_updateLater->isChecked()) planned.updateTime = toTimePoint(m_updateTime->dateTime());
    planned.schedule = m_schedule->schedule();
    if (m_leavesSilent->isChecked()) planned.leavesSilent = Seconds(std::int64_t{m_silentDays->value()} * kDay);
    planned.takesLater = m_takesLater->isChecked();
    if (m_start.takeBack) planned.rollbackOf = m_start.takeBack->id;
    planned.confirmation = m_confirmation->isChecked();
    planned.breaker.percent = m_breakerPercent->value();
    planned.breaker.count = static_cast<std::uint32_t>(m_breakerCount->value());
    planned.retry.count = static_cast<std::uint32_t>(m_retries->value());
    planned.priority = m_priority->value();
    return planned;
}

void RolloutWizard::accept() {
    if (!m_startNow->isChecked()) return create();
    const auto& report = m_dryRun->report();
    const std::int64_t terminals =
        report ? static_cast<std::int64_t>(report->members) : m_audience->count().value_or(0);
    askStart(m_link, this, {plan(), m_release->currentText(), terminals, m_start.typedAbove}, true,
             [this] { create(); });
}

void RolloutWizard::create() {
    button(FinishButton)->setEnabled(false);
    m_link.send<Rollout>(calls::createRollout(plan()), this, [this](const Result<Rollout>& made) {
        button(FinishButton)->setEnabled(true);
        if (!made)
            return m_error->say(Tone::bad, errorText(made.error()) + QLatin1Char(' ') + errorDetails(made.error()));
        Q_EMIT created(made->id.value);
        if (m_startNow->isChecked()) return start(made->id);
        QWizard::accept();
    });
}

void RolloutWizard::start(RolloutId id) {
    m_link.send<Rollout>(calls::startRollout(id), this, [this](Result<Rollout> started) {
        if (!started)
            tellError(parentWidget(), tr("The rollout was created but not started", "error"),
                      errorText(started.error()), errorDetails(started.error()));
        QWizard::accept();
    });
}

}  // namespace signalbox::ui
