// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QVBoxLayout>
#include <chrono>

#include "core/filter/expression.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

constexpr std::chrono::milliseconds kPause{300};

/// Positions of the filter count bytes of UTF-8.
int characters(const QString& text, std::size_t bytes) {
    return static_cast<int>(QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(bytes))).size());
}

/// A line edit has no other way to underline a part of its text.
void underline(QLineEdit* edit, int position, int length, const QColor& color) {
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(color);
        format.setFontUnderline(true);
        attributes.append({QInputMethodEvent::TextFormat, position - edit->cursorPosition(), length, format});
    }
    QInputMethodEvent event({}, attributes);
    QApplication::sendEvent(edit, &event);
}

}  // namespace

FilterEdit::FilterEdit(ManagerLink& link, const char* objectName, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_link(link) {
    setObjectName(QString::fromLatin1(objectName));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    m_edit = new QLineEdit;
    m_edit->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Text"));
    m_edit->setAccessibleName(accessibleName);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(icon(QStringLiteral("filter"), Tone::waiting), QLineEdit::LeadingPosition);
    m_edit->setPlaceholderText(tr("All terminals; or a filter: tag.site==berlin;installed.kiosk=lt=2.4", "filter"));
    m_edit->setToolTip(plainToolTip(
        tr("Compare with == != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b). Join with ; (and) or , (or). * stands for "
           "anything in == and !=.\nFields: name, controllerId, platform, cluster, lastContact, tag.…, attribute.…, "
           "installed.…",
           "filter")));
    m_status = hintLabel({});
    m_status->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Status"));
    layout->addWidget(m_edit);
    layout->addWidget(m_status);
    setFocusProxy(m_edit);

    m_fields = new QStringListModel({QStringLiteral("name"), QStringLiteral("controllerId"), QStringLiteral("platform"),
                                     QStringLiteral("cluster"), QStringLiteral("lastContact"), QStringLiteral("tag."),
                                     QStringLiteral("attribute."), QStringLiteral("installed.")},
                                    this);
    m_completer = new QCompleter(m_fields, this);
    m_completer->setWidget(m_edit);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setModelSorting(QCompleter::UnsortedModel);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::insertField);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterEdit::edited);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterEdit::complete);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterEdit::settle);
    connect(&m_link, &ManagerLink::managerChanged, this, [this] { m_count.reset(); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::settle);
}

QString FilterEdit::text() const {
    return m_edit->text().trimmed();
}

void FilterEdit::setText(const QString& text) {
    m_edit->setText(text);
    settle();
}

void FilterEdit::focusText() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterEdit::addFields(const QStringList& fields) {
    QStringList all = m_fields->stringList();
    const auto before = all.size();
    for (const QString& field : fields)
        if (!all.contains(field)) all.append(field);
    if (all.size() != before) m_fields->setStringList(all);
}

void FilterEdit::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_status->setForegroundRole(QPalette::PlaceholderText);
}

void FilterEdit::edited() {
    m_count.reset();
    m_call.cancel();
    underline(m_edit, 0, 0, {});
    m_pause.start();
}

void FilterEdit::settle() {
    m_pause.stop();
    const std::string text = this->text().toStdString();
    filter::ParseError where;
    if (!filter::parse(text, &where)) {
        const auto skipped = static_cast<std::size_t>(m_edit->text().indexOf(this->text()));
        return wrong(where.position + skipped, where.length,
                     tr("Expected here: %1", "filter").arg(toText(where.expected)));
    }
    if (m_settled != this->text()) {
        m_settled = this->text();
        Q_EMIT filterChanged(m_settled);
    }
    check();
}

void FilterEdit::check() {
    m_call.cancel();
    if (!m_link.client()) return right({});
    m_call = m_link.client()->request(adminclient::calls::checkAudience(text().toStdString()).request, this,
                                      [this](const adminclient::Reply& reply) { answered(reply); });
}

void FilterEdit::answered(const adminclient::Reply& reply) {
    if (!reply.body) {
        if (reply.body.error().code == BaseErrc::cancelled) return;
        if (reply.place) return wrong(reply.place->position, reply.place->length, errorText(reply.body.error()));
        return right(errorText(reply.body.error()));
    }
    const auto check = adminclient::calls::checkAudience({}).read(*reply.body);
    if (!check) return right(errorText(check.error()));
    m_count = check->count;
    right(tr("%n terminal(s) match", "filter", static_cast<int>(check->count)));
    Q_EMIT counted();
}

void FilterEdit::wrong(std::size_t position, std::size_t length, const QString& text) {
    const QString all = m_edit->text();
    int begin = characters(all, position);
    const int end = qMax(characters(all, position + length), qMin(begin + 1, static_cast<int>(all.size())));
    if (begin >= all.size()) begin = qMax(0, static_cast<int>(all.size()) - 1);
    underline(m_edit, begin, qMax(1, end - begin), toneColor(Tone::bad, palette()));
    m_status->setText(QStringLiteral("✗ ") + text);
    m_count.reset();
    Q_EMIT counted();
}

void FilterEdit::right(const QString& text) {
    underline(m_edit, 0, 0, {});
    m_status->setText(text);
}

int FilterEdit::wordStart() const {
    static const QString kEnds = QStringLiteral(" ;,(");
    int start = m_edit->cursorPosition();
    while (start > 0 && !kEnds.contains(m_edit->text().at(start - 1)))
        --start;
    return start;
}

void FilterEdit::complete() {
    const int start = wordStart();
    const QString word = m_edit->text().mid(start, m_edit->cursorPosition() - start);
    static const QString kOperators = QStringLiteral("=!<>'\"");
    const bool isField = std::none_of(word.begin(), word.end(), [](QChar c) { return kOperators.contains(c); });
    m_completer->setCompletionPrefix(word);
    if (word.isEmpty() || !isField || m_completer->completionCount() == 0 ||
        (m_completer->completionCount() == 1 && m_completer->currentCompletion() == word))
        return m_completer->popup()->hide();
    QRect place = m_edit->rect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 40);
    m_completer->complete(place);
}

void FilterEdit::insertField(const QString& field) {
    const int start = wordStart();
    QString text = m_edit->text();
    const bool whole = !field.endsWith(QLatin1Char('.'));
    const QString inserted = whole ? field + QStringLiteral("==") : field;
    text.replace(start, m_edit->cursorPosition() - start, inserted);
    m_edit->setText(text);
    m_edit->setCursorPosition(start + static_cast<int>(inserted.size()));
}

}  // namespace signalbox::ui
