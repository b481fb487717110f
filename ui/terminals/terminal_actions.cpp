// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminal_actions.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <algorithm>
#include <set>
#include <utility>

#include "ui/shell/task_log.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/join_code_dialog.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr int kTypedFrom = 20;  // of so many terminals the number is typed
constexpr Seconds kCodeValid{24 * 3600};

}  // namespace

TerminalActions::TerminalActions(ManagerLink& link, TaskLog& tasks, QWidget* parent)
    : QWidget(parent), m_link(link), m_tasks(tasks) {
    setObjectName(QStringLiteral("terminalActions"));
    m_tag = button("setTag", tr("&Set tag …", "terminals"), QStringLiteral("tag"));
    m_cluster = button("moveTerminals", tr("&Cluster …", "terminals"), QStringLiteral("page-nodes"));
    m_retire = button("retireTerminal", tr("&Retire …", "terminals"), QStringLiteral("withdrawn"));
    m_retire->setToolTip(tr("For hardware that is gone: nothing is offered to it any more", "tool tip"));
    auto* const more = button("moreOfTerminals", tr("&More", "terminals, a menu"), {});
    makeMenu(more);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* const each : {m_tag, m_cluster, m_retire, more})
        layout->addWidget(each);
    layout->addStretch(1);
    for (QPushButton* const each : {m_tag, m_cluster, m_retire})
        needsRole(each, link, AccountRole::operator_);
    connect(m_tag, &QPushButton::clicked, this, &TerminalActions::setTag);
    connect(m_cluster, &QPushButton::clicked, this, &TerminalActions::moveToCluster);
    connect(m_retire, &QPushButton::clicked, this, &TerminalActions::retire);
    enable();
}

void TerminalActions::makeMenu(QPushButton* more) {
    auto* const menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("terminalMenu"));
    menu->setToolTipsVisible(true);
    const auto add = [&](const char* name, const QString& text, const QString& iconName, AccountRole role, auto act) {
        QAction* const action = menu->addAction(icon(iconName), text);
        action->setObjectName(QString::fromLatin1(name));
        needsRole(action, m_link, role);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    constexpr AccountRole kOperator = AccountRole::operator_;
    m_rename = add("renameTerminal", tr("Re&name …", "terminals"), QStringLiteral("draft"), kOperator,
                   &TerminalActions::rename);
    m_removeTag = add("removeTagOfTerminals", tr("Remove a &tag …", "terminals"), QStringLiteral("remove"), kOperator,
                      &TerminalActions::removeTag);
    m_replace = add("replaceTerminal", tr("New &hardware …", "terminals"), QStringLiteral("superseded"),
                    AccountRole::administrator, &TerminalActions::replace);
    m_revoke = add("revokeTerminalToken", tr("Revoke its to&ken …", "terminals"), QStringLiteral("locked"), kOperator,
                   &TerminalActions::revokeToken);
    m_clearClone = add("clearClone", tr("It is &no clone", "terminals"), QStringLiteral("ok"), kOperator,
                       &TerminalActions::clearClone);
    more->setMenu(menu);
}

void TerminalActions::setTerminals(std::vector<Terminal> terminals) {
    m_terminals = std::move(terminals);
    enable();
}

void TerminalActions::enable() {
    const bool any = !m_terminals.empty();
    const bool one = count() == 1;
    const auto is = [this](auto what) { return std::any_of(m_terminals.begin(), m_terminals.end(), what); };
    const bool active = is([](const Terminal& each) { return !each.retiredAt; });
    m_tag->setEnabled(any);
    m_cluster->setEnabled(any);
    m_retire->setEnabled(active);
    m_rename->setEnabled(one);
    m_replace->setEnabled(one);
    m_removeTag->setEnabled(is([](const Terminal& each) { return !each.tags.empty(); }));
    m_revoke->setEnabled(active);
    m_clearClone->setEnabled(is([](const Terminal& each) { return each.cloneSeenAt.has_value(); }));
}

