// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <boost/json/object.hpp>
#include <chrono>
#include <memory>
#include <utility>

#include "core/adminclient/paging.h"
#include "core/model/json.h"
#include "ui/charts/donut.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostRows = 10000;
constexpr int kMostVersions = 6;
constexpr int kMostLines = 6;
constexpr std::size_t kMostEvent = 64 << 10;
constexpr std::chrono::milliseconds kPause{1000};
constexpr int kDonutHeight = 190;  // device-independent pixels

/// A big number with what it counts, that leads to its page.
QWidget* figure(const QString& name, QLabel*& value) {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card({}, body);
    body->setSpacing(0);
    value = new QLabel(QStringLiteral("–"));
    value->setTextFormat(Qt::PlainText);
    value->setAccessibleName(name);
    QFont font = value->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    font.setWeight(QFont::DemiBold);
    value->setFont(font);
    body->addWidget(value);
    body->addWidget(hintLabel(name));
    return frame;
}

std::string versionFilter(const QString& product, const QString& version) {
    QString quoted = version;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QStringLiteral("installed.%1=in=(\"%2\")").arg(product, quoted).toStdString();
}

QList<BarPart> partsOfAll(const adminclient::RolloutDetail& detail) {
    QList<BarPart> sum;
    for (const auto& phase : detail.progress.phases) {
        const QList<BarPart> parts = partsOf(phase);
        if (sum.isEmpty()) {
            sum = parts;
            continue;
        }
        for (int i = 0; i < parts.size(); ++i)
            sum[i].count += parts.at(i).count;
    }
    return sum;
}

bool over(RolloutState state) {
    return state == RolloutState::finished || state == RolloutState::stopped || state == RolloutState::failed;
}

}  // namespace

OverviewPage::OverviewPage(ManagerLink& link, QWidget* parent) : Page(link, everyTopic(), parent) {
    setObjectName(QStringLiteral("overviewPage"));
    auto* const inside = new QWidget;
    auto* const grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, 6, 0);
    grid->setSpacing(12);
    grid->addWidget(figure(tr("terminals", "overview, below a number"), m_terminals), 0, 0);
    grid->addWidget(figure(tr("nodes", "overview, below a number"), m_nodes), 0, 1);
    grid->addWidget(figure(tr("rollouts under way", "overview, below a number"), m_active), 0, 2);
    const auto cardAt = [grid](const QString& heading, int row, int column, int columns) {
        QVBoxLayout* body = nullptr;
        QFrame* const frame = card(heading, body);
        grid->addWidget(frame, row, column, 1, columns);
        auto* const lines = new QVBoxLayout;
        lines->setSpacing(6);
        body->addLayout(lines);
        body->addStretch(1);
        return lines;
    };
    m_running = cardAt(tr("Running now", "overview"), 1, 0, 2);
    m_waiting = cardAt(tr("Waits for you", "overview"), 1, 2, 1);
    QVBoxLayout* const versions = cardAt(tr("Versions on the terminals", "overview"), 2, 0, 1);
    m_failed = cardAt(tr("Failed", "overview"), 2, 1, 1);
    m_nodeLines = cardAt(tr("Nodes", "overview"), 2, 2, 1);
    m_product = named(new QComboBox, "overviewProduct", tr("Product", "overview"));
    m_donut = new Donut;
    m_donut->setObjectName(QStringLiteral("versionDonut"));
    m_donut->setMinimumHeight(kDonutHeight);
    m_donut->setAccessibleName(tr("Versions on the terminals", "overview"));
    m_noVersions = hintLabel(tr("No terminal runs a product of yours yet.", "overview"));
    versions->addWidget(m_product);
    versions->addWidget(m_noVersions);
    versions->addWidget(m_donut, 1);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(3, 1);  // cards are as high as what is in them
    auto* const scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("overviewScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_notice = new Notice;
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &OverviewPage::readChanged);
    connect(&link, &ManagerLink::eventSeen, this, &OverviewPage::seen);
    connect(m_product, &QComboBox::currentIndexChanged, this, &OverviewPage::readVersions);
    connect(m_donut, &Donut::partClicked, this, [this](int part) {
        if (part < static_cast<int>(m_versions.size()))
            Q_EMIT openPage(
                QStringLiteral("terminalsPage"),
                QStringLiteral("filter:") + toText(versionFilter(m_product->currentText(), m_versions[part].first)));
    });
    clear();
}

