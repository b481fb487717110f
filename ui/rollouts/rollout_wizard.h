// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizard>
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

class FactList;
class FilterEdit;
class Notice;
class PhaseEditor;

/// Plans a rollout in five steps. Nothing is told to the manager before the last.
class RolloutWizard : public QWizard {
    Q_OBJECT
public:
    /// `release`: chosen at first; 0: none. Deletes itself when it is closed.
    RolloutWizard(ManagerLink& link, ReleaseId release, QWidget* parent);

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
    void readReleases(ReleaseId wanted);
    void showRelease();
    void summarise();
    [[nodiscard]] Rollout plan() const;
    void start(RolloutId id);
    [[nodiscard]] const Release* release() const;

    ManagerLink& m_link;
    std::vector<Release> m_releases;
    QComboBox* m_release = nullptr;
    Notice* m_releaseNotice = nullptr;
    QLineEdit* m_name = nullptr;
    FilterEdit* m_audience = nullptr;
    QLabel* m_count = nullptr;
    QCheckBox* m_issueLater = nullptr;
    QDateTimeEdit* m_issueTime = nullptr;
    QCheckBox* m_updateLater = nullptr;
    QDateTimeEdit* m_updateTime = nullptr;
    QCheckBox* m_nightly = nullptr;
    QCheckBox* m_confirmation = nullptr;
    PhaseEditor* m_phases = nullptr;
    QDoubleSpinBox* m_breakerPercent = nullptr;
    QSpinBox* m_breakerCount = nullptr;
    QSpinBox* m_retries = nullptr;
    QSpinBox* m_priority = nullptr;
    FactList* m_summary = nullptr;
    QCheckBox* m_startNow = nullptr;
    Notice* m_error = nullptr;
};

}  // namespace signalbox::ui
