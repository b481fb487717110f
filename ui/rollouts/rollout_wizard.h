// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizard>
#include <optional>
#include <vector>

#include "core/model/rollout.h"
#include "ui/session/manager_link.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace signalbox::ui {

class DryRunView;
class FactList;
class FilterEdit;
class Notice;
class PhaseEditor;
class ScheduleEditor;

/// How a plan begins.
struct WizardStart {
    ReleaseId release;                ///< chosen at first; 0: none
    std::optional<Rollout> takeBack;  ///< a rollout whose terminals go back to an older release
    int typedAbove = 0;               ///< so many terminals are typed before it starts
};

/// Plans a rollout in five steps, the last of which shows what would happen. The manager is told nothing before that.
class RolloutWizard : public QWizard {
    Q_OBJECT
public:
    /// Deletes itself when it is closed.
    RolloutWizard(ManagerLink& link, WizardStart start, QWidget* parent);

    void accept() override;

Q_SIGNALS:
    void created(qlonglong rollout);

private:
    class Step;
    [[nodiscard]] Step* makeWhat();
    [[nodiscard]] Step* makeWho();
    [[nodiscard]] Step* makeWhen();
    [[nodiscard]] Step* makeHow();
    [[nodiscard]] Step* makeSummary();
    void readReleases();
    void putReleases(std::vector<Release> releases);
    void takeBack(const Release& brought);
    void countExcluded();
    void putExcluded(const adminclient::DryRun& report);
    void showRelease();
    void summarise();
    [[nodiscard]] Rollout plan() const;
    void create();
    void start(RolloutId id);
    [[nodiscard]] const Release* release() const;

    ManagerLink& m_link;
    WizardStart m_start;
    std::vector<Release> m_releases;
    QComboBox* m_release = nullptr;
    Notice* m_releaseNotice = nullptr;
    QLineEdit* m_name = nullptr;
    FilterEdit* m_audience = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_excluded = nullptr;
    adminclient::PendingCall m_excludedCall;
    QCheckBox* m_leavesSilent = nullptr;
    QSpinBox* m_silentDays = nullptr;
    QCheckBox* m_takesLater = nullptr;
    QCheckBox* m_issueLater = nullptr;
    QDateTimeEdit* m_issueTime = nullptr;
    QCheckBox* m_updateLater = nullptr;
    QDateTimeEdit* m_updateTime = nullptr;
    ScheduleEditor* m_schedule = nullptr;
    QCheckBox* m_confirmation = nullptr;
    PhaseEditor* m_phases = nullptr;
    QDoubleSpinBox* m_breakerPercent = nullptr;
    QSpinBox* m_breakerCount = nullptr;
    QSpinBox* m_retries = nullptr;
    QSpinBox* m_priority = nullptr;
    FactList* m_summary = nullptr;
    DryRunView* m_dryRun = nullptr;
    QCheckBox* m_startNow = nullptr;
    Notice* m_error = nullptr;
};

}  // namespace signalbox::ui