void OverviewPage::refresh(Topics topics) {
    readStatus();
    // A connection that was made anew may have missed what happened to any of them.
    if (topics == everyTopic())
        for (const auto& [id, detail] : m_rollouts)
            m_changed.insert(id);
    if (topics.testFlag(Topic::rollout)) readRollouts();
    if (topics.testFlag(Topic::deployment) && !m_pause.isActive()) readChanged();
    if (topics.testFlag(Topic::release)) readReleases();
    if (topics & (Topic::node | Topics(Topic::copy))) readNodes();
    if (topics & (Topic::terminal | Topics(Topic::other))) readPending();
    if (topics.testFlag(Topic::deployment)) readVersions();
}

void OverviewPage::clear() {
    m_status = {};
    m_releases.clear();
    m_rollouts.clear();
    m_changed.clear();
    m_versions.clear();
    m_pending = 0;
    m_product->clear();
    for (QLabel* const each : {m_terminals, m_nodes, m_active})
        each->setText(QStringLiteral("–"));
    putRollouts();
    putWaiting();
    putNodes({});
    putVersions();
}

void OverviewPage::readStatus() {
    link().send<adminclient::ManagerStatus>(calls::status(), this, [this](Result<adminclient::ManagerStatus> status) {
        if (!status) {
            if (status.error().code != BaseErrc::cancelled)
                m_notice->say(Tone::bad, errorText(status.error()), errorDetails(status.error()));
            return;
        }
        m_notice->say(Tone::neutral, {});
        m_status = std::move(*status);
        m_terminals->setText(number(m_status.terminals));
        m_nodes->setText(number(m_status.nodes));
        m_active->setText(number(m_status.rolloutsActive));
        putVersions();
    });
}

void OverviewPage::readReleases() {
    if (!link().client()) return;
    adminclient::ListReader<Release>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::releases({}, page); }, kMostRows, this,
        [this](Result<std::vector<Release>> releases) {
            if (releases) putReleases(*releases);
        });
}

void OverviewPage::putReleases(const std::vector<Release>& releases) {
    m_releases = releases;
    QStringList products;
    for (const Release& release : m_releases)
        if (!products.contains(toText(release.product))) products.append(toText(release.product));
    QStringList shown;
    for (int i = 0; i < m_product->count(); ++i)
        shown.append(m_product->itemText(i));
    if (products != shown) {
        const QString chosen = m_product->currentText();
        const QSignalBlocker quiet(m_product);
        m_product->clear();
        m_product->addItems(products);
        m_product->setCurrentIndex(qMax(0, static_cast<int>(products.indexOf(chosen))));
    }
    readVersions();
    putWaiting();
}

void OverviewPage::readVersions() {
    m_product->setVisible(m_product->count() > 1);
    const QString product = m_product->currentText();
    QStringList versions;
    for (auto it = m_releases.rbegin(); it != m_releases.rend() && versions.size() < kMostVersions; ++it) {
        const bool out = it->state == ReleaseState::published || it->state == ReleaseState::withdrawn;
        if (out && toText(it->product) == product && !versions.contains(toText(it->version)))
            versions.append(toText(it->version));
    }
    ++m_question;
    auto counts = std::make_shared<std::map<QString, std::int64_t>>();
    for (const QString& version : versions) {
        link().send<adminclient::AudienceCheck>(
            calls::checkAudience(versionFilter(product, version)), this,
            [this, counts, version, versions, question = m_question](Result<adminclient::AudienceCheck> check) {
                if (!check || question != m_question) return;
                (*counts)[version] = check->count;
                if (static_cast<qsizetype>(counts->size()) < versions.size()) return;
                m_versions.clear();
                for (const QString& each : versions)
                    m_versions.emplace_back(each, (*counts)[each]);
                std::erase_if(m_versions, [](const auto& each) { return each.second == 0; });
                putVersions();
            });
    }
    if (versions.isEmpty()) {
        m_versions.clear();
        putVersions();
    }
}

void OverviewPage::putVersions() {
    QList<BarPart> parts;
    std::int64_t known = 0;
    for (const auto& [version, count] : m_versions) {
        parts.append({version, static_cast<std::uint64_t>(count), Tone::busy});
        known += count;
    }
    if (known < m_status.terminals && known > 0)
        parts.append({tr("others", "versions"), static_cast<std::uint64_t>(m_status.terminals - known), Tone::unknown});
    m_donut->setParts(parts);
    m_donut->setVisible(!parts.isEmpty());
    m_noVersions->setVisible(parts.isEmpty());
}