QString TerminalActions::names() const {
    return count() == 1 ? toText(m_terminals.front().controllerId) : tr("%n terminal(s)", "chosen", count());
}

void TerminalActions::send(const QString& title, TerminalBatch::CallFor callFor) {
    if (m_terminals.empty()) return;
    if (count() == 1) {
        m_link.send<Terminal>(callFor(m_terminals.front().controllerId), this,
                              [this, title](const Result<Terminal>& done) {
                                  if (!done)
                                      tellError(this, tr("%1: that was not done", "error, what").arg(title),
                                                errorText(done.error()), errorDetails(done.error()));
                                  Q_EMIT changed();
                              });
        return;
    }
    std::vector<std::string> ids;
    for (const Terminal& terminal : m_terminals)
        ids.push_back(terminal.controllerId);
    auto* const work = new TerminalBatch(m_link, m_tasks.begin(title), std::move(ids), std::move(callFor), &m_tasks);
    connect(work, &TerminalBatch::ended, this, &TerminalActions::changed);
    work->start();
}

void TerminalActions::setTag() {
    auto* const dialog =
        new FormDialog("tagDialog", tr("Set a tag of %1", "dialog").arg(names()), tr("&Set the tag", "button"), this);
    QLineEdit* const key = dialog->addLine("tagKey", tr("Tag", "dialog"));
    QLineEdit* const value = dialog->addLine("tagValue", tr("Value", "dialog"));
    key->setPlaceholderText(tr("site", "dialog, an example of a tag"));
    value->setPlaceholderText(tr("berlin; may stay empty", "dialog, an example of a tag's value"));
    dialog->addHint(tr("Filters find it as tag.site==berlin. One of that name is replaced.", "dialog"));
    dialog->setMissing(
        [key] { return key->text().trimmed().isEmpty() ? tr("A tag must be there", "dialog") : QString(); });
    dialog->setAction([this, dialog, key, value] {
        changeTag(tr("Set the tag %1", "task").arg(key->text().trimmed()), key->text().trimmed().toStdString(),
                  boost::json::value(value->text().trimmed().toStdString()));
        dialog->accept();
    });
    dialog->open();
}

void TerminalActions::removeTag() {
    std::set<std::string> tags;
    for (const Terminal& terminal : m_terminals)
        for (const auto& [key, value] : terminal.tags)
            tags.insert(key);
    auto* const dialog = new FormDialog("removeTagDialog", tr("Remove a tag of %1", "dialog").arg(names()),
                                        tr("&Remove the tag", "button"), this);
    auto* const choice = named(new QComboBox, "removeTagChoice", tr("Tag", "dialog"));
    for (const std::string& tag : tags)
        choice->addItem(toText(tag));
    dialog->form()->addRow(tr("Tag", "dialog"), choice);
    dialog->setAction([this, dialog, choice] {
        changeTag(tr("Remove the tag %1", "task").arg(choice->currentText()), choice->currentText().toStdString(),
                  nullptr);
        dialog->accept();
    });
    dialog->open();
}

void TerminalActions::changeTag(const QString& title, const std::string& key, const boost::json::value& value) {
    send(title, [key, value](const std::string& id) {
        return calls::changeTerminal(id, {{"tags", boost::json::object{{key, value}}}});
    });
}

