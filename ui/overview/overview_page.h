// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <map>
#include <set>
#include <vector>

#include "core/adminclient/answers.h"
#include "ui/charts/stacked_bar.h"
#include "ui/shell/page.h"
#include "ui/widgets/theme.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace signalbox::ui {

class Donut;
class EmptyState;
class FactList;
class Notice;

/// What runs, what waits for whoever looks, what failed, which versions are out there: in one glance. Everything leads
/// to the page behind it.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Overview", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-overview"); }

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    /// A line that leads somewhere.
    struct Line {
        QString icon;
        Tone tone = Tone::neutral;
        QString text;
        QString page;
        QString what;
        QList<BarPart> parts{};  ///< drawn as a bar below it
    };

    void readStatus();
    void readReleases();
    void readRollouts();
    void readChanged();
    void readRollout(RolloutId id);
    void seen(const Event& event);
    void readNodes();
    void readPending();
    void readVersions();
    void putReleases(const std::vector<Release>& releases);
    void putRollouts();
    void putWaiting();
    void putNodes(const std::vector<adminclient::NodeDetail>& nodes);
    void putVersions();
    void putLines(QVBoxLayout* layout, const QList<Line>& lines, const QString& none);

    adminclient::ManagerStatus m_status;
    std::vector<Release> m_releases;
    std::map<RolloutId, adminclient::RolloutDetail> m_rollouts;  ///< those that are not over
    std::set<RolloutId> m_changed;                               ///< to be read anew
    QTimer m_pause;                                              ///< between two readings of them
    std::int64_t m_pending = 0;
    std::vector<std::pair<QString, std::int64_t>> m_versions;  ///< of the chosen product, newest first
    unsigned m_question = 0;                                   ///< counts of versions; earlier answers are dropped
    QLabel* m_terminals = nullptr;
    QLabel* m_nodes = nullptr;
    QLabel* m_active = nullptr;
    QComboBox* m_product = nullptr;
    Donut* m_donut = nullptr;
    QLabel* m_noVersions = nullptr;
    QVBoxLayout* m_running = nullptr;
    QVBoxLayout* m_waiting = nullptr;
    QVBoxLayout* m_failed = nullptr;
    QVBoxLayout* m_nodeLines = nullptr;
    Notice* m_notice = nullptr;
};

}  // namespace signalbox::ui