/// Which rollout an event is about: a burst of a large one is no reason to read the others.
void OverviewPage::seen(const Event& event) {
    const bool isDeployment = event.type == "deployment";
    if (!isDeployment && event.type != "rollout") return;
    const auto json = parseJson(event.data, kMostEvent);
    const auto* const id =
        json && json->is_object() ? json->get_object().if_contains(isDeployment ? "rollout" : "id") : nullptr;
    if (id && id->is_int64()) m_changed.insert(RolloutId{id->get_int64()});
}

void OverviewPage::readRollouts() {
    if (!link().client()) return;
    adminclient::ListReader<Rollout>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::rollouts({}, page); }, kMostRows, this,
        [this](Result<std::vector<Rollout>> rollouts) {
            if (!rollouts) return;
            std::erase_if(*rollouts, [](const Rollout& each) { return over(each.state); });
            std::erase_if(m_rollouts, [&rollouts](const auto& known) {
                return std::none_of(rollouts->begin(), rollouts->end(),
                                    [&known](const Rollout& each) { return each.id == known.first; });
            });
            for (const Rollout& rollout : *rollouts) {
                const auto known = m_rollouts.find(rollout.id);
                const bool isNew = known == m_rollouts.end() || known->second.rollout.state != rollout.state;
                if (isNew) m_changed.insert(rollout.id);
            }
            readChanged();
            putRollouts();
            putWaiting();
        });
}

void OverviewPage::readChanged() {
    if (m_changed.empty() || !link().client()) return;
    m_pause.start();
    for (const RolloutId id : std::exchange(m_changed, {}))
        readRollout(id);
}

void OverviewPage::readRollout(RolloutId id) {
    link().send<adminclient::RolloutDetail>(calls::rollout(id), this,
                                            [this](Result<adminclient::RolloutDetail> detail) {
                                                if (!detail) return;
                                                const RolloutId read = detail->rollout.id;
                                                if (over(detail->rollout.state))
                                                    m_rollouts.erase(read);
                                                else
                                                    m_rollouts[read] = std::move(*detail);
                                                putRollouts();
                                                putWaiting();
                                            });
}

void OverviewPage::putRollouts() {
    QList<Line> running;
    QList<Line> failed;
    const QString page = QStringLiteral("rolloutsPage");
    for (auto it = m_rollouts.rbegin(); it != m_rollouts.rend(); ++it) {
        const Rollout& rollout = it->second.rollout;
        if (rollout.state == RolloutState::draft) continue;
        const Status status = statusOf(rollout.state);
        QStringList counts;
        std::uint64_t bad = 0;
        for (const BarPart& part : partsOfAll(it->second)) {
            if (part.count > 0)
                counts.append(
                    tr("%1 %2", "a count, what of").arg(number(static_cast<std::int64_t>(part.count)), part.name));
            if (part.tone == Tone::bad) bad += part.count;
        }
        QString state = status.text;
        if (rollout.state == RolloutState::scheduled)
            state = tr("%1, begins %2", "state, time").arg(state, relativeTime(rollout.issueTime));
        else if (!counts.isEmpty())
            state = tr("%1: %2", "state, counts").arg(state, counts.join(tr(", ", "between counts")));
        running.append({status.icon, status.tone, tr("%1 – %2", "rollout, state").arg(toText(rollout.name), state),
                        page, QString::number(rollout.id.value), partsOfAll(it->second)});
        if (bad > 0)
            failed.append({QStringLiteral("failed"), Tone::bad,
                           tr("%1: %n terminal(s) failed", "rollout", static_cast<int>(bad)).arg(toText(rollout.name)),
                           QStringLiteral("failuresPage"), QString::number(rollout.id.value)});
    }
    putLines(m_running, running, tr("No rollout is under way.", "overview"));
    putLines(m_failed, failed, tr("Nothing failed in what runs now.", "overview"));
}

