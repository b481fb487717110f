// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/dry_run_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/small_table.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::DryRun;
using adminclient::DryRunGroup;

namespace {

QString count(std::uint64_t value) {
    return number(static_cast<std::int64_t>(value));
}

std::uint64_t sum(const std::vector<DryRunGroup>& groups) {
    std::uint64_t all = 0;
    for (const DryRunGroup& group : groups)
        all += group.count;
    return all;
}

QString sample(const DryRunGroup& group) {
    QStringList ids;
    for (const std::string& id : group.terminals)
        ids.append(toText(id));
    if (group.count > group.terminals.size()) ids.append(QStringLiteral("…"));
    return ids.join(QStringLiteral(", "));
}

/// What becomes of the terminals of a group, and how that is.
struct Kind {
    const std::vector<DryRunGroup>& groups;
    Status status;
};

std::vector<Kind> kindsOf(const DryRun& report) {
    const auto made = [](const QString& text, const char* icon, Tone tone) {
        return Status{text, QString::fromLatin1(icon), tone};
    };
    return {
        {report.missed, made(DryRunView::tr("misses its window", "dry run"), "warning", Tone::bad)},
        {report.excluded, made(DryRunView::tr("left out", "dry run"), "cancelled", Tone::warning)},
        {report.held, made(DryRunView::tr("waits first", "dry run"), "waiting", Tone::waiting)},
        {report.withoutNode, made(DryRunView::tr("fetches from the manager", "dry run"), "warning", Tone::warning)}};
}

QString cellTime(const std::optional<TimePoint>& time) {
    return time ? toDateTime(*time).toString(Qt::ISODate) : QString();
}

}  // namespace

QString excludedText(const DryRun& report) {
    QString text = DryRunView::tr("%n terminal(s) match", "dry run", static_cast<int>(report.matched));
    if (report.excluded.empty()) return DryRunView::tr("%1, none is left out.", "dry run").arg(text);
    QStringList groups;
    for (const DryRunGroup& group : report.excluded)
        groups.append(DryRunView::tr("%1 %2", "how many, why").arg(count(group.count), toText(group.reason)));
    return DryRunView::tr("%1, %2 are left out: %3.", "dry run")
        .arg(text, count(sum(report.excluded)), groups.join(QStringLiteral("; ")));
}

DryRunView::DryRunView(ManagerLink& link, QWidget* parent) : QWidget(parent), m_link(link) {
    setObjectName(QStringLiteral("dryRunView"));
    m_words = plainLabel();
    m_words->setObjectName(QStringLiteral("dryRunWords"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("dryRunNotice"));
    m_phases = smallTable("dryRunPhases", tr("What each phase would do", "accessible name"),
                          {tr("Phase", "column"), tr("Terminals", "column"), tr("Bytes", "column"),
                           tr("Begins", "column"), tr("Done by", "column")});
    m_groups = smallTable(
        "dryRunGroups", tr("Whom it leaves out or makes wait", "accessible name"),
        {tr("What", "column"), tr("Terminals", "column"), tr("Why", "column"), tr("Which", "column, terminals")});
    m_groups->setColumnWidth(0, 170);
    m_groups->setColumnWidth(1, 80);
    m_groups->setColumnWidth(2, 240);
    m_nodes = smallTable("dryRunNodes", tr("What each node sends", "accessible name"),
                         {tr("Node", "column"), tr("Cluster", "column"), tr("State", "column"),
                          tr("Terminals", "column"), tr("Bytes", "column")});
    auto* const tabs = named(new QTabWidget, "dryRunTabs", tr("Parts of the dry run", "accessible name"));
    tabs->addTab(m_phases, tr("Phases", "tab"));
    tabs->addTab(m_groups, tr("Left out and late", "tab"));
    tabs->addTab(m_nodes, tr("Nodes", "tab"));
    m_export = button("dryRunExport", tr("Save as C&SV …", "button"), QStringLiteral("download"));
    m_export->setEnabled(false);
    auto* const head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(m_export, 0, Qt::AlignTop);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(tabs, 1);
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (m_report)
            saveText(this, tr("Save the dry run", "dialog"), m_name + QStringLiteral(".csv"), dryRunCsv(*m_report));
    });
}

void DryRunView::run(const Rollout& plan) {
    m_call.cancel();
    m_report.reset();
    m_export->setEnabled(false);
    m_name = toText(plan.name);
    m_notice->say(Tone::waiting, tr("Asking the manager what would happen …", "dry run"));
    m_call = m_link.send<DryRun>(calls::dryRun(plan), this, [this](Result<DryRun> report) {
        if (report) {
            m_notice->say(Tone::neutral, {});
            m_report = std::move(report).value();
            put(*m_report);
        } else if (report.error().code != BaseErrc::cancelled) {
            m_notice->say(Tone::bad, errorText(report.error()) + QLatin1Char(' ') + errorDetails(report.error()));
        }
        Q_EMIT answered();
    });
}