void TerminalActions::moveToCluster() {
    auto* const dialog =
        new FormDialog("clusterOfTerminals", tr("Cluster of %1", "dialog").arg(names()), tr("&Move", "button"), this);
    auto* const choice = named(new QComboBox, "clusterChoice", tr("Cluster", "dialog"));
    dialog->form()->addRow(tr("Cluster", "dialog"), choice);
    dialog->addHint(
        tr("They fetch packages from its nodes from now on. A cluster that has a rule takes back what "
           "the rule names.",
           "dialog"));
    dialog->setMissing([choice] { return choice->count() == 0 ? tr("Reading the clusters …", "dialog") : QString(); });
    m_link.send<adminclient::Page<Cluster>>(calls::clusters({0, 1000}), dialog,
                                            [dialog, choice](const Result<adminclient::Page<Cluster>>& page) {
                                                if (!page) return dialog->failed(page.error());
                                                for (const Cluster& cluster : page->items)
                                                    choice->addItem(toText(cluster.name));
                                                dialog->look();
                                            });
    dialog->setAction([this, dialog, choice] {
        const std::string cluster = choice->currentText().toStdString();
        send(tr("Move to %1", "task, a cluster").arg(choice->currentText()), [cluster](const std::string& id) {
            return calls::changeTerminal(id, {{"cluster", cluster}});
        });
        dialog->accept();
    });
    dialog->open();
}

void TerminalActions::rename() {
    if (count() != 1) return;
    auto* const dialog =
        new FormDialog("renameDialog", tr("Rename %1", "dialog").arg(names()), tr("&Rename", "button"), this);
    QLineEdit* const name = dialog->addLine("renameName", tr("Name", "dialog"), toText(m_terminals.front().name));
    dialog->addHint(tr("What people call it. Its id stays.", "dialog"));
    dialog->setAction([this, dialog, name] {
        send(tr("Rename", "task"), [text = name->text().trimmed().toStdString()](const std::string& id) {
            return calls::changeTerminal(id, {{"name", text}});
        });
        dialog->accept();
    });
    dialog->look();
    dialog->open();
}

void TerminalActions::replace() {
    if (count() != 1) return;
    const std::string id = m_terminals.front().controllerId;
    ui::ask(
        this,
        {tr("New hardware for %1?", "question").arg(names()),
         tr("You get a code for the new machine. When it joins with that, it takes over name, tags and history, and "
            "the old machine is let in no more. Until then nothing changes.",
            "question"),
         tr("Make the code", "button"),
         {}},
        [this, id] {
            m_link.send<adminclient::JoinCodes>(
                calls::createReplacementCode(id, kCodeValid), this,
                [this, id](const Result<adminclient::JoinCodes>& made) {
                    if (!made || made->codes.empty())
                        return tellError(this, tr("No code was made", "error"),
                                         made ? QString() : errorText(made.error()),
                                         made ? QString() : errorDetails(made.error()));
                    showSecret(
                        this, tr("Run this on the new machine of %1", "dialog").arg(toText(id)),
                        tr("Good for one machine, until %1. It is shown only here and only now.", "dialog")
                            .arg(localTime(made->notAfter)),
                        JoinCodeDialog::commandFor(JoinRole::terminal, toText(made->codes.front()), 1, toText(id)));
                });
        });
}

void TerminalActions::ask(const QString& question, const QString& text, const QString& button, const QString& title,
                          const char* action) {
    ui::ask(this, {question, text, button, count() >= kTypedFrom ? QString::number(count()) : QString()},
            [this, title, action = std::string(action)] {
                send(title, [action](const std::string& id) { return calls::actOnTerminal(id, action); });
            });
}

void TerminalActions::revokeToken() {
    ask(tr("Revoke the token of %1?", "question").arg(names()),
        tr("Whoever has the token is refused from now on. With a code for new hardware the terminal comes back.",
           "question"),
        tr("Revoke token", "button"), tr("Revoke the token", "task"), "revoke-token");
}

void TerminalActions::clearClone() {
    send(tr("Take the mark of a clone away", "task"),
         [](const std::string& id) { return calls::actOnTerminal(id, "clear-clone"); });
}

void TerminalActions::retire() {
    ask(tr("Retire %1?", "question").arg(names()),
        tr("Its token is revoked and nothing is offered to it any more; its history stays. What it runs goes on "
           "running. To come back it must join anew under another id.",
           "question"),
        tr("Retire", "button"), tr("Retire", "task"), "retire");
}

}  // namespace signalbox::ui
