// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

constexpr QSize kSize{560, 380};

/// All letters in this order: "nro" finds "New rollout".
bool matches(const QString& text, const QString& letters) {
    qsizetype from = 0;
    for (const QChar letter : letters) {
        if (letter.isSpace()) continue;
        from = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (from < 0) return false;
        ++from;
    }
    return true;
}

}  // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, std::function<QList<PaletteEntry>(const QString&)> forText,
                               QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_entries(std::move(entries)),
      m_forText(std::move(forText)) {
    named(this, "commandPalette", tr("Commands", "command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* const layout = new QVBoxLayout(this);
    m_edit = named(new QLineEdit, "commandText", tr("Command", "command palette"));
    m_edit->setPlaceholderText(tr("What do you want to do, or where to go?", "command palette"));
    m_edit->addAction(icon(QStringLiteral("search"), Tone::waiting), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list = named(new QListWidget, "commandList", tr("Commands found", "command palette"));
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    resize(kSize);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
    m_edit->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::filter(const QString& text) {
    m_shown.clear();
    for (const PaletteEntry& entry : m_entries)
        if (matches(entry.text, text)) m_shown.append(entry);
    // What begins with the letters, or has them in one piece, is meant more likely.
    std::stable_sort(m_shown.begin(), m_shown.end(), [&text](const PaletteEntry& a, const PaletteEntry& b) {
        const auto rank = [&text](const PaletteEntry& entry) {
            const auto at = entry.text.indexOf(text, 0, Qt::CaseInsensitive);
            return at < 0 ? 2 : at == 0 ? 0 : 1;
        };
        return rank(a) < rank(b);
    });
    if (!text.trimmed().isEmpty()) m_shown.append(m_forText(text.trimmed()));
    m_list->clear();
    for (const PaletteEntry& entry : m_shown) {
        const QString shown =
            entry.hint.isEmpty() ? entry.text : tr("%1   –   %2", "command, where").arg(entry.text, entry.hint);
        m_list->addItem(new QListWidgetItem(entry.icon, shown));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size()) return;
    const auto run = m_shown.at(row).run;
    accept();
    run();
}

}  // namespace signalbox::ui
