// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminals/terminal_batch.h"

#include <utility>

#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {

TerminalBatch::TerminalBatch(ManagerLink& link, Task* task, std::vector<std::string> terminals, CallFor callFor,
                             QObject* parent)
    : QObject(parent), m_link(link), m_task(task), m_terminals(std::move(terminals)), m_callFor(std::move(callFor)) {
    connect(task, &Task::cancelWanted, this, [this] { end(Task::State::cancelled); });
    connect(&link, &ManagerLink::managerChanged, this, [this] { end(Task::State::cancelled); });
}

void TerminalBatch::start() {
    next();
}

void TerminalBatch::next() {
    if (m_over) return;
    if (m_done == m_terminals.size()) return end(m_refused == 0 ? Task::State::done : Task::State::failed);
    if (m_task)
        m_task->report(static_cast<int>(m_done * 100 / m_terminals.size()),
                       tr("%1 of %2", "terminals done").arg(m_done).arg(m_terminals.size()));
    const std::string& id = m_terminals[m_done];
    m_link.send<Terminal>(m_callFor(id), this, [this, id](const Result<Terminal>& done) {
        if (m_over) return;
        ++m_done;
        if (!done && m_refused++ == 0)
            m_firstRefusal = tr("%1: %2", "a terminal, why it was refused").arg(toText(id), errorText(done.error()));
        next();
    });
}

void TerminalBatch::end(Task::State state) {
    if (m_over) return;
    m_over = true;
    QString text = tr("%n terminal(s) done", "batch", static_cast<int>(m_done - m_refused));
    if (m_refused > 0)
        text = tr("%1, %2 refused. %3", "batch: done, how many, the first of them")
                   .arg(text, number(static_cast<std::int64_t>(m_refused)), m_firstRefusal);
    if (m_task) m_task->end(state, text);
    Q_EMIT ended();
    deleteLater();
}

}  // namespace signalbox::ui