void DryRunView::put(const DryRun& report) {
    m_export->setEnabled(true);
    QString text = excludedText(report) + QLatin1Char('\n');
    text += tr("%1 go to the terminals.", "dry run, bytes").arg(bytes(report.bytes)) + QLatin1Char(' ');
    const std::uint64_t late = sum(report.missed);
    text += report.finish ? tr("Done %1 at the earliest.", "dry run, a time").arg(localTime(report.finish))
            : late > 0    ? tr("%n terminal(s) miss their window.", "dry run", static_cast<int>(late))
                          : tr("Nobody can say when it is done.", "dry run");
    m_words->setText(text);
    if (late > 0)
        m_notice->say(Tone::warning, tr("%n terminal(s) will not install in time: no window comes for them.", "dry run",
                                        static_cast<int>(late)));
    else if (!report.withoutNode.empty())
        m_notice->say(Tone::warning, tr("%n terminal(s) have no node: the manager itself sends to them.", "dry run",
                                        static_cast<int>(sum(report.withoutNode))));
    putPhases(report);
    putGroups(report);
    putNodes(report);
}

void DryRunView::putPhases(const DryRun& report) {
    m_phases->setRowCount(static_cast<int>(report.phases.size()));
    int row = 0;
    for (const auto& phase : report.phases) {
        const QString hand = tr("%1, if someone opens the gate at once", "dry run, a time");
        const QString from = localTime(phase.from);
        setCells(m_phases, row++,
                 {textCell(toText(phase.name)), numberCell(count(phase.terminals)), numberCell(bytes(phase.bytes)),
                  textCell(phase.afterHand ? hand.arg(from) : from, utcTime(phase.from)),
                  textCell(localTime(phase.finish), utcTime(phase.finish))});
    }
}

void DryRunView::putGroups(const DryRun& report) {
    m_groups->setRowCount(0);
    for (const Kind& kind : kindsOf(report)) {
        for (const DryRunGroup& group : kind.groups) {
            const int row = m_groups->rowCount();
            m_groups->insertRow(row);
            setCells(m_groups, row,
                     {statusCell(kind.status), numberCell(count(group.count)),
                      textCell(toText(group.reason), toText(group.reason)), textCell(sample(group), sample(group))});
        }
    }
}

void DryRunView::putNodes(const DryRun& report) {
    m_nodes->setRowCount(static_cast<int>(report.nodes.size()));
    int row = 0;
    for (const auto& node : report.nodes) {
        const Status status = node.online
                                  ? Status{tr("Online", "contact of a node"), QStringLiteral("ok"), Tone::good}
                                  : Status{tr("Offline", "contact of a node"), QStringLiteral("offline"), Tone::bad};
        setCells(m_nodes, row++,
                 {textCell(toText(node.name)), textCell(toText(node.clusterName)), statusCell(status),
                  numberCell(count(node.terminals)), numberCell(bytes(node.bytes))});
    }
}

QString dryRunCsv(const DryRun& report) {
    const auto plain = [](std::uint64_t value) { return QString::number(value); };
    QString text = csvLine({DryRunView::tr("What", "column"), DryRunView::tr("Name", "column"),
                            DryRunView::tr("Terminals", "column"), DryRunView::tr("Bytes", "column"),
                            DryRunView::tr("Begins", "column"), DryRunView::tr("Done by", "column"),
                            DryRunView::tr("Which", "column, terminals")});
    text += csvLine({DryRunView::tr("all", "dry run"),
                     {},
                     plain(report.members),
                     plain(report.bytes),
                     cellTime(report.at),
                     cellTime(report.finish),
                     {}});
    for (const auto& phase : report.phases)
        text += csvLine({DryRunView::tr("phase", "dry run"),
                         toText(phase.name),
                         plain(phase.terminals),
                         plain(phase.bytes),
                         cellTime(phase.from),
                         cellTime(phase.finish),
                         {}});
    for (const Kind& kind : kindsOf(report))
        for (const DryRunGroup& group : kind.groups)
            text += csvLine({kind.status.text, toText(group.reason), plain(group.count), {}, {}, {}, sample(group)});
    for (const auto& node : report.nodes)
        text += csvLine({DryRunView::tr("node", "dry run"),
                         toText(node.name),
                         plain(node.terminals),
                         plain(node.bytes),
                         {},
                         {},
                         {}});
    return text;
}

}  // namespace signalbox::ui