void OverviewPage::putWaiting() {
    QList<Line> lines;
    for (const Release& release : m_releases)
        if (release.state == ReleaseState::inReview)
            lines.append({QStringLiteral("page-approvals"),
                          Tone::warning,
                          tr("Approve %1 %2", "product, version").arg(toText(release.product), toText(release.version)),
                          QStringLiteral("approvalsPage"),
                          {}});
    for (const auto& [id, detail] : m_rollouts) {
        const Rollout& rollout = detail.rollout;
        const QString name = toText(rollout.name);
        const QString what = QString::number(id.value);
        const QString page = QStringLiteral("rolloutsPage");
        if (rollout.state == RolloutState::paused)
            lines.append({QStringLiteral("paused"), Tone::warning,
                          tr("Decide about %1: it is paused", "rollout").arg(name), page, what});
        if (rollout.state == RolloutState::draft)
            lines.append({QStringLiteral("draft"), Tone::neutral,
                          tr("Start or delete the draft %1", "rollout").arg(name), page, what});
        if (rollout.state != RolloutState::running || rollout.currentPhase + 1 >= rollout.phases.size()) continue;
        const Phase& phase = rollout.phases[rollout.currentPhase];
        if (phase.gate.byHand && !phase.openedByHand && phase.reachedAt)
            lines.append(
                {QStringLiteral("locked"), Tone::warning, tr("Open the gate of %1", "rollout").arg(name), page, what});
    }
    if (m_pending > 0)
        lines.append({QStringLiteral("page-terminals"), Tone::warning,
                      tr("%n terminal(s) ask to join", "overview", static_cast<int>(m_pending)),
                      QStringLiteral("terminalsPage"), QStringLiteral("pending")});
    putLines(m_waiting, lines, tr("Nothing. Enjoy it.", "overview"));
}

void OverviewPage::readPending() {
    link().send<adminclient::Page<adminclient::PendingInfo>>(
        calls::pendingTerminals({0, 1}), this, [this](Result<adminclient::Page<adminclient::PendingInfo>> pending) {
            if (!pending) return;
            m_pending = pending->total;
            putWaiting();
        });
}

void OverviewPage::readNodes() {
    if (!link().client()) return;
    adminclient::ListReader<adminclient::NodeDetail>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::nodes(page); }, kMostRows, this,
        [this](Result<std::vector<adminclient::NodeDetail>> nodes) {
            if (nodes) putNodes(*nodes);
        });
}

void OverviewPage::putNodes(const std::vector<adminclient::NodeDetail>& nodes) {
    QList<Line> lines;
    const QString page = QStringLiteral("nodesPage");
    for (const auto& node : nodes) {
        const QString name = toText(node.node.name);
        if (node.online.has_value() && !*node.online)
            lines.append({QStringLiteral("offline"), Tone::bad,
                          tr("%1 is offline since %2", "node, time").arg(name, localTime(node.lastSeen)), page, name});
        const auto missing = std::count_if(node.copies.begin(), node.copies.end(),
                                           [](const NodeCopy& copy) { return copy.state != CopyState::proven; });
        if (missing > 0)
            lines.append({QStringLiteral("upload"), Tone::busy,
                          tr("%1: %n copy(ies) not proven yet", "node", static_cast<int>(missing)).arg(name), page,
                          name});
    }
    if (nodes.empty())
        lines.append(
            {QStringLiteral("add"), Tone::warning, tr("Add the first node", "overview"), page, QStringLiteral("join")});
    else if (lines.isEmpty())
        lines.append({QStringLiteral("ok"), Tone::good, tr("All are online and in sync.", "overview"), page, {}});
    putLines(m_nodeLines, lines, {});
}

void OverviewPage::putLines(QVBoxLayout* layout, const QList<Line>& lines, const QString& none) {
    while (QLayoutItem* const item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (lines.isEmpty()) layout->addWidget(hintLabel(none));
    for (const Line& line : lines.mid(0, kMostLines)) {
        auto* const made = new QPushButton(icon(line.icon, line.tone),
                                           QString(line.text).replace(QLatin1Char('&'), QStringLiteral("&&")));
        made->setObjectName(QStringLiteral("overviewLine"));
        made->setAccessibleName(line.text);
        made->setToolTip(plainToolTip(line.text));
        made->setFlat(true);
        made->setCursor(Qt::PointingHandCursor);
        made->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 6px;"));
        made->setMinimumWidth(0);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(made, &QPushButton::clicked, this, [this, line] { Q_EMIT openPage(line.page, line.what); });
        layout->addWidget(made);
        if (line.parts.isEmpty()) continue;
        auto* const bar = new StackedBar;
        bar->setAccessibleName(line.text);
        bar->setParts(line.parts);
        layout->addWidget(bar);
    }
    if (lines.size() > kMostLines)
        layout->addWidget(
            hintLabel(tr("and %n more", "lines of the overview", static_cast<int>(lines.size() - kMostLines))));
}

}  // namespace signalbox::ui
